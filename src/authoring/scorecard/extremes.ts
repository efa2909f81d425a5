import { compareDecimals, sumOfDecimals } from '../../model/base/exact.ts';
import { NOWHERE } from '../../model/base/location.ts';
import type { Decimal, RecordItem, Value } from '../../model/base/value.ts';
import type { Entered } from '../../model/profile/inspection.ts';
import type { Entry } from '../../model/scoring/measure.ts';
import type { ScorecardResult } from '../../model/scoring/points.ts';
import { rowsOf } from '../../model/scoring/rows.ts';
import type { Scorecard } from '../../model/scoring/scorecard.ts';
import { factsOfPart, factsOfScorecard } from '../../model/scoring/scorecard-facts.ts';
import type { FactDefinition, Plausible, RecordsDefinition, Vocabulary } from '../../model/standard/vocabulary.ts';
import { declared, recordItems, termsOf } from '../facts.ts';
import { NOBODY, weighed } from './reach.ts';
import { type Answered, type Extreme, type Question, search, triedFrom } from './search.ts';

const FIGURE = /^\d+(?:\.\d+)?$/u;

/** The figures at which a row turns: edges of bands, limits, figures of checks. */
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

/** What has been tried once is not tried again. */
const distinct = (amounts: readonly Decimal[]): readonly Decimal[] => [...new Set(amounts)];

/** Answers made of the edges of the rows that ask, and of days that the calendar has. */
const valuesOf = (
  definition: FactDefinition,
  { list }: Vocabulary,
  figures: readonly Decimal[],
  days: readonly string[],
): readonly Value[] => {
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
      const codes = (list.get(definition.list)?.terms ?? []).map(({ code }) => code);
      return [codes, []].map(some => termsOf(definition.list, some));
    }
    case 'percent':
      return distinct([...figures, '0', '100'])
        .filter(at => compareDecimals(at, '100') <= 0)
        .map(amount => ({ type: 'percent', amount }));
    case 'count':
      return distinct([...figures, '0', ...(definition.plausible ?? DOUBLED)])
        .filter(at => !at.includes('.') && isPlausible(at, definition.plausible))
        .toSorted(compareDecimals)
        .map(amount => ({ type: 'count', amount }));
    case 'quantity': {
      const { unit } = definition;
      return distinct([...figures, '0', ...(definition.plausible ?? [])])
        .filter(at => isPlausible(at, definition.plausible))
        .map(amount => ({ type: 'quantity', amount, unit }));
    }
    case 'date':
      return days.map(value => ({ type: 'date', value }));
    case 'records':
    case 'size':
    case 'time':
    case 'hours':
    case 'text':
      return [];
  }
};

/** Counts that nothing bounds are tried until a row has no more to take or give. */
const DOUBLED: readonly Decimal[] = Array.from({ length: 11 }, (_, power) => String(2 ** power));

const entriesOf = ({ id, least, most, options, step = '1' }: Entry): readonly Entered[] => {
  const by = { entry: id, reason: '', person: '', level: '', location: NOWHERE };
  const values =
    options.length > 0
      ? options.map(({ points, id: option }) => ({ value: points, option }))
      : [least, ...(most === null ? [step, ...DOUBLED] : [most])].map(value => ({ value }));
  return values.map(value => ({ ...by, ...value }));
};

/** So many copies of a record, each by a name of its own. */
const copies = (
  { id: list, item, key, fields }: RecordsDefinition,
  facts: RecordItem['facts'],
  count: number,
): Value => ({
  type: 'records',
  items: Array.from({ length: count }, (_, index): RecordItem => {
    const name = `${item.zh}${index + 1}`;
    const named = fields.find(({ id, type }) => id === `${list}.${key}` && type === 'text');
    const own = named ? [[named.id, declared({ type: 'text', value: name })] as const] : [];
    return { key: name, location: NOWHERE, facts: new Map([...facts, ...own]) };
  }),
});

/** Whether a list has anything, then of what kind it is, then how often. */
const questionsOfRecords = (
  definition: RecordsDefinition,
  valuesIn: (field: FactDefinition) => readonly Value[],
): readonly Question[] => {
  const { id, key, fields } = definition;
  const listed = (facts: RecordItem['facts'], count: number): Partial<Answered> => ({
    facts: new Map([[id, declared(copies(definition, facts, count))]]),
  });
  const first = ({ facts }: Answered): RecordItem | undefined => recordItems(facts.get(id))[0];
  const kinds = fields.filter(field => field.id !== `${id}.${key}` || field.type !== 'text');
  return [
    () => [listed(new Map(), 0), listed(new Map(), 1)],
    ...kinds.map(
      (field): Question =>
        before => {
          const one = first(before);
          if (one === undefined) return [{}];
          return valuesIn(field).map(value => listed(new Map(one.facts).set(field.id, declared(value)), 1));
        },
    ),
    before => {
      const one = first(before);
      return one === undefined ? [{}] : RECORDS.map(count => listed(one.facts, count));
    },
  ];
};

/** So many records of a kind are tried, the fewest first. */
const RECORDS = [1, 2, 4, 8, 16, 32];

type End = 'low' | 'high';

/** Of equal scores the higher grade, then the one that may still be awarded, stands higher. */
const standingOf = ({ grade, award }: ScorecardResult, { grades }: Scorecard): string => {
  const rank = grades.length - grades.findIndex(({ id }) => id === grade.candidates[0]?.id);
  return String(rank * 3 + ['barred', 'open', 'eligible'].indexOf(award));
};

const vetoed = ({ vetoes }: ScorecardResult): Decimal => String(vetoes.filter(({ truth }) => truth === 'met').length);

/** What the rows come to, whatever holds their sum. */
const sumOf = ({ items }: ScorecardResult, end: End): Decimal => sumOfDecimals(items.map(item => item[end].points));

/**
 * Nearer to the end that is wanted, `plain` without a veto; among equals, where rows go on beyond what their sum may be, the one
 * that leaves less open, then the one that stands nearer.
 */
const towards =
  (end: End, scorecard: Scorecard, plain: boolean) =>
  (a: ScorecardResult, b: ScorecardResult): boolean => {
    const other: End = end === 'high' ? 'low' : 'high';
    const sign = end === 'high' ? 1 : -1;
    const orders = [
      plain ? compareDecimals(vetoed(b), vetoed(a)) * sign : 0,
      compareDecimals(a[end].points, b[end].points),
      compareDecimals(sumOf(a, end), sumOf(b, end)),
      compareDecimals(a[other].points, b[other].points),
      compareDecimals(sumOf(a, other), sumOf(b, other)),
      compareDecimals(standingOf(a, scorecard), standingOf(b, scorecard)),
    ];
    return (orders.find(order => order !== 0) ?? 0) * sign > 0;
  };

/** The most, the least, and where that comes of a veto the least without one. */
export interface Extremes extends Readonly<Record<End, Extreme>> {
  readonly plain?: Extreme;
}

/** What a centre would have to declare, and inspectors to fill in, for the most and for the least. */
export const extremesOf = (scorecard: Scorecard, vocabulary: Vocabulary, asOf: string): Extremes => {
  const edges = [...rowsOf(scorecard), ...scorecard.classes].map(
    part => [factsOfPart(part, vocabulary), figuresIn(part)] as const,
  );
  const days = scorecard.calendar?.covers ?? [asOf];
  const valuesIn = (definition: FactDefinition): readonly Value[] => {
    const [list = ''] = definition.id.split('.');
    const asking = edges.filter(([facts]) => facts.includes(definition.id) || facts.includes(list));
    return valuesOf(definition, vocabulary, distinct(asking.flatMap(([, figures]) => figures)), days);
  };
  const facts = factsOfScorecard(scorecard, vocabulary).flatMap((id): readonly Question[] => {
    const definition = vocabulary.facts.find(fact => fact.id === id);
    if (definition?.type === 'records') return questionsOfRecords(definition, valuesIn);
    const values = definition ? valuesIn(definition) : [];
    return [() => values.map(value => ({ facts: new Map([[id, declared(value)]]) }))];
  });
  const entries = scorecard.entries.map(
    (entry): Question =>
      () =>
        entriesOf(entry).map(one => ({ entered: [one] })),
  );
  const tried = triedFrom([...facts, ...entries], { facts: new Map(), entered: [] }, answered =>
    weighed(scorecard, { ...NOBODY, facts: answered.facts }, answered.entered, asOf),
  );
  const find = (end: End, plain: boolean): Extreme => search(tried, towards(end, scorecard, plain));
  const low = find('low', false);
  const plain = scorecard.vetoes.length === 0 ? low : find('low', true);
  return { low, high: find('high', true), ...(plain.low !== low.low && { plain }) };
};
