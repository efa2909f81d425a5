import { STEPS, TREATMENTS } from '../../model/scoring/scorecard.ts';
import { DAYS } from '../calendar.ts';
import { EDGES } from './amount/bands.ts';

interface JsonSchema {
  readonly [key: string]: unknown;
}

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

const TEXT: JsonSchema = { type: 'string' };
const NUMBER: JsonSchema = { type: 'number' };
/** `3`, `95%`, `200 m²`, `5 workdays`, or what `all` of the row is. */
const FIGURE: JsonSchema = { type: ['number', 'string'] };
const NONE = { const: 'none' };
const YES: JsonSchema = { enum: ['yes', 'no', '是', '否', true, false] };
/** A check is written as in rules; see the schema of rules. */
const CHECK: JsonSchema = { type: 'object' };
const WORD: JsonSchema = { type: ['string', 'number'] };
const ID: JsonSchema = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' };

const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const some = (items: JsonSchema): JsonSchema => ({ ...list(items), minItems: 1 });
const oneOrMore = (items: JsonSchema): JsonSchema => ({ anyOf: [items, some(items)] });

const object = (properties: JsonSchema, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const edges = Object.fromEntries(
  EDGES.map(key => [key, key === 'between' ? { type: 'array', items: FIGURE, minItems: 2, maxItems: 2 } : FIGURE]),
);

const bilingual = { anyOf: [TEXT, object({ zh: TEXT, en: TEXT }, ['zh', 'en'])] };

const treatment = { enum: TREATMENTS };

const evidence = object({
  undeclared: { enum: ['open', 'zero'] },
  did_not_occur: treatment,
  not_applicable: treatment,
  nothing_to_measure: treatment,
});

const limit = { anyOf: [FIGURE, object({ fact: TEXT, times: FIGURE }, ['fact'])] };

const due = { anyOf: [TEXT, object({ fact: TEXT, plus: FIGURE }, ['fact'])] };

const measure = {
  description: 'what is counted: the name of a figure, or one of these',
  anyOf: [
    TEXT,
    object({
      fact: TEXT,
      missing: TEXT,
      present: TEXT,
      count: TEXT,
      where: CHECK,
      sample: object({ size: NUMBER, when_short: { enum: ['scale', 'as_is', 'open'] } }, ['size', 'when_short']),
      sum: TEXT,
      of: { anyOf: [TEXT, list(WORD), ref('measure')] },
      late: TEXT,
      due,
      in: { enum: ['days', 'workdays'] },
      failed: oneOrMore(CHECK),
      met: oneOrMore(CHECK),
      failed_rules: {},
      rate: ref('measure'),
      ratio: ref('measure'),
      to: ref('measure'),
      tally: ref('bilingual'),
      counter: ref('bilingual'),
      step: NUMBER,
      id: ID,
      short_of: limit,
      beyond: limit,
      plausible: FIGURE,
    }),
  ],
};

const band = object({ ...edges, through: FIGURE, points: FIGURE, title: ref('bilingual') }, ['points']);

const escalation = object({ after: NUMBER, points: FIGURE, applies: { enum: ['further', 'all'] } }, [
  'after',
  'points',
  'applies',
]);

const option = object({ if: CHECK, points: FIGURE, title: ref('bilingual') }, ['if', 'points']);

const choice = object({ id: TEXT, label: ref('bilingual'), points: FIGURE }, ['id', 'label', 'points']);

const entered = object({
  id: ID,
  label: ref('bilingual'),
  range: { type: 'array', items: FIGURE, minItems: 2, maxItems: 2 },
  step: NUMBER,
  options: some(choice),
});

const charge = object({ subject: { anyOf: [ref('bilingual'), TEXT] }, points: FIGURE }, ['points']);

const step = {
  description: 'how much for each',
  ...object({
    points: FIGURE,
    base: FIGURE,
    each: ref('measure'),
    per: FIGURE,
    steps: { enum: STEPS },
    // biome-ignore lint/suspicious/noThenProperty: the word of the scorecard
    then: oneOrMore(escalation),
    tiers: ref('measure'),
    bands: some(ref('band')),
    options: some(option),
    otherwise: FIGURE,
    points_by: TEXT,
    prices: { type: 'object', additionalProperties: FIGURE },
    share_of: ref('measure'),
    entered,
    relative: ref('measure'),
    to: { enum: ['best', 'rank', 'quantile'] },
    wanted: { enum: ['highest', 'lowest'] },
    among: { enum: ['all', 'class'] },
    best_of: some(ref('step')),
    group: some(ref('step')),
    form: object({ total: NUMBER, sections: some(ref('section')) }, ['total', 'sections']),
    for_each: TEXT,
    where: CHECK,
    once_per: TEXT,
    subject: TEXT,
    cap_each: FIGURE,
    again: oneOrMore(object({ after: NUMBER, times: NUMBER, same: TEXT }, ['after', 'times'])),
    cap_per: object({ field: TEXT, points: FIGURE }, ['field', 'points']),
    plausible: FIGURE,
    if: CHECK,
    if_any: oneOrMore(CHECK),
    if_all: oneOrMore(CHECK),
    unless: oneOrMore(CHECK),
    only_if: CHECK,
    excused_if: CHECK,
    cap: FIGURE,
    title: ref('bilingual'),
    also: oneOrMore(charge),
    effort: NUMBER,
    can_be_fixed: YES,
  }),
};

const bound = { anyOf: [NUMBER, NONE] };

const item = object(
  {
    id: ID,
    clause: oneOrMore(WORD),
    title: ref('bilingual'),
    points: { anyOf: [NUMBER, { type: 'object', additionalProperties: NUMBER }] },
    requirement: ref('bilingual'),
    by: oneOrMore(TEXT),
    for: oneOrMore(TEXT),
    when: CHECK,
    start: { anyOf: [NUMBER, { const: 'full' }] },
    floor: bound,
    cap: bound,
    zero_if: CHECK,
    deduct: oneOrMore(ref('step')),
    award: oneOrMore(ref('step')),
    evidence: ref('evidence'),
    required_for: oneOrMore(TEXT),
    note: ref('bilingual'),
  },
  ['id', 'clause', 'title', 'points'],
);

const section = object(
  {
    id: ID,
    title: ref('bilingual'),
    points: NUMBER,
    outside_total: YES,
    floor: bound,
    cap: bound,
    for: oneOrMore(TEXT),
    items: some(ref('item')),
  },
  ['id', 'title', 'points', 'items'],
);

const gate = object({
  title: ref('bilingual'),
  check: CHECK,
  rank: { type: 'object' },
  items: list(TEXT),
  section: TEXT,
  item: TEXT,
  at_least: NUMBER,
});

const grade = object({ id: TEXT, label: ref('bilingual'), ...edges, requires: oneOrMore(gate) }, ['id', 'label']);

const dates = oneOrMore({ type: 'string', pattern: DAYS.source });

const calendar = object({ covers: dates, holidays: dates, workdays: dates }, ['covers']);

/** What the head of a scorecard leaves to be read one by one, for editors: rows, steps, measures, grades. */
export const scorecardDefinitions: JsonSchema = {
  bilingual,
  evidence,
  measure,
  band,
  step,
  item,
  section,
  grade,
  calendar,
};

/** The members of a scorecard that its head does not spell out. */
export const scorecardMembers: JsonSchema = {
  bureaus: { type: 'object', additionalProperties: NUMBER },
  subject: { anyOf: [TEXT, object({ zh: TEXT, en: TEXT, plural: TEXT }, ['zh', 'en'])] },
  sections: some(ref('section')),
  grades: list(ref('grade')),
  evidence: ref('evidence'),
  calendar: ref('calendar'),
};
