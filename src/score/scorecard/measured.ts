import { compareDecimals, compareExact, type Exact, exact, figureOf, times, ZERO } from '../../model/base/exact.ts';
import type { Work } from '../../model/scoring/points.ts';
import { priceOf, reachesBand, unitsIn } from '../../model/scoring/pricing.ts';
import type { FoundAmount, PricedBand } from '../../model/scoring/scorecard.ts';
import { type Ends, maybeIdle, NOTHING, roundedTo, same, type WeighScope } from './ends.ts';
import { figuresOf, measureOutcome } from './states.ts';

export type Measuring = Extract<FoundAmount, { measure: unknown }>;

/** What something measured is worth. */
export const weighMeasure = (amount: Measuring, scope: WeighScope): Ends => {
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
    settled === undefined
      ? priceFigures(amount, figures, ends)
      : ends(settled.works.low, settled.low, settled.works.high, settled.high);
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

const cheaper = (a: PricedBand, b: PricedBand): number => compareDecimals(a.points, b.points);

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
