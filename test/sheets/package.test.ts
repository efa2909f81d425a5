import { describe, expect, it } from 'vitest';
import { cellName, columnName, columnOf, parseRange, placeOf, rangeName } from '../../src/sheets/address.ts';
import {
  addSheet,
  declareEnding,
  declareType,
  freePath,
  openPackage,
  readPart,
  relate,
  relatedPart,
  signPackage,
} from '../../src/sheets/edit/package.ts';
import { commentsIn, isBox, textsIn } from '../../src/sheets/read/beside.ts';
import { lastWriterOf, unpackZip, workbookParts } from '../../src/sheets/read/parts.ts';
import { plainWorkbook, rawParts, rawWorkbook, sheetXml } from '../support/workbooks.ts';
import { zipOf } from '../support/zip.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const partsOf = (parts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(parts).map(([name, text]) => [name, encode(text)]));

const book = (more: Readonly<Record<string, string>> = {}) =>
  openPackage(rawParts({ 甲: sheetXml(''), 乙: sheetXml('') }, more));

const relations = (...all: readonly string[]): string => `<Relationships>${all.join('')}</Relationships>`;

const relation = (id: string, type: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"${more}/>`;

describe('a workbook, part by part', () => {
  it.each([
    ['beside it', 'xl/worksheets/sheet1.xml', '../comments1.xml', 'xl/comments1.xml'],
    ['from the root', 'xl/worksheets/sheet1.xml', '/xl/c.xml', 'xl/c.xml'],
    ['with the slashes of Windows', 'xl/worksheets/sheet1.xml', '..\\c.xml', 'xl/c.xml'],
    ['below it', 'xl/workbook.xml', 'worksheets/s.xml', 'xl/worksheets/s.xml'],
    ['above the root', 'xl/workbook.xml', '../../../c.xml', 'c.xml'],
  ])('follows a relation to a part %s', (_, part, target, expected) => {
    const path = part.replace(/([^/]+)$/u, '_rels/$1.rels');
    const parts = partsOf({ [path]: relations(relation('r1', 'other', 'x.xml'), relation('r2', 'comments', target)) });
    expect(relatedPart({ parts }, part, 'comments')).toBe(expected);
    expect(relatedPart({ parts }, part, 'comment')).toBeUndefined();
  });

  it('follows none that leads out of it, or says too little', () => {
    const parts = partsOf({
      'xl/_rels/workbook.xml.rels': relations(
        relation('r1', 'comments', 'http://x', ' TargetMode="External"'),
        '<Relationship Id="r2" Type="http://x/comments"/>',
      ),
    });
    expect(relatedPart({ parts }, 'xl/workbook.xml', 'comments')).toBeUndefined();
    expect(relatedPart({ parts }, 'xl/other.xml', 'comments')).toBeUndefined();
  });

  it('knows its sheets, whatever the case of their names, and no chart', () => {
    const { sheets, workbook } = book();
    expect([workbook, ...sheets.map(({ name, path }) => `${name} ${path}`)]).toEqual([
      'xl/workbook.xml',
      '甲 xl/worksheets/sheet1.xml',
      '乙 xl/worksheets/sheet2.xml',
    ]);
    const charted = book({
      'xl/_rels/workbook.xml.rels': relations(
        relation('s1', 'chartsheet', 'chartsheets/sheet1.xml'),
        relation('s2', 'worksheet', 'worksheets/SHEET2.xml'),
      ),
    });
    expect(charted.sheets.map(({ name }) => name)).toEqual(['乙']);
    expect(readPart(charted, charted.sheets[0]?.path ?? '')).toContain('worksheet');
  });

  it('gives a new relation a number that is free', () => {
    const path = 'xl/_rels/workbook.xml.rels';
    const own = book({ [path]: relations(relation('rId2', 'a', 'a.xml'), relation('rId3', 'b', 'b.xml')) });
    expect(relate(own, 'xl/workbook.xml', 'worksheet', 'xl/worksheets/s&9.xml')).toBe('rId4');
    expect(readPart(own, path)).toContain('Target="worksheets/s&amp;9.xml"/></Relationships>');
    const bare = book({ [path]: '<Relationships/>' });
    expect(relate(bare, 'xl/workbook.xml', 'styles', 'xl/styles.xml')).toBe('rId1');
    expect(relatedPart(bare, 'xl/workbook.xml', 'styles')).toBe('xl/styles.xml');
    expect(relate(bare, 'xl/worksheets/sheet1.xml', 'comments', 'xl/comments1.xml')).toBe('rId1');
    expect(relatedPart(bare, 'xl/worksheets/sheet1.xml', 'comments')).toBe('xl/comments1.xml');
  });

  it('says once what kind a part is, and an ending', () => {
    const own = book();
    for (let time = 0; time < 2; time++) {
      declareType(own, 'xl/comments1.xml', 'a/comments');
      declareEnding(own, 'vml', 'a/vml');
      declareEnding(own, 'xml', 'a/xml');
    }
    expect(readPart(own, '[Content_Types].xml').match(/<(?:Override|Default)[^>]*>/gu)).toEqual([
      '<Default Extension="vml" ContentType="a/vml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      '<Override PartName="/xl/comments1.xml" ContentType="a/comments"/>',
    ]);
  });

  it('finds a path that is free, whatever the case', () => {
    const parts = partsOf({ 'xl/C1.xml': '', 'xl/c3.xml': '' });
    expect(freePath({ parts, workbook: '', sheets: [] }, number => `xl/c${number}.xml`)).toBe('xl/c2.xml');
  });

  it('takes a sheet more behind the others, and another in place of one of its name', () => {
    const own = book();
    addSheet(own, '审核 & 意见', sheetXml('<row r="1"/>'));
    const more = openPackage(own.parts);
    expect(more.sheets.map(({ name }) => name)).toEqual(['甲', '乙', '审核 & 意见']);
    expect(readPart(own, 'xl/workbook.xml')).toContain('sheetId="3"');
    expect(readPart(own, 'xl/worksheets/sheet3.xml')).toContain('<row r="1"/>');
    expect(readPart(own, '[Content_Types].xml')).toContain('PartName="/xl/worksheets/sheet3.xml"');
    relate(more, 'xl/worksheets/sheet3.xml', 'comments', 'xl/c.xml');
    addSheet(more, '审核 & 意见', sheetXml('<row r="2"/>'));
    expect(openPackage(more.parts).sheets).toHaveLength(3);
    expect(readPart(more, 'xl/worksheets/sheet3.xml')).toContain('<row r="2"/>');
    expect(relatedPart(more, 'xl/worksheets/sheet3.xml', 'comments')).toBeUndefined();
  });

  const SIGNED = '<Properties><Application>WPS 表格</Application><Company>甲</Company></Properties>';

  it.each([
    ['that another wrote', { 'docProps/app.xml': SIGNED }, '甲'],
    ['that says nothing', {}, ''],
  ])('%s says then who wrote it', (_, parts, kept) => {
    const named = Object.keys(parts).length > 0;
    const roots = relations(
      relation('r1', 'officeDocument', 'xl/workbook.xml'),
      ...(named ? [relation('r2', 'extended-properties', 'docProps/app.xml')] : []),
    );
    const own = book({ ...parts, '_rels/.rels': roots });
    signPackage(own, 'duibiao');
    signPackage(own, 'duibiao');
    expect(lastWriterOf(zipOf(own.parts))).toBe('duibiao');
    const text = readPart(own, 'docProps/app.xml');
    expect(text.match(/<Application>/gu)).toHaveLength(1);
    expect(text).toContain(kept);
    expect(relatedPart(own, '', 'extended-properties')).toBe('docProps/app.xml');
  });
});

describe('the program that wrote a file', () => {
  it.each([
    ['is said', { 'docProps/app.xml': '<P><ap:Application>WPS</ap:Application></P>' }, 'WPS'],
    [
      'goes before who used it',
      {
        'docProps/app.xml': '<P><Application>WPS</Application></P>',
        'docProps/core.xml': '<P><cp:lastModifiedBy>甲</cp:lastModifiedBy></P>',
      },
      'WPS',
    ],
    ['may be known by who used it', { 'docProps/core.xml': '<P><cp:lastModifiedBy>甲</cp:lastModifiedBy></P>' }, '甲'],
    ['may not be said', {}, undefined],
  ])('%s', (_, parts, writer) => {
    expect(lastWriterOf(rawWorkbook({ 表: sheetXml('') }, parts))).toBe(writer);
  });

  it('is not known of what cannot be unpacked', () => {
    expect(lastWriterOf(encode('a: 1'))).toBeUndefined();
    expect(workbookParts(encode('a: 1'))).toBeUndefined();
  });

  it('is asked of what is unpacked whole, folders left out', () => {
    const parts = unpackZip(zipOf(partsOf({ 'a/': '', 'a/b.xml': '<x/>', 'c.bin': 'c' })));
    expect([...parts].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['a/b.xml', '<x/>'],
      ['c.bin', 'c'],
    ]);
    expect([...(workbookParts(plainWorkbook({ 表: [['甲']] }))?.keys() ?? [])]).toContain('xl/workbook.xml');
  });
});

describe('beside the cells stand', () => {
  it.each([
    [
      'comments',
      '<comments><comment ref="B2"><text><r><t>问 </t></r><r><t>答</t></r></text></comment></comments>',
      ['B2 问 答'],
    ],
    ['comments without runs', '<comments><comment ref="AA10"><text>问</text></comment></comments>', ['AA10 问']],
    [
      'threads',
      '<ThreadedComments><threadedComment ref="C3"><text>甲</text></threadedComment></ThreadedComments>',
      ['C3 甲'],
    ],
    [
      'comments of no cell, and of nothing',
      '<comments><comment><text>甲</text></comment><comment ref="7"><text>乙</text></comment><comment ref="D4"><text> </text></comment></comments>',
      [],
    ],
    [
      'no words between the texts',
      '<comments>零<comment ref="B2">一<text>二</text>三</comment><comment ref="B3"><text>四</text></comment></comments>',
      ['B2 二', 'B3 四'],
    ],
  ])('%s', (_, xml, expected) => {
    expect(commentsIn(encode(xml)).map(({ cell, text }) => `${cell} ${text}`)).toEqual(expected);
  });

  it('the texts of shapes, a paragraph a line', () => {
    const xml = `<d><t>前</t><sp><txBody><p><r><t>甲</t></r><r><t>乙</t></r></p><p><r><t>丙</t></r></p></txBody></sp><sp><txBody><p/></txBody></sp><sp>外<txBody><p>外<r><t>丁</t></r>外</p></txBody></sp></d>`;
    expect(textsIn(encode(xml))).toEqual(['甲乙\n丙', '丁']);
  });

  it.each([
    ['<formControlPr objectType="CheckBox" checked="Checked"/>', true],
    ['<x:formControlPr objectType="Radio"/>', true],
    ['<formControlPr objectType="Drop"/>', false],
    ['<formControlPr/>', false],
    ['<other objectType="Radio"/>', false],
  ])('%s: %s', (xml, box) => {
    expect(isBox(encode(xml))).toBe(box);
  });
});

describe('addresses', () => {
  it.each([
    ['A1', 1, 1],
    ['Z26', 26, 26],
    ['AA27', 27, 27],
    ['AZ1', 1, 52],
    ['BA1', 1, 53],
    ['ZZ9', 9, 702],
    ['AAA1048576', 1048576, 703],
    ['XFD1', 1, 16384],
  ])('%s is row %i of column %i', (name, row, column) => {
    expect(placeOf(name)).toEqual({ row, column });
    expect(placeOf(name.toLowerCase())).toEqual({ row, column });
    expect(columnOf(name)).toBe(column);
    expect(cellName(row, column)).toBe(name);
  });

  it.each([
    ['B2:D9', { top: 2, left: 2, bottom: 9, right: 4 }],
    ['$B$2', { top: 2, left: 2, bottom: 2, right: 2 }],
    ['b2:$d9', { top: 2, left: 2, bottom: 9, right: 4 }],
    ['B', undefined],
    ['2', undefined],
    ['ABCD1', undefined],
    ['B2:', undefined],
    ['B12345678', undefined],
  ])('%s is the range %j', (name, range) => {
    expect(parseRange(name)).toEqual(range);
    if (range !== undefined) expect(parseRange(rangeName(range))).toEqual(range);
  });

  it('that are none are the first cell', () => {
    expect([placeOf('甲'), columnOf('12'), columnOf('@1'), columnOf('[1'), columnName(0)]).toEqual([
      { row: 1, column: 1 },
      0,
      0,
      0,
      '',
    ]);
  });
});
