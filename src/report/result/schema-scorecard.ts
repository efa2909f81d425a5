import { STAGES } from '../../model/profile/inspection.ts';
import { EVIDENCE_STATES } from '../../model/scoring/measure.ts';
import { STEPS, TREATMENTS } from '../../model/scoring/scorecard.ts';
import { described, list, number, object, ref, text } from './json-schema.ts';

const numberOrNull = { type: ['number', 'null'] } as const;

const figure = described('a fraction such as "200/3" where there is no decimal; null where it is not settled', {
  oneOf: [numberOrNull, { type: 'string', pattern: '^-?\\d+/\\d+$' }],
});

const truth = { enum: ['met', 'unmet', 'unknown'] } as const;

const both = (items: object) => object({ zh: items, en: items });

const bound = described('what held the sum', object({ kind: { enum: ['floor', 'cap'] }, at: number }));

const record = object({
  key: text,
  amount: number,
  standing: described('another record of the same matter, or another row, may have the higher price', {
    enum: ['counts', 'may_count', 'counted_elsewhere'],
  }),
});

const band = object(
  { atLeast: number, moreThan: number, atMost: number, lessThan: number, title: ref('bilingual'), points: number },
  ['atLeast', 'moreThan', 'atMost', 'lessThan', 'title'],
);

const beyond = object({ after: number, points: number, applies: { enum: ['further', 'all'] } });

const accountMembers = {
  inTable: { type: 'boolean' },
  start: number,
  lines: list(ref('ledgerLine')),
  sum: number,
  bound,
  zeroed: described('a condition on which the whole row is lost', { type: 'boolean' }),
  treated: described(
    'what the row scores without a figure, and why it has none',
    object({ state: { enum: ['undeclared', ...EVIDENCE_STATES] }, treatment: { enum: TREATMENTS } }),
  ),
  points: number,
} as const;

const kindOf = (kind: string, members: Readonly<Record<string, object>> = {}, optional: readonly string[] = []) =>
  object({ kind: { const: kind }, ...members }, optional);

const between = object({ low: number, high: number });

const compared = described(
  'its place among the centres of the round, its own one counted; absent in a result that stands alone',
  object({ figure, best: figure, centres: between, places: between }, ['best']),
);

const work = {
  description: 'how the amount came about',
  oneOf: [
    object({ kind: { enum: ['base', 'excused', 'not_asked', 'set_aside'] } }),
    kindOf('relative', { compared }, ['compared']),
    kindOf('once', { times: { enum: [0, 1] } }),
    kindOf(
      'each',
      {
        figure,
        unit: ref('bilingual'),
        per: number,
        steps: { enum: STEPS },
        times: figure,
        points: number,
        beyond: list(beyond, 1),
      },
      ['unit', 'beyond'],
    ),
    kindOf('tiers', { figure, unit: ref('bilingual'), band }, ['unit']),
    kindOf('options', { option: described('0 where none holds', number), title: ref('bilingual') }, ['title']),
    kindOf('share', { figure, points: number }),
    kindOf('entered', { figure }),
    kindOf('best_of', { chosen: number, of: list(ref('ledgerLine')) }),
    kindOf('group', { of: list(ref('ledgerLine')) }),
    kindOf('records', { read: { type: 'boolean' }, records: list(record) }),
    kindOf('form', {
      points: number,
      total: number,
      sum: number,
      rows: list(object({ id: text, ...accountMembers }, ['bound', 'treated'])),
    }),
  ],
};

const thing = object({ kind: { enum: ['term', 'record', 'check', 'rule'] }, id: text, name: ref('bilingual') }, ['id']);

const ledgerLine = described(
  'one step: raw is how many × how much, amount what is left of it under the cap',
  object(
    {
      kind: { enum: ['deduct', 'award'] },
      step: described('where it stands among the steps of its row', number),
      title: ref('bilingual'),
      work,
      things: described('what was counted', list(thing)),
      unrounded: figure,
      raw: described('null where nothing bounds it', numberOrNull),
      cap: number,
      amount: number,
      text: ref('bilingual'),
    },
    ['title', 'unrounded', 'cap'],
  ),
);

const account = described(
  'start, less what is taken, plus what is given, is sum; held between floor and cap it is points',
  object({ ...accountMembers, text: both(list(text)) }, ['bound', 'treated']),
);

const row = object(
  {
    id: text,
    section: text,
    clause: list(text, 1),
    title: ref('bilingual'),
    bureau: text,
    low: number,
    high: number,
    max: number,
    floor: numberOrNull,
    cap: numberOrNull,
    waitsFor: described('the other centres of the round', { enum: ['peers', 'relative'] }),
    missing: described('facts, and what an inspector fills in as entry: and its id', list(text)),
    ledger: object({ low: ref('ledgerAccount'), high: ref('ledgerAccount') }),
  },
  ['bureau', 'waitsFor'],
);

const section = object(
  {
    id: text,
    title: ref('bilingual'),
    outside: { type: 'boolean' },
    rows: described('the rows that are in the sum', list(text)),
    sum: number,
    bound,
    points: number,
    max: number,
  },
  ['bound'],
);

const sum = described(
  'inside is the sum of the sections, scaled is inside × total ÷ max; with outside it is sum, and held it is points',
  object(
    {
      class: text,
      sections: list(section),
      inside: number,
      max: number,
      scaled: number,
      outside: number,
      sum: number,
      bound,
      vetoed: described('the veto by which it is 0', text),
      points: number,
      text: ref('bilingual'),
    },
    ['class', 'scaled', 'bound', 'vetoed'],
  ),
);

const gate = object(
  {
    grade: text,
    kind: { enum: ['required', 'check', 'items', 'section', 'item'] },
    title: ref('bilingual'),
    rows: list(text),
    row: text,
    section: text,
    atLeast: number,
    truth,
  },
  ['title', 'rows', 'row', 'section', 'atLeast'],
);

const veto = object(
  {
    id: text,
    clause: text,
    title: ref('bilingual'),
    effect: { enum: ['zero', 'bar_award', 'grade', 'grade_at_most'] },
    grade: text,
    truth,
  },
  ['clause', 'grade'],
);

const charge = described(
  'what the findings cost somebody else: a name, a value of the field that names them, or null',
  object({
    subject: { oneOf: [ref('bilingual'), text, { type: 'null' }] },
    row: text,
    times: object({ low: figure, high: figure }),
    points: number,
    low: number,
    high: numberOrNull,
  }),
);

const table = described(
  'the scorecard filled in; the ledger of every row adds up to the score, at its lowest and at its highest',
  object({
    total: number,
    floor: numberOrNull,
    cap: numberOrNull,
    rows: list(row),
    low: sum,
    high: sum,
    vetoes: list(veto),
    gates: described('what a grade asks beside the score', list(gate)),
    award: { enum: ['open', 'barred', 'eligible'] },
    charges: list(charge),
    bureaus: list(object({ bureau: text, low: number, high: number, max: number })),
  }),
);

const stage = object(
  {
    stage: { enum: STAGES },
    low: number,
    high: number,
    grades: list(text, 1),
    rows: list(object({ id: text, low: number, high: number })),
  },
  ['low', 'high', 'grades', 'rows'],
);

const change = object(
  {
    stage: { enum: STAGES },
    kind: { enum: ['fact', 'entry'] },
    subject: text,
    record: text,
    reason: text,
    person: text,
    level: text,
    location: ref('location'),
    text: ref('bilingual'),
  },
  ['record'],
);

/** Present where records of inspections were laid over the profile. */
export const inspection = described(
  'the score as declared, as inspected and as settled, and every change between',
  object({ stages: list(stage, 1), changes: list(change) }),
);

export const scorecardDefinitions = { table, ledgerLine, ledgerAccount: account };
