import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { KeptRejection, KeptRun } from '../../model/result/kept.ts';
import { decodeText } from '../files/bytes.ts';
import { readBytes } from '../files/files.ts';
import { parseJson } from './read.ts';

const runSchema = z.object({
  counts: z.object({ documents: z.number(), audited: z.number(), rejected: z.number() }),
  roster: z
    .object({ expected: z.number(), missing: z.number(), absent: z.number().optional(), unlisted: z.number() })
    .optional(),
});

const MOST = 400_000_000;

const textOf = (file: string): string | undefined => {
  const bytes = existsSync(file) ? readBytes(file, MOST) : undefined;
  const text = bytes?.ok ? decodeText(file, bytes.value) : undefined;
  return text?.ok ? text.value : undefined;
};

/** The record of a batch; without one, a folder is its results alone. */
export const readRun = (folder: string): { readonly value?: KeptRun; readonly problems: readonly Problem[] } => {
  const file = join(folder, 'run.json');
  const text = textOf(file);
  if (text === undefined) return { problems: [] };
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
): Promise<readonly KeptRejection[]> => {
  const text = textOf(file);
  if (text === undefined) return [];
  const { parse } = await import('csv-parse/sync');
  const rows = parse(text, {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
  }) as readonly (readonly string[])[];
  return rows
    .filter(row => refused.has(row[TREATMENT] ?? ''))
    .map(row => {
      const said = row[PROBLEM] ?? '';
      return { file: row[FILE] ?? '', center: row[CENTER] ?? '', message: { zh: said, en: said } };
    });
};
