import { extname } from 'node:path';
import { type Loaded, type Problem, problem, refused, toldOf } from '../../model/base/problem.ts';
import { get, type MapNode, type SourceNode } from '../../model/base/source.ts';
import { append } from '../../model/base/text.ts';
import type { Input } from '../../model/profile/input.ts';
import type { CenterStream, PassedOver } from '../layouts/grid.ts';
import type { Dictionary } from '../profile/names.ts';
import { readBytes } from './files.ts';
import { readText } from './text.ts';

/** Bytes of one format → the profiles that stand in them, not yet read as facts; `passed` is told what declares nothing. */
export type DocumentReader = (
  file: string,
  bytes: Uint8Array,
  dictionary: Dictionary,
  passed?: PassedOver[],
) => Promise<Loaded<readonly SourceNode[]>>;

/** Whether a document is what the page for the site keeps: its centres, what each declares, and what was found there. */
export const isBackup = (root: SourceNode): root is MapNode =>
  get(root, 'kept') !== undefined && get(root, 'centres')?.kind === 'list';

/** What -o json keeps of an audit or a batch is no profile, however it comes. */
const unlessResult = (read: Loaded<readonly SourceNode[]>): Loaded<readonly SourceNode[]> => {
  const kept = read.ok ? read.value.find(root => get(root, 'schemaVersion')) : undefined;
  return kept ? refused([problem('own-book', kept.location, { kind: 'result', center: '' })]) : read;
};

/** What the page for the site keeps has a profile a centre. */
const readYaml: DocumentReader = async (file, bytes) => {
  const read = unlessResult(await readText(file, bytes));
  if (!read.ok || !read.value.some(isBackup)) return read;
  const { profilesOfBackup } = await import('../inspection/backup.ts');
  const value = read.value.flatMap((root): readonly SourceNode[] => (isBackup(root) ? profilesOfBackup(root) : [root]));
  return { ...read, value };
};

/** The profiles of a document, one after another. `problems` is complete when the last has come. */
export interface ProfileStream {
  readonly profiles: AsyncIterable<SourceNode> | Iterable<SourceNode>;
  readonly problems: readonly Problem[];
}

/** A format that a profile may come in; one that holds a centre a row is opened as a stream, and never held whole. */
interface Format {
  readonly read: DocumentReader;
  readonly open?: (file: string, bytes: Uint8Array, dictionary: Dictionary) => Promise<CenterStream>;
}

const YAML: Format = { read: readYaml };

const WORKBOOK: Format = {
  read: async (...from) => (await import('../layouts/workbook.ts')).readXlsx(...from),
  open: async (...from) => (await import('../layouts/workbook.ts')).streamWorkbook(...from),
};

const WORD: Format = { read: async (...from) => (await import('../layouts/word.ts')).readWordForm(...from) };

const SEPARATED: Format = {
  read: async (...from) => (await import('./csv.ts')).readCsv(...from),
  open: async (...from) => (await import('./csv.ts')).streamCsv(...from),
};

const BY_FORMAT: readonly (readonly [Format, readonly string[]])[] = [
  [YAML, ['.yaml', '.yml', '.json']],
  [WORKBOOK, ['.xlsx', '.xlsm', '.xls', '.et', '.ett', '.ods', '.xlsb']],
  [WORD, ['.docx', '.docm', '.doc', '.wps', '.pdf', '.ofd', '.rtf', '.odt']],
  [SEPARATED, ['.csv', '.tsv']],
];

/** Every format that a profile may come in, by the ending of its file. */
export const FORMATS: Readonly<Record<string, Format>> = Object.fromEntries(
  BY_FORMAT.flatMap(([format, endings]) => endings.map(ending => [ending, format])),
);

/** Known, and refused with a word on what to do. */
export const REFUSED_ENDINGS = ['.xls', '.et', '.ett', '.ods', '.xlsb', '.doc', '.wps', '.pdf', '.ofd', '.rtf', '.odt'];

const ENDINGS: readonly string[] = Object.keys(FORMATS).filter(ending => !REFUSED_ENDINGS.includes(ending));

/** Files that hold one JSON object, one profile, a line. */
const LINE_ENDINGS: readonly string[] = ['.jsonl', '.ndjson'];

export const STDIN = '-';

const endingOf = (file: string): string => extname(file).toLowerCase();

export const isTable = (file: string): boolean => FORMATS[endingOf(file)]?.open !== undefined;

export const isLines = (file: string): boolean => LINE_ENDINGS.includes(endingOf(file));

export const PROFILE_ENDINGS: readonly string[] = [...ENDINGS, ...LINE_ENDINGS];

/** A file of lines has a document a line; without any it is a document that is empty. */
export async function* documentsOf(input: Input): AsyncGenerator<Input> {
  const { file, line, content } = input;
  if (line !== undefined || content !== undefined || !isLines(file)) return yield input;
  const { readLines } = await import('./lines.ts');
  let isEmpty = true;
  for (const { number, content: read } of readLines(file)) {
    isEmpty = false;
    yield { file, line: number, content: read };
  }
  if (isEmpty) yield { file, content: refused([problem('empty-file', file, {})]) };
}

const readWhole = async (
  { file, line }: Omit<Input, 'content'>,
  bytes: Uint8Array,
  dictionary: Dictionary,
  passed?: PassedOver[],
): Promise<Loaded<readonly SourceNode[]>> => {
  if (line !== undefined || file === STDIN) return unlessResult(await readText(file, bytes, line));
  const extension = endingOf(file);
  const unknown = problem('unknown-format', file, { extension, accepted: PROFILE_ENDINGS });
  return FORMATS[extension]?.read(file, bytes, dictionary, passed) ?? refused([unknown]);
};

/** Every profile of a file, held whole, and all that is to be said of it; `passed` is told what declares nothing. */
export const readProfiles = async (
  from: Input,
  dictionary: Dictionary,
  passed: PassedOver[] = [],
): Promise<{ readonly profiles: readonly SourceNode[]; readonly problems: readonly Problem[] }> => {
  const profiles: SourceNode[] = [];
  const problems: Problem[] = [];
  for await (const input of documentsOf(from)) {
    const { content = readBytes(from.file) } = input;
    const read = content.ok ? await readWhole(input, content.value, dictionary, passed) : content;
    append(problems, toldOf(read));
    if (read.ok) append(profiles, read.value);
  }
  return { profiles, problems };
};

/** Opens the bytes of a document: a table as a stream, anything else whole. */
export const openProfiles = async (
  input: Omit<Input, 'content'>,
  bytes: Uint8Array,
  dictionary: Dictionary,
): Promise<Loaded<ProfileStream>> => {
  const { file, line } = input;
  const open = line === undefined ? FORMATS[endingOf(file)]?.open : undefined;
  if (open === undefined) {
    const read = await readWhole(input, bytes, dictionary);
    return read.ok ? { ok: true, value: { profiles: read.value, problems: read.warnings }, warnings: [] } : read;
  }
  const { centers: profiles, problems } = await open(file, bytes, dictionary);
  return { ok: true, value: { profiles, problems }, warnings: [] };
};
