import { gapOf, resolve } from '../../language/truth/scope.ts';
import { daysAfter, daysLate, outside, workdaysBetween } from '../../model/base/day.ts';
import { compareExact, type Exact, exact, greater, lesser, minus, over, times, ZERO } from '../../model/base/exact.ts';
import { inFirstUnit, inUnit, type UnitCode } from '../../model/base/unit.ts';
import type { Value } from '../../model/base/value.ts';
import type { Gap } from '../../model/finding/finding.ts';
import type { Figures, Limit, Measure, Measured } from '../../model/scoring/measure.ts';
import { entryFact } from '../../model/scoring/rows.ts';
import { inherited, measured, type ScorecardScope, settled, unmeasured, wholeDomain, withoutValue } from './answers.ts';
import { measureChecks, measureRules } from './checks.ts';
import { measureCount, measureSum, measureTerms } from './lists.ts';

type OfKind<K extends Measure['kind']> = Extract<Measure, { kind: K }>;

/** What a measure comes to for a profile, or for the record in scope. */
export const measure = (asked: Measure, scope: ScorecardScope): Measured => {
  switch (asked.kind) {
    case 'count':
      return measureCount(asked, scope);
    case 'terms':
      return measureTerms(asked, scope);
    case 'fact':
      return measureFact(asked, scope);
    case 'sum':
      return measureSum(asked, scope, measure);
    case 'late':
      return measureLate(asked, scope);
    case 'checks':
      return measureChecks(asked, scope);
    case 'rules':
      return measureRules(asked, scope);
    case 'rate':
    case 'ratio':
      return measureQuotient(asked, scope);
    case 'gap':
      return measureGap(asked, scope);
    case 'entry':
      return measureEntry(asked, scope);
  }
};

const amountOf = (value: Value, unit: UnitCode | undefined): Exact | undefined => {
  if (value.type === 'count' || value.type === 'percent') return exact(value.amount);
  if (value.type !== 'quantity') return undefined;
  const base = inFirstUnit(value.amount, value.unit);
  return unit === undefined ? base : inUnit(base, unit);
};

const measureFact = ({ fact, unit, domain }: OfKind<'fact'>, scope: ScorecardScope): Measured => {
  const at = resolve(fact, scope);
  const value = at.fact?.state === 'declared' ? at.fact.value : undefined;
  const amount = value && amountOf(value, unit);
  return value === undefined || amount === undefined ? withoutValue(domain, gapOf(at)) : settled(domain, amount);
};

interface OpenDate {
  readonly date: string | undefined;
  readonly gaps: readonly Gap[];
}

const dateAt = (reference: OfKind<'late'>['done'], scope: ScorecardScope): OpenDate => {
  const at = resolve(reference, scope);
  const value = at.fact?.state === 'declared' ? at.fact.value : undefined;
  return value?.type === 'date' ? { date: value.value, gaps: [] } : { date: undefined, gaps: gapOf(at) };
};

const measureLate = ({ done, due, days, domain }: OfKind<'late'>, scope: ScorecardScope): Measured => {
  const calendar = days === 'workdays' ? scope.calendar : undefined;
  const finished = dateAt(done, scope);
  const from = due.kind === 'date' ? { date: due.date, gaps: [] } : dateAt(due.fact, scope);
  const gaps = [...finished.gaps, ...from.gaps];
  if (finished.date === undefined || from.date === undefined) return withoutValue(domain, gaps);
  const unknownDays = (dates: readonly string[]): Measured =>
    measured(domain, wholeDomain(domain), { outsideCalendar: dates });
  const missing = calendar === undefined ? [] : outside(calendar, [finished.date, from.date]);
  if (missing.length > 0) return unknownDays(missing);
  const by = due.kind === 'date' ? from.date : daysAfter(from.date, due.plus, calendar);
  if (by === undefined) return unknownDays([from.date]);
  const late = calendar === undefined ? daysLate(finished.date, by) : workdaysBetween(by, finished.date, calendar);
  return settled(domain, late);
};

/** The most that a quotient can be; the least that divides is one, where things are counted. */
const highest = (part: Figures, whole: Figures, countsWholes: boolean): Exact | null => {
  const least = compareExact(whole.low, ZERO) > 0 ? whole.low : countsWholes ? exact(1) : undefined;
  return least === undefined || part.high === null ? null : over(part.high, least);
};

const isZero = (figure: Exact | null): boolean => figure !== null && compareExact(figure, ZERO) === 0;

const measureQuotient = (asked: OfKind<'rate' | 'ratio'>, scope: ScorecardScope): Measured => {
  const { domain } = asked;
  const part = measure(asked.part, scope);
  const whole = measure(asked.whole, scope);
  const more = { ...inherited([part, whole]), nothing: 'no' as const };
  if (part.figures === undefined || whole.figures === undefined)
    return unmeasured(domain, { ...more, nothing: more.states.length === 0 ? 'yes' : 'no' });
  if (isZero(whole.figures.high)) return unmeasured(domain, { ...more, nothing: 'yes' });
  const factor = exact(asked.kind === 'rate' ? 100 : 1);
  const low = whole.figures.high === null ? ZERO : times(over(part.figures.low, whole.figures.high), factor);
  const top = highest(part.figures, whole.figures, whole.domain.whole);
  const most = domain.most === null ? null : exact(domain.most);
  const high = top === null ? most : most === null ? times(top, factor) : lesser(times(top, factor), most);
  const nothing = compareExact(whole.figures.low, ZERO) === 0 ? 'maybe' : 'no';
  return measured(domain, { low, high }, { ...more, nothing });
};

const limitFigures = (limit: Limit, scope: ScorecardScope): Measured | Figures => {
  if (limit.kind === 'figure') return { low: exact(limit.at), high: exact(limit.at) };
  return measure(limit.of, scope);
};

const scaledBy = (figures: Figures, limit: Limit): Figures => {
  if (limit.kind === 'figure') return figures;
  const factor = exact(limit.times);
  return { low: times(figures.low, factor), high: figures.high && times(figures.high, factor) };
};

const atLeastNothing = (a: Exact | null, b: Exact | null): Exact | null =>
  a === null ? null : b === null ? ZERO : greater(ZERO, minus(a, b));

const measureGap = ({ of, side, limit, domain }: OfKind<'gap'>, scope: ScorecardScope): Measured => {
  const own = measure(of, scope);
  const other = limitFigures(limit, scope);
  const more = inherited('domain' in other ? [own, other] : [own]);
  const figures = 'domain' in other ? other.figures : other;
  if (own.figures === undefined || figures === undefined) return unmeasured(domain, more);
  const [a, b] =
    side === 'short_of' ? [scaledBy(figures, limit), own.figures] : [own.figures, scaledBy(figures, limit)];
  const low = atLeastNothing(a.low, b.high) ?? ZERO;
  return measured(domain, { low, high: atLeastNothing(a.high, b.low) }, more);
};

/** What the inspector filled in, or everything that may be filled in. */
const measureEntry = ({ entry, domain }: OfKind<'entry'>, scope: ScorecardScope): Measured => {
  const entered = scope.entries.get(entry.id);
  if (entered !== undefined) return settled(domain, entered.value);
  const gap = { fact: entryFact(entry.id), reason: 'undeclared', location: scope.profile.root } as const;
  return measured(domain, wholeDomain(domain), { undeclared: false, gaps: [gap] });
};
