import { describe, expect, it } from 'vitest';
import { madeOf, type Rows } from '../support/made-of.ts';

/** A list, the field that is asked, and what an answer under a heading is read as: `unreadable` where it is refused. */
type Row = readonly [heading: string, written: string | number, read: string];

const HEIGHTS: readonly Row[] = [
  ['高度', 80, '80 cm'],
  ['高度（cm）', 80, '80 cm'],
  ['高度（mm）', 800, '800 mm'],
  ['高度（m）', 0.8, '0.8 m'],
  ['高度（mm）', '800', '800 mm'],
  ['高度（mm）', ' 800 ', '800 mm'],
  ['高度（mm）', '８００', '800 mm'],
  ['高度（mm）', '八百', '800 mm'],
  ['高度（mm）', '8e2', '800 mm'],
  ['高度（mm）', '1,100', '1100 mm'],
  ['高度（mm）', '共计800', '800 mm'],
  ['高度（mm）', '800。', '800 mm'],
  ['高度（mm）', '__800__', '800 mm'],
  ['高度（m）', '.8', 'unreadable'],
  ['高度（m）', '+0.8', '0.8 m'],
  ['高度（mm）', '800mm', '800 mm'],
  ['高度（mm）', '80cm', '80 cm'],
  ['高度（mm）', '☑800', '800 mm'],
  ['高度（mm）', '约800', 'unreadable'],
  ['高度（mm）', '800左右', 'unreadable'],
  ['高度（mm）', '800×900', 'unreadable'],
  ['高度（mm）', '不详', 'undeclared'],
  ['高度（mm）', '', 'undeclared'],
  ['高度（个）', 80, '80 cm'],
  ['高度（㎡）', 80, 'unreadable'],
];

const SIZES: readonly Row[] = [
  ['规格', '50×70', '50×70 cm'],
  ['规格（cm）', '50×70', '50×70 cm'],
  ['规格（mm）', '300×400', '300×400 mm'],
  ['规格（mm）', '300*400', '300×400 mm'],
  ['规格（mm）', '300 x 400', '300×400 mm'],
  ['规格（mm）', '３００×４００', '300×400 mm'],
  ['规格（mm）', '300乘400', '300×400 mm'],
  ['规格（m）', '0.5×0.7', '0.5×0.7 m'],
  ['规格（mm）', '30×40cm', '30×40 cm'],
  ['规格（mm）', '30cm×40cm', '30×40 cm'],
  ['规格（mm）', '300', 'unreadable'],
];

const RATES: readonly Row[] = [
  ['承诺件按期办结率（%）', 98, '98%'],
  ['承诺件按期办结率（%）', '98.5', '98.5%'],
  ['承诺件按期办结率（％）', '100', '100%'],
  ['承诺件按期办结率（%）', '九十八', '98%'],
  ['承诺件按期办结率（%）', '98%', '98%'],
  ['承诺件按期办结率（%）', 0, '0%'],
  ['承诺件按期办结率（%）', '1.5', '1.5%'],
  ['承诺件按期办结率（%）', 0.985, 'unreadable'],
  ['承诺件按期办结率（%）', '０．９８５', 'unreadable'],
  ['承诺件按期办结率（%）', '.985', 'unreadable'],
  ['承诺件按期办结率（%）', 1, 'unreadable'],
  ['承诺件按期办结率（%）', '1.0', 'unreadable'],
  ['承诺件按期办结率', 98, 'unreadable'],
];

const readIn = async (rows: Rows, fact: string): Promise<string> => {
  const { centers } = await madeOf(rows);
  return centers[0]?.[fact] ?? 'undeclared';
};

describe('an answer under a heading that tells a unit', () => {
  it.each(HEIGHTS)('%s: %s', async (heading, written, read) => {
    const rows = [['工作台'], ['台号', heading], ['1号台', written]];
    expect(await readIn(rows, 'counters[1] 1号台 counters.height')).toBe(read);
  });

  it.each(SIZES)('%s: %s', async (heading, written, read) => {
    const rows = [['制度牌'], ['名称', heading], ['首问负责制', written]];
    expect(await readIn(rows, 'regulation_boards[1] 首问负责制 regulation_boards.size')).toBe(read);
  });

  it.each(RATES)('%s: %s', async (heading, written, read) => {
    expect(
      await readIn(
        [
          ['县区', '罗山县'],
          [heading, written],
        ],
        'handling.on_time_rate',
      ),
    ).toBe(read);
  });
});

/** A line of units above a list, what the heading says, what is written, and what is read. */
const LINES: readonly (readonly [line: string, heading: string, written: string, read: string])[] = [
  ['单位：毫米', '高度', '800', '800 mm'],
  ['（单位：mm）', '高度', '800', '800 mm'],
  ['计量单位:米', '高度', '0.8', '0.8 m'],
  ['单位：毫米', '高度（cm）', '80', '80 cm'],
  ['单位：毫米', '高度', '80cm', '80 cm'],
  ['单位：㎡、毫米', '高度', '800', '800 mm'],
  ['单位：㎡', '高度', '80', '80 cm'],
  ['单位：个', '高度', '80', '80 cm'],
  ['单位：青石坳镇', '高度', '80', '80 cm'],
];

describe('an answer below a line that tells units', () => {
  it.each(LINES)('%s over %s: %s', async (line, heading, written, read) => {
    const rows = [[line], ['工作台'], ['台号', heading], ['1号台', written]];
    expect(await readIn(rows, 'counters[1] 1号台 counters.height')).toBe(read);
  });

  it('is of the last line above it', async () => {
    const rows = [['单位：米'], ['单位：毫米'], ['工作台'], ['台号', '高度'], ['1号台', '800'], ['单位：米']];
    expect(await readIn(rows, 'counters[1] 1号台 counters.height')).toBe('800 mm');
  });
});

/** What stands where a form has a column of units, or a unit beside the answer. */
const BESIDE: readonly (readonly [name: string, rows: Rows, read: string])[] = [
  [
    'a unit beside the answer',
    [
      ['县区', '罗山县'],
      ['大厅面积', 0.3, '亩'],
    ],
    '0.3 亩',
  ],
  [
    'neither of two units, that of the heading and another beside',
    [
      ['县区', '罗山县'],
      ['大厅面积（㎡）', 200, '亩'],
    ],
    'unreadable',
  ],
  [
    'the unit of the answer before one beside',
    [
      ['县区', '罗山县'],
      ['大厅面积', '200㎡', '亩'],
    ],
    '200 m²',
  ],
  [
    'words beside the answer',
    [
      ['县区', '罗山县'],
      ['大厅面积', 200, '约数'],
    ],
    '200 m²',
  ],
  [
    'a column of units',
    [
      ['项目', '单位', '填报内容'],
      ['县区', null, '罗山县'],
      ['大厅面积', '亩', 0.3],
    ],
    '0.3 亩',
  ],
  ['a line of units', [['单位：亩'], ['县区', '罗山县'], ['大厅面积', 0.3]], '0.3 亩'],
  ['a unit beside before a line', [['单位：亩'], ['县区', '罗山县'], ['大厅面积', 200, '㎡']], '200 m²'],
];

describe('an answer in a form', () => {
  it.each(BESIDE)('with %s', async (_, rows, read) => {
    expect(await readIn(rows, 'hall.usable_area')).toBe(read);
  });
});
