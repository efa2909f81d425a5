import { extname } from 'node:path';
import { type Loaded, loaded, type Problem, problem } from '../../model/base/problem.ts';
import type { SourceNode } from '../../model/base/source.ts';
import type { CenterStream } from '../layouts/workbook.ts';
import type { Dictionary } from '../profile/names.ts';
import { DOCUMENT_READERS, REFUSED_ENDINGS } from './documents.ts';

import { readText } from './text.ts';

/** The profiles of a document, one after another. `problems` is complete when the last has come. */
export interface ProfileStream {
  readonly profiles: AsyncIterable<SourceNode> | Iterable<SourceNode>;
  readonly problems: readonly Problem[];
}

type OpenTable = (file: string, bytes: Uint8Array, dictionary: Dictionary) => Promise<CenterStream>;

const openWorkbook: OpenTable = async (...from) => (await import('../layouts/workbook.ts')).streamWorkbook(...from);

const openCsv: OpenTable = async (...from) => (await import('./csv.ts')).streamCsv(...from);

/** Formats that hold a centre a row: these are never held whole. */
const TABLES: Readonly<Record<string, OpenTable>> = {
  '.xlsx': openWorkbook,
  '.xlsm': openWorkbook,
  '.xls': openWorkbook,
  '.et': openWorkbook,
  '.ett': openWorkbook,
  '.ods': openWorkbook,
  '.xlsb': openWorkbook,
  '.csv': openCsv,
  '.tsv': openCsv,
};

/** Files that hold one JSON object, one profile, a line. */
export const LINE_ENDINGS: readonly string[] = ['.jsonl', '.ndjson'];

export const STDIN = '-';

const endingOf = (file: string): string => extname(file).toLowerCase();

export const isTable = (file: string): boolean => TABLES[endingOf(file)] !== undefined;

export const isLines = (file: string): boolean => LINE_ENDINGS.includes(endingOf(file));

/** The endings of every file that profiles are read from. */
export const PROFILE_ENDINGS: readonly string[] = [
  ...Object.keys(DOCUMENT_READERS).filter(ending => !REFUSED_ENDINGS.includes(ending)),
  ...LINE_ENDINGS,
];

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
  const table = TABLES[extension];
  if (table !== undefined) {
    const { centers: profiles, problems } = await table(file, bytes, dictionary);
    return { ok: true, value: { profiles, problems }, warnings: [] };
  }
  const reader = DOCUMENT_READERS[extension];
  if (reader !== undefined) return listed(await reader(file, bytes, dictionary));
  const unknown = problem('unknown-format', { file, line: 1, column: 1 }, { extension, accepted: PROFILE_ENDINGS });
  return loaded([unknown], () => ({ profiles: [], problems: [] }));
};
