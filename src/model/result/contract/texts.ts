import * as z from 'zod';
import type { Location } from '../../base/location.ts';
import type { Noun } from '../../base/text.ts';
import { LEVELS } from '../../profile/profile.ts';
import type { History } from '../../scoring/history.ts';
import type { Scorecard } from '../../scoring/scorecard.ts';
import type { Expression } from '../../standard/expression.ts';
import { PACK_STATUSES } from '../../standard/head.ts';
import { OBLIGATIONS } from '../../standard/pack.ts';
import type { FactDefinition, TermList, Theme } from '../../standard/vocabulary.ts';
import { SCHEMA_VERSION } from '../version.ts';
import { bilingual, day, document, several, sha256 } from './base.ts';

const text = bilingual.exactOptional();
const decimal = z.string();
const period = z.object({ from: day.exactOptional(), until: day.exactOptional() });

/** What the tool alone reads, for whose shape the digest of the texts answers. */
const held = <T>() => z.custom<T>(given => typeof given === 'object' && given !== null);

const rule = z.looseObject({
  id: z.string(),
  clause: several(z.string()),
  section: z.string(),
  levels: several(z.enum(LEVELS)),
  obligation: z.enum(OBLIGATIONS),
  title: bilingual,
  expected: bilingual,
  remedy: bilingual,
  verify: text,
  note: text,
  period,
  due: day.exactOptional(),
  when: held<Expression>().exactOptional(),
  require: held<Expression>(),
  acceptsNotApplicable: z.boolean(),
  acceptsNotOccurred: z.boolean(),
  location: held<Location>(),
});

const pack = z.looseObject({
  id: z.string(),
  version: z.string(),
  sha256,
  status: z.enum(PACK_STATUSES),
  title: bilingual,
  document,
  period,
  counties: several(z.string()),
  levels: z.partialRecord(z.enum(LEVELS), bilingual),
  sections: z.array(z.object({ id: z.string(), clause: z.string(), title: bilingual })),
  notes: z.array(bilingual),
  rules: z.array(rule),
});

const scheme = z.looseObject({
  id: z.string(),
  sha256,
  title: bilingual,
  total: decimal,
  places: z.int(),
  points: z.object({ must: decimal, should: decimal, may: decimal }),
  rules: z.record(z.string(), decimal),
  grades: z.array(z.object({ id: z.string(), label: bilingual, atLeast: decimal })),
  scorecard: held<Scorecard>().exactOptional(),
  history: held<History>().exactOptional(),
});

/** What is true of a pack and its rules, whatever the centre: with it, a result is told in words without the pack. */
export const texts = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    digest: sha256.meta({ description: 'SHA-256 of the rest, as JSON without spaces' }),
    pack,
    schemes: z.array(scheme),
    vocabulary: z.object({
      themes: z.array(held<Theme>()),
      facts: z.array(held<FactDefinition>()),
      lists: z.array(held<TermList>()),
      subject: held<Noun>().exactOptional(),
    }),
  })
  .meta({ id: 'texts' });
