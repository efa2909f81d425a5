import { UNITS } from '../../model/base/unit.ts';
import { CHANGES } from '../../model/finding/comparison.ts';
import { OUTCOMES } from '../../model/finding/finding.ts';
import { LEVELS } from '../../model/profile/profile.ts';
import { OBLIGATIONS, PACK_STATUSES } from '../../model/standard/pack.ts';
import { count, date, described, type JsonSchema, list, number, object, ref, sha256, text } from './json-schema.ts';
import { SCHEMA_VERSION } from './result.ts';
import { inspection, scorecardDefinitions } from './schema-scorecard.ts';

const bilingual = described('in Chinese and in English', object({ zh: text, en: text }));

const location = {
  description: 'a place in a text file or in a workbook; lines and columns count from 1',
  oneOf: [
    object({ file: text, line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } }),
    object({ file: text, sheet: text, cell: { type: 'string', pattern: '^[A-Z]{1,3}[1-9][0-9]*$' } }),
  ],
};

const value = {
  description: 'what was declared; null where it was asked whether anything is, and nothing is',
  oneOf: [
    { type: 'null' },
    object({ type: { const: 'quantity' }, amount: number, unit: { enum: Object.keys(UNITS) } }),
    object({
      type: { const: 'size' },
      sides: { type: 'array', items: number, minItems: 2, maxItems: 2 },
      unit: { enum: Object.keys(UNITS) },
    }),
    object({ type: { enum: ['count', 'percent'] }, amount: number }),
    object({ type: { const: 'yes_no' }, value: { type: 'boolean' } }),
    object({ type: { const: 'date' }, value: date }),
    object({ type: { enum: ['text', 'term'] }, value: text }),
    object({ type: { enum: ['terms', 'records'] }, value: list(text) }),
  ],
};

const points = described(
  'low if everything undecided fails, high if it passes, max if all of it counted in full; all 0 where a scorecard gives the points',
  object({ low: number, high: number, max: number }),
);

const gap = described(
  'a fact that could still decide',
  object(
    {
      fact: text,
      item: text,
      label: ref('bilingual'),
      reason: { enum: ['undeclared', 'not-applicable', 'did-not-occur', 'nothing-to-check'] },
      location: ref('location'),
    },
    ['item'],
  ),
);

const ground = object({ fact: text, item: text, value: ref('value'), location: ref('location') }, ['item']);

const reason = object(
  {
    kind: { enum: ['condition', 'not-in-force', 'not-yet-due', 'declared', 'did-not-occur'] },
    date,
    text: ref('bilingual'),
  },
  ['date'],
);

const matter = described(
  'one fact, item or term that falls short or is missing: what an earlier result is compared by',
  object({ fact: text, item: text, term: text, extent: object({ by: text, limit: text }) }, ['item', 'term', 'extent']),
);

const waiver = object({
  items: list(text),
  reason: text,
  requestedBy: text,
  approvedBy: text,
  validFrom: date,
  validThrough: date,
  evidence: list(text),
  location: ref('location'),
});

const waived = described(
  'who let the centre off, and the points that the finding has all the same',
  object({ waivers: list(waiver, 1), points: ref('points') }),
);

const finding = object(
  {
    rule: text,
    clause: described("by the document's own numbering; several where it says so twice", list(text, 1)),
    obligation: { enum: OBLIGATIONS },
    section: text,
    title: ref('bilingual'),
    outcome: { enum: OUTCOMES },
    reason: described('why it does not apply', reason),
    expected: ref('bilingual'),
    actual: ref('bilingual'),
    shortfall: ref('bilingual'),
    missing: list(ref('gap')),
    grounds: list(ref('ground')),
    location: ref('location'),
    points: ref('points'),
    remedy: ref('bilingual'),
    fingerprint: described('of centre, rule, facts and items: neither of lines nor of wording', text),
    matters: list(matter, 1),
    waived,
    change: described('how it stands to an earlier result', { enum: CHANGES }),
  },
  ['reason', 'shortfall', 'matters', 'waived', 'change'],
);

const grade = {
  oneOf: [
    object({ settled: { const: true }, value: text }),
    object({ settled: { const: false }, candidates: list(text, 2) }),
  ],
};

const score = object({
  low: number,
  high: number,
  max: number,
  points: described('the sums of which low and high are shares', ref('points')),
  grade,
  decidedBy: described('the facts that decide between the candidates', list(text)),
});

const pack = object({
  id: text,
  version: text,
  sha256,
  status: { enum: PACK_STATUSES },
  title: ref('bilingual'),
  document: object({ title: text, number: text, issuer: ref('bilingual'), issued: date }, ['number', 'issued']),
});

const center = object({ name: text, level: { enum: LEVELS }, county: text, township: text }, [
  'name',
  'county',
  'township',
]);

const result = object(
  {
    schemaVersion: { const: SCHEMA_VERSION },
    tool: object({ name: text, version: text }),
    asOf: date,
    profile: object({ path: text, sha256, center }),
    pack,
    scheme: object({
      id: text,
      sha256,
      title: ref('bilingual'),
      grades: list(object({ id: text, label: ref('bilingual'), atLeast: number }), 1),
    }),
    counts: object({ pass: count, fail: count, unknown: count, notApplicable: count, total: count }),
    score: described('null when nothing counted', { oneOf: [{ type: 'null' }, ref('score')] }),
    scoreWithoutWaivers: described('present where a waiver was applied', { oneOf: [{ type: 'null' }, ref('score')] }),
    sections: described(
      'of the pack, or of the scorecard where there is one',
      list(object({ id: text, title: ref('bilingual'), low: number, high: number, max: number })),
    ),
    table: ref('table'),
    inspection,
    findings: described("every rule of the pack for this level, once, in the pack's order", list(ref('finding'))),
    problems: list(object({ code: text, message: ref('bilingual'), location: ref('location') })),
  },
  ['scoreWithoutWaivers', 'table', 'inspection'],
);

/** What `-o json` writes: one result, or an array of several; a line of `-o jsonl` is one result. */
export const resultSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'duibiao result',
  anyOf: [ref('result'), list(ref('result'))],
  $defs: { result, score, finding, gap, ground, value, location, points, bilingual, ...scorecardDefinitions },
};
