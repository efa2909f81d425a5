import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
} from 'yaml';
import { distinct } from '../../model/base/group.ts';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, loaded, type Problem, problem } from '../../model/base/problem.ts';
import type { MapEntry, SourceNode } from '../../model/base/source.ts';
import { asWritten, blank } from './scalar.ts';

const MAX_DEPTH = 100;

interface Reading {
  readonly file: string;
  /** On which line of the file the text begins. */
  readonly firstLine: number;
  readonly lines: LineCounter;
  readonly problems: Problem[];
}

const locate = (reading: Reading, offset: number): Location => {
  const { line, col } = reading.lines.linePos(offset);
  return { file: reading.file, line: line + reading.firstLine - 1, column: col };
};

const startOf = (node: unknown): number => (node as Node | null)?.range?.[0] ?? 0;

/** Reads one YAML 1.2 or JSON document. Aliases, merges, tags and directives are refused: no profile needs them. */
export const readYaml = (file: string, text: string, firstLine = 1): Loaded<SourceNode> => {
  const reading: Reading = { file, firstLine, lines: new LineCounter(), problems: [] };
  const start = { file, line: firstLine, column: 1 };
  const documents = parseDocuments(reading, text);
  const [first] = documents;
  if (reading.problems.length === 0 && (first === undefined || first.contents === null))
    reading.problems.push(problem('empty-file', start, {}));
  const contents = first?.contents ?? null;
  const node = reading.problems.length === 0 && contents !== null ? toNode(reading, contents, 0) : undefined;
  return loaded(reading.problems, () => node ?? blank(start));
};

/** Far more open brackets than anybody writes. */
const MOST_OPEN = 500;
const MARKS_IN_A_ROW = /(?:[-?][ \t]+){200}/u;

/** Whether a text is nested so deeply that the parser would labour over it. */
const isBottomless = (text: string): boolean => {
  let open = 0;
  for (let at = 0; at < text.length && open <= MOST_OPEN; at++) {
    const sign = text[at];
    if (sign === '[' || sign === '{') open++;
    else if ((sign === ']' || sign === '}') && open > 0) open--;
  }
  return open > MOST_OPEN || MARKS_IN_A_ROW.test(text);
};

/** Places are said beside faults, without an excerpt that is made for each of thousands. */
const AS_WRITTEN = { uniqueKeys: false, version: '1.2', merge: false, prettyErrors: false } as const;

/** What the parser makes of a text; it has no stack for one that is nested deeper than anybody writes. */
const parsedBy = ({ lines, problems, file, firstLine }: Reading, text: string): readonly Document.Parsed[] => {
  const start = { file, line: firstLine, column: 1 };
  if (isBottomless(text)) {
    problems.push(problem('yaml-feature', start, { feature: 'depth' }));
    return [];
  }
  try {
    const parsed = parseAllDocuments(text, { ...AS_WRITTEN, lineCounter: lines });
    return 'empty' in parsed ? [] : parsed;
  } catch (error) {
    if (error instanceof RangeError) problems.push(problem('yaml-feature', start, { feature: 'depth' }));
    else problems.push(problem('syntax', start, { detail: error instanceof Error ? error.name : 'unknown' }));
    return [];
  }
};

/** After so many faults of form the rest is guesswork. */
const MOST = 20;

/** Faults of form, each place once; what follows a tab or too many levels is their consequence. */
const telling = (documents: readonly Document.Parsed[]) => {
  const errors = documents.flatMap(document => [...document.errors, ...document.warnings]);
  const causes = ['TAB_AS_INDENT', 'RESOURCE_EXHAUSTION'].map(cause => errors.filter(({ code }) => code === cause));
  const told = causes.find(({ length }) => length > 0) ?? errors;
  return distinct(told, ({ pos, code }) => `${pos[0]} ${code}`).slice(0, MOST);
};

const parseDocuments = (reading: Reading, text: string): readonly Document.Parsed[] => {
  const documents = parsedBy(reading, text);
  for (const found of telling(documents)) {
    const location = locate(reading, found.pos[0]);
    if (found.code === 'RESOURCE_EXHAUSTION')
      reading.problems.push(problem('yaml-feature', location, { feature: 'depth' }));
    else if (found.code === 'TAG_RESOLVE_FAILED')
      reading.problems.push(problem('yaml-feature', location, { feature: 'tag' }));
    else reading.problems.push(problem('syntax', location, { detail: found.message }));
  }
  if (documents[0]?.directives.yaml.explicit === true)
    reading.problems.push(problem('yaml-feature', locate(reading, 0), { feature: 'directive' }));
  const second = documents[1];
  if (second !== undefined)
    reading.problems.push(problem('yaml-feature', locate(reading, second.range[0]), { feature: 'documents' }));
  return documents;
};

const toNode = (reading: Reading, node: unknown, depth: number): SourceNode => {
  const location = locate(reading, startOf(node));
  const refuse = (feature: 'alias' | 'tag' | 'depth'): SourceNode => {
    reading.problems.push(problem('yaml-feature', location, { feature }));
    return blank(location);
  };
  if (depth > MAX_DEPTH) return refuse('depth');
  if (isAlias(node)) return refuse('alias');
  if ((node as Node | null)?.tag !== undefined) return refuse('tag');
  if (isScalar(node)) {
    const text = node.source ?? String(node.value);
    const value = typeof node.value === 'number' ? asWritten(text) : node.value;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? { kind: 'scalar', text: typeof value === 'string' ? value : text, value, location }
      : blank(location);
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.map(item => toNode(reading, item, depth + 1)), location };
  return isMap(node)
    ? { kind: 'map', entries: node.items.flatMap(pair => toEntry(reading, pair, depth)), location }
    : blank(location);
};

const toEntry = (reading: Reading, pair: unknown, depth: number): MapEntry[] => {
  if (!isPair(pair)) return [];
  const keyLocation = locate(reading, startOf(pair.key));
  const key = isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : undefined;
  if (key === undefined) {
    reading.problems.push(problem('not-a-mapping', keyLocation, { found: isSeq(pair.key) ? '[…]' : '{…}' }));
    return [];
  }
  if (key === '<<') reading.problems.push(problem('yaml-feature', keyLocation, { feature: 'merge' }));
  const value = pair.value === null ? blank(keyLocation) : toNode(reading, pair.value, depth + 1);
  return [{ key, keyLocation, value }];
};

/** Every key that stands twice in its mapping, wherever that is. */
export const duplicateKeys = (node: SourceNode): readonly Problem[] => {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list') return node.items.flatMap(duplicateKeys);
  const first = new Map<string, Location>();
  return node.entries.flatMap(entry => {
    const earlier = first.get(entry.key);
    if (earlier === undefined) first.set(entry.key, entry.keyLocation);
    const here = earlier ? [problem('duplicate-key', entry.keyLocation, { key: entry.key, first: earlier })] : [];
    return [...here, ...duplicateKeys(entry.value)];
  });
};
