import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/read/files/csv.ts';
import { readXlsx } from '../../src/read/layouts/workbook.ts';
import { packZip } from '../../src/sheets/write/zip.ts';
import { commonDictionary, plainSheet, plainWorkbook, rawParts, rawWorkbook, sheetXml } from '../support/workbooks.ts';

const dictionary = await commonDictionary();

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const container = (marker: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(marker, 'utf16le'),
  ]);

const ROWS = [
  ['中心名称', '大厅面积'],
  ['甲镇便民服务中心', 200],
];

const FORM = plainSheet(ROWS);

/** A workbook whose directory was tampered with. */
const patched = (bytes: Uint8Array, edit: (view: DataView, directory: number) => void): Uint8Array => {
  const copy = new Uint8Array(bytes);
  const view = new DataView(copy.buffer);
  let end = copy.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  edit(view, view.getUint32(end + 16, true));
  return copy;
};

const spaces = (length: number): string => ' '.repeat(length);

const manyParts = (): Uint8Array => {
  const parts = rawParts({ 表: FORM });
  for (let index = 0; index < 2_100; index++) parts.set(`xl/media/${index}.bin`, new Uint8Array(1));
  return packZip(parts);
};

const emptyRows = (count: number): string => {
  let rows = '';
  for (let row = 3; row < 3 + count; row++) rows += `<row r="${row}" s="1" customFormat="1" ht="20"/>`;
  return rows;
};

const merged = (reference: string): Uint8Array =>
  rawWorkbook({ 表: plainSheet(ROWS, `<mergeCells count="1"><mergeCell ref="${reference}"/></mergeCells>`) });

const deep = (): string => `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`;

const refusals: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['an encrypted workbook', () => container('EncryptedPackage'), 'encrypted'],
  ['an old workbook', () => container('Workbook'), 'old-format'],
  ['a web page', () => text('<html><table><tr><td>中心名称</td></tr></table></html>'), 'web-page'],
  ['text', () => text('中心名称,甲镇'), 'not-workbook'],
  ['half a workbook', () => plainWorkbook({ 表: ROWS }).slice(0, 900), 'damaged'],
  ['a zip of something else', () => packZip(new Map([['word/document.xml', text('<w/>')]])), 'not-workbook'],
  [
    'a workbook with all its sheets hidden',
    () => {
      const more = new TextDecoder()
        .decode(rawParts({ 表: FORM }).get('xl/workbook.xml'))
        .replace('sheetId', 'state="hidden" sheetId');
      return rawWorkbook({ 表: FORM }, { 'xl/workbook.xml': more });
    },
    'no-sheets',
  ],
  [
    'spaces that are packed to next to nothing',
    () => rawWorkbook({ 表: sheetXml(`<row><c t="inlineStr"><is><t>${spaces(6_000_000)}</t></is></c></row>`) }),
    'too-large',
  ],
  [
    'a long text that thousands of cells name',
    () => {
      const rows = Array.from(
        { length: 4_000 },
        (_, row) => `<row r="${row + 3}"><c r="A${row + 3}" t="s"><v>0</v></c></row>`,
      );
      const strings = `<sst><si><t>${'甲'.repeat(30_000)}</t></si></sst>`;
      return rawWorkbook(
        { 表: sheetXml(`${/<row r="1".*<\/row>/u.exec(FORM)?.[0]}${rows.join('')}`) },
        { 'xl/sharedStrings.xml': strings },
      );
    },
    'too-large',
  ],
  [
    'a part that says it is small',
    () =>
      patched(rawWorkbook({ 表: sheetXml(spaces(5_000_000)) }), (view, directory) => {
        for (let at = directory; view.getUint32(at, true) === 0x02014b50; at += 46 + view.getUint16(at + 28, true))
          view.setUint32(at + 24, 100, true);
      }),
    'too-large',
  ],
  ['thousands of parts', manyParts, 'too-large'],
  [
    'parts that overlap',
    () =>
      patched(plainWorkbook({ 表: ROWS }), (view, directory) => {
        const next = directory + 46 + view.getUint16(directory + 28, true);
        view.setUint32(next + 42, 0, true);
      }),
    'damaged',
  ],
  [
    'an encrypted part',
    () => patched(plainWorkbook({ 表: ROWS }), (view, directory) => view.setUint16(directory + 8, 1, true)),
    'encrypted',
  ],
  ['a document type', () => rawWorkbook({ 表: `<!DOCTYPE a [<!ENTITY b "c">]>${FORM}` }), 'damaged'],
  ['tags without end', () => rawWorkbook({ 表: sheetXml(deep()) }), 'damaged'],
  [
    'a tag of megabytes',
    () =>
      rawWorkbook({
        表: sheetXml(`<row ${Array.from({ length: 60_000 }, (_, index) => `a${index}="${spaces(100)}"`).join(' ')}/>`),
      }),
    'too-large',
  ],
  ['broken XML', () => rawWorkbook({ 表: sheetXml('<row><c></row>') }), 'damaged'],
  [
    'a cell that stands twice',
    () => rawWorkbook({ 表: sheetXml('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>') }),
    'damaged',
  ],
  [
    'thousands of merged cells',
    () => {
      const merges = Array.from(
        { length: 30_000 },
        (_, index) => `<mergeCell ref="A${index * 2 + 1}:A${index * 2 + 2}"/>`,
      ).join('');
      return rawWorkbook({ 表: plainSheet(ROWS, `<mergeCells>${merges}</mergeCells>`) });
    },
    'too-large',
  ],
];

describe('a workbook that nobody vouches for', () => {
  it.each(refusals)('refuses %s in one sentence', async (_, make, reason) => {
    const read = await readXlsx('file.xlsx', make(), dictionary);
    expect(read.ok ? [] : read.problems.map(problem => ('reason' in problem ? problem.reason : problem.code))).toEqual([
      reason,
    ]);
  });

  it.each([
    ['a merge over the whole sheet', () => merged('A20:XFD1048576')],
    [
      'forty thousand empty formatted rows',
      () => rawWorkbook({ 表: sheetXml(`${/<row r="1".*<\/row>/u.exec(FORM)?.[0]}${emptyRows(40_000)}`) }),
    ],
    [
      'validations and names over the whole sheet',
      () =>
        rawWorkbook({
          表: plainSheet(ROWS, '<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>'),
        }),
    ],
  ])('reads %s as what it says, and nothing more', async (_, make) => {
    const read = await readXlsx('file.xlsx', make(), dictionary);
    expect(read).toEqual(await readXlsx('file.xlsx', rawWorkbook({ 表: FORM }), dictionary));
  });

  it('runs no macros and opens no other files, and says so', async () => {
    const read = await readXlsx(
      'file.xlsx',
      rawWorkbook({ 表: FORM }, { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<x/>' }),
      dictionary,
    );
    expect(read.ok && read.warnings.map(warning => ('extras' in warning ? warning.extras : warning.code))).toEqual([
      'macros',
      'external-links',
    ]);
  });

  it('pollutes nothing by names such as __proto__', async () => {
    const read = await readXlsx(
      'file.xlsx',
      plainWorkbook({
        __proto__x: [
          ['中心名称', '__proto__', 'constructor'],
          ['甲', '{"polluted":1}', 'x'],
        ],
      }),
      dictionary,
    );
    expect(read.ok).toBe(true);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('refuses separated values that cannot be', async () => {
    const read = await readCsv('file.csv', text(`中心名称,大厅面积\n"${spaces(4_100_000)}",1\n`), dictionary);
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['syntax']);
  });
});
