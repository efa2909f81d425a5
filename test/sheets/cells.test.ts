import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/sheets/read/open.ts';
import { rawWorkbook, sheetXml } from '../support/workbooks.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const STYLES = `<styleSheet xmlns="${MAIN}">
  <numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="General&quot;㎡&quot;"/>
    <numFmt numFmtId="172" formatCode="[h]:mm"/><numFmt numFmtId="173" formatCode="0&quot;%&quot;"/><numFmt numFmtId="174" formatCode="0!.0,&quot;万&quot;"/></numFmts>
  <fonts><font><name val="宋体"/></font><font><name val="Wingdings 2"/></font></fonts>
  <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="9" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="170" fontId="0"/>
    <xf numFmtId="171" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="22" fontId="0"/><xf numFmtId="172" fontId="0"/><xf numFmtId="173" fontId="0"/>
    <xf numFmtId="174" fontId="0"/><xf numFmtId="31" fontId="0"/><xf numFmtId="17" fontId="0"/><xf numFmtId="58" fontId="0"/></cellXfs>
</styleSheet>`;

const STRINGS = `<sst xmlns="${MAIN}"><si><t>第一项</t></si><si><r><t>富</t></r><r><rPr><rFont val="Wingdings 2"/></rPr><t>R</t></r></si>
  <si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></si><si><t>有_x001B_控制_x000D_符</t></si></sst>`;

const seen = async (cell: string, workbook = ''): Promise<readonly (readonly [string, unknown, string?])[]> => {
  const more = {
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': STRINGS,
    ...(workbook && { 'xl/workbook.xml': workbook }),
  };
  const book = openWorkbook(rawWorkbook({ 表: sheetXml(`<row r="3">${cell}</row>`) }, more));
  const cells: (readonly [string, unknown, string?])[] = [];
  for (const sheet of book.sheets)
    for await (const rows of sheet.rows())
      for (const row of rows)
        for (const { text, value, fault } of row.cells)
          cells.push(fault === undefined ? [text, value] : [text, value, fault]);
  return cells;
};

describe('a cell as a person sees it', () => {
  it.each([
    ['a shared string', '<c r="B3" t="s"><v>0</v></c>', ['第一项', '第一项']],
    ['rich text, with a tick of a symbol font', '<c r="B3" t="s"><v>1</v></c>', ['富☑', '富☑']],
    ['text without its reading aid', '<c r="B3" t="s"><v>2</v></c>', ['漢字', '漢字']],
    ['text without what cannot be seen', '<c r="B3" t="s"><v>3</v></c>', ['有控制\n符', '有控制\n符']],
    ['a string that is not there', '<c r="B3" t="s"><v>99</v></c>', ['#REF!', '99', 'cell-error']],
    [
      'a picture in a cell, as WPS keeps it',
      '<c r="B3" t="str"><v>=DISPIMG("ID_1",1)</v></c>',
      ['', '', 'cell-picture'],
    ],
    ['an inline string', '<c r="B3" t="inlineStr"><is><t>内</t><rPh><t>x</t></rPh></is></c>', ['内', '内']],
    [
      'what stands behind a reading aid',
      '<c r="B3" t="inlineStr"><is><r><t>内</t></r><rPh><t>x</t><t>y</t></rPh><r><t>外</t></r></is></c>',
      ['内外', '内外'],
    ],
    ['a number as typed', '<c r="B3"><v>1.1000000000000001</v></c>', ['1.1', 1.1]],
    ['a long number', '<c r="B3"><v>430922199001011000</v></c>', ['430922199001011000', 430922199001011000]],
    ['a small number', '<c r="B3"><v>1E-3</v></c>', ['0.001', 0.001]],
    ['a percent cell', '<c r="B3" s="1"><v>0.98499999999999999</v></c>', ['98.5%', 0.985]],
    ['a percent sign put by the format', '<c r="B3" s="8"><v>98.5</v></c>', ['98.5%', 98.5]],
    ['a date', '<c r="B3" s="2"><v>44515</v></c>', ['2021-11-15', 44515]],
    ['a Chinese date', '<c r="B3" s="3"><v>44515</v></c>', ['2021-11-15', 44515]],
    ['a date in a format of Chinese programs', '<c r="B3" s="10"><v>44515</v></c>', ['2021-11-15', 44515]],
    ['a month kept as its first day', '<c r="B3" s="11"><v>44501</v></c>', ['2021年11月', 44501]],
    ['a day of which the month is shown', '<c r="B3" s="11"><v>44515</v></c>', ['2021-11-15', 44515]],
    ['the first of a month, shown whole', '<c r="B3" s="2"><v>44501</v></c>', ['2021-11-01', 44501]],
    ['a day without its year', '<c r="B3" s="12"><v>44501</v></c>', ['11月1日', 44501]],
    ['the leap day that never was', '<c r="B3" s="2"><v>60</v></c>', ['60', 60]],
    ['the day of an empty cell', '<c r="B3" s="2"><v>0</v></c>', ['0', 0]],
    ['a date before the leap day that never was', '<c r="B3" s="2"><v>59</v></c>', ['1900-02-28', 59]],
    ['a date with its time', '<c r="B3" s="6"><v>44515.354166666664</v></c>', ['2021-11-15 08:30', 44515.354166666664]],
    ['elapsed hours', '<c r="B3" s="7"><v>1.5</v></c>', ['36:00', 1.5]],
    ['an ISO date', '<c r="B3" t="d"><v>2021-11-15T00:00:00</v></c>', ['2021-11-15', '2021-11-15']],
    ['a unit put by the format', '<c r="B3" s="4"><v>230</v></c>', ['230㎡', 230]],
    ['no unit where the format scales', '<c r="B3" s="9"><v>12345</v></c>', ['12345', 12345]],
    ['a tick of a symbol font', '<c r="B3" s="5" t="inlineStr"><is><t>P</t></is></c>', ['√', '√']],
    ['a truth value', '<c r="B3" t="b"><v>1</v></c>', ['TRUE', true]],
    ['the saved result of a formula', '<c r="B3"><f>A1*2</f><v>46</v></c>', ['46', 46]],
    ['text of a formula', '<c r="B3" t="str"><f>A1</f><v>甲</v></c>', ['甲', '甲']],
    ['a formula never computed', '<c r="B3"><f>A1*2</f></c>', ['', '', 'formula-uncached']],
    ['an error', '<c r="B3" t="e"><f>A1</f><v>#REF!</v></c>', ['#REF!', '#REF!', 'cell-error']],
    ['what is no number', '<c r="B3"><v>12abc</v></c>', ['12abc', '12abc']],
    ['what only a program would take for a number', '<c r="B3"><v>0x10</v></c>', ['0x10', 16]],
    ['infinity', '<c r="B3"><v>1E+999</v></c>', ['1E+999', Number.POSITIVE_INFINITY]],
  ])('reads %s', async (_, xml, expected) => {
    expect(await seen(xml)).toEqual([expected]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const workbook = `<workbook xmlns="${MAIN}" xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="表" sheetId="1" r:id="s1"/></sheets></workbook>`;
    expect(await seen('<c r="B3" s="2"><v>43053</v></c>', workbook)).toEqual([['2021-11-15', 43053]]);
  });

  it('knows names with a prefix, rows and cells without their places, and backslashes', async () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const book = openWorkbook(rawWorkbook({ 表: sheet }));
    const rows = [];
    for await (const batch of book.sheets[0]?.rows() ?? []) rows.push(...batch);
    expect(rows).toEqual([
      {
        row: 1,
        hidden: false,
        cells: [
          { column: 1, text: '甲', value: '甲' },
          { column: 2, text: '5', value: 5 },
        ],
      },
    ]);
  });
});
