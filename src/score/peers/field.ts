import { compareExact, type Exact, readFigure } from '../../model/base/exact.ts';
import type { Counted } from '../../model/scoring/peers.ts';

/** Figures in their order, so that a place is found without going through all of them. */
export interface Field {
  readonly figures: readonly Exact[];
  /** How many centres there are up to each figure. */
  readonly upTo: readonly number[];
  /** Centres whose figure has no bound: above all others. */
  readonly unbounded: number;
  readonly count: number;
}

export const openField = (counted: readonly Counted[]): Field => {
  const figures: Exact[] = [];
  const upTo: number[] = [];
  let [bounded, unbounded] = [0, 0];
  for (const [figure, count] of counted) {
    if (figure === null) unbounded += count;
    else {
      bounded += count;
      figures.push(readFigure(figure));
      upTo.push(bounded);
    }
  }
  return { figures, upTo, unbounded, count: bounded + unbounded };
};

/** How many figures stand before the first for which `isPast` holds. */
const search = ({ figures }: Field, isPast: (figure: Exact) => boolean): number => {
  let [low, high] = [0, figures.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(figures[middle] as Exact)) high = middle;
    else low = middle + 1;
  }
  return low;
};

const centresIn = ({ upTo }: Field, figures: number): number => (figures === 0 ? 0 : (upTo[figures - 1] ?? 0));

export const countBelow = (field: Field, figure: Exact | null): number => {
  if (figure === null) return field.count - field.unbounded;
  const below = search(field, other => compareExact(other, figure) >= 0);
  return centresIn(field, below);
};

export const countAbove = (field: Field, figure: Exact | null): number => {
  if (figure === null) return 0;
  const upToIt = search(field, other => compareExact(other, figure) > 0);
  return field.count - centresIn(field, upToIt);
};

/** The figure at one end of those of the others; null where it has no bound, undefined where there are no others. */
export const endOfOthers = (
  { figures, upTo, unbounded }: Field,
  own: Exact | null,
  end: 'highest' | 'lowest',
): Exact | null | undefined => {
  const others = own === null ? unbounded - 1 : unbounded;
  if (end === 'highest' && others > 0) return null;
  const at = (index: number): Exact | undefined => figures.at(end === 'highest' ? -1 - index : index);
  const size = end === 'highest' ? (upTo.at(-1) ?? 0) - (upTo.at(-2) ?? 0) : (upTo[0] ?? 0);
  const first = at(0);
  const isOwn = first !== undefined && own !== null && compareExact(first, own) === 0;
  const found = isOwn && size === 1 ? at(1) : first;
  return found ?? (others > 0 ? null : undefined);
};
