import * as z from 'zod';
import { SEVERITIES } from '../base/problem.ts';
import type { ProblemCode } from '../base/problem-details.ts';
import type { Bilingual } from '../base/text.ts';
import { OUTCOMES } from '../finding/finding.ts';
import { LEVELS } from '../profile/profile.ts';
import type { Scheme } from '../scoring/score.ts';
import { PACK_STATUSES } from '../standard/head.ts';
import { OBLIGATIONS, type Pack, type Rule } from '../standard/pack.ts';
import type { VocabularyData } from '../standard/vocabulary.ts';
import { bilingual, day, document, figure, place, points, sha256, value } from './contract/base.ts';
import { finding } from './contract/finding.ts';
import { inspection } from './contract/inspection.ts';
import { scorecard } from './contract/scorecard.ts';
import { texts } from './contract/texts.ts';
import { SCHEMA_VERSION } from './version.ts';

const settled = z.object({
  reading: z.string(),
  named: z.string().exactOptional().meta({ description: 'a figure that the text leaves to the county' }),
  by: z.string(),
  on: day,
});

const otherwise = z.object({
  rule: z.string(),
  reading: z.string(),
  obligation: z.enum(OBLIGATIONS),
  outcome: z.enum(OUTCOMES),
  score: z.object({ low: figure, high: figure }).exactOptional(),
  says: bilingual.exactOptional(),
});

/** Something to be said of the profile although it could be read: its code, and the particulars that its sentence needs. */
const problem = z.object({
  code: z.enum(Object.keys(SEVERITIES) as [ProblemCode, ...ProblemCode[]]),
  details: z.record(z.string(), z.unknown()),
  location: place,
  message: bilingual.exactOptional(),
});

const text = bilingual.exactOptional();

const center = z.object({
  name: z.string().exactOptional(),
  level: z.enum(LEVELS),
  county: z.string().exactOptional(),
  township: z.string().exactOptional(),
});

/** Of lists with fields that are wanting: what is declared of each record, to be asked for the rest. */
const records = z.record(z.string(), z.array(z.object({ key: z.string(), facts: z.record(z.string(), value) })));

const profile = z.object({
  path: z.string(),
  sha256,
  center,
  levelGiven: z.literal(true).exactOptional().meta({ description: 'the level is not the profile’s own word' }),
  root: place,
  records: records.exactOptional(),
});

const pack = z.object({
  id: z.string(),
  version: z.string(),
  sha256,
  status: z.enum(PACK_STATUSES).exactOptional(),
  title: text,
  document: document.exactOptional(),
});

const scheme = z.object({
  id: z.string(),
  sha256,
  title: text,
  grades: z.array(z.object({ id: z.string(), label: bilingual, atLeast: figure })).exactOptional(),
});

const grade = z.discriminatedUnion('settled', [
  z.object({ settled: z.literal(true), value: z.string() }),
  z.object({ settled: z.literal(false), candidates: z.array(z.string()).min(2) }),
]);

const score = z
  .object({
    low: figure,
    high: figure,
    max: figure,
    points,
    grade: grade.exactOptional(),
    decidedBy: z.array(z.string()),
  })
  .meta({
    id: 'score',
    description: 'low and high are shares of the sums in points; decidedBy: what settles the grade',
  });

const section = z.object({ id: z.string(), low: figure, high: figure, max: figure, title: text });

const count = z.int().min(0);

/** One centre held against one pack: codes and figures, with the words beside them or in the texts of the pack. */
export const result = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    tool: z.object({ name: z.string(), version: z.string() }),
    asOf: day,
    profile,
    pack,
    scheme,
    counts: z.object({ pass: count, fail: count, unknown: count, notApplicable: count, total: count }),
    score: score.nullable().meta({ description: 'null where nothing counted' }),
    scoreWithoutWaivers: score.nullable().exactOptional().meta({ description: 'where a waiver was applied' }),
    earlier: z
      .object({ low: figure.exactOptional() })
      .exactOptional()
      .meta({ description: 'the result that it was compared with, and its score' }),
    sections: z.array(section).meta({ description: 'of the pack, or of the scorecard where there is one' }),
    scorecard: scorecard.exactOptional(),
    readings: z.record(z.string(), settled).exactOptional().meta({
      description: 'how the county reads rules that can be read otherwise, by rule',
    }),
    otherwise: z.array(otherwise).exactOptional().meta({
      description: 'what another reading of a rule would decide otherwise, each by itself',
    }),
    inspection: inspection.exactOptional(),
    findings: z.array(finding).meta({ description: 'every rule of the pack for this level, once, in its order' }),
    problems: z.array(problem),
    texts: texts.exactOptional().meta({ description: 'with the first result of each pack and scheme in a file' }),
  })
  .meta({ id: 'result' });

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** A result as it is written, and as it is read. */
export type Result = Frozen<z.input<typeof result>>;
export type KeptResult = Frozen<z.output<typeof result>>;
/** A pack as its texts have it: each rule with what it asks in words. */
type PackTexts = Omit<Pack, 'vocabulary' | 'scheme' | 'levelSchemes' | 'rules'> & {
  readonly rules: readonly (Rule & { readonly expected: Bilingual })[];
};

export type Texts = Pick<z.infer<typeof texts>, 'schemaVersion' | 'digest'> & {
  readonly pack: PackTexts;
  readonly schemes: readonly Scheme[];
  readonly vocabulary: VocabularyData;
};

/** As much as says whose a result is, and by what it was held. */
export const head = result.pick({ schemaVersion: true, profile: true, pack: true, scheme: true });

/** What `-o json` writes, one result or an array of several; a line of `-o jsonl` is one result. */
export const published = z.union([result, z.array(result)]).meta({ title: 'duibiao result' });
