import * as z from 'zod';
import type { Location } from '../../model/base/location.ts';
import { UNITS, type UnitCode } from '../../model/base/unit.ts';
import type { Decimal, Value } from '../../model/base/value.ts';
import { type GapReason, OUTCOMES } from '../../model/finding/finding.ts';
import { LEVELS } from '../../model/profile/profile.ts';
import type { KeptResult } from '../../model/result/kept.ts';
import type { Points } from '../../model/scoring/score.ts';
import { OBLIGATIONS } from '../../model/standard/pack.ts';
import { VALUE_TYPES } from '../../model/standard/vocabulary.ts';
import { decimal } from './decimal.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });

const location = z.union([
  z.object({ file: z.string(), line: z.number(), column: z.number() }),
  z.object({ file: z.string(), sheet: z.string(), cell: z.string() }),
]);

const points = z.object({ low: z.number(), high: z.number(), max: z.number() });

const GAPS = [
  'undeclared',
  'not-applicable',
  'did-not-occur',
  'nothing-to-check',
] as const satisfies readonly GapReason[];

const unit = z.enum(Object.keys(UNITS) as [UnitCode, ...UnitCode[]]);

const value = z.object({
  type: z.enum(VALUE_TYPES),
  amount: z.number().optional(),
  sides: z.tuple([z.number(), z.number()]).optional(),
  unit: unit.optional(),
  value: z.union([z.string(), z.boolean(), z.array(z.string())]).optional(),
});

const finding = z.object({
  rule: z.string(),
  clause: z.array(z.string()),
  obligation: z.enum(OBLIGATIONS),
  section: z.string(),
  title: bilingual,
  outcome: z.enum(OUTCOMES),
  reason: z.object({ kind: z.string(), date: z.string().optional() }).optional(),
  expected: bilingual,
  actual: bilingual,
  shortfall: bilingual.optional(),
  missing: z.array(z.object({ fact: z.string(), item: z.string().optional(), reason: z.enum(GAPS), location })),
  grounds: z.array(z.object({ fact: z.string(), item: z.string().optional(), value: value.nullable(), location })),
  location,
  points,
  matters: z
    .array(
      z.object({
        fact: z.string(),
        item: z.string().optional(),
        term: z.string().optional(),
        extent: z.object({ by: z.string().regex(/^-?\d+(?:\.\d+)?$/u), limit: z.string() }).optional(),
      }),
    )
    .optional(),
  waived: z.unknown().optional(),
});

const score = z.object({
  low: z.number(),
  high: z.number(),
  max: z.number(),
  points: points.optional(),
  grade: z.union([
    z.object({ settled: z.literal(true), value: z.string() }),
    z.object({ settled: z.literal(false), candidates: z.array(z.string()) }),
  ]),
});

const table = z.object({
  total: z.number(),
  low: z.object({ points: z.number() }),
  high: z.object({ points: z.number() }),
  rows: z.array(
    points.extend({
      id: z.string(),
      title: bilingual,
      ledger: z.object({ low: z.object({ inTable: z.boolean() }), high: z.object({ inTable: z.boolean() }) }),
    }),
  ),
});

const center = z.object({
  name: z.string().optional(),
  level: z.enum(LEVELS),
  county: z.string().optional(),
  township: z.string().optional(),
});

const digested = z.object({ id: z.string(), version: z.string().optional(), sha256: z.string() });

/** As much of a result as says whose it is. */
export const headSchema = z.object({
  profile: z.object({ path: z.string(), sha256: z.string(), center }),
  pack: digested,
});

/** As much of a published result as a comparison needs; what else there is, is passed over. */
export const keptSchema = headSchema.extend({
  tool: z.object({ name: z.string(), version: z.string() }),
  asOf: z.string(),
  scheme: digested.extend({ grades: z.array(z.object({ id: z.string(), label: bilingual })).optional() }),
  score: score.nullable(),
  findings: z.array(finding),
  table: table.optional(),
});

type Raw = z.infer<typeof keptSchema>;

const pointsOf = ({ low, high, max }: z.infer<typeof points>): Points => ({
  low: decimal(low),
  high: decimal(high),
  max: decimal(max),
});

const textsOf = (given: z.infer<typeof value>['value']): readonly string[] => (Array.isArray(given) ? given : []);

const sidesOf = ([a, b]: readonly [number, number] = [0, 0]): readonly [Decimal, Decimal] => [decimal(a), decimal(b)];

const declared = (raw: z.infer<typeof value>, at: Location): Value => {
  const { type, amount = 0, unit: measured = 'm', value: given } = raw;
  switch (type) {
    case 'quantity':
      return { type, amount: decimal(amount), unit: measured };
    case 'size':
      return { type, sides: sidesOf(raw.sides), unit: measured };
    case 'count':
    case 'percent':
      return { type, amount: decimal(amount) };
    case 'yes_no':
      return { type, value: given === true };
    case 'date':
    case 'text':
      return { type, value: String(given) };
    case 'term':
      return { type, list: '', code: String(given) };
    case 'terms':
      return { type, list: '', terms: textsOf(given).map(code => ({ code, location: at })) };
    case 'records':
      return { type, items: textsOf(given).map(key => ({ key, location: at, facts: new Map() })) };
  }
};

const findingOf = ({ grounds, points: earned, waived, ...rest }: Raw['findings'][number]) => ({
  ...rest,
  grounds: grounds.map(ground => ({ ...ground, value: ground.value && declared(ground.value, ground.location) })),
  points: pointsOf(earned),
  waived: waived !== undefined,
});

const scoreOf = (
  { low, high, max, points: sums, grade }: NonNullable<Raw['score']>,
  { grades = [] }: Raw['scheme'],
) => ({
  low: decimal(low),
  high: decimal(high),
  max: decimal(max),
  ...(sums && { points: pointsOf(sums) }),
  grades: (grade.settled ? [grade.value] : grade.candidates).map(id => grades.find(named => named.id === id) ?? { id }),
});

const scorecardOf = ({ total, low, high, rows }: NonNullable<Raw['table']>) => ({
  points: { low: decimal(low.points), high: decimal(high.points), max: decimal(total) },
  rows: rows
    .filter(({ ledger }) => ledger.low.inTable || ledger.high.inTable)
    .map(row => ({ id: row.id, title: row.title, ...pointsOf(row) })),
});

export const toKept = (raw: Raw, at: Location): KeptResult => ({
  at,
  center: raw.profile.center,
  profile: { path: raw.profile.path, sha256: raw.profile.sha256 },
  asOf: raw.asOf,
  pack: raw.pack,
  scheme: { id: raw.scheme.id, sha256: raw.scheme.sha256 },
  tool: `${raw.tool.name} ${raw.tool.version}`,
  ...(raw.score && { score: scoreOf(raw.score, raw.scheme) }),
  findings: raw.findings.map(findingOf),
  ...(raw.table && { scorecard: scorecardOf(raw.table) }),
});
