import { describe, expect, it } from 'vitest';
import { tableText } from '../../src/report/markdown/blocks.ts';
import { placesOf, tableLines } from '../../src/report/terminal/blocks/table.ts';
import { pageOf } from '../../src/report/terminal/page.ts';
import type { Column, Row, Table } from '../../src/tell/block.ts';

const page = await pageOf({ lang: 'zh', columns: 42, color: false });
const marked = { ...page, paint: { ...page.paint, strong: (text: string) => `<${text}>` } };

const at = (line: number, file = 'a.yaml') => ({ file, line, column: 1 });

const column = (title: string, kind: Column['kind'] = 'text', more: Partial<Column> = {}): Column => ({
  ...{ title, kind, width: 10 },
  ...more,
});

const table = (columns: readonly Column[], ...rows: readonly Row[]): Table => ({
  ...{ kind: 'table', name: 't', columns, rows },
});

const NAMES = [column('名'), column('分', 'figure')];

describe('places in a terminal', () => {
  it.each([
    [
      [at(1), at(2), at(1)],
      ['a.yaml:1:1', '2:1'],
    ],
    [
      [at(1), at(2, 'b.yaml'), at(3, 'b.yaml')],
      ['a.yaml:1:1', 'b.yaml:2:1', '3:1'],
    ],
    [[1, 2, 3, 4, 5, 6].map(line => at(line)), ['a.yaml:1:1', '2:1', '3:1', '4:1', '5:1', '6:1']],
    [[1, 2, 3, 4, 5, 6, 7].map(line => at(line)), ['a.yaml:1:1', '2:1', '3:1', '4:1', '5:1', '6:1', '……（共 7 处）']],
  ])('%# are named once each, the file where it changes', (locations, said) =>
    expect(placesOf(locations, page)).toEqual(said),
  );
});

describe('a table in a terminal', () => {
  it.each<[string, Table, readonly string[]]>([
    [
      'has figures under one another',
      table(NAMES, { cells: ['甲', '5'] }, { cells: ['乙乙', '10'] }),
      ['  名    分', '  甲     5', '  乙乙  10'],
    ],
    [
      'has a part over its rows, across its columns',
      table(NAMES, { cells: ['甲部分'], kind: 'part' }, { cells: ['甲甲甲甲', '5'] }, { cells: ['共'], kind: 'sum' }),
      ['  名        分', '  <甲部分>', '  甲甲甲甲   5', '  共'],
    ],
    [
      'has lines within a cell',
      table(NAMES, { cells: ['甲\n乙丙', '5'] }, { cells: [{ outcome: 'fail', text: '否' }, { places: [at(1)] }] }),
      ['  名            分', '  甲             5', '  乙丙', '  否    a.yaml:1:1'],
    ],
    [
      'is spaced where it is told to be, and draws nothing',
      {
        ...table([...NAMES, column('图', 'drawing')], { cells: ['甲', '5', { bar: [] }] }, { cells: ['乙', '6'] }),
        spaced: true,
      },
      ['  名  分', '', '  甲   5', '', '  乙   6'],
    ],
  ])('%s', (_, drawn, lines) => expect(tableLines(drawn, marked)).toEqual(lines));

  const LONG = '很长的一句话'.repeat(3);

  it('wraps what is wide, and leaves out first what can be spared', () => {
    const [plain, spare] = [column('文'), column('注', 'text', { spare: true })];
    const narrow = [column('甲甲甲甲甲甲甲甲'), column('乙乙乙乙乙乙乙乙'), plain];
    expect(tableLines(table([plain, column('注')], { cells: [LONG, '乙'] }), page)).toEqual([
      '  文                                    注',
      '  很长的一句话很长的一句话很长的一句话  乙',
    ]);
    expect(tableLines(table([plain, column('注')], { cells: [`${LONG}啊`, '乙'] }), page).length).toBe(3);
    const kept = tableLines(
      table([...narrow, spare], { cells: [LONG, LONG, LONG, '省'] }, { cells: ['合'], kind: 'sum' }),
      page,
    );
    expect(kept.join('')).not.toContain('省');
    expect(kept[0]).not.toContain('注');
    const roomy = tableLines(table([plain, spare], { cells: ['短', '省'] }), page);
    expect(roomy).toEqual(['  文  注', '  短  省']);
  });
});

describe('a table in Markdown', () => {
  it('has a head, its parts in bold and nothing under what a cell spans', () => {
    const rows: readonly Row[] = [
      { cells: ['甲部分'], kind: 'part' },
      { cells: ['甲', { places: [at(1), at(1), at(2, 'b.yaml')] }] },
      { cells: [['乙', { text: '重', strong: true }], { outcome: 'pass', text: '<是>' }] },
    ];
    expect(tableText(table(NAMES, ...rows), { lang: 'zh', file: 'a.yaml' })).toBe(
      [
        ...['| 名 | 分 |', '| --- | --- |', '| **甲部分** |  |', '| 甲 | 1:1<br>b.yaml:2:1 |'],
        ...['| 乙<b>重</b> | &lt;是> |', ''],
      ].join('\n'),
    );
  });
});
