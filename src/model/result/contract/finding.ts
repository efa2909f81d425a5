import * as z from 'zod';
import { CHANGES } from '../../finding/comparison.ts';
import { GAP_REASONS } from '../../finding/verdict.ts';
import { OBLIGATIONS } from '../../standard/pack.ts';
import { bilingual, day, place, points, several, value, wants } from './base.ts';

const text = bilingual.exactOptional();

const about = { fact: z.string(), item: z.string().exactOptional() };

const ground = z.object({ ...about, value: value.nullable().exactOptional(), location: place.exactOptional() }).meta({
  id: 'ground',
  description:
    'a fact by its path, item the key of its record; value is null where there is nothing and a rule asks just that; value and place are absent where an earlier ground of the result gives them',
});

export const gap = z
  .object({
    ...about,
    reason: z.enum(GAP_REASONS).default('undeclared'),
    location: place.exactOptional(),
    label: text,
  })
  .meta({ id: 'gap', description: 'a fact that could still decide; without a place, the start of the profile' });

const lack = { ...about, location: place.exactOptional() };

const shortfall = z
  .discriminatedUnion('kind', [
    z.object({ ...lack, kind: z.enum(['below', 'above']), limit: value, by: value }),
    z.object({
      ...lack,
      kind: z.enum(['missing', 'unexpected']),
      list: z.string().exactOptional(),
      codes: several(z.string()),
    }),
    z.object({ ...lack, kind: z.literal('differs'), accepted: several(value) }),
    z.object({ ...lack, kind: z.literal('unlike'), field: z.string() }),
    z.object({ ...lack, kind: z.enum(['late', 'early']), limit: day, days: z.int() }),
    z.object({ ...lack, kind: z.literal('pattern'), pattern: z.string() }),
    z.object({ ...lack, kind: z.enum(['empty', 'not-empty', 'undeclared', 'did-not-occur', 'excluded']) }),
  ])
  .meta({
    id: 'shortfall',
    description: 'what is missing; item, place and list are those of the ground and of the fact where they are absent',
  });

const waiver = z.object({
  center: z.string(),
  county: z.string().exactOptional(),
  pack: z.string().exactOptional(),
  items: z.array(z.string()),
  reason: z.string(),
  requestedBy: z.string(),
  approvedBy: z.string(),
  validFrom: day,
  validThrough: day,
  evidence: several(z.string()),
  location: place,
});

const waived = z
  .object({ waivers: several(waiver), points, pointsStay: z.literal(true).exactOptional() })
  .meta({ id: 'waived', description: 'points: those it has all the same, which a scorecard leaves it (pointsStay)' });

/** What is true of the rule, which the texts hold too, and what is to be said of this centre. */
const words = {
  clause: several(z.string()).exactOptional(),
  section: z.string().exactOptional(),
  title: text,
  expected: text,
  actual: text,
  shortfall: text,
  remedy: text,
  location: place.exactOptional(),
};

const common = {
  rule: z.string(),
  obligation: z.enum(OBLIGATIONS),
  missing: z.array(gap).default([]),
  grounds: z.array(ground).default([]),
  points,
  fingerprint: z
    .string()
    .exactOptional()
    .meta({ description: 'of centre, rule, facts and items, neither of lines nor of wording' }),
  waived: waived.exactOptional(),
  change: z.enum(CHANGES).exactOptional(),
  ...words,
};

const shortfalls = z.array(shortfall).default([]);
const reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('condition'), text }),
  z.object({ kind: z.enum(['not-in-force', 'not-yet-due']), date: day, text }),
  z.object({ kind: z.enum(['declared', 'did-not-occur']), text }),
  z.object({ kind: z.literal('no-duty'), text }),
]);

export const finding = z
  .discriminatedUnion('outcome', [
    z.object({ ...common, outcome: z.literal('pass'), grounds: several(ground) }),
    z.object({ ...common, outcome: z.literal('fail'), grounds: several(ground), shortfalls }),
    z.object({ ...common, outcome: z.literal('unknown'), missing: several(gap) }),
    z
      .object({ ...common, outcome: z.literal('not-applicable'), reason })
      .refine(({ reason: { kind }, missing, grounds }) => {
        if (kind === 'condition') return grounds.length > 0;
        return kind === 'not-in-force' || kind === 'not-yet-due' || kind === 'no-duty' || missing.length > 0;
      }, wants('filled-list')),
  ])
  .meta({ id: 'finding' });
