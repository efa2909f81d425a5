import * as z from 'zod';
import { STAGES } from '../../profile/inspection.ts';
import { bilingual, day, figure, place, sha256, value } from './base.ts';

const fact = z.discriminatedUnion('state', [
  z.object({ state: z.literal('declared'), value, location: place }),
  z.object({ state: z.enum(['undeclared', 'unreadable', 'did-not-occur']), location: place }),
  z.object({ state: z.literal('not-applicable'), reason: z.string().exactOptional(), location: place }),
]);

const entered = z.object({ value: figure, option: z.string().exactOptional() });

/** Who changed it, on what grounds. */
const change = {
  stage: z.enum(STAGES),
  reason: z.string(),
  person: z.string(),
  level: z.string(),
  location: place,
  text: bilingual.exactOptional(),
};

/** A record as it was kept: whose, and of when. */
const kept = z.object({
  path: z.string(),
  sha256,
  stage: z.enum(STAGES),
  date: day.exactOptional(),
  person: z.string().exactOptional(),
  level: z.string().exactOptional(),
});

const record = z.object({ number: z.int().min(1), key: z.string() });

/** The score as declared, as inspected and as settled, and every change between. */
export const inspection = z.object({
  records: z.array(kept).exactOptional(),
  stages: z.array(
    z.object({
      stage: z.enum(STAGES),
      score: z.object({ low: figure, high: figure, grades: z.array(z.string()) }).exactOptional(),
      rows: z.array(z.object({ id: z.string(), low: figure, high: figure })).exactOptional(),
    }),
  ),
  changes: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        ...change,
        kind: z.literal('fact'),
        fact: z.string(),
        record: record.exactOptional(),
        before: fact.exactOptional(),
        found: fact,
      }),
      z.object({
        ...change,
        kind: z.literal('entry'),
        entry: z.string(),
        before: entered.exactOptional(),
        found: entered,
        bureau: z.string().exactOptional(),
      }),
    ]),
  ),
});
