import { existsSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, type Problem, problem, refused } from '../../model/base/problem.ts';
import { decodeText } from '../files/bytes.ts';
import { readBytes } from '../files/files.ts';
import { isWanted, type KeptEntry, type KeptFile, type KeptOptions } from './file.ts';
import { openLines } from './lines.ts';
import { parseJson, readHead, readResult } from './read.ts';
import { readRejected, readRun } from './run.ts';

const LINES: ReadonlySet<string> = new Set(['.jsonl', '.ndjson']);

/** One result, or an array of them, is read whole up to this size. */
const WHOLE = 400_000_000;

const wholeFile = (json: unknown, at: Location, options: KeptOptions): KeptFile => {
  const results = [json].flat();
  const problems: Problem[] = [];
  const entries = results.flatMap((one, index): readonly KeptEntry[] => {
    const head = readHead(one, at);
    if (!head.ok) problems.push(...head.problems);
    if (!head.ok || !isWanted(head.value, options)) return [];
    return [{ key: head.value.key, pack: head.value.pack, number: index + 1, offset: 0, length: 0 }];
  });
  return {
    entries,
    rejections: [],
    problems,
    at: () => at,
    read: ({ number }) => readResult(results[number - 1], at),
    close: () => undefined,
  };
};

/** The first line alone tells whether a file has a result a line, whatever it is called. */
const isLines = (text: string, at: Location): boolean => parseJson(text.slice(0, text.indexOf('\n')), at).ok;

const openWhole = (path: string, options: KeptOptions): Loaded<KeptFile> => {
  const at = { file: path, line: 1, column: 1 };
  const bytes = readBytes(path, WHOLE);
  const text = bytes.ok ? decodeText(path, bytes.value) : bytes;
  if (!text.ok) return text;
  const json = parseJson(text.value, at);
  if (json.ok) return { ...json, value: wholeFile(json.value, at, options) };
  return isLines(text.value, at) ? openLines(path, options) : json;
};

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const RESULTS = 'results.jsonl';

/** What a batch put into its folder. */
const openFolder = async (path: string, options: KeptOptions): Promise<Loaded<KeptFile>> => {
  const file = join(path, RESULTS);
  if (!existsSync(file)) return refused([problem('no-results', { file: path, line: 1, column: 1 }, {})]);
  const lines = openLines(file, options);
  if (!lines.ok) return lines;
  const run = readRun(path);
  return {
    ...lines,
    value: {
      ...lines.value,
      rejections: [...lines.value.rejections, ...(await readRejected(join(path, 'rejected.csv'), options.refused))],
      problems: [...lines.value.problems, ...run.problems],
      ...(run.value && { run: run.value }),
    },
  };
};

/** A result, an array of them, one a line, or the folder of a batch. */
export const openKept = async (path: string, options: KeptOptions = {}): Promise<Loaded<KeptFile>> => {
  if (isFolder(path)) return openFolder(path, options);
  return LINES.has(extname(path).toLowerCase()) ? openLines(path, options) : openWhole(path, options);
};
