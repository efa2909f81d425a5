import * as z from 'zod';
import { OUTCOMES } from '../../model/finding/finding.ts';
import { GAP_REASONS } from '../../model/finding/verdict.ts';
import { LEVELS } from '../../model/profile/profile.ts';
import { GROUPS, MATCHED_BY, STANDINGS } from '../../model/result/compared.ts';
import { bilingual, day, placed, points, several, value } from '../../model/result/contract/base.ts';
import { OBLIGATIONS } from '../../model/standard/pack.ts';
import { COMPARISON_VERSION } from './json.ts';

const text = z.string();
const count = z.int().min(0);

const turn = <T extends z.ZodType>(side: T) => z.object({ from: side, to: side });

/** Of two results, or of the one that has it. */
const sides = <T extends z.ZodType>(side: T) => z.object({ from: side.optional(), to: side.optional() });

const fact = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('declared'), value, location: placed }),
    z.object({
      state: z.enum([...GAP_REASONS, 'none']),
      location: placed,
    }),
    z.object({ state: z.enum(['untold', 'otherwise']) }),
  ])
  .meta({
    id: 'fact',
    description:
      'what a result tells of a fact; otherwise: not what the other result has, untold: the outcome did not rest on it',
  });

const cause = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('fact'), fact: text, item: text.optional(), from: fact, to: fact }),
    z.object({ kind: z.literal('date'), date: day, from: day, to: day }),
    z.object({
      kind: z.literal('rule'),
      expected: turn(bilingual).optional(),
      obligation: turn(z.enum(OBLIGATIONS)).optional(),
      clause: turn(several(text)).optional(),
    }),
    z.object({ kind: z.literal('waiver'), granted: z.boolean() }),
    z
      .object({ kind: z.enum(['pack', 'tool', 'profile', 'untold']) })
      .describe('nothing that the results tell of the rule differs: what they rest on does'),
  ])
  .meta({ id: 'cause' });

const digested = z.object({ id: text, version: text.optional(), sha256: text });

const footings = [
  z.object({ kind: z.enum(['pack', 'scheme']), from: digested, to: digested }),
  z.object({ kind: z.enum(['as-of', 'tool']), from: text, to: text }),
] as const;

const rule = z
  .object({
    group: z.enum(GROUPS),
    rule: text,
    clause: several(text),
    obligation: z.enum(OBLIGATIONS),
    title: bilingual,
    outcome: sides(z.enum(OUTCOMES)),
    shortfall: sides(bilingual),
    points: sides(points),
    place: sides(placed),
    causes: several(cause),
  })
  .meta({ id: 'rule' });

const rejection = z.object({ file: text, center: text, message: bilingual });

const place = z.object({
  name: text.optional(),
  level: z.enum(LEVELS),
  county: text.optional(),
  township: text.optional(),
});

const center = z
  .object({
    standing: z.enum(STANDINGS).describe('accepted: what was handed in before was rejected'),
    center: place,
    matched: place
      .extend({ by: z.enum(MATCHED_BY) })
      .optional()
      .describe(
        'what the older result calls it, where that is something else; name: the same without county and township, place: the only one of its township on either side',
      ),
    pack: text,
    profile: sides(text),
    score: sides(points.extend({ grades: z.array(text) })),
    bars: z
      .array(z.enum(['pack', 'edition', 'scheme', 'no-score', 'unreadable']))
      .describe('why the scores cannot be compared'),
    footing: z.array(z.union(footings)).describe('what the results rest on, where it differs'),
    reconciliation: z
      .object({ points: turn(points), gained: z.number(), lost: z.number(), rest: z.number() })
      .optional()
      .describe('from + gained − lost + rest = to, of the low points'),
    rejection: rejection.optional(),
    rules: z.array(rule),
    rows: z.array(z.object({ id: text, title: bilingual, points: sides(points) })).describe('rows of a scorecard'),
  })
  .meta({ id: 'center' });

const counts = (names: readonly string[]) => z.object(Object.fromEntries(names.map(name => [name, count])));

const run = z.object({
  counts: z.object({ documents: count, audited: count, rejected: count }),
  roster: z.object({ expected: count, missing: count, unlisted: count }).optional(),
});

const totals = z.object({
  centers: counts(STANDINGS),
  rules: counts(GROUPS),
  rejected: count.describe('centres gone because what they handed in was rejected'),
  footing: z.array(z.union([footings[0].extend({ centers: count }), footings[1].extend({ centers: count })])),
  byRule: z.array(
    z.object({
      pack: text,
      rule: text,
      clause: several(text),
      title: bilingual,
      counts: counts(GROUPS).partial(),
    }),
  ),
  runs: sides(run),
});

/** What `compare -o json` writes. */
export const comparison = z
  .object({
    schemaVersion: z.literal(COMPARISON_VERSION),
    tool: z.object({ name: text, version: text }),
    from: text,
    to: text,
    centers: z.array(center),
    totals,
  })
  .meta({ title: 'duibiao comparison' });
