import { compareExact, decimalOf, type Exact, exact, minus, plus, ZERO } from '../../model/base/exact.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Account, Bound, PointsLine, Treated } from '../../model/scoring/points.ts';
import type { FoundItem, FoundStep } from '../../model/scoring/scorecard.ts';
import { cut, signed, type WeighScope } from './ends.ts';
import { type Outcome, type Reading, rowOutcome } from './states.ts';
import { type LineEnds, type WeighedLine, weighStep } from './step.ts';

/** Everything that a row may come to: the worst and the best account, and whether it may leave the scorecard. */
export interface WeighedItem {
  readonly item: FoundItem;
  /** Absent when the row surely is not in the scorecard. */
  readonly ends?: { readonly low: Account; readonly high: Account };
  readonly mayLeave: boolean;
  readonly pending: 'peers' | 'relative' | undefined;
  readonly average: 'possible' | 'taken' | undefined;
}

export interface Held {
  readonly points: Exact;
  readonly bound?: { readonly kind: Bound; readonly at: Decimal };
}

/** A sum held between a floor and a cap, where there are any. */
export const hold = (sum: Exact, floor: Decimal | null, cap: Decimal | null): Held => {
  if (cap !== null && compareExact(sum, exact(cap)) > 0) return { points: exact(cap), bound: { kind: 'cap', at: cap } };
  if (floor !== null && compareExact(sum, exact(floor)) < 0)
    return { points: exact(floor), bound: { kind: 'floor', at: floor } };
  return { points: sum };
};

/** What is left of floor or cap is what an amount without bound takes or gives. */
const bounded = (item: FoundItem, lines: readonly WeighedLine[]): readonly PointsLine[] => {
  const known = lines.reduce(
    (sum, { line, amount }) => plus(sum, amount === null ? ZERO : signed(line.kind, amount)),
    exact(item.start),
  );
  let taken = false;
  return lines.map(({ line, amount }) => {
    if (amount !== null || taken) return line;
    taken = true;
    const room = line.kind === 'deduct' ? minus(known, exact(item.worth.least)) : minus(exact(item.worth.most), known);
    return { ...line, amount: decimalOf(compareExact(room, ZERO) < 0 ? ZERO : room) };
  });
};

const accountOf = (item: FoundItem, weighed: readonly WeighedLine[]): Account => {
  const lines = bounded(item, weighed);
  const sum = lines.reduce((total, line) => plus(total, signed(line.kind, exact(line.amount))), exact(item.start));
  const { points, bound } = hold(sum, item.floor, item.cap);
  return {
    start: item.start,
    lines,
    sum: decimalOf(sum),
    ...(bound && { bound }),
    zeroed: false,
    excluded: false,
    points: decimalOf(points),
  };
};

const plain = (start: Decimal, points: Decimal): Account => ({
  start,
  lines: [],
  sum: start,
  zeroed: false,
  excluded: false,
  points,
});

/** What the row scores in a state for which it says so, at the least and at the most. */
const treatedAccounts = (item: FoundItem, treated: Treated, scope: WeighScope): readonly Account[] => {
  const { id, start, points, worth } = item;
  switch (treated.treatment) {
    case 'full':
      return [{ ...plain(start, points), treated }];
    case 'peers': {
      const average = scope.round?.averages.get(id);
      const nobody = scope.round !== undefined && { centres: [0, 0] as const };
      if (average === undefined)
        return [worth.least, worth.most].map(end => ({ ...plain(start, end), treated: { ...treated, ...nobody } }));
      const { centres } = average;
      return average.ends.map(end => ({
        ...plain(start, decimalOf(cut(end, scope))),
        treated: { ...treated, centres },
      }));
    }
    case 'open':
    case 'zero':
    case 'no_effect':
    case 'not_checked':
      return [{ ...plain(start, '0'), treated }];
  }
};

/** Whether an account comes to less, or, where floor or cap make them equal, would without them. */
const isWorse = (a: Account, b: Account): boolean => {
  const points = compareExact(exact(a.points), exact(b.points));
  return (points === 0 ? compareExact(exact(a.sum), exact(b.sum)) : points) < 0;
};

/** With the conditions on which the row is lost altogether. */
const zeroable = ({ zeroIf }: FoundItem, accounts: readonly Account[]): readonly Account[] => {
  if (zeroIf === undefined || zeroIf.truth === 'unmet') return accounts;
  const zeroed = accounts.map((account): Account => ({ ...account, zeroed: true, points: '0' }));
  return zeroIf.truth === 'met' ? zeroed : [...accounts, ...zeroed];
};

const NOT_APPLICABLE = 'not_applicable';

/** Whether the row applies, before anything in it is asked. */
const applied = ({ when, evidence }: FoundItem, outcome: Outcome): RowOutcome => {
  const left: Treated = { state: NOT_APPLICABLE, treatment: evidence.states.not_applicable };
  if (when === undefined || when.truth === 'met') return outcome;
  return when.truth === 'unmet'
    ? { figure: false, treated: [left] }
    : { ...outcome, treated: [...outcome.treated, left] };
};

const numeric = (item: FoundItem, lines: readonly LineEnds[]): readonly Account[] => {
  const pick = (better: boolean): Account => {
    const chosen = lines.map(({ low, high }) => ((low.line.kind === 'award') === better ? high : low));
    return accountOf(item, chosen);
  };
  return [pick(false), pick(true)];
};

export const readingOf = (item: FoundItem, scope: Reading): Reading => ({
  evidence: item.evidence,
  closed: scope.closed,
});

type RowOutcome = Pick<Outcome, 'figure' | 'treated'>;

interface Possible {
  readonly outcome: RowOutcome;
  readonly accounts: readonly Account[];
  readonly mayLeave: boolean;
}

/** Every account that a row may come to, its questions taken one by one. */
const possible = (item: FoundItem, scope: WeighScope): Possible => {
  const outcome = applied(item, rowOutcome(item.steps, scope));
  const treated = outcome.treated.filter(({ treatment }) => treatment !== 'not_checked');
  const lines = item.steps.map((step, index) => weighStep(step, index + 1, scope));
  const accounts = zeroable(item, [
    ...(outcome.figure ? numeric(item, lines) : []),
    ...treated.flatMap(one => treatedAccounts(item, one, scope)),
  ]);
  return { outcome, accounts, mayLeave: treated.length < outcome.treated.length };
};

/** The same, where a fact that several questions ask is answered the same in all of them; or is never handed in. */
const possibleTogether = (item: FoundItem, scope: WeighScope): Possible => {
  const alone = possible(item, scope);
  const isSettled = scope.closed && scope.evidence.undeclared === 'zero';
  if (item.cases === undefined || !alone.outcome.figure || isSettled) return alone;
  const cases = item.cases.map(one => possible(one, scope));
  const unsaid = alone.accounts.filter(({ treated }) => treated?.state === 'undeclared');
  return {
    ...alone,
    accounts: [...cases.flatMap(({ accounts }) => accounts), ...unsaid],
    mayLeave: cases.some(({ mayLeave }) => mayLeave),
  };
};

/** A row worked out at its worst and at its best. */
export const weighItem = (item: FoundItem, outer: WeighScope): WeighedItem => {
  const scope: WeighScope = { ...outer, ...readingOf(item, outer), lenient: false };
  const { outcome, accounts, mayLeave } = possibleTogether(item, scope);
  const low = accounts.reduce<Account | undefined>((a, b) => (a === undefined || isWorse(b, a) ? b : a), undefined);
  const high = accounts.reduce<Account | undefined>((a, b) => (a === undefined || isWorse(a, b) ? b : a), undefined);
  const average = averageOf(outcome);
  const pending = pendingOf(item, outcome.figure, average, scope);
  return { item, ...(low && high && { ends: { low, high } }), mayLeave, pending, average };
};

const averageOf = ({ figure, treated }: RowOutcome): WeighedItem['average'] => {
  const peers = treated.filter(({ treatment }) => treatment === 'peers');
  if (peers.length === 0) return undefined;
  return figure || peers.length < treated.length ? 'possible' : 'taken';
};

const isCompared = ({ amount }: FoundStep): boolean => {
  if (amount.kind === 'best_of' || amount.kind === 'group') return amount.of.some(isCompared);
  if (amount.kind !== 'form') return amount.kind === 'relative';
  return amount.sections.some(({ items }) => items.some(({ steps }) => steps.some(isCompared)));
};

/** Whether a row waits for the other centres: nothing settles it before their figures are in. */
const pendingOf = (
  item: FoundItem,
  figure: boolean,
  average: WeighedItem['average'],
  { round }: WeighScope,
): WeighedItem['pending'] => {
  if (round !== undefined) return undefined;
  if (average !== undefined) return 'peers';
  return figure && item.steps.some(isCompared) ? 'relative' : undefined;
};
