import {
  compareExact,
  type Exact,
  exact,
  figureOf,
  over,
  plus,
  type Rounding,
  rounded,
  times,
  ZERO,
} from '../../model/exact.ts';
import type { Verdict } from '../../model/finding.ts';
import type { Measured, Thing } from '../../model/measure.ts';
import type { PartsAccount, Standing, Work } from '../../model/points.ts';
import { priceOf, reachesBand, unitsIn } from '../../model/pricing.ts';
import type { FormOf, FoundAmount, FoundRecord, PricedBand, RecordsFound } from '../../model/table.ts';
import type { Decimal } from '../../model/value.ts';
import { weighRecords } from './records.ts';
import { figuresOf, measureOutcome, type Reading, verdictOutcome } from './states.ts';
import { weighStep } from './step.ts';

/** An amount of points with how it came about; null where nothing bounds it. */
export interface Weighed {
  readonly amount: Exact | null;
  readonly work: Work;
  readonly things: readonly Thing[];
  /** Before rounding, where that changed it. */
  readonly unrounded?: string;
}

/** The least and the most that the missing facts leave possible. */
export interface Ends {
  readonly low: Weighed;
  readonly high: Weighed;
}

export interface WeighScope extends Reading {
  readonly places: number;
  readonly rounding: Rounding;
  /** Whether what a state scores for the whole row counts as nothing here: among alternatives, and in one record. */
  readonly lenient: boolean;
  readonly standing: ReadonlyMap<FoundRecord, Standing>;
  /** What the other centres of the round settle. */
  readonly round?: Round;
  readonly form: (form: FoundForm, scope: WeighScope) => { readonly low: PartsAccount; readonly high: PartsAccount };
}

/** At the least and at the most. */
export type Between = readonly [Exact, Exact];

/** What comparison with the other centres gives: for amounts, and for rows that take the average, by their id. */
export interface Round {
  readonly amounts: ReadonlyMap<FoundAmount, Between>;
  readonly averages: ReadonlyMap<string, Between>;
}

export type FoundForm = FormOf<Measured, Verdict, RecordsFound>;

export const cut = (figure: Exact, { places, rounding }: Pick<WeighScope, 'places' | 'rounding'>): Exact =>
  exact(rounded(figure, places, rounding));

const roundedTo = (figure: Exact | null, scope: WeighScope): Pick<Weighed, 'amount' | 'unrounded'> => {
  const amount = figure && cut(figure, scope);
  const isChanged = figure !== null && amount !== null && compareExact(figure, amount) !== 0;
  return { amount, ...(isChanged && { unrounded: figureOf(figure) }) };
};

const NOTHING: Weighed = { amount: ZERO, work: { kind: 'set_aside' }, things: [] };

const same = (weighed: Weighed): Ends => ({ low: weighed, high: weighed });

export const isLess = (a: Exact | null, b: Exact | null): boolean =>
  a !== null && (b === null || compareExact(a, b) < 0);

/** Both ends, where something else may hold instead. */
export const orElse = ({ low, high }: Ends, other: Weighed): Ends => ({
  low: isLess(other.amount, low.amount) ? other : low,
  high: isLess(high.amount, other.amount) ? other : high,
});

const maybeIdle = (ends: Ends, idle: boolean): Ends => (idle ? orElse(ends, NOTHING) : ends);

/** What an amount comes to, at the least and at the most. */
export const weigh = (amount: FoundAmount, scope: WeighScope): Ends => {
  switch (amount.kind) {
    case 'base':
      return same({ amount: exact(amount.points), work: { kind: 'base' }, things: [] });
    case 'once':
      return weighOnce(amount.points, amount.if, scope);
    case 'options':
      return weighOptions(amount, scope);
    case 'best_of':
      return weighBest(amount, scope);
    case 'group':
      return weighGroup(amount, scope);
    case 'records':
      return weighRecords(amount.records, scope);
    case 'form':
      return weighForm(amount, scope);
    default:
      return weighMeasure(amount, scope);
  }
};

const weighOnce = (points: Decimal, verdict: Verdict, scope: WeighScope): Ends => {
  const hit: Weighed = { amount: exact(points), work: { kind: 'once', happened: true }, things: [] };
  const miss: Weighed = { amount: ZERO, work: { kind: 'once', happened: false }, things: [] };
  if (verdict.truth !== 'unknown') return same(verdict.truth === 'met' ? hit : miss);
  return verdictOutcome(verdict, scope).figure ? { low: miss, high: hit } : same(NOTHING);
};

type Measuring = Extract<FoundAmount, { measure: unknown }>;

const weighMeasure = (amount: Measuring, scope: WeighScope): Ends => {
  const { idle, treated } = measureOutcome(amount.measure, scope);
  const figures = figuresOf(amount.measure, scope);
  if (figures === undefined) return same(NOTHING);
  const { things } = amount.measure;
  const ends = (low: Work, a: Exact | null, high: Work, b: Exact | null): Ends => ({
    low: { ...roundedTo(a, scope), work: low, things },
    high: { ...roundedTo(b, scope), work: high, things },
  });
  const settled = scope.round?.amounts.get(amount);
  const priced =
    settled === undefined ? priceFigures(amount, figures, ends) : ends(COMPARED, settled[0], COMPARED, settled[1]);
  return maybeIdle(priced, idle || (scope.lenient && treated.length > 0));
};

const COMPARED: Work = { kind: 'relative' };

type MakeEnds = (low: Work, a: Exact | null, high: Work, b: Exact | null) => Ends;

const priceFigures = (amount: Measuring, { low, high }: { low: Exact; high: Exact | null }, ends: MakeEnds): Ends => {
  switch (amount.kind) {
    case 'each': {
      const units = (figure: Exact): Exact => unitsIn(figure, amount.per, amount.steps);
      const price = (figure: Exact): Exact => priceOf(units(figure), amount);
      const most = high === null ? (amount.points === '0' ? ZERO : null) : price(high);
      return ends(eachWork(amount, low), price(low), eachWork(amount, high), most);
    }
    case 'tiers':
      return tierEnds(amount, low, high, ends);
    case 'share': {
      const share = (figure: Exact): Exact => times(times(figure, exact(amount.points)), exact('0.01'));
      const work = (figure: Exact | null): Work => ({
        kind: 'share',
        figure: figure && figureOf(figure),
        points: amount.points,
      });
      return ends(work(low), share(low), work(high), high && share(high));
    }
    case 'entered': {
      const work = (figure: Exact | null): Work => ({ kind: 'entered', figure: figure && figureOf(figure) });
      return ends(work(low), low, work(high), high);
    }
    case 'relative':
      return ends(COMPARED, ZERO, COMPARED, exact(amount.points));
  }
};

const eachWork = (amount: Extract<Measuring, { kind: 'each' }>, figure: Exact | null): Work => {
  const { per, steps, points, then, measure } = amount;
  const units = figure && figureOf(unitsIn(figure, per, steps));
  const { unit } = measure.domain;
  return { kind: 'each', figure: figure && figureOf(figure), units, per, steps, points, then, ...(unit && { unit }) };
};

const cheaper = (a: PricedBand, b: PricedBand): number => compareExact(exact(a.points), exact(b.points));

const tierEnds = (
  { bands, measure }: Extract<Measuring, { kind: 'tiers' }>,
  low: Exact,
  high: Exact | null,
  ends: MakeEnds,
): Ends => {
  const reached = bands.filter(band => reachesBand(low, high, band)).toSorted(cheaper);
  const [least, most] = [reached[0], reached.at(-1)];
  if (least === undefined || most === undefined)
    throw new Error(`no band of ${JSON.stringify(bands)} holds the figure`);
  const isSettled = high !== null && compareExact(low, high) === 0;
  const { unit } = measure.domain;
  const work = (band: PricedBand): Work => ({
    kind: 'tiers',
    figure: isSettled ? figureOf(low) : null,
    band,
    ...(unit && { unit }),
  });
  return ends(work(least), exact(least.points), work(most), exact(most.points));
};

type Options = Extract<FoundAmount, { kind: 'options' }>;

/** Every option that may be the first to hold. */
const weighOptions = ({ options, otherwise }: Options, scope: WeighScope): Ends => {
  const last: Weighed = { amount: exact(otherwise), work: { kind: 'options', number: 0 }, things: [] };
  const met = options.findIndex(option => option.if.truth === 'met');
  const asked = met < 0 ? options : options.slice(0, met + 1);
  const verdicts = asked.map(option => verdictOutcome(option.if, scope));
  const stop = verdicts.findIndex(({ figure }) => !figure);
  const reached = (stop < 0 ? asked : asked.slice(0, stop)).flatMap((option, index) =>
    option.if.truth === 'unmet' ? [] : [weighOption(option, index)],
  );
  const rest = stop >= 0 ? [NOTHING] : met < 0 ? [last] : [];
  const idle = verdicts.some(one => one.idle || (scope.lenient && one.treated.length > 0));
  const [first, ...more] = [...reached, ...rest];
  if (first === undefined) throw new Error('no option is left');
  return maybeIdle(more.reduce(orElse, same(first)), idle);
};

const weighOption = ({ points, title }: Options['options'][number], index: number): Weighed => ({
  amount: exact(points),
  work: { kind: 'options', number: index + 1, ...(title && { title }) },
  things: [],
});

type Several = Extract<FoundAmount, { of: unknown }>;

const weighBest = ({ of }: Several, scope: WeighScope): Ends => {
  const each = of.map((step, index) => weighStep(step, index + 1, { ...scope, lenient: true }));
  const best = (end: 'low' | 'high'): Weighed => {
    const lines = each.map(ends => ends[end]);
    const chosen = lines.reduce(
      (top, line, index) => (isLess(lines[top]?.amount ?? null, line.amount) ? index : top),
      0,
    );
    const { amount = null, things = [] } = lines[chosen] ?? {};
    return { amount, things, work: { kind: 'best_of', chosen: chosen + 1, of: lines.map(({ line }) => line) } };
  };
  return { low: best('low'), high: best('high') };
};

const weighGroup = ({ of }: Several, scope: WeighScope): Ends => {
  const each = of.map((step, index) => weighStep(step, index + 1, scope));
  const all = (end: 'low' | 'high'): Weighed => {
    const lines = each.map(ends => ends[end]);
    const amount = lines.reduce<Exact | null>((sum, line) => addTo(sum, line.amount), ZERO);
    return {
      amount,
      work: { kind: 'group', of: lines.map(({ line }) => line) },
      things: lines.flatMap(({ things }) => things),
    };
  };
  return { low: all('low'), high: all('high') };
};

export const addTo = (sum: Exact | null, more: Exact | null): Exact | null =>
  sum === null || more === null ? null : plus(sum, more);

/** The share of its own total that a form reaches, of the points that it is worth here. */
const weighForm = (form: FoundForm, scope: WeighScope): Ends => {
  const { points, total } = form;
  const accounts = scope.form(form, scope);
  const end = (account: PartsAccount): Weighed => {
    const share = over(times(exact(account.sum), exact(points)), exact(total));
    return { ...roundedTo(share, scope), work: { kind: 'form', points, total, account }, things: [] };
  };
  return { low: end(accounts.low), high: end(accounts.high) };
};
