import { UNITS } from '../../model/base/unit.ts';
import { OUTCOMES } from '../../model/finding/finding.ts';
import { LEVELS } from '../../model/profile/profile.ts';
import { GROUPS, STANDINGS } from '../../model/result/compared.ts';
import { OBLIGATIONS } from '../../model/standard/pack.ts';
import {
  count,
  date,
  described,
  type JsonSchema,
  list,
  number,
  object,
  ref,
  sha256,
  text,
} from '../result/json-schema.ts';
import { COMPARISON_VERSION } from './json.ts';

const turn = (schema: JsonSchema): JsonSchema => object({ from: schema, to: schema });

/** Of two results, or of the one that has it. */
const sides = (schema: JsonSchema): JsonSchema => object({ from: schema, to: schema }, ['from', 'to']);

const bilingual = object({ zh: text, en: text });

const location = {
  oneOf: [
    object({ file: text, line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } }),
    object({ file: text, sheet: text, cell: text }),
  ],
};

const points = object({ low: number, high: number, max: number });

const value = {
  oneOf: [
    object({ type: { const: 'quantity' }, amount: number, unit: { enum: Object.keys(UNITS) } }),
    object({ type: { const: 'size' }, sides: list(number, 2), unit: { enum: Object.keys(UNITS) } }),
    object({ type: { enum: ['count', 'percent'] }, amount: number }),
    object({ type: { const: 'yes_no' }, value: { type: 'boolean' } }),
    object({ type: { enum: ['date', 'text', 'term'] }, value: text }),
    object({ type: { enum: ['terms', 'records'] }, value: list(text) }),
  ],
};

const fact = {
  description:
    'what a result tells of a fact; otherwise: not what the other result has, untold: the outcome did not rest on it',
  oneOf: [
    object({ state: { const: 'declared' }, value: ref('value'), location: ref('location') }),
    object({
      state: { enum: ['undeclared', 'not-applicable', 'did-not-occur', 'nothing-to-check', 'none'] },
      location: ref('location'),
    }),
    object({ state: { enum: ['untold', 'otherwise'] } }),
  ],
};

const cause = {
  oneOf: [
    object({ kind: { const: 'fact' }, fact: text, item: text, from: ref('fact'), to: ref('fact') }, ['item']),
    object({ kind: { const: 'date' }, date, from: date, to: date }),
    object(
      {
        kind: { const: 'rule' },
        expected: turn(ref('bilingual')),
        obligation: turn({ enum: OBLIGATIONS }),
        clause: turn(list(text, 1)),
      },
      ['expected', 'obligation', 'clause'],
    ),
    object({ kind: { const: 'waiver' }, granted: { type: 'boolean' } }),
    described(
      'nothing that the results tell of the rule differs: what they rest on does',
      object({ kind: { enum: ['pack', 'tool', 'profile', 'untold'] } }),
    ),
  ],
};

const digested = object({ id: text, version: text, sha256 }, ['version']);

const FOOTINGS = [
  { kind: { enum: ['pack', 'scheme'] }, from: digested, to: digested },
  { kind: { enum: ['as-of', 'tool'] }, from: text, to: text },
] as const;

const rule = object({
  group: { enum: GROUPS },
  rule: text,
  clause: list(text, 1),
  obligation: { enum: OBLIGATIONS },
  title: ref('bilingual'),
  outcome: sides({ enum: OUTCOMES }),
  shortfall: sides(ref('bilingual')),
  points: sides(ref('points')),
  place: sides(ref('location')),
  causes: list(ref('cause'), 1),
});

const center = object(
  {
    standing: { enum: STANDINGS },
    center: object({ name: text, level: { enum: LEVELS }, county: text, township: text }, [
      'name',
      'county',
      'township',
    ]),
    pack: text,
    profile: sides(text),
    score: sides(object({ low: number, high: number, max: number, grades: list(text) })),
    bars: described(
      'why the scores cannot be compared',
      list({ enum: ['pack', 'edition', 'scheme', 'no-score', 'unreadable'] }),
    ),
    footing: described(
      'what the results rest on, where it differs',
      list({ oneOf: FOOTINGS.map(members => object(members)) }),
    ),
    reconciliation: described(
      'from + gained − lost + rest = to, of the low points',
      object({ points: turn(ref('points')), gained: number, lost: number, rest: number }),
    ),
    rejection: object({ file: text, center: text, message: ref('bilingual') }),
    rules: list(ref('rule')),
    rows: described(
      'rows of a scorecard',
      list(object({ id: text, title: ref('bilingual'), points: sides(ref('points')) })),
    ),
  },
  ['reconciliation', 'rejection'],
);

const counts = (names: readonly string[], optional: readonly string[] = []): JsonSchema =>
  object(Object.fromEntries(names.map(name => [name, count])), optional);

const run = object(
  { counts: counts(['documents', 'audited', 'rejected']), roster: counts(['expected', 'missing', 'unlisted']) },
  ['roster'],
);

const totals = object({
  centers: counts(STANDINGS),
  rules: counts(GROUPS),
  rejected: count,
  footing: list({ oneOf: FOOTINGS.map(members => object({ ...members, centers: count })) }),
  byRule: list(
    object({ pack: text, rule: text, clause: list(text, 1), title: ref('bilingual'), counts: counts(GROUPS, GROUPS) }),
  ),
  runs: sides(run),
});

/** What `compare -o json` writes. */
export const comparisonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'duibiao comparison',
  ...object({
    schemaVersion: { const: COMPARISON_VERSION },
    tool: object({ name: text, version: text }),
    from: text,
    to: text,
    centers: list(ref('center')),
    totals,
  }),
  $defs: { center, rule, cause, fact, value, points, location, bilingual },
};
