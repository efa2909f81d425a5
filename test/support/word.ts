import { strToU8, zipSync } from 'fflate';

const NAMES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
].join(' ');

/** A Word document with this between the tags of its body. */
export const wordFile = (body: string, others: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<w:document ${NAMES}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(others).map(([name, text]) => [name, strToU8(text)])),
  });

export const run = (text: string, look = ''): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;

/** A cell with this in it: words, or paragraphs and whatever else a cell may hold. */
export const cell = (inner: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inner.startsWith('<w:') ? inner : paragraph(run(inner))}</w:tc>`;

export const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map(cells => row(...cells.map(text => (text.startsWith('<w:tc>') ? text : cell(text))))).join('')}</w:tbl>`;
