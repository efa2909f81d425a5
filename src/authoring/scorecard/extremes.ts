import { compareDecimals } from '../../model/base/exact.ts';
import type { Location } from '../../model/base/location.ts';
import type { Decimal, Fact, Value } from '../../model/base/value.ts';
import type { Entered } from '../../model/profile/inspection.ts';
import type { Entry } from '../../model/scoring/measure.ts';
import type { ScorecardResult } from '../../model/scoring/points.ts';
import type { Scorecard } from '../../model/scoring/scorecard.ts';
import { factsOfScorecard } from '../../model/scoring/scorecard-facts.ts';
import type { FactDefinition, Plausible, Vocabulary } from '../../model/standard/vocabulary.ts';
import { NOBODY, weighed } from './reach.ts';

/** A case that the tool proposes: everything that it takes to score the most, or the least, and what that comes to. */
export interface Extreme {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly entered: readonly Entered[];
  readonly low: Decimal;
  readonly high: Decimal;
}

const PLACE: Location = { file: '', line: 1, column: 1 };

const FIGURE = /^\d+(?:\.\d+)?$/u;

/** The figures at which rows turn: edges of bands, limits, figures of checks. */
const figuresIn = (part: unknown): readonly Decimal[] => {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: readonly [string, unknown]) =>
    typeof value === 'string'
      ? (key === 'at' || key === 'amount') && FIGURE.test(value)
        ? [value]
        : []
      : figuresIn(value),
  );
};

const isPlausible = (at: Decimal, [least, most]: Plausible = ['0', at]): boolean =>
  compareDecimals(at, least) >= 0 && compareDecimals(at, most) <= 0;

const valuesOf = (definition: FactDefinition, { list }: Vocabulary, figures: readonly Decimal[]): readonly Value[] => {
  switch (definition.type) {
    case 'yes_no':
      return [true, false].map(value => ({ type: 'yes_no', value }));
    case 'term':
      return (list.get(definition.list)?.terms ?? []).map(({ code }) => ({
        type: 'term',
        list: definition.list,
        code,
      }));
    case 'terms': {
      const terms = (list.get(definition.list)?.terms ?? []).map(({ code }) => ({ code, location: PLACE }));
      return [terms, []].map(some => ({ type: 'terms', list: definition.list, terms: some }));
    }
    case 'percent':
      return [...figures, '0', '100']
        .filter(at => compareDecimals(at, '100') <= 0)
        .map(amount => ({ type: 'percent', amount }));
    case 'count':
      return [...figures, '0', ...(definition.plausible ?? DOUBLED)]
        .filter(at => !at.includes('.') && isPlausible(at, definition.plausible))
        .map(amount => ({ type: 'count', amount }));
    case 'quantity': {
      const { unit } = definition;
      return [...figures, '0', ...(definition.plausible ?? [])]
        .filter(at => isPlausible(at, definition.plausible))
        .map(amount => ({ type: 'quantity', amount, unit }));
    }
    case 'records':
      return [{ type: 'records', items: [] }];
    case 'size':
    case 'date':
    case 'time':
    case 'hours':
    case 'text':
      return [];
  }
};

/** Counts that nothing bounds are tried until a row has no more to take or give. */
const DOUBLED: readonly Decimal[] = Array.from({ length: 11 }, (_, power) => String(2 ** power));

const entriesOf = ({ id, least, most, options, step = '1' }: Entry): readonly Entered[] => {
  const by = { entry: id, reason: '', person: '', level: '', location: PLACE };
  const values =
    options.length > 0
      ? options.map(({ points, id: option }) => ({ value: points, option }))
      : [least, ...(most === null ? [step, ...DOUBLED] : [most])].map(value => ({ value }));
  return values.map(value => ({ ...by, ...value }));
};

/** One after the other, each question is answered by what leaves the score highest, or lowest. */
const search = (
  scorecard: Scorecard,
  questions: readonly (readonly Partial<Extreme>[])[],
  better: (a: ScorecardResult, b: ScorecardResult) => boolean,
  asOf: string,
): Extreme => {
  const weigh = ({ facts, entered }: Pick<Extreme, 'facts' | 'entered'>): ScorecardResult =>
    weighed(scorecard, { ...NOBODY, facts }, entered, asOf);
  let best: Pick<Extreme, 'facts' | 'entered'> = { facts: new Map(), entered: [] };
  for (const answers of questions) {
    const tried = answers.map(({ facts = new Map<string, Fact>(), entered = [] }) => {
      const next = { facts: new Map([...best.facts, ...facts]), entered: [...best.entered, ...entered] };
      return { next, result: weigh(next) };
    });
    const [first, ...rest] = tried;
    if (first !== undefined) best = rest.reduce((a, b) => (better(b.result, a.result) ? b : a), first).next;
  }
  const { low, high } = weigh(best);
  return { ...best, low: low.points, high: high.points };
};

type End = 'low' | 'high';

/** Of equal scores the higher grade, then the one that may still be awarded, stands higher. */
const standingOf = ({ grade, award }: ScorecardResult, { grades }: Scorecard): string => {
  const rank = grades.length - grades.findIndex(({ id }) => id === grade.candidates[0]?.id);
  return String(rank * 3 + ['barred', 'open', 'eligible'].indexOf(award));
};

/** Nearer to the end that is wanted; among equals, the one that leaves less open, then the one that stands nearer. */
const towards =
  (end: End, scorecard: Scorecard) =>
  (a: ScorecardResult, b: ScorecardResult): boolean => {
    const other: End = end === 'high' ? 'low' : 'high';
    const sign = end === 'high' ? 1 : -1;
    const orders = [
      compareDecimals(a[end].points, b[end].points),
      compareDecimals(a[other].points, b[other].points),
      compareDecimals(standingOf(a, scorecard), standingOf(b, scorecard)),
    ];
    return (orders.find(order => order !== 0) ?? 0) * sign > 0;
  };

/** What a centre would have to declare, and inspectors to fill in, for the most and for the least. */
export const extremesOf = (
  scorecard: Scorecard,
  vocabulary: Vocabulary,
  asOf: string,
): Readonly<Record<End, Extreme>> => {
  const figures = [...new Set(figuresIn([scorecard.forms, scorecard.classes]))];
  const facts = factsOfScorecard(scorecard, vocabulary).flatMap(id => {
    const definition = vocabulary.facts.find(fact => fact.id === id);
    const values = definition ? valuesOf(definition, vocabulary, figures) : [];
    const unsaid = definition?.type === 'records' ? [{}] : [];
    return [
      [
        ...unsaid,
        ...values.map(value => ({
          facts: new Map<string, Fact>([[id, { state: 'declared', value, location: PLACE }]]),
        })),
      ],
    ];
  });
  const entries = scorecard.entries.map(entry => entriesOf(entry).map(one => ({ entered: [one] })));
  const find = (end: End): Extreme => search(scorecard, [...facts, ...entries], towards(end, scorecard), asOf);
  return { low: find('low'), high: find('high') };
};
