import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { KeptRejection, KeptRun } from '../../model/result/kept.ts';
import { readBytes } from '../files/files.ts';
import { decodeText } from '../files/text.ts';
import { parseJson } from './json.ts';

const runSchema = z.object({
  counts: z.object({ documents: z.number(), audited: z.number(), rejected: z.number() }),
  roster: z
    .object({ expected: z.number(), missing: z.number(), absent: z.number().optional(), unlisted: z.number() })
    .optional(),
});

const MOST = 400_000_000;

/** What a file beside the results says; one that is there and cannot be read is a problem, one that is not is none. */
const textOf = (file: string): { readonly text?: string; readonly problems: readonly Problem[] } => {
  if (!existsSync(file)) return { problems: [] };
  const bytes = readBytes(file, MOST);
  const text = bytes.ok ? decodeText(file, bytes.value) : bytes;
  return text.ok ? { text: text.value, problems: [] } : { problems: text.problems };
};

/** The record of a batch; without one, a folder is its results alone. */
export const readRun = (folder: string): { readonly value?: KeptRun; readonly problems: readonly Problem[] } => {
  const file = join(folder, 'run.json');
  const { text, problems } = textOf(file);
  if (text === undefined) return { problems };
  const at = { file, line: 1, column: 1 };
  const json = parseJson(text, at);
  if (!json.ok) return json;
  const read = runSchema.safeParse(json.value);
  if (read.success) return { value: read.data, problems: [] };
  const [issue] = read.error.issues;
  return {
    problems: [
      problem('shape', at, {
        path: issue?.path.map(String).join('.') ?? '',
        wanted: { written: issue?.message ?? '' },
      }),
    ],
  };
};

/** Columns of the table of what was rejected. */
const [FILE, CENTER, TREATMENT, PROBLEM] = [0, 2, 3, 4];

/** The rows of what was refused: not of what was merely remarked, or replaced by a later submission. */
export const readRejected = async (
  file: string,
  refused: ReadonlySet<string> = new Set(),
): Promise<{ readonly rejections: readonly KeptRejection[]; readonly problems: readonly Problem[] }> => {
  const { text, problems } = textOf(file);
  if (text === undefined) return { rejections: [], problems };
  const { parse } = await import('csv-parse/sync');
  const rows = parse(text, {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
  }) as readonly (readonly string[])[];
  const rejections = rows
    .filter(row => refused.has(row[TREATMENT] ?? ''))
    .map(row => {
      const said = row[PROBLEM] ?? '';
      return { file: row[FILE] ?? '', center: row[CENTER] ?? '', message: { zh: said, en: said } };
    });
  return { rejections, problems: [] };
};
