import {
  compareDecimals,
  compareExact,
  type Exact,
  exact,
  greater,
  lesser,
  minus,
  plus,
  times,
  ZERO,
} from '../../model/base/exact.ts';
import { NOWHERE } from '../../model/base/location.ts';
import type { Ground, Verdict } from '../../model/finding/finding.ts';
import type { Figures, Measured } from '../../model/scoring/measure.ts';
import type { FoundAmount, FoundStep } from '../../model/scoring/scorecard.ts';
import { signed, type WeighScope } from '../scorecard/ends.ts';
import type { Measuring } from '../scorecard/measured.ts';
import { priceRecords } from '../scorecard/records.ts';
import { figuresOf } from '../scorecard/states.ts';
import { weighStep } from '../scorecard/step.ts';
import type { Fix } from './front.ts';

/** Where a step stands, and which matters are taken to be in order already. */
export interface Place {
  readonly item: string;
  readonly number: number;
  readonly scope: WeighScope;
  readonly settled: ReadonlySet<string>;
}

/** More of the same than this is not a plan. */
const MOST = 60;

const NO_GROUND: Ground = { fact: '', value: null, location: NOWHERE };

export const decided = (truth: boolean): Verdict =>
  truth ? { truth: 'met', grounds: [NO_GROUND] } : { truth: 'unmet', grounds: [NO_GROUND], shortfalls: [] };

const figured = (measure: Measured, at: Exact): Measured => ({
  ...measure,
  figures: { low: at, high: at },
  states: [],
  nothing: 'no',
  undeclared: false,
  gaps: [],
  besides: [],
});

/** What a step comes to for the row, at its worst or at its best. */
export const worthOf = (step: FoundStep, { number, scope }: Place, end: 'worst' | 'best'): Exact | undefined => {
  const { low, high } = weighStep(step, number, scope);
  const { amount } = (step.kind === 'award') === (end === 'best') ? high : low;
  return amount === null ? undefined : signed(step.kind, amount);
};

/** Nothing taken for want of a bound, yet less than any deduction that has one. */
export const BOTTOMLESS = exact('-1000000000');

export const fixOf = (place: Place, step: FoundStep, kind: Fix['kind'], more: Partial<Fix> = {}): Fix => ({
  kind,
  item: place.item,
  step: place.number,
  ...(step.title && { title: step.title }),
  ...more,
});

/** What a step may be turned into, each with how many times its effort that takes. */
interface Turn {
  readonly step: FoundStep;
  readonly times: number;
  readonly fix: Fix;
}

export type Several = Extract<FoundAmount, { of: unknown }>;

type Of<K extends FoundAmount['kind']> = Extract<FoundAmount, { kind: K }>;

const turnOnce = (step: FoundStep, amount: Of<'once'>, place: Place): readonly Turn[] => {
  const wanted = step.kind === 'award';
  const turned = { ...step, amount: { ...amount, if: decided(wanted) } };
  return [{ step: turned, times: 1, fix: fixOf(place, step, 'do', { about: amount.about }) }];
};

const withFigure = (step: FoundStep, amount: Measuring, at: Exact): FoundStep => ({
  ...step,
  amount: { ...amount, measure: figured(amount.measure, at) },
});

/** The figure that is best for the row, as far as it is known. */
const bestFigure = (step: FoundStep, { low, high }: Figures): Exact => (step.kind === 'award' ? (high ?? low) : low);

const turnEach = (step: FoundStep, amount: Of<'each'>, place: Place): readonly Turn[] => {
  const figures = figuresOf(amount.measure, place.scope);
  if (figures === undefined) return [];
  const { most, least } = amount.measure.domain;
  const start = bestFigure(step, figures);
  const isAward = step.kind === 'award';
  const per = exact(amount.per);
  const limit = isAward ? (most === null ? null : exact(most)) : exact(least);
  const turns: Turn[] = [];
  for (let count = 1; count <= MOST; count++) {
    const moved = isAward ? plus(start, times(per, exact(count))) : minus(start, times(per, exact(count)));
    const at = limit === null ? moved : isAward ? lesser(moved, limit) : greater(moved, limit);
    const kind = isAward ? 'more' : 'fewer';
    const fix = fixOf(place, step, kind, { count, things: amount.measure.things });
    turns.push({ step: withFigure(step, amount, at), times: count, fix });
    if (limit !== null && compareExact(at, limit) === 0) break;
  }
  return turns;
};

/** Every other band or option, so much effort for each one passed over. */
const turnTo = (
  step: FoundStep,
  amount: Of<'tiers'> | Of<'options'>,
  prices: readonly { readonly points: string }[],
  place: Place,
): readonly Turn[] => {
  const sorted = prices.toSorted((a, b) => compareDecimals(a.points, b.points));
  const [low, high] = [worthOf(step, place, 'worst'), worthOf(step, place, 'best')];
  const isHere = ({ points }: { readonly points: string }): boolean =>
    high !== undefined && low !== undefined && compareExact(signed(step.kind, exact(points)), high) === 0;
  const here = sorted.findIndex(isHere);
  return sorted.map(({ points }, index) => {
    const count = Math.abs(index - Math.max(here, 0));
    const fix = fixOf(place, step, amount.kind === 'tiers' ? 'band' : 'option', { count });
    return { step: { ...step, amount: { kind: 'base', points } }, times: Math.max(1, count), fix };
  });
};

const turnShare = (step: FoundStep, amount: Of<'share'>, place: Place): readonly Turn[] => {
  const most = exact(amount.measure.domain.most ?? '100');
  return [
    { step: withFigure(step, amount, step.kind === 'award' ? most : ZERO), times: 1, fix: fixOf(place, step, 'do') },
  ];
};

/** The dearest matters put right first, one after the other. */
const turnRecords = (step: FoundStep, { records }: Of<'records'>, place: Place): readonly Turn[] => {
  if (step.kind === 'award') return [];
  const prices = priceRecords(records, place.scope).toSorted((a, b) =>
    compareExact(b.high ?? BOTTOMLESS, a.high ?? BOTTOMLESS),
  );
  const matters = [...new Set(prices.map(({ record }) => record.matter ?? record.key))];
  return matters.map((_, index) => {
    const gone = new Set(matters.slice(0, index + 1));
    const left = records.entries.filter(entry => !gone.has(entry.matter ?? entry.key));
    const fixed = records.entries.filter(entry => gone.has(entry.matter ?? entry.key));
    const things = fixed.map(({ key }) => ({ kind: 'record' as const, key }));
    return {
      step: { ...step, amount: { kind: 'records' as const, records: { ...records, entries: left } } },
      times: index + 1,
      fix: fixOf(place, step, 'record', { count: index + 1, things }),
    };
  });
};

export const turnsOf = (step: FoundStep, place: Place): readonly Turn[] => {
  const { amount } = step;
  switch (amount.kind) {
    case 'once':
      return turnOnce(step, amount, place);
    case 'each':
      return turnEach(step, amount, place);
    case 'tiers':
      return turnTo(step, amount, amount.bands, place);
    case 'options':
      return turnTo(step, amount, [...amount.options, { points: amount.otherwise }], place);
    case 'share':
      return turnShare(step, amount, place);
    case 'records':
      return turnRecords(step, amount, place);
    case 'best_of':
      return amount.of.flatMap((part, index) =>
        turnsOf(part, place).map(turn => ({
          ...turn,
          step: { ...step, amount: { ...amount, of: replaced(amount.of, index, turn.step) } },
        })),
      );
    case 'base':
    case 'relative':
    case 'entered':
    case 'group':
    case 'form':
      return [];
  }
};

const replaced = ([first, ...rest]: Several['of'], index: number, step: FoundStep): Several['of'] =>
  index === 0 ? [step, ...rest] : [first, ...rest.map((part, at) => (at + 1 === index ? step : part))];
