import type { DocumentKind } from '../../model/base/problem.ts';
import { starts } from '../files/text.ts';

const holds = (bytes: Uint8Array, text: string, encoding: BufferEncoding = 'latin1'): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, encoding));

export const isPacked = (bytes: Uint8Array): boolean => starts(bytes, 0x50, 0x4b, 0x03, 0x04);

/** What a package of compressed files is when it is no Word document. */
const packed = (bytes: Uint8Array): DocumentKind => {
  if (holds(bytes, 'xl/workbook')) return 'workbook';
  if (holds(bytes, 'opendocument')) return 'odt';
  return holds(bytes, 'OFD.xml') ? 'ofd' : holds(bytes, 'word/document') ? 'damaged' : 'packed';
};

/** What cannot be read as a document and has to be saved as something else; undefined for what may be text. */
export const kindOf = (bytes: Uint8Array): DocumentKind | undefined => {
  if (isPacked(bytes)) return packed(bytes);
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
