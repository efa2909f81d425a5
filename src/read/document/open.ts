import { extname, join } from 'node:path';
import { type Loaded, loaded, problem, refused, toldOf } from '../../model/base/problem.ts';
import { namesIn, readBytes } from '../files/files.ts';
import { decodeText } from '../files/text.ts';
import { isPacked, kindOf } from './kind.ts';

/** A copy of a standard as plain text. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

const ENDINGS = [
  '.txt',
  '.text',
  '.md',
  '.docx',
  '.docm',
  '.html',
  '.htm',
  '.mht',
  '.doc',
  '.wps',
  '.pdf',
  '.rtf',
  '.odt',
  '.ofd',
];

const PAGE = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|div|p|meta|table|h\d)\b/iu;

const asPlain = async (file: string, bytes: Uint8Array): Promise<Loaded<string>> => {
  const text = decodeText(file, bytes);
  if (!text.ok || !PAGE.test(text.value)) return text;
  const { htmlText } = await import('./html.ts');
  return { ...text, value: htmlText(text.value) };
};

const readDocument = async (file: string): Promise<Loaded<string>> => {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const kind = kindOf(bytes.value);
  if (kind === undefined) return asPlain(file, bytes.value);
  const text = isPacked(bytes.value) ? (await import('./docx.ts')).docxText(bytes.value) : { refused: kind };
  if ('read' in text) return loaded([], () => text.read);
  return refused([problem('document-format', file, { found: text.refused })]);
};

/** Copies of standards: Word documents, text in any encoding, web pages; one file, or every one in a folder, where one is named. */
export const loadTexts = async (path: string | undefined): Promise<Loaded<readonly TextFile[]>> => {
  if (path === undefined) return loaded([], () => []);
  const names = namesIn(path)?.filter(name => ENDINGS.includes(extname(name).toLowerCase()) && !/^[.~]/u.test(name));
  const files = names?.toSorted().map(name => join(path, name)) ?? [path];
  const read = await Promise.all(files.map(async file => ({ file, text: await readDocument(file) })));
  const none = files.length === 0 ? [problem('file-missing', join(path, '*.docx'), {})] : [];
  const problems = [...none, ...read.flatMap(({ text }) => toldOf(text))];
  return loaded(problems, () => read.flatMap(({ file, text }) => (text.ok ? [{ file, text: text.value }] : [])));
};
