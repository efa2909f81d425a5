import {
  compareExact,
  type Exact,
  exact,
  figureOf,
  greater,
  lesser,
  over,
  readFigure,
  times,
  wholesIn,
  ZERO,
} from '../../model/base/exact.ts';
import type { ComparedFigure, RoundFigure, RoundFigures, RoundRow } from '../../model/scoring/peers.ts';
import type { Comparison } from '../../model/scoring/points.ts';
import type { Place } from '../../model/scoring/rank.ts';
import type { FoundScorecard, RankBand, RelativeRule } from '../../model/scoring/scorecard.ts';
import { percentOf } from '../many.ts';
import type { Average, Between, PlaceOf, Round, Settled } from '../scorecard/ends.ts';
import { comparisonsOf, type Relative, rankKey } from './compared.ts';
import { countAbove, countBelow, endOfOthers, type Field, openField } from './field.ts';

interface Fields {
  readonly worst: Field;
  readonly best: Field;
}

interface Own {
  readonly worst: Exact | null;
  readonly best: Exact | null;
  readonly sure: boolean;
}

const read = (figure: RoundFigure): Exact | null => (figure === null ? null : readFigure(figure));

const isSame = (a: Exact | null, b: Exact | null): boolean =>
  a === null || b === null ? a === b : compareExact(a, b) === 0;

/** The best and the worst place, and the least and the most centres to share them out among. */
const standing = ({ worst, best }: Fields, own: Own, wanted: RelativeRule['wanted']): Place => {
  const ahead = wanted === 'highest' ? countAbove : countBelow;
  const isOwnAhead = !isSame(own.worst, own.best);
  const first = 1 + ahead(worst, own.best);
  const last = 1 + ahead(best, own.worst) - (isOwnAhead ? 1 : 0);
  const most = Math.max(best.count, 1);
  return {
    places: [first, Math.max(first, last)],
    centres: [Math.min(most, worst.count + (own.sure ? 0 : 1)), most],
  };
};

/** Own ÷ largest, or smallest ÷ own: from the worst against the best of the others to the best against their worst. */
const shares = ({ worst, best }: Fields, own: Own, { wanted }: RelativeRule) => {
  const better = (a: Exact, b: Exact | undefined): Exact =>
    b === undefined ? a : wanted === 'highest' ? greater(a, b) : lesser(a, b);
  const share = (self: Exact, top: Exact): Exact => {
    if (wanted === 'lowest') return self.n === 0n ? exact(1) : over(top, self);
    return top.n === 0n ? ZERO : over(self, top);
  };
  const rival = endOfOthers(best, own.best, wanted);
  const bestRival = worst.figures.at(wanted === 'highest' ? -1 : 0);
  const [toughest, mildest] = [
    own.worst === null || rival === null ? null : better(own.worst, rival),
    own.best === null ? null : better(own.best, bestRival),
  ];
  return {
    low: { share: own.worst === null || toughest === null ? ZERO : share(own.worst, toughest), top: toughest },
    high: { share: own.best === null || mildest === null ? exact(1) : share(own.best, mildest), top: mildest },
  };
};

type Banded = Extract<RelativeRule, { kind: 'rank' | 'quantile' }>;

/** Every price that some place in the range earns, where a place is worth `unit` of what the bands are in. */
const pricesAt = ({ bands, otherwise }: Banded, [first, last]: readonly [number, number], unit: Exact): Exact[] => {
  const found: Exact[] = [];
  let from = first;
  for (const { through, points } of bands satisfies readonly RankBand[]) {
    const to = Math.min(last, Number(wholesIn(over(exact(through), unit)).n));
    if (to < from) continue;
    found.push(exact(points));
    from = to + 1;
  }
  return from <= last ? [...found, exact(otherwise)] : found;
};

/** So many numbers of centres are gone through one by one. */
const FEW = 50;

/** What the places earn, at the least and at the most. */
const byPlace = (rule: Banded, { places, centres }: ReturnType<typeof standing>): Between => {
  const [least, most] = centres;
  const all = [...rule.bands.map(({ points }) => exact(points)), exact(rule.otherwise)];
  const numbers = rule.kind === 'rank' ? [most] : Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const prices =
    numbers.length > FEW
      ? all
      : numbers.flatMap(of =>
          pricesAt(
            rule,
            [Math.min(places[0], of), Math.min(places[1], of)],
            rule.kind === 'rank' ? exact(1) : percentOf(1, of),
          ),
        );
  return [prices.reduce(lesser), prices.reduce(greater)];
};

const settleAmount = (amount: Relative, figure: ComparedFigure, fields: Fields): Settled => {
  const { rule, points, measure } = amount;
  const { unit } = measure.domain;
  const own: Own = { worst: read(figure.worst), best: read(figure.best), sure: figure.sure };
  const found = standing(fields, own, rule.wanted);
  const base = { rule, points, ...found, ...(unit && { unit }) };
  const isSettled = figure.worst === figure.best;
  if (rule.kind !== 'best') {
    const [low, high] = byPlace(rule, found);
    const work = { kind: 'relative', compared: { ...base, figure: isSettled ? figure.best : null } } as const;
    return { low, high, works: { low: work, high: work } };
  }
  const ends = shares(fields, own, rule);
  const work = (side: 'low' | 'high') => {
    const { top } = ends[side];
    const compared: Comparison = {
      ...base,
      figure: side === 'low' ? figure.worst : figure.best,
      ...(top && { best: figureOf(top) }),
    };
    return { kind: 'relative', compared } as const;
  };
  return {
    low: times(ends.low.share, exact(points)),
    high: times(ends.high.share, exact(points)),
    works: { low: work('low'), high: work('high') },
  };
};

/** The average over the centres that have points of their own there; a range while it is open who they are. */
const averageOf = ({ sure, all, sum, ends }: RoundRow): Average | undefined => {
  if (sure === 0) return undefined;
  const share = (figure: string): Exact => over(exact(figure), exact(sure));
  const between: Between = sure === all ? [share(sum[0]), share(sum[1])] : [exact(ends[0]), exact(ends[1])];
  return { ends: between, centres: [sure, all] };
};

type Opened = ReadonlyMap<string, Fields>;

const openFields = ({ fields }: Pick<RoundFigures, 'fields'>): Opened =>
  new Map(fields.map(({ key, worst, best }) => [key, { worst: openField(worst), best: openField(best) }]));

/** Where a centre stands by its whole score; undefined while it is open with which centres it is held. */
const placeIn =
  (opened: Opened): PlaceOf =>
  (rule, { low, high, classes }) => {
    const own = rule.among === 'all' ? '' : classes.length === 1 ? classes[0] : undefined;
    const field = own === undefined ? undefined : opened.get(rankKey(rule, own));
    const [least, most] = [exact(low), exact(high)];
    return rule.end === 'first'
      ? field && standing(field, { worst: least, best: most, sure: true }, 'highest')
      : field && standing(field, { worst: most, best: least, sure: true }, 'lowest');
  };

export const placesIn = (figures: RoundFigures): PlaceOf => placeIn(openFields(figures));

/** What a round settles in the scorecard of one of its centres. */
export type SettleRound = (found: FoundScorecard) => Round;

export const openRound = ({ fields, rows }: RoundFigures): SettleRound => {
  const opened = openFields({ fields });
  const averages = new Map(
    rows.flatMap(row => {
      const average = averageOf(row);
      return average === undefined ? [] : [[row.item, average] as const];
    }),
  );
  const place = placeIn(opened);
  return found => ({
    place,
    averages,
    amounts: new Map(
      comparisonsOf(found).flatMap(({ amount, figure }) => {
        const field = opened.get(figure.key);
        return field === undefined ? [] : [[amount, settleAmount(amount, figure, field)] as const];
      }),
    ),
  });
};
