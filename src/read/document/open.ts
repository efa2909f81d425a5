import { extname, join } from 'node:path';
import { TextDecoder } from 'node:util';
import { type DocumentKind, type Loaded, loaded, problem } from '../../model/base/problem.ts';
import { decodeText } from '../files/bytes.ts';
import { namesIn, readBytes } from '../files/files.ts';

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

const starts = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const holds = (bytes: Uint8Array, text: string, encoding: BufferEncoding = 'latin1'): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, encoding));

/** What a package of compressed files is when it is no Word document. */
const packed = (bytes: Uint8Array): DocumentKind => {
  if (holds(bytes, 'xl/workbook')) return 'workbook';
  if (holds(bytes, 'opendocument')) return 'odt';
  return holds(bytes, 'OFD.xml') ? 'ofd' : holds(bytes, 'word/document') ? 'damaged' : 'packed';
};

/** What cannot be read here and has to be saved as something else; undefined for what is text. */
const kindOf = (bytes: Uint8Array): DocumentKind | undefined => {
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return holds(bytes, 'EncryptedPackage', 'utf16le') ? 'encrypted' : 'doc';
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return holds(bytes, '/Font') ? 'pdf' : 'scan';
  if (starts(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf';
  const isPicture =
    starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    starts(bytes, 0xff, 0xd8, 0xff) ||
    starts(bytes, 0x47, 0x49, 0x46, 0x38) ||
    starts(bytes, 0x49, 0x49, 0x2a) ||
    starts(bytes, 0x4d, 0x4d, 0, 0x2a);
  return isPicture ? 'scan' : undefined;
};

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
  const refuse = (found: DocumentKind): Loaded<string> =>
    loaded([problem('document-format', { file, line: 1, column: 1 }, { found })], () => '');
  if (starts(bytes.value, 0x50, 0x4b, 0x03, 0x04)) {
    const { docxText } = await import('./docx.ts');
    const text = docxText(bytes.value);
    return text === undefined ? refuse(packed(bytes.value)) : loaded([], () => text);
  }
  const kind = kindOf(bytes.value);
  return kind === undefined ? asPlain(file, bytes.value) : refuse(kind);
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
