import {
  compareExact,
  decimalOf,
  type Exact,
  exact,
  greater,
  lesser,
  plus,
  readFigure,
  ZERO,
} from '../../model/base/exact.ts';
import type {
  Compared,
  ComparedFigure,
  ComparedRow,
  Counted,
  RoundField,
  RoundFigure,
  RoundFigures,
  RoundRow,
} from '../../model/scoring/peers.ts';

type Counts = Map<RoundFigure, number>;

const count = (counts: Counts, figure: RoundFigure): void => void counts.set(figure, (counts.get(figure) ?? 0) + 1);

const inOrder = (counts: Counts): readonly Counted[] => {
  const bounded = [...counts].flatMap(([figure, times]) =>
    figure === null ? [] : [{ at: readFigure(figure), counted: [figure, times] as const }],
  );
  const unbounded = counts.get(null);
  return [
    ...bounded.sort((a, b) => compareExact(a.at, b.at)).map(({ counted }) => counted),
    ...(unbounded === undefined ? [] : [[null, unbounded] as const]),
  ];
};

const makeField = () => {
  const [worst, best]: readonly [Counts, Counts] = [new Map(), new Map()];
  return {
    add: (figure: ComparedFigure): void => {
      if (figure.sure) count(worst, figure.worst);
      count(best, figure.best);
    },
    field: (key: string): RoundField => ({ key, worst: inOrder(worst), best: inOrder(best) }),
  };
};

const makeRow = () => {
  const numbers = { sure: 0, all: 0 };
  let sum: readonly [Exact, Exact] = [ZERO, ZERO];
  let ends: readonly [Exact, Exact] | undefined;
  return {
    add: ({ low, high, sure }: ComparedRow): void => {
      const [least, most] = [exact(low), exact(high)];
      numbers.all++;
      ends = ends === undefined ? [least, most] : [lesser(ends[0], least), greater(ends[1], most)];
      if (!sure) return;
      numbers.sure++;
      sum = [plus(sum[0], least), plus(sum[1], most)];
    },
    row: (item: string): RoundRow => ({
      item,
      ...numbers,
      sum: [decimalOf(sum[0]), decimalOf(sum[1])],
      ends: [decimalOf(ends?.[0] ?? ZERO), decimalOf(ends?.[1] ?? ZERO)],
    }),
  };
};

/** What is gathered by each name, begun where it is first met. */
const byName = <T>(make: () => T) => {
  const all = new Map<string, T>();
  return {
    get: (name: string): T => {
      const found = all.get(name) ?? make();
      all.set(name, found);
      return found;
    },
    inOrder: () => [...all].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
};

/** Puts together what is compared of the centres of a round, one after another, in any order. */
export const gatherRound = () => {
  const [fields, rows] = [byName(makeField), byName(makeRow)];
  return {
    add: (compared: Compared): void => {
      for (const figure of compared.figures) fields.get(figure.key).add(figure);
      for (const row of compared.rows) rows.get(row.item).add(row);
    },
    figures: (): RoundFigures => ({
      fields: fields.inOrder().map(([key, { field }]) => field(key)),
      rows: rows.inOrder().map(([item, { row }]) => row(item)),
    }),
  };
};
