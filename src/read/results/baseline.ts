import * as z from 'zod';
import { type Loaded, loaded, problem, refused } from '../../model/base/problem.ts';
import { type EarlierFinding, type EarlierResult, identityOf } from '../../model/finding/comparison.ts';
import { OUTCOMES } from '../../model/finding/finding.ts';
import { keyOf } from '../../model/finding/matter.ts';
import { decodeText } from '../files/bytes.ts';
import { readBytes } from '../files/files.ts';

const matterSchema = z.object({
  fact: z.string(),
  item: z.string().optional(),
  term: z.string().optional(),
  extent: z.object({ by: z.string(), limit: z.string() }).optional(),
});

const findingSchema = z.object({
  rule: z.string(),
  outcome: z.enum(OUTCOMES),
  fingerprint: z.string(),
  waived: z.unknown().optional(),
  matters: z.array(matterSchema).optional(),
});

/** As much of a published result as a comparison needs. */
const resultSchema = z.object({
  schemaVersion: z.string().regex(/^1\./u),
  profile: z.object({
    path: z.string(),
    center: z.object({
      name: z.string().optional(),
      level: z.string(),
      county: z.string().optional(),
      township: z.string().optional(),
    }),
  }),
  pack: z.object({ id: z.string() }),
  score: z.object({ low: z.number() }).nullish(),
  findings: z.array(findingSchema),
});

const toFinding = ({ outcome, fingerprint, waived, matters }: z.infer<typeof findingSchema>): EarlierFinding => ({
  outcome,
  fingerprint,
  waived: waived !== undefined,
  ...(matters && {
    matters: new Map(
      matters.map(({ fact, item, term, extent }) => [
        keyOf({ fact, ...(item !== undefined && { item }), ...(term !== undefined && { code: term }) }),
        extent,
      ]),
    ),
  }),
});

const toResult = ({ profile, pack, score, findings }: z.infer<typeof resultSchema>): EarlierResult => ({
  center: identityOf({ ...profile.center, path: profile.path }),
  pack: pack.id,
  ...(score && { low: String(score.low) }),
  findings: new Map(findings.map(finding => [finding.rule, toFinding(finding)])),
});

/** One result, an array of them, or one a line. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => JSON.parse(line) as unknown);
  }
};

const readJson = (text: string): unknown => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};

/** A result that was kept, `-o json` or `-o jsonl`, to hold the present one against. */
export const loadBaseline = (file: string): Loaded<readonly EarlierResult[]> => {
  const bytes = readBytes(file);
  const text = bytes.ok ? decodeText(file, bytes.value) : bytes;
  if (!text.ok) return text;
  const location = { file, line: 1, column: 1 };
  const json = readJson(text.value);
  if (json === undefined)
    return loaded([problem('wrong-content', location, { expected: 'JSON (-o json)', found: 'text' })], () => []);
  const read = z.array(resultSchema).safeParse([json].flat());
  if (read.success) return { ok: true, value: read.data.map(toResult), warnings: text.warnings };
  const [issue] = read.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  return refused([problem('shape', location, { path, wanted: { written: issue?.message ?? '' } })]);
};
