import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, loaded, type Problem, problem, refused } from '../../model/base/problem.ts';
import type { KeptRejection } from '../../model/result/kept.ts';
import { isFolder, readBytes } from '../files/files.ts';
import { decodeText } from '../files/text.ts';
import { gatherEntries, type KeptFile, type KeptOptions } from './file.ts';
import { parseJson } from './json.ts';
import { openLines } from './lines.ts';
import { readHead, readRejection, readResult, textsIn } from './read.ts';
import { readRejected, readRun } from './run.ts';
import { gatherStandards } from './standards.ts';

const LINES: ReadonlySet<string> = new Set(['.jsonl', '.ndjson']);

/** One result, or an array of them, is read whole up to this size. */
const WHOLE = 400_000_000;

const wholeFile = async (json: unknown, at: Location, options: KeptOptions): Promise<KeptFile> => {
  const results = [json].flat();
  const problems: Problem[] = [];
  const { library, standards = gatherStandards() } = options;
  const { entries, made, add } = gatherEntries(options);
  const rejections: KeptRejection[] = [];
  for (const [index, one] of results.entries()) {
    const rejection = readRejection(one);
    if (rejection !== undefined) {
      rejections.push(rejection);
      continue;
    }
    const head = readHead(one, at);
    if (!head.ok) problems.push(...head.problems);
    const isFirst = head.ok && add(head.value, { number: index + 1, offset: 0, length: 0 });
    if (isFirst && textsIn(one) !== undefined) problems.push(...standards.add(textsIn(one), at));
  }
  problems.push(...(await standards.complete(made.values(), { folder: dirname(at.file), library })));
  return {
    entries,
    rejections,
    problems,
    at: () => at,
    json: ({ number }) => ({ ok: true, value: results[number - 1], warnings: [] }),
    read: ({ number }) => readResult(results[number - 1], at, standards.find),
    vocabularies: standards.vocabularies,
    close: () => undefined,
  };
};

/** Whether it may be JSON at all. */
const JSON_START = /^\s*[{[]/u;

/** The first line alone tells whether a file has a result a line, whatever it is called. */
const isLines = (text: string, at: Location): boolean => parseJson(text.slice(0, text.indexOf('\n')), at).ok;

const openWhole = async (path: string, options: KeptOptions): Promise<Loaded<KeptFile>> => {
  const at = { file: path, line: 1, column: 1 };
  const bytes = readBytes(path, WHOLE);
  const text = bytes.ok ? decodeText(path, bytes.value) : bytes;
  if (!text.ok) return text;
  if (!JSON_START.test(text.value)) return refused([problem('not-a-result', at, {})]);
  const json = parseJson(text.value, at);
  if (json.ok) return { ...json, value: await wholeFile(json.value, at, options) };
  return isLines(text.value, at) ? openLines(path, options) : json;
};

const RESULTS = 'results.jsonl';

/** What a batch put into its folder. */
const openFolder = async (path: string, options: KeptOptions): Promise<Loaded<KeptFile>> => {
  const file = join(path, RESULTS);
  if (!existsSync(file)) return refused([problem('no-results', { file: path, line: 1, column: 1 }, {})]);
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
