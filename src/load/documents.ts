import { extname } from 'node:path';
import { type Loaded, loaded, problem } from '../model/problem.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { decodeText } from './bytes.ts';
import { readBytes, sha256 } from './files.ts';
import type { Names } from './names.ts';
import type { SourceNode } from './source.ts';

export interface Dictionary {
  readonly vocabulary: Vocabulary;
  readonly names: Names;
}

/** Bytes of one format → the profiles that stand in them, not yet read as facts. */
export type DocumentReader = (
  file: string,
  bytes: Uint8Array,
  dictionary: Dictionary,
) => Promise<Loaded<readonly SourceNode[]>>;

/** A file as it was read: every profile in it, and the digest of its bytes. */
export interface SourceDocument {
  readonly file: string;
  readonly sha256: string;
  readonly profiles: readonly SourceNode[];
}

const readYamlText: DocumentReader = async (file, bytes) => {
  const { readYaml } = await import('./yaml.ts');
  const text = decodeText(file, bytes);
  if (!text.ok) return text;
  const node = readYaml(file, text.value);
  if (!node.ok) return { ok: false, problems: [...text.warnings, ...node.problems] as unknown as typeof node.problems };
  const roots = node.value.kind === 'list' ? node.value.items : [node.value];
  return loaded(text.warnings, () => roots);
};

/** Every format that a profile may come in, by the ending of its file. */
export const DOCUMENT_READERS: Readonly<Record<string, DocumentReader>> = {
  '.yaml': readYamlText,
  '.yml': readYamlText,
  '.json': readYamlText,
};

export const readDocument = async (
  file: string,
  dictionary: Dictionary,
  content: Loaded<Uint8Array> = readBytes(file),
): Promise<Loaded<SourceDocument>> => {
  if (!content.ok) return content;
  const extension = extname(file).toLowerCase();
  const reader = DOCUMENT_READERS[extension];
  if (reader === undefined) {
    const accepted = Object.keys(DOCUMENT_READERS);
    return loaded([problem('unknown-format', { file, line: 1, column: 1 }, { extension, accepted })], () => ({
      file,
      sha256: '',
      profiles: [],
    }));
  }
  const read = await reader(file, content.value, dictionary);
  return read.ok
    ? { ok: true, value: { file, sha256: sha256(content.value), profiles: read.value }, warnings: read.warnings }
    : read;
};
