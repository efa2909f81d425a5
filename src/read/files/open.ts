import { extname } from 'node:path';
import { type Loaded, loaded, type Problem, problem, refused } from '../../model/base/problem.ts';
import { get, type MapNode, type SourceNode } from '../../model/base/source.ts';
import type { CenterStream, PassedOver } from '../layouts/grid.ts';
import type { Dictionary } from '../profile/names.ts';
import { readBytes, sha256 } from './files.ts';
import { readText } from './text.ts';

/** Bytes of one format → the profiles that stand in them, not yet read as facts; `passed` is told what declares nothing. */
export type DocumentReader = (
  file: string,
  bytes: Uint8Array,
  dictionary: Dictionary,
  passed?: PassedOver[],
) => Promise<Loaded<readonly SourceNode[]>>;

/** A file as it was read: every profile in it, and the digest of its bytes. */
export interface SourceDocument {
  readonly file: string;
  readonly sha256: string;
  readonly profiles: readonly SourceNode[];
}

/** Whether a document is what the page for the site keeps: its centres, what each declares, and what was found there. */
export const isBackup = (root: SourceNode): root is MapNode =>
  root.kind === 'map' && get(root, 'kept') !== undefined && get(root, 'centres')?.kind === 'list';

/** What the page for the site keeps has a profile a centre. */
const readYaml: DocumentReader = async (file, bytes) => {
  const read = await readText(file, bytes);
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

type OpenTable = (file: string, bytes: Uint8Array, dictionary: Dictionary) => Promise<CenterStream>;

/** A format that a profile may come in; one that holds a centre a row is opened as a stream, and never held whole. */
interface Format {
  readonly read: DocumentReader;
  readonly open?: OpenTable;
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

/** Every format that a profile may come in, by the ending of its file. */
export const FORMATS: Readonly<Record<string, Format>> = {
  '.yaml': YAML,
  '.yml': YAML,
  '.json': YAML,
  '.xlsx': WORKBOOK,
  '.xlsm': WORKBOOK,
  '.xls': WORKBOOK,
  '.et': WORKBOOK,
  '.ett': WORKBOOK,
  '.ods': WORKBOOK,
  '.xlsb': WORKBOOK,
  '.docx': WORD,
  '.docm': WORD,
  '.doc': WORD,
  '.wps': WORD,
  '.pdf': WORD,
  '.ofd': WORD,
  '.rtf': WORD,
  '.odt': WORD,
  '.csv': SEPARATED,
  '.tsv': SEPARATED,
};

/** Known, and refused with a word on what to do. */
export const REFUSED_ENDINGS = ['.xls', '.et', '.ett', '.ods', '.xlsb', '.doc', '.wps', '.pdf', '.ofd', '.rtf', '.odt'];

const ENDINGS: readonly string[] = Object.keys(FORMATS).filter(ending => !REFUSED_ENDINGS.includes(ending));

/** Files that hold one JSON object, one profile, a line. */
const LINE_ENDINGS: readonly string[] = ['.jsonl', '.ndjson'];

export const STDIN = '-';

const endingOf = (file: string): string => extname(file).toLowerCase();

export const isTable = (file: string): boolean => FORMATS[endingOf(file)]?.open !== undefined;

export const isLines = (file: string): boolean => LINE_ENDINGS.includes(endingOf(file));

/** The endings of every file that profiles are read from. */
export const PROFILE_ENDINGS: readonly string[] = [...ENDINGS, ...LINE_ENDINGS];

/** A file of one document, held whole. */
export const readDocument = async (
  file: string,
  dictionary: Dictionary,
  passed: PassedOver[] = [],
): Promise<Loaded<SourceDocument>> => {
  const content = readBytes(file);
  if (!content.ok) return content;
  const extension = endingOf(file);
  const format = FORMATS[extension];
  if (format === undefined)
    return refused([problem('unknown-format', { file, line: 1, column: 1 }, { extension, accepted: ENDINGS })]);
  const read = await format.read(file, content.value, dictionary, passed);
  return read.ok
    ? { ok: true, value: { file, sha256: sha256(content.value), profiles: read.value }, warnings: read.warnings }
    : read;
};

const listed = (read: Loaded<readonly SourceNode[]>): Loaded<ProfileStream> =>
  read.ok ? { ok: true, value: { profiles: read.value, problems: read.warnings }, warnings: [] } : read;

/** Opens the bytes of a file, or of the `line`-th line of a file of lines. */
export const openProfiles = async (
  { file, line }: { readonly file: string; readonly line?: number },
  bytes: Uint8Array,
  dictionary: Dictionary,
): Promise<Loaded<ProfileStream>> => {
  if (line !== undefined || file === STDIN) return listed(await readText(file, bytes, line));
  const extension = endingOf(file);
  const format = FORMATS[extension];
  if (format?.open !== undefined) {
    const { centers: profiles, problems } = await format.open(file, bytes, dictionary);
    return { ok: true, value: { profiles, problems }, warnings: [] };
  }
  if (format !== undefined) return listed(await format.read(file, bytes, dictionary));
  const unknown = problem('unknown-format', { file, line: 1, column: 1 }, { extension, accepted: PROFILE_ENDINGS });
  return loaded([unknown], () => ({ profiles: [], problems: [] }));
};
