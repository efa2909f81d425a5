import { compareExact, distance, type Exact, exact, ZERO } from '../../model/base/exact.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import { type CenterLine, GROUPS, type Group, type RuleTurn } from '../../model/result/compared.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import type { Called } from '../../words/reader.ts';

/** Two results that are held against each other. */
export interface Comparison {
  readonly lang: Lang;
  /** What all that is compared is called. */
  readonly of: Called;
  /** What was compared, as it was named. */
  readonly names: { readonly from: string; readonly to: string };
  /** Whether there is one centre, which is then told in full. */
  readonly single: boolean;
  /** Whether these are just those that were asked for, which says nothing of the others. */
  readonly asked: boolean;
  readonly vocabulary: (pack: string) => Vocabulary;
}

/** By how much the score moved; nothing where the two cannot be held against each other. */
export const movedBy = ({
  score,
  bars,
}: Pick<CenterLine, 'score' | 'bars'>): { readonly from: Decimal; readonly to: Decimal } | undefined =>
  bars.length > 0 || score.from === undefined || score.to === undefined
    ? undefined
    : { from: score.from.low, to: score.to.low };

const sizeOf = (line: CenterLine): Exact => {
  const moved = movedBy(line);
  return moved === undefined ? ZERO : distance(exact(moved.to), exact(moved.from));
};

export const changesIn = (counts: Readonly<Record<Group, number>>): number =>
  GROUPS.reduce((sum, group) => sum + counts[group], 0);

/** Centres that are not what they were: by how far the score moved, then by how many rules changed, then in their order. */
export const biggestFirst = (lines: readonly CenterLine[]): readonly CenterLine[] =>
  lines
    .map(line => ({ line, size: sizeOf(line), changes: changesIn(line.counts) }))
    .sort((a, b) => compareExact(b.size, a.size) || b.changes - a.changes)
    .map(({ line }) => line);

/** The rules that changed one way in most centres. */
export const mostOften = (rules: readonly RuleTurn[], group: Group, most: number): readonly RuleTurn[] =>
  rules
    .filter(({ counts }) => counts[group] > 0)
    .sort((a, b) => b.counts[group] - a.counts[group])
    .slice(0, most);
