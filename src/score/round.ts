import { compareExact, type Exact, exact, greater, lesser, over, sumExact, times, ZERO } from '../model/exact.ts';
import type { Figures } from '../model/measure.ts';
import type { TableResult } from '../model/points.ts';
import type { FoundAmount, FoundItem, FoundStep, FoundTable, RankBand, RelativeRule } from '../model/table.ts';
import { percentOf } from './many.ts';
import type { Between, Round } from './table/ends.ts';
import { figuresOf } from './table/states.ts';
import { scoreTable } from './table/table.ts';

/** One centre of a round, its table not yet compared with the others'. */
export interface Entrant {
  readonly id: string;
  readonly found: FoundTable;
}

type Relative = Extract<FoundAmount, { kind: 'relative' }>;

interface Compared {
  readonly amount: Relative;
  readonly figures: Figures;
}

const stepsIn = (steps: readonly FoundStep[]): readonly FoundStep[] =>
  steps.flatMap(step =>
    step.amount.kind === 'best_of' || step.amount.kind === 'group' ? [step, ...stepsIn(step.amount.of)] : [step],
  );

const rowsOf = ({ forms }: FoundTable): readonly FoundItem[] =>
  forms.flatMap(({ sections }) => sections.flatMap(section => section.items));

/** Amounts set by comparison, by their row and their place in it: the same key in every centre's table. */
const relatives = (table: FoundTable): ReadonlyMap<string, Compared> =>
  new Map(
    rowsOf(table).flatMap(item =>
      stepsIn(item.steps).flatMap(({ amount }, index) => {
        if (amount.kind !== 'relative') return [];
        const figures = figuresOf(amount.measure, { evidence: item.evidence, closed: table.closed });
        return figures === undefined ? [] : [[`${item.id} ${index}`, { amount, figures }] as const];
      }),
    ),
  );

const most = (figures: readonly (Exact | null)[]): Exact | null =>
  figures.reduce((a, b) => (a === null || b === null ? null : greater(a, b)), ZERO);

const least = (figures: readonly (Exact | null)[]): Exact | null =>
  figures.reduce((a, b) => (a === null ? b : b === null ? a : lesser(a, b)), null);

const quotient = (a: Exact, b: Exact): Exact => (b.n === 0n ? ZERO : over(a, b));

/** Own ÷ largest, or smallest ÷ own: from the worst against the best of the others to the best against their worst. */
const toBest = (own: Figures, others: readonly Figures[], wanted: RelativeRule['wanted']): Between => {
  if (wanted === 'highest') {
    const top = most([own.low, ...others.map(({ high }) => high)]);
    const low = top === null ? ZERO : quotient(own.low, top);
    const high =
      own.high === null
        ? exact(1)
        : quotient(own.high, most([own.high, ...others.map(other => other.low)]) ?? own.high);
    return [low, high];
  }
  const share = (self: Exact, best: Exact): Exact => (self.n === 0n ? exact(1) : over(lesser(best, self), self));
  const low =
    own.high === null ? ZERO : share(own.high, least([own.high, ...others.map(other => other.low)]) ?? own.high);
  return [low, share(own.low, least([own.low, ...others.map(({ high }) => high)]) ?? own.low)];
};

const isAbove = (a: Exact | null, b: Exact | null): boolean =>
  a === null ? b !== null : b !== null && compareExact(a, b) > 0;

const places = (
  own: Figures,
  others: readonly Figures[],
  wanted: RelativeRule['wanted'],
): readonly [number, number] => {
  const ahead = (other: Figures, sure: boolean): boolean => {
    if (wanted === 'highest')
      return sure ? isAbove(other.low, own.high) : isAbove(other.high, own.low) || other.high === null;
    return sure
      ? other.high !== null && isAbove(own.low, other.high)
      : isAbove(own.high, other.low) || own.high === null;
  };
  return [
    1 + others.filter(other => ahead(other, true)).length,
    1 + others.filter(other => ahead(other, false)).length,
  ];
};

const inBand = (bands: readonly RankBand[], otherwise: string, at: Exact): Exact =>
  exact(bands.find(({ through }) => compareExact(at, exact(through)) <= 0)?.points ?? otherwise);

/** What the places from `best` to `worst` earn, at the least and at the most. */
const byPlace = (
  { kind, bands, otherwise }: Extract<RelativeRule, { kind: 'rank' | 'quantile' }>,
  [best, worst]: readonly [number, number],
  of: number,
): Between => {
  const earned = Array.from({ length: worst - best + 1 }, (_, index) =>
    inBand(bands, otherwise, kind === 'rank' ? exact(best + index) : percentOf(best + index, of)),
  );
  return [earned.reduce(lesser), earned.reduce(greater)];
};

const priceOf = ({ amount, figures }: Compared, others: readonly Figures[]): Between => {
  const { rule, points } = amount;
  if (rule.kind !== 'best') return byPlace(rule, places(figures, others, rule.wanted), others.length + 1);
  const [low, high] = toBest(figures, others, rule.wanted);
  return [times(low, exact(points)), times(high, exact(points))];
};

const amountsOf = (key: string, own: ReadonlyMap<string, Compared>, all: readonly ReadonlyMap<string, Compared>[]) => {
  const compared = own.get(key);
  const others = all.filter(table => table !== own).flatMap(table => table.get(key)?.figures ?? []);
  return compared === undefined ? [] : [[compared.amount, priceOf(compared, others)] as const];
};

type Row = TableResult['items'][number];

/** Whether a row surely has points of its own; undefined where that is open. */
const hasOwn = (row: Row): boolean | undefined => {
  if (row.pending === 'peers')
    return row.low.treated?.treatment === 'peers' && row.high.treated?.treatment === 'peers' ? false : undefined;
  return !row.mayLeave || row.low.excluded ? !row.low.excluded : undefined;
};

/** The average of a row over the centres that have points of their own there. */
const averageOf = (id: string, results: readonly TableResult[]): Between | undefined => {
  const rows = results.flatMap(({ items }) => items.filter(({ item }) => item === id));
  const own = rows.filter(row => hasOwn(row) === true);
  const open = rows.filter(row => hasOwn(row) === undefined);
  const [lows, highs] = [
    [...own, ...open].map(({ low }) => exact(low.points)),
    [...own, ...open].map(({ high }) => exact(high.points)),
  ];
  if (own.length === 0) return undefined;
  if (open.length > 0) return [lows.reduce(lesser), highs.reduce(greater)];
  const count = exact(own.length);
  return [over(sumExact(lows), count), over(sumExact(highs), count)];
};

/** Scores the centres of a round together: rows set by comparison, then those that take the average of the others. */
export const scoreRound = (
  entrants: readonly Entrant[],
): readonly { readonly id: string; readonly result: TableResult }[] => {
  const tables = entrants.map(({ found }) => relatives(found));
  const keys = [...new Set(tables.flatMap(table => [...table.keys()]))];
  const compared = tables.map(
    (own): Round => ({
      amounts: new Map<FoundAmount, Between>(keys.flatMap(key => amountsOf(key, own, tables))),
      averages: new Map(),
    }),
  );
  const first = entrants.map(({ found }) => scoreTable(found));
  const second = entrants.map(({ found }, index) =>
    scoreTable(found, { ...(compared[index] ?? EMPTY), averages: new Map() }),
  );
  const waiting = [
    ...new Set(
      first.flatMap(({ items }) => items.filter(({ pending }) => pending === 'peers').map(({ item }) => item)),
    ),
  ];
  const marked = second.map((result, index) => withPending(result, first[index]));
  const averages = new Map(
    waiting.flatMap(id => {
      const found = averageOf(id, marked);
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
  return entrants.map(({ id, found }, index) => ({
    id,
    result: scoreTable(found, { amounts: compared[index]?.amounts ?? new Map(), averages }),
  }));
};

const EMPTY: Round = { amounts: new Map(), averages: new Map() };

const withPending = (result: TableResult, before: TableResult | undefined): TableResult => ({
  ...result,
  items: result.items.map(row => {
    const pending = before?.items.find(({ item }) => item === row.item)?.pending;
    return { ...row, ...(pending && { pending }) };
  }),
});
