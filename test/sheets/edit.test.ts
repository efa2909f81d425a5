import { describe, expect, it } from 'vitest';
import { editSheet, legacyDrawingOf, type SheetEdits } from '../../src/sheets/edit/cells.ts';
import { editComments, editDrawing } from '../../src/sheets/edit/notes.ts';
import { LEAST_STYLES, openStyles } from '../../src/sheets/edit/styles.ts';
import { applyEdits, walk } from '../../src/sheets/edit/xml.ts';
import { SONG } from '../../src/sheets/write/look.ts';
import { sheetXml } from '../../src/sheets/write/sheet.ts';

describe('edits of a text', () => {
  it.each([
    ['none', [], 'abcdef'],
    ['one replaced', [[1, 3, 'X']], 'aXdef'],
    [
      'one before another that is listed first',
      [
        [4, 5, 'Y'],
        [1, 2, 'X'],
      ],
      'aXcdYf',
    ],
    [
      'what is inserted before what is replaced there',
      [
        [2, 4, 'X'],
        [2, 2, '+'],
      ],
      'ab+Xef',
    ],
    [
      'what is inserted twice, in order',
      [
        [3, 3, '1'],
        [3, 3, '2'],
      ],
      'abc12def',
    ],
    [
      'both ends',
      [
        [0, 0, '<'],
        [6, 6, '>'],
      ],
      '<abcdef>',
    ],
  ] as const)('%s', (_, edits, expected) => {
    expect(
      applyEdits(
        'abcdef',
        edits.map(([start, end, text]) => ({ start, end, text })),
      ),
    ).toBe(expected);
  });

  it('stand where the tags do', () => {
    const text = '<?xml version="1.0"?>\n<x:a b="1>0"><c/><!-- <d> --><c >t</c></x:a>';
    const seen: string[] = [];
    walk(text, {
      open: tag => seen.push(`${tag.prefix}|${tag.name}|${tag.selfClosing}|${text.slice(tag.start, tag.end)}`),
      close: (name, start, end) => seen.push(`/${name} ${text.slice(start, end)}`),
    });
    expect(seen).toEqual([
      'x:|a|false|<x:a b="1>0">',
      '|c|true|<c/>',
      '/c <c/>',
      '|c|false|<c >',
      '/c </c>',
      '/a </x:a>',
    ]);
  });
});

const NOTHING: SheetEdits = {
  restyle: (_, style) => style,
  wanted: [],
  linkOf: () => undefined,
  isOwnLink: () => false,
  legacyDrawing: undefined,
};

/** Cells that are wanted have style 7, or 70 and what they had before. */
const marking = (...wanted: readonly string[]): Partial<SheetEdits> => ({
  wanted,
  restyle: (reference, style) => (wanted.includes(reference) ? (style === 0 ? 7 : 70 + style) : style),
});

const linking = (links: Readonly<Record<string, string>>): Partial<SheetEdits> => ({
  wanted: Object.keys(links),
  linkOf: reference => links[reference],
});

const LABEL = '<c r="A2" t="s"><v>0</v></c>';

const SHEETS: readonly (readonly [name: string, xml: string, edits: Partial<SheetEdits>, expected: string])[] = [
  ['nothing asked', '<w><sheetData><row r="1"><c r="A1"/></row></sheetData></w>', {}, '='],
  [
    'a cell that is there',
    '<w><sheetData><row r="1"><c r="A1" s="3" t="s"><v>1</v></c><c r="B1"/></row></sheetData></w>',
    marking('A1'),
    '<w><sheetData><row r="1"><c s="73" r="A1" t="s"><v>1</v></c><c r="B1"/></row></sheetData></w>',
  ],
  [
    'a cell without a style',
    '<w><sheetData><row r="1"><c r="A1"/></row></sheetData></w>',
    marking('A1'),
    '<w><sheetData><row r="1"><c s="7" r="A1"/></row></sheetData></w>',
  ],
  [
    'cells and rows that do not say where they are',
    '<w><sheetData><row><c/><c/></row><row r="5"><c r="C5"/><c/></row><row><c/></row></sheetData></w>',
    marking('B1', 'D5', 'A6'),
    '<w><sheetData><row><c/><c s="7"/></row><row r="5"><c r="C5"/><c s="7"/></row><row><c s="7"/></row></sheetData></w>',
  ],
  [
    'cells between, before and behind those of a row',
    '<w><sheetData><row r="2"><c r="B2"/><c r="D2"/></row></sheetData></w>',
    marking('E2', 'A2', 'C2'),
    '<w><sheetData><row r="2"><c r="A2" s="7"/><c r="B2"/><c r="C2" s="7"/><c r="D2"/><c r="E2" s="7"/></row></sheetData></w>',
  ],
  [
    'two cells at one place, in their order',
    '<w><sheetData><row r="2"><c r="A2"/><c r="D2"/></row></sheetData></w>',
    marking('C2', 'B2'),
    '<w><sheetData><row r="2"><c r="A2"/><c r="B2" s="7"/><c r="C2" s="7"/><c r="D2"/></row></sheetData></w>',
  ],
  [
    'cells of a row with a style of its own, and of one that is closed at once',
    '<w><sheetData><row r="2" s="4"><c r="A2"/></row><row r="3" s="5"/></sheetData></w>',
    marking('B2', 'B3', 'C3'),
    '<w><sheetData><row r="2" s="4"><c r="A2"/><c r="B2" s="74"/></row><row r="3" s="5"><c r="B3" s="75"/><c r="C3" s="75"/></row></sheetData></w>',
  ],
  [
    'rows before, between and behind',
    '<w><sheetData><row r="2"/><row r="4"/></sheetData></w>',
    marking('A5', 'A3', 'A1', 'B1'),
    '<w><sheetData><row r="1"><c r="A1" s="7"/><c r="B1" s="7"/></row><row r="2"/><row r="3"><c r="A3" s="7"/></row><row r="4"/><row r="5"><c r="A5" s="7"/></row></sheetData></w>',
  ],
  [
    'a sheet without rows',
    '<w><sheetData/></w>',
    marking('A1'),
    '<w><sheetData><row r="1"><c r="A1" s="7"/></row></sheetData></w>',
  ],
  [
    'names with a prefix',
    '<x:w><x:sheetData><x:row r="1"><x:c r="A1" t="s"/><x:c r="B1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:w>',
    {
      ...marking('C1', 'A2'),
      linkOf: reference => (reference === 'C1' ? "'甲'!A1" : undefined),
      legacyDrawing: 'rId9',
    },
    `<x:w><x:sheetData><x:row r="1"><x:c r="A1" t="s"/><x:c r="B1" t="s"><x:v>0</x:v></x:c><x:c r="C1" s="7"/></x:row><x:row r="2"><x:c r="A2" s="7"/></x:row></x:sheetData><x:hyperlinks><x:hyperlink ref="B1" location="'甲'!A1"/></x:hyperlinks><x:legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId9"/></x:w>`,
  ],
  ['no data at all', '<w><cols/></w>', marking('A1'), '='],
  [
    'a link on the label before a cell, in front of what comes later in a sheet',
    `<w><sheetData><row r="2">${LABEL}<c r="B2"><v>5</v></c><c r="C2"/></row></sheetData><mergeCells/><pageMargins/><legacyDrawing/></w>`,
    linking({ C2: '审核!B7' }),
    `<w><sheetData><row r="2">${LABEL}<c r="B2"><v>5</v></c><c r="C2"/></row></sheetData><mergeCells/><hyperlinks><hyperlink ref="A2" location="审核!B7"/></hyperlinks><pageMargins/><legacyDrawing/></w>`,
  ],
  [
    'no link where no label is before',
    `<w><sheetData><row r="2"><c r="A2" t="s"/><c r="B2"/><c r="C2" t="s"><v>1</v></c></row></sheetData></w>`,
    linking({ B2: '审核!B7', A9: '审核!B8' }),
    `<w><sheetData><row r="2"><c r="A2" t="s"/><c r="B2"/><c r="C2" t="s"><v>1</v></c></row><row r="9"><c r="A9" s="0"/></row></sheetData></w>`,
  ],
  [
    'two links in a row, each on a label of its own',
    `<w><sheetData><row r="2">${LABEL}<c r="B2"/><c r="C2" t="s"><v>1</v></c><c r="D2"/></row></sheetData></w>`,
    linking({ D2: '审核!B8', B2: '审核!B7' }),
    `<w><sheetData><row r="2">${LABEL}<c r="B2"/><c r="C2" t="s"><v>1</v></c><c r="D2"/></row></sheetData><hyperlinks><hyperlink ref="C2" location="审核!B8"/><hyperlink ref="A2" location="审核!B7"/></hyperlinks></w>`,
  ],
  [
    'links of others stay, ours of an earlier round go',
    `<w><sheetData><row r="2">${LABEL}<c r="B2"/></row></sheetData><hyperlinks><hyperlink ref="Z9" location="甲"/><hyperlink ref="A2" location="ours"/></hyperlinks><drawing/></w>`,
    { ...linking({ B2: '审核!B7' }), isOwnLink: location => location === 'ours' },
    `<w><sheetData><row r="2">${LABEL}<c r="B2"/></row></sheetData><hyperlinks><hyperlink ref="Z9" location="甲"/><hyperlink ref="A2" location="审核!B7"/></hyperlinks><drawing/></w>`,
  ],
  [
    'a label that somebody else has linked keeps its link',
    `<w><sheetData><row r="2">${LABEL}<c r="B2"/></row></sheetData><hyperlinks><hyperlink ref="A2" location="甲"/></hyperlinks></w>`,
    linking({ B2: '审核!B7' }),
    '=',
  ],
  [
    'our links of an earlier round where there is none now',
    '<w><sheetData/><hyperlinks><hyperlink ref="A2" location="ours"/></hyperlinks></w>',
    { isOwnLink: () => true },
    '<w><sheetData/></w>',
  ],
  [
    'a drawing for notes, in front of what comes behind it',
    '<w><sheetData/><drawing/><tableParts/></w>',
    { legacyDrawing: 'rId3' },
    '<w><sheetData/><drawing/><legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId3"/><tableParts/></w>',
  ],
];

describe('a sheet', () => {
  it.each(SHEETS)('with %s', (_, xml, edits, expected) => {
    const done = editSheet(xml, { ...NOTHING, ...edits });
    expect(done).toBe(expected === '=' ? xml : expected);
    walk(done, {});
  });

  it('tells the drawing that it has for notes, and of nothing within it', () => {
    expect(legacyDrawingOf('<w xmlns:r="r"><sheetData/><legacyDrawing r:id="rId4"/></w>')).toBe('rId4');
    expect(legacyDrawingOf('<w><x><legacyDrawing id="rId4"/></x></w>')).toBeUndefined();
  });
});

const noted = (notes: Readonly<Record<string, string>>) => ({ author: '对标', at: new Map(Object.entries(notes)) });

const comment = (reference: string, text: string): string =>
  `<comment ref="${reference}" authorId="0"><text><r><t>${text}</t></r></text></comment>`;

const comments = (...all: readonly string[]): string =>
  `<comments><authors><author>甲</author></authors><commentList>${all.join('')}</commentList></comments>`;

/** The texts of notes by their cells, and the authors. */
const told = (xml: string) => ({
  authors: [...xml.matchAll(/<author>([^<]*)</gu)].map(([, name]) => name),
  notes: [...xml.matchAll(/<comment ref="(\w+)" authorId="(\d+)">(.*?)<\/comment>/gsu)].map(([, ref, author, text]) =>
    [ref, author, text?.replaceAll(/<[^>]*>/gu, '').replaceAll('&#10;', '\n')].join(' '),
  ),
});

describe('notes', () => {
  it.each<
    [
      name: string,
      original: string | undefined,
      notes: Readonly<Record<string, string>>,
      expected: {
        authors: readonly string[];
        notes: readonly string[];
        added: readonly string[];
        removed: readonly string[];
      },
    ]
  >([
    [
      'where there are none',
      undefined,
      { B2: '甲 < 乙', C3: '丙' },
      {
        authors: ['对标'],
        notes: ['B2 0 【对标】\n甲 &lt; 乙', 'C3 0 【对标】\n丙'],
        added: ['B2', 'C3'],
        removed: [],
      },
    ],
    ['none to add', comments(comment('A1', '问')), {}, { authors: ['甲'], notes: ['A1 0 问'], added: [], removed: [] }],
    [
      'beside one of somebody else',
      comments(comment('A1', '问')),
      { B2: '答' },
      { authors: ['甲', '对标'], notes: ['A1 0 问', 'B2 1 【对标】\n答'], added: ['B2'], removed: [] },
    ],
    [
      'in one of somebody else',
      comments(comment('A1', '问')),
      { A1: '答' },
      { authors: ['甲'], notes: ['A1 0 问\n【对标】\n答'], added: [], removed: [] },
    ],
    [
      'in place of one of an earlier round',
      comments(comment('A1', '【对标】\n旧'), comment('B2', ' 【对标】\n旧')),
      { A1: '新' },
      { authors: ['甲', '对标'], notes: ['A1 1 【对标】\n新'], added: ['A1'], removed: ['A1', 'B2'] },
    ],
  ])('%s', (_, original, notes, expected) => {
    const { comments: xml, added, removed } = editComments(original, noted(notes));
    expect({ ...told(xml), added, removed }).toEqual(expected);
    walk(xml, {});
  });

  it('of a second round leave what somebody else wrote as it was', () => {
    const others = comments(comment('A1', '问'));
    const first = editComments(others, noted({ A1: '答' })).comments;
    expect(editComments(first, noted({})).comments).toBe(others);
  });
});

describe('the drawing behind notes', () => {
  const drawn = (xml: string) =>
    [...xml.matchAll(/<v:shape id="_x0000_s(\d+)".*?<x:Row>(\d+)<\/x:Row><x:Column>(\d+)</gsu)].map(([, ...at]) =>
      at.join(' '),
    );
  const edit = (original: string | undefined, added: readonly string[], removed: readonly string[], text = '甲') =>
    editDrawing(original, { comments: '', added, removed }, noted(Object.fromEntries(added.map(at => [at, text]))));

  it('has a shape for each that is added, numbered on, and none for those that went', () => {
    const first = edit(undefined, ['B2', 'C10'], []);
    expect(drawn(first)).toEqual(['70001 1 1', '70002 9 2']);
    expect(first.match(/<v:shapetype/gu)).toHaveLength(1);
    const second = edit(first, ['A1'], ['B2']);
    expect(drawn(second)).toEqual(['70002 9 2', '70003 0 0']);
    expect(second.match(/<v:shapetype/gu)).toHaveLength(1);
    expect(edit(first, [], ['B2', 'C10'])).not.toContain('<v:shape ');
    expect(edit(undefined, [], [])).not.toContain('<v:shapetype');
    walk(second, {});
  });

  it.each([
    ['one line', '甲', 4],
    ['as many as stand there', '甲\n乙\n丙\n丁\n戊', 6],
    ['a long one that is broken', '甲'.repeat(26 * 5), 7],
    ['no more than a screen has', '甲\n'.repeat(60), 20],
  ])('is as high as its text: %s', (_, text, lines) => {
    const xml = edit(undefined, ['B5'], [], text);
    expect(xml).toContain(`height:${lines * 14}pt`);
    expect(xml).toContain(`<x:Anchor>2, 12, 3, 4, 6, 12, ${4 + lines}, 4</x:Anchor>`);
  });

  it('begins at the top of the sheet for its first row', () => {
    expect(edit(undefined, ['A1'], [])).toContain('<x:Anchor>1, 12, 0, 4, 5, 12, 4, 4</x:Anchor>');
  });
});

const STYLES = `<styleSheet><fonts count="1"><font><sz val="11"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="9" fillId="2" applyFill="0"><alignment/></xf></cellXfs></styleSheet>`;

const MARK = 'FFFFC7CE';

describe('styles', () => {
  const itemsOf = (xml: string, list: string): readonly string[] => {
    const inner = new RegExp(`<${list} count="(\\d+)">(.*?)</${list}>`, 'u').exec(xml) ?? [];
    const items = [...(inner[2] ?? '').matchAll(/<(xf|fill)\b(?:[^>]*\/>|.*?<\/\1>)/gu)].map(([item]) => item);
    expect(Number(inner[1])).toBe(items.length);
    return items;
  };

  it('that nothing is added to are what they were', () => {
    expect(openStyles(STYLES, [MARK]).text()).toBe(STYLES);
  });

  it('of what is like a formula are those of text, and a sheet that is put in leads to no other file', () => {
    const styles = openStyles(LEAST_STYLES, []);
    const look = { font: SONG, size: 11, across: 'left', down: 'top', wrap: true } as const;
    const setting = { name: '意见', widths: [10], orientation: 'portrait' } as const;
    const xml = sheetXml(
      setting,
      { styles, footer: '' },
      sheet =>
        void sheet.row([
          ['=1+1', look],
          ['一', look],
        ]),
    );
    const [text, plain] = [...xml.matchAll(/ s="(\d+)"/gu)].map(
      ([, style]) => itemsOf(styles.text(), 'cellXfs')[Number(style)],
    );
    expect([text, plain].map(style => /numFmtId="(\d+)"/u.exec(style ?? '')?.[1])).toEqual(['49', '0']);
    const linked = () =>
      sheetXml(setting, { styles, footer: '' }, sheet => sheet.link('A1', { file: 'b.html', location: '' }));
    expect(linked).toThrow('a link to b.html has no place in this workbook');
  });

  it('are filled, each once, and everything else of them stays', () => {
    const styles = openStyles(STYLES, [MARK]);
    expect([styles.filled(0, MARK), styles.filled(1, MARK), styles.filled(0, MARK), styles.filled(99, MARK)]).toEqual([
      2, 3, 2, 4,
    ]);
    const text = styles.text();
    expect(itemsOf(text, 'fills').slice(3)).toEqual([
      `<fill><patternFill patternType="solid"><fgColor rgb="${MARK}"/><bgColor indexed="64"/></patternFill></fill>`,
      `<fill><patternFill patternType="solid"><fgColor rgb="${MARK}"/><bgColor rgb="FF00FF00"/></patternFill></fill>`,
    ]);
    expect(itemsOf(text, 'cellXfs').slice(2)).toEqual([
      '<xf numFmtId="0" fontId="0" borderId="0" fillId="3" applyFill="1"/>',
      '<xf numFmtId="9" fillId="4" applyFill="1"><alignment/></xf>',
      '<xf numFmtId="0" fontId="0" borderId="0" fillId="3" applyFill="1"/>',
    ]);
  });

  it('of an earlier round are known, and give back the colour that was there', () => {
    const first = openStyles(STYLES, [MARK]);
    const [plain, green] = [first.filled(0, MARK), first.filled(1, MARK)];
    const second = openStyles(first.text(), [MARK]);
    expect([0, 1, plain, green].map(second.isMarked)).toEqual([false, false, true, true]);
    expect([second.restored(0), second.restored(1)]).toEqual([0, 1]);
    const [noFill, greenAgain] = [second.restored(plain), second.restored(green)];
    const text = second.text();
    expect(itemsOf(text, 'cellXfs')[noFill]).toContain('fillId="0"');
    const fill = /fillId="(\d+)"/u.exec(itemsOf(text, 'cellXfs')[greenAgain] ?? '')?.[1];
    expect(itemsOf(text, 'fills')[Number(fill)]).toContain('<fgColor rgb="FF00FF00"/>');
    const again = openStyles(first.text(), [MARK]);
    const twice = again.filled(green, 'FFFFEB9C');
    const other = /fillId="(\d+)"/u.exec(itemsOf(again.text(), 'cellXfs')[twice] ?? '')?.[1];
    expect(itemsOf(again.text(), 'fills')[Number(other)]).toBe(
      '<fill><patternFill patternType="solid"><fgColor rgb="FFFFEB9C"/><bgColor rgb="FF00FF00"/></patternFill></fill>',
    );
  });

  it('with a prefix are added to with it', () => {
    const styles = openStyles(STYLES.replaceAll(/<(\/?)(?=\w)/gu, '<$1x:'), [MARK]);
    styles.filled(0, MARK);
    expect(styles.text()).toContain(
      `<x:fgColor rgb="${MARK}"/><x:bgColor indexed="64"/></x:patternFill></x:fill></x:fills>`,
    );
    walk(styles.text(), {});
  });
});
