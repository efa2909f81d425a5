import type {
  BatchCounts,
  CenterRow,
  Frame,
  FrameSummary,
  RankedCenter,
  RosterSummary,
  Summary,
} from '../../model/result/summary.ts';
import { type FrameFold, foldFrame } from './frame.ts';

export interface SummaryFold {
  readonly add: (row: CenterRow) => void;
  /** One of the centres that were added, among those of its frame. */
  readonly ranked: (row: CenterRow) => RankedCenter;
  readonly summary: (asOf: string, counts: BatchCounts, roster?: RosterSummary) => Summary;
}

export const foldSummary = (frames: readonly Frame[]): SummaryFold => {
  const folds = new Map<string, FrameFold>();
  const foldOf = (id: string): FrameFold => {
    const frame = frames.find(candidate => candidate.id === id);
    if (frame === undefined) throw new Error(`results speak of ${id}, which is not described`);
    const fold = folds.get(id) ?? foldFrame(frame);
    folds.set(id, fold);
    return fold;
  };
  return {
    add: row => foldOf(row.frame).add(row),
    ranked: row => foldOf(row.frame).ranked(row),
    summary: (asOf, counts, roster) => ({
      asOf,
      counts,
      frames: [...folds.keys()].sort().map((id): FrameSummary => foldOf(id).summary()),
      ...(roster && { roster }),
    }),
  };
};
