import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellName, columnName, columnOf, onSheet, parseRange, placeOf, rangeName } from '../../src/sheets/address.ts';
import { openWorkbook } from '../../src/sheets/read/open.ts';
import { bookBytes } from '../../src/sheets/write/book.ts';
import { type Grid, makeGrid } from '../../src/sheets/write/grid.ts';
import { type Look, SONG } from '../../src/sheets/write/look.ts';
import { anyText, runs } from '../support/hunt.ts';

const LOOK: Look = { font: SONG, size: 11, across: 'left', down: 'top', wrap: true };

const bookOf = (fill: (sheet: Grid) => void): Uint8Array =>
  bookBytes({ creator: 'test', subject: 'x', footer: '&P' }, book => {
    const sheet = makeGrid();
    fill(sheet);
    sheet.write(book, { name: "甲'乙", widths: [10, 20], orientation: 'portrait', frozen: { rows: 1, columns: 0 } });
  });

const opened = async (bytes: Uint8Array): Promise<ExcelJS.Worksheet> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

const textsIn = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (const sheet of openWorkbook(bytes).sheets)
    for await (const rows of sheet.rows()) for (const { cells } of rows) texts.push(...cells.map(({ text }) => text));
  return texts;
};

describe('addresses', () => {
  it('go from numbers to letters and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16_384 }), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
        expect(columnOf(columnName(column))).toBe(column);
        expect(placeOf(cellName(row, column))).toEqual({ row, column });
        const range = { top: row, left: column, bottom: row + 3, right: column };
        expect(parseRange(rangeName(range))).toEqual(range);
      }),
    );
    expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(columnName)).toEqual('A Z AA AZ BA ZZ AAA XFD'.split(' '));
    expect(onSheet("it's", 'A1')).toBe("'it''s'!A1");
  });
});

describe('a sheet that is held until it is whole', () => {
  it('has cells in their places whatever the order they came in', async () => {
    const sheet = await opened(
      bookOf(grid => {
        grid.put(5, 3, '后', LOOK);
        grid.put(2, 1, 7, { ...LOOK, format: '0.00' });
        grid.put(5, 2, { formula: 'A2*2', result: 14 }, LOOK);
        grid.put(2, 1, 8, LOOK);
        grid.across(1, 1, 3, '题', LOOK);
        grid.height(1, 30);
        grid.filter(1, 5, 3);
      }),
    );
    expect(sheet.getCell('C5').value).toBe('后');
    expect(sheet.getCell('A2').value).toBe(8);
    expect(sheet.getCell('B5').value).toEqual({ formula: 'A2*2', result: 14 });
    expect([sheet.getCell('C1').isMerged, sheet.getRow(1).height, sheet.autoFilter]).toEqual([true, 30, 'A1:C5']);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });

  it('suggests what to fill in, as far as spreadsheets hold it, and forbids nothing', async () => {
    const many = Array.from({ length: 90 }, (_, index) => `选项${index}`);
    const sheet = await opened(
      bookOf(grid => {
        grid.put(1, 1, '', LOOK);
        grid.validate(1, 1, { choices: ['是', '否'], title: '敞开式办公', prompt: '到厅里看' });
        grid.put(2, 1, '', LOOK);
        grid.validate(2, 1, { choices: many, title: '项', prompt: '说'.repeat(400) });
        grid.put(3, 1, '', LOOK);
        grid.validate(3, 1, { title: '项', prompt: '' });
      }),
    );
    const [first, second, third] = ['A1', 'A2', 'A3'].map(cell => sheet.getCell(cell).dataValidation);
    expect(first).toMatchObject({ type: 'list', formulae: ['"是,否"'], promptTitle: '敞开式办公', prompt: '到厅里看' });
    expect(second).toMatchObject({ type: 'custom', prompt: '说'.repeat(250) });
    expect([first?.showErrorMessage, third]).toEqual([undefined, undefined]);
  });

  it('leads to cells of its own and of a file beside it', async () => {
    const sheet = await opened(
      bookOf(grid => {
        grid.put(1, 1, '此', LOOK);
        grid.link(1, 1, { location: onSheet("甲'乙", 'B2') });
        grid.put(2, 1, '彼', LOOK);
        grid.link(2, 1, { file: encodeURI('上报 一.xlsx'), location: onSheet('表', 'C3') });
      }),
    );
    expect(sheet.getCell('A2').value).toMatchObject({ text: '彼', hyperlink: encodeURI('上报 一.xlsx') });
  });

  it('says what any text says, but for characters that none can hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyText({ minLength: 1, maxLength: 40 }), async text => {
        const [read] = await textsIn(bookOf(grid => grid.put(1, 1, `文${text}`, LOOK)));
        const kept = (value: string | undefined) => value?.replaceAll(/[\p{Cc}\p{Cf}\p{Cn}\p{Cs}\ufffd_]/gu, '').trim();
        expect(kept(read)).toBe(kept(`文${text}`));
      }),
      { numRuns: runs(20) },
    );
  });

  it('gives the same bytes for the same content', () => {
    const make = () => Buffer.from(bookOf(grid => grid.put(1, 1, '甲', LOOK)));
    expect(make().equals(make())).toBe(true);
  });
});
