import { extname } from 'node:path';
import { type Loaded, problem, refused } from '../../model/base/problem.ts';
import { get, type MapNode, type SourceNode } from '../../model/base/source.ts';
import type { PassedOver } from '../layouts/grid.ts';
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
const readYamlText: DocumentReader = async (file, bytes) => {
  const read = await readText(file, bytes);
  if (!read.ok || !read.value.some(isBackup)) return read;
  const { profilesOfBackup } = await import('../inspection/backup.ts');
  const value = read.value.flatMap((root): readonly SourceNode[] => (isBackup(root) ? profilesOfBackup(root) : [root]));
  return { ...read, value };
};

const readWorkbook: DocumentReader = async (...from) => (await import('../layouts/workbook.ts')).readXlsx(...from);

const readWord: DocumentReader = async (...from) => (await import('../layouts/word.ts')).readWordForm(...from);

const readTable: DocumentReader = async (...from) => (await import('./csv.ts')).readCsv(...from);

/** Every format that a profile may come in, by the ending of its file. */
export const DOCUMENT_READERS: Readonly<Record<string, DocumentReader>> = {
  '.yaml': readYamlText,
  '.yml': readYamlText,
  '.json': readYamlText,
  '.xlsx': readWorkbook,
  '.xlsm': readWorkbook,
  '.xls': readWorkbook,
  '.et': readWorkbook,
  '.ett': readWorkbook,
  '.ods': readWorkbook,
  '.xlsb': readWorkbook,
  '.docx': readWord,
  '.docm': readWord,
  '.doc': readWord,
  '.wps': readWord,
  '.pdf': readWord,
  '.ofd': readWord,
  '.rtf': readWord,
  '.odt': readWord,
  '.csv': readTable,
  '.tsv': readTable,
};

/** Known, and refused with a word on what to do. */
export const REFUSED_ENDINGS = ['.xls', '.et', '.ett', '.ods', '.xlsb', '.doc', '.wps', '.pdf', '.ofd', '.rtf', '.odt'];

export const readDocument = async (
  file: string,
  dictionary: Dictionary,
  passed: PassedOver[] = [],
): Promise<Loaded<SourceDocument>> => {
  const content = readBytes(file);
  if (!content.ok) return content;
  const extension = extname(file).toLowerCase();
  const reader = DOCUMENT_READERS[extension];
  if (reader === undefined) {
    const accepted = Object.keys(DOCUMENT_READERS).filter(ending => !REFUSED_ENDINGS.includes(ending));
    return refused([problem('unknown-format', { file, line: 1, column: 1 }, { extension, accepted })]);
  }
  const read = await reader(file, content.value, dictionary, passed);
  return read.ok
    ? { ok: true, value: { file, sha256: sha256(content.value), profiles: read.value }, warnings: read.warnings }
    : read;
};
