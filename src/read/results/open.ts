import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import * as z from 'zod';
import { type Location, startOf } from '../../model/base/location.ts';
import { type Loaded, loaded, type Problem, problem, refused } from '../../model/base/problem.ts';
import { append } from '../../model/base/text.ts';
import type { KeptRejection, KeptRun } from '../../model/result/kept.ts';
import { isFolder, readBytes } from '../files/files.ts';
import { decodeText } from '../files/text.ts';
import { unlessRefused } from '../refused-file.ts';
import { gatherEntries, type KeptFile, type KeptOptions } from './file.ts';
import { parseJson, shapeProblem } from './json.ts';
import { openLines } from './lines.ts';
import { readHead, readRejection, readResult, textsIn } from './read.ts';
import { gatherStandards } from './standards.ts';

const runSchema = z.object({
  counts: z.object({ documents: z.number(), audited: z.number(), rejected: z.number() }),
  roster: z
    .object({ expected: z.number(), missing: z.number(), absent: z.number().exactOptional(), unlisted: z.number() })
    .exactOptional(),
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
const readRun = (folder: string): { readonly value?: KeptRun; readonly problems: readonly Problem[] } => {
  const file = join(folder, 'run.json');
  const { text, problems } = textOf(file);
  if (text === undefined) return { problems };
  const at = startOf(file);
  const json = parseJson(text, at);
  if (!json.ok) return json;
  const read = runSchema.safeParse(json.value, { reportInput: true });
  return read.success ? { value: read.data, problems: [] } : { problems: [shapeProblem(read.error, at)] };
};

/** Columns of the table of what was rejected. */
const [FILE, CENTER, TREATMENT, PROBLEM] = [0, 2, 3, 4];

const separated = (text: string, file: string): Promise<Loaded<readonly (readonly string[])[]>> =>
  unlessRefused(file, async () => {
    const { parse } = await import('csv-parse/sync');
    return loaded([], () => parse(text, { bom: true, relax_column_count: true, relax_quotes: true }));
  });

/** The rows of what was refused: not of what was merely remarked, or replaced by a later submission. */
const readRejected = async (file: string, refused: ReadonlySet<string> = new Set()) => {
  const { text, problems } = textOf(file);
  if (text === undefined) return { rejections: [], problems };
  const rows = await separated(text, file);
  if (!rows.ok) return { rejections: [], problems: rows.problems };
  const rejections = rows.value
    .filter(row => refused.has(row[TREATMENT] ?? ''))
    .map(row => {
      const said = row[PROBLEM] ?? '';
      return { file: row[FILE] ?? '', center: row[CENTER] ?? '', message: { zh: said, en: said } };
    });
  return { rejections, problems: [] };
};

const LINES: ReadonlySet<string> = new Set(['.jsonl', '.ndjson']);

/** One result, or an array of them, is read whole up to this size. */
const WHOLE = 400_000_000;

const wholeFile = async (json: unknown, at: Location, options: KeptOptions): Promise<KeptFile> => {
  const results = [json].flat();
  const problems: Problem[] = [];
  const { library, standards = gatherStandards() } = options;
  const { entries, first, made, add } = gatherEntries(options);
  const rejections: KeptRejection[] = [];
  for (const [index, one] of results.entries()) {
    const rejection = readRejection(one);
    if (rejection !== undefined) {
      rejections.push(rejection);
      continue;
    }
    const head = readHead(one, at);
    if (!head.ok) append(problems, head.problems);
    const isFirst = head.ok && add(head.value, { number: index + 1, offset: 0, length: 0 });
    if (isFirst && textsIn(one) !== undefined) append(problems, standards.add(textsIn(one), at));
  }
  append(problems, await standards.complete(made.values(), { folder: dirname(at.file), library }));
  return {
    entries,
    first,
    rejections,
    problems,
    at: () => at,
    json: ({ number }) => ({ ok: true, value: results[number - 1], warnings: [] }),
    read: ({ number }) => readResult(results[number - 1], at, standards.find, options.asItIs),
    vocabularies: standards.vocabularies,
    close: () => undefined,
  };
};

/** Whether it may be JSON at all. */
const JSON_START = /^\s*[{[]/u;

/** The first line alone tells whether a file has a result a line, whatever it is called. */
const isLines = (text: string, at: Location): boolean => parseJson(text.slice(0, text.indexOf('\n')), at).ok;

const openWhole = async (path: string, options: KeptOptions): Promise<Loaded<KeptFile>> => {
  const at = startOf(path);
  const bytes = readBytes(path, WHOLE);
  const text = bytes.ok ? decodeText(path, bytes.value) : bytes;
  if (!text.ok) return text;
  if (!JSON_START.test(text.value)) return refused([problem('not-a-result', at, {})]);
  const json = parseJson(text.value, at);
  if (json.ok) return { ...json, value: await wholeFile(json.value, at, options) };
  return isLines(text.value, at) ? openLines(path, options) : json;
};

const RESULTS = 'results.jsonl';

const openFolder = async (path: string, options: KeptOptions): Promise<Loaded<KeptFile>> => {
  const file = join(path, RESULTS);
  if (!existsSync(file)) return refused([problem('no-results', path, {})]);
  const lines = await openLines(file, options);
  if (!lines.ok) return lines;
  const run = readRun(path);
  const rejected = await readRejected(join(path, 'rejected.csv'), options.refused);
  return {
    ...lines,
    value: {
      ...lines.value,
      rejections: [...lines.value.rejections, ...rejected.rejections],
      problems: [...lines.value.problems, ...run.problems, ...rejected.problems],
      ...(run.value && { run: run.value }),
    },
  };
};

/** A result, an array of them, one a line, or the folder of a batch. */
export const openKept = async (path: string, options: KeptOptions = {}): Promise<Loaded<KeptFile>> => {
  if (isFolder(path)) return openFolder(path, options);
  return LINES.has(extname(path).toLowerCase()) ? openLines(path, options) : openWhole(path, options);
};

/** Results in which nothing is amiss. */
export const openSound = async (path: string, options: KeptOptions = {}): Promise<Loaded<KeptFile>> => {
  const opened = await openKept(path, options);
  if (!opened.ok) return opened;
  const kept = opened.value;
  const read = loaded([...opened.warnings, ...kept.problems], () => kept);
  if (!read.ok) kept.close();
  return read;
};
