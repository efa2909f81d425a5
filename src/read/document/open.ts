import { extname, join } from 'node:path';
import { TextDecoder } from 'node:util';
import { type Loaded, loaded, problem, refused } from '../../model/base/problem.ts';
import { namesIn, readBytes } from '../files/files.ts';
import { decodeText, starts } from '../files/text.ts';
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

const COMMON = /[\p{Script=Han}，。；：、（）\r\n]/gu;

/** UTF-16 without a mark: whichever order of bytes makes it Chinese. */
const unmarked = (bytes: Uint8Array): string | undefined => {
  if (!bytes.subarray(0, 4000).includes(0) || starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) return undefined;
  const texts = ['utf-16le', 'utf-16be'].map(encoding => new TextDecoder(encoding).decode(bytes));
  const [best] = texts
    .map(text => ({ text, common: (text.match(COMMON)?.length ?? 0) / text.length }))
    .toSorted((a, b) => b.common - a.common);
  return best !== undefined && best.common > 0.5 ? best.text : undefined;
};

const PAGE = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|div|p|meta|table|h\d)\b/iu;

const asPlain = async (file: string, bytes: Uint8Array): Promise<Loaded<string>> => {
  const wide = unmarked(bytes);
  const text = wide === undefined ? decodeText(file, bytes) : loaded([], () => wide);
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
  return refused([problem('document-format', { file, line: 1, column: 1 }, { found: text.refused })]);
};

/** Copies of standards: Word documents, text in any encoding, web pages; one file, or every one in a folder. */
export const loadTexts = async (path: string): Promise<Loaded<readonly TextFile[]>> => {
  const names = namesIn(path)?.filter(name => ENDINGS.includes(extname(name).toLowerCase()) && !/^[.~]/u.test(name));
  const files = names?.toSorted().map(name => join(path, name)) ?? [path];
  const read = await Promise.all(files.map(async file => ({ file, text: await readDocument(file) })));
  const none =
    files.length === 0 ? [problem('file-missing', { file: join(path, '*.docx'), line: 1, column: 1 }, {})] : [];
  const problems = [...none, ...read.flatMap(({ text }) => (text.ok ? text.warnings : text.problems))];
  return loaded(problems, () => read.flatMap(({ file, text }) => (text.ok ? [{ file, text: text.value }] : [])));
};
