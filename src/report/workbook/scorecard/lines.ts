import type { Decimal } from '../../../model/base/value.ts';
import type { PointsLine, Work } from '../../../model/scoring/points.ts';
import { type Ends, ends } from './cells.ts';

export type Lines = Ends<PointsLine | undefined>;

/** What one step is worked out from: a count of its own, or lines below it. */
export interface Parts {
  readonly next: number;
  /** The cells that add up, or the best of which counts. */
  readonly cells: Ends<readonly string[] | undefined>;
  /** Where the count itself is worked out. */
  readonly count: Ends<string | undefined>;
}

export const NO_PARTS = (next: number): Parts => ({
  next,
  cells: ends(() => undefined),
  count: ends(() => undefined),
});

/** How many there are; null where the line has no count, or it is not settled. */
export const countOf = (work: Work): string | null => {
  switch (work.kind) {
    case 'base':
      return '1';
    case 'once':
      return work.happened ? '1' : '0';
    case 'each':
    case 'tiers':
    case 'share':
    case 'entered':
      return work.figure;
    case 'options':
      return String(work.number);
    case 'form':
      return work.account.sum;
    case 'relative':
    case 'best_of':
    case 'group':
    case 'records':
    case 'excused':
    case 'not_asked':
    case 'set_aside':
      return null;
  }
};

export const signed = ({ kind, amount }: Pick<PointsLine, 'kind' | 'amount'>): Decimal =>
  kind === 'award' || amount === '0' ? amount : amount.startsWith('-') ? amount.slice(1) : `-${amount}`;

/** A fraction as near as a cell has it. */
export const decimalIn = (figure: string): Decimal => {
  const [part = '0', whole] = figure.split('/');
  return whole === undefined ? part : String(Number(part) / Number(whole));
};
