import {
  compareExact,
  decimalOf,
  type Exact,
  exact,
  greater,
  lesser,
  sumExact,
  times,
  ZERO,
} from '../../model/base/exact.ts';
import { groupBy } from '../../model/base/group.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { PricedRecord, Standing } from '../../model/scoring/points.ts';
import type { FoundRecord, RecordsFound } from '../../model/scoring/scorecard.ts';
import { addTo, type Ends, isLess, same, type Weighed, type WeighScope } from './ends.ts';
import { recordsOutcome } from './states.ts';

/** What one record costs or earns, at the least and at the most. */
interface Price {
  readonly record: FoundRecord;
  readonly low: Exact;
  readonly high: Exact | null;
  /** How many times the plain price, where records count more as they come again. */
  readonly times?: readonly [low: Decimal, high: Decimal];
}

const isCertain = ({ chosen }: FoundRecord): boolean => chosen === undefined || chosen.truth === 'met';

export const upTo = (amount: Exact | null, cap: string | undefined): Exact | null =>
  cap !== undefined && !isLess(amount, exact(cap)) ? exact(cap) : amount;

const timesAt = (number: number, { steps }: NonNullable<RecordsFound['again']>): Decimal =>
  steps.findLast(({ after }) => number > after)?.times ?? '1';

/** Whether two records are of the same person, window …: surely, perhaps, or not. */
const sameness = (a: FoundRecord, b: FoundRecord): 'yes' | 'maybe' | 'no' => {
  if (a.same === undefined) return 'yes';
  if (a.same === null || b.same === null) return 'maybe';
  return a.same === b.same ? 'yes' : 'no';
};

/** Each record at so many times its price as there are records before it, in the order of the list. */
const escalated = (
  prices: readonly Price[],
  { again, capEach }: RecordsFound,
  standingOf: (price: Price) => Standing,
): readonly Price[] => {
  if (again === undefined) return prices;
  return prices.map((price, index) => {
    const before = prices.slice(0, index).map(other => ({
      standing: standingOf(other),
      same: sameness(price.record, other.record),
      certain: isCertain(other.record),
    }));
    const sure = before.filter(({ standing, same, certain }) => standing === 'counts' && same === 'yes' && certain);
    const possible = before.filter(({ standing, same }) => standing !== 'counted_elsewhere' && same !== 'no');
    const [low, high] = [timesAt(sure.length + 1, again), timesAt(possible.length + 1, again)];
    const dearest = price.high && times(price.high, exact(high));
    return {
      ...price,
      low: upTo(times(price.low, exact(low)), capEach) ?? price.low,
      high: upTo(dearest, capEach),
      times: [low, high] as const,
    };
  });
};

/** Prices added up and held below a cap. */
const sumUpTo = (prices: readonly Price[], end: 'low' | 'high', cap: Decimal): Exact => {
  const sum = prices.reduce<Exact | null>((all, price) => addTo(all, price[end]), ZERO);
  return upTo(sum, cap) ?? exact(cap);
};

export const priceRecords = ({ entries, capEach }: RecordsFound, scope: WeighScope): readonly Price[] =>
  entries.map(record => {
    const { low, high } = scope.weigh(record.amount, { ...scope, lenient: true });
    const least = upTo(low.amount, capEach) ?? ZERO;
    return { record, low: isCertain(record) ? least : lesser(least, ZERO), high: upTo(high.amount, capEach) };
  });

const standingOf = (price: Price, { standing }: WeighScope): Standing => standing.get(price.record) ?? 'counts';

/** A record priced in another row counts for nothing here. */
const withStanding = (price: Price, scope: WeighScope): Price => {
  const standing = standingOf(price, scope);
  if (standing === 'counts') return price;
  return standing === 'counted_elsewhere'
    ? { ...price, low: ZERO, high: ZERO }
    : { ...price, low: lesser(price.low, ZERO) };
};

/** The price of each record in its own row, nothing for those priced in another. */
export const countedHere = (found: RecordsFound, scope: WeighScope): readonly Price[] =>
  escalated(
    priceRecords(found, scope).map(price => withStanding(price, scope)),
    found,
    price => standingOf(price, scope),
  );

/** Records by what they have in common; those of which that is not known are left out. */
const groupsBy = (
  prices: readonly Price[],
  keyOf: (record: FoundRecord) => string | null | undefined,
): readonly (readonly Price[])[] => {
  const groups = groupBy(prices, ({ record }) => keyOf(record) ?? null);
  groups.delete(null);
  return [...groups.values()];
};

const byMatter = (prices: readonly Price[]): readonly (readonly Price[])[] => groupsBy(prices, ({ matter }) => matter);

/** The records of one person, window … together up to their cap; one of whom that is not known may be of any. */
const boundsPer = (prices: readonly Price[], cap: Decimal): { readonly low: Exact; readonly high: Exact } => {
  const groups = groupsBy(prices, ({ group }) => group);
  const unknown = prices.filter(({ record }) => record.group === null).map(price => [price]);
  const total = (parts: readonly (readonly Price[])[], end: 'low' | 'high'): Exact =>
    sumExact(parts.map(part => sumUpTo(part, end, cap)));
  const alone = unknown.map(part => sumUpTo(part, 'low', cap)).reduce(greater, ZERO);
  return { low: greater(total(groups, 'low'), alone), high: total([...groups, ...unknown], 'high') };
};

const sum = (amounts: readonly (Exact | null)[]): Exact | null => amounts.reduce<Exact | null>(addTo, ZERO);

const highest = (amounts: readonly (Exact | null)[]): Exact | null =>
  amounts.reduce((a, b) => (a === null || b === null ? null : greater(a, b)), ZERO);

/** Records of one matter count once, at the highest price; one whose matter is not known may be of any, or of none. */
const bounds = (prices: readonly Price[]): { readonly low: Exact; readonly high: Exact | null } => {
  const matters = byMatter(prices);
  const unknown = prices.filter(({ record }) => record.matter === null);
  const low = sum(matters.map(matter => highest(matter.map(price => price.low)))) ?? ZERO;
  const alone = highest(unknown.map(price => price.low)) ?? ZERO;
  const high = sum([
    ...matters.map(matter => highest(matter.map(price => price.high))),
    ...unknown.map(price => price.high),
  ]);
  return { low: greater(low, alone), high };
};

/** The record of each matter whose price is the one that counts. */
const counting = (prices: readonly Price[], end: 'low' | 'high'): ReadonlySet<FoundRecord> =>
  new Set(
    byMatter(prices).flatMap(matter => {
      const top = matter.reduce((best, price) => (isLess(best[end], price[end]) ? price : best));
      return [top.record];
    }),
  );

const shown = (prices: readonly Price[], end: 'low' | 'high', scope: WeighScope): readonly PricedRecord[] => {
  const counts = counting(prices, end);
  return prices.map(price => {
    const amount = price[end];
    const isCounted = price.record.matter === null ? end === 'high' : counts.has(price.record);
    const standing = isCounted ? standingOf(price, scope) : 'counted_elsewhere';
    const times = price.times?.[end === 'low' ? 0 : 1] ?? '1';
    return {
      key: price.record.key,
      amount: amount === null ? '0' : decimalOf(amount),
      standing,
      ...(times !== '1' && { times }),
      ...(price.record.group !== undefined && { group: price.record.group }),
    };
  });
};

/** Something of which nobody has said how many there are. */
const weighUnread = (found: RecordsFound, scope: WeighScope): Ends => {
  const { figure } = recordsOutcome(found, scope);
  const end = (amount: Exact | null): Weighed => ({
    amount,
    work: { kind: 'records', records: [], unread: true },
    things: [],
  });
  const most = found.unread?.most ?? null;
  const { most: worth } = found.worth;
  if (!figure || worth === '0') return same(end(ZERO));
  return { low: end(ZERO), high: end(most === null || worth === null ? null : times(exact(most), exact(worth))) };
};

/** The prices of all records of a list that are meant, added up. */
export const weighRecords = (found: RecordsFound, scope: WeighScope): Ends => {
  if (found.unread !== undefined) return weighUnread(found, scope);
  const prices = countedHere(found, scope);
  const { capPer } = found;
  const { low, high } = capPer === undefined ? bounds(prices) : boundsPer(prices, capPer.points);
  const end = (amount: Exact | null, side: 'low' | 'high'): Weighed => ({
    amount,
    work: {
      kind: 'records',
      records: shown(prices, side, scope),
      unread: false,
      ...(capPer && { capEach: capPer.points }),
    },
    things: prices.map(({ record }) => ({ kind: 'record', key: record.key })),
  });
  return { low: end(low, 'low'), high: end(high, 'high') };
};

const beats = (a: Exact, b: Exact | null, earlier: boolean): boolean => {
  if (b === null) return false;
  const order = compareExact(a, b);
  return order > 0 || (order === 0 && earlier);
};

export const standings = (claims: readonly Price[]): ReadonlyMap<FoundRecord, Standing> =>
  new Map(claims.map((claim, index) => [claim.record, standing(claim, index, claims)]));

/** One matter that several rows would price is priced where it costs most; the earlier row, where it costs the same. */
const standing = (claim: Price, index: number, claims: readonly Price[]): Standing => {
  const { matter } = claim.record;
  const others = claims.map((other, at) => ({ other, at })).filter(({ at }) => at !== index);
  const sure = others.filter(({ other }) => matter !== null && other.record.matter === matter);
  const possible = others.filter(
    ({ other }) => matter === null || other.record.matter === null || other.record.matter === matter,
  );
  if (sure.some(({ other, at }) => isCertain(other.record) && beats(other.low, claim.high, at < index)))
    return 'counted_elsewhere';
  return possible.every(({ other, at }) => beats(claim.low, other.high, index < at)) ? 'counts' : 'may_count';
};
