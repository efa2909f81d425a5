import { describe, expect, it } from 'vitest';
import type { SourceNode } from '../../src/model/base/source.ts';
import { bandsOf, type Tier, tiersIn } from '../../src/read/scorecard/sheet/tiers.ts';

const said = ({ edges, between, rest, points }: Tier): string => {
  const own = Object.entries(edges).map(([key, at]) => `${key} ${at}`);
  return [...own, ...(between ? [`between ${between.join(' ')}`] : []), ...(rest ? ['rest'] : []), `= ${points}`].join(
    ' ',
  );
};

// A cell of a scorecard in Excel, and its tiers; none where it names none, unread where one cannot be read.
const CELLS: readonly (readonly [text: string, tiers: string])[] = [
  ['120以上6', 'at_least 120 = 6'],
  ['120及以上得6分', 'at_least 120 = 6'],
  ['120平方米以上：6分', 'at_least 120平方米 = 6'],
  ['不低于120 6；其余0', 'at_least 120 = 6; rest = 0'],
  ['不少于 120人 = 6；其余0', 'at_least 120人 = 6; rest = 0'],
  ['≥120：6；不满120：0', 'at_least 120 = 6; less_than 120 = 0'],
  ['40以下0', 'at_most 40 = 0'],
  ['40及以下：0', 'at_most 40 = 0'],
  ['3天以内得满 5', 'unread'],
  ['3天以内5', 'at_most 3天 = 5'],
  ['不超过3：5', 'at_most 3 = 5'],
  ['不高于3：5；其余0', 'at_most 3 = 5; rest = 0'],
  ['不多于3：5；其余0', 'at_most 3 = 5; rest = 0'],
  ['≤3：5；其余0', 'at_most 3 = 5; rest = 0'],
  ['超过3：1.5', 'more_than 3 = 1.5'],
  ['大于3 1；其余0', 'more_than 3 = 1; rest = 0'],
  ['>3 1；其余0', 'more_than 3 = 1; rest = 0'],
  ['不满40 0', 'less_than 40 = 0'],
  ['不足40 0；其余2', 'less_than 40 = 0; rest = 2'],
  ['低于40 0；其余2', 'less_than 40 = 0; rest = 2'],
  ['<40 0；其余2', 'less_than 40 = 0; rest = 2'],
  ['80至119：4', 'between 80 119 = 4'],
  ['80～119 4', 'between 80 119 = 4'],
  ['80-119：4；其余0', 'between 80 119 = 4; rest = 0'],
  ['5至9个：2；10个以上：3', 'between 5个 9个 = 2; at_least 10个 = 3'],
  ['3万以上5；其余0', 'at_least 3万 = 5; rest = 0'],
  ['1至3小时5', 'between 1小时 3小时 = 5'],
  ['120以上全部；其余0', 'at_least 120 = 全部; rest = 0'],
  ['0.5以上1.5；其余0', 'at_least 0.5 = 1.5; rest = 0'],
  ['－5以上1；其余0', 'at_least -5 = 1; rest = 0'],
  ['１２０以上６\n其余０', 'at_least 120 = 6; rest = 0'],
  ['120以上6; ;\n其余0;', 'at_least 120 = 6; rest = 0'],
  ['120以上6；看情况', 'unread'],
  ['好 5；差 1', 'unread'],
  ['其余', 'unread'],
  ['是', 'none'],
  ['200', 'none'],
  ['', 'none'],
];

describe('tiers of a cell', () => {
  it.each(CELLS)('%j: %s', (text, expected) => {
    const tiers = tiersIn(text);
    const found = tiers === undefined ? 'none' : tiers === null ? 'unread' : tiers.map(said).join('; ');
    expect(found).toBe(expected);
  });
});

const location = { file: 'f', line: 1, column: 1 };

const shown = (node: SourceNode): unknown => {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(shown);
  return node.entries.map(({ key, value }) => `${key} ${[shown(value)].flat().join('..')}`).join(', ');
};

const bands = (text: string, unit = ''): unknown =>
  shown(bandsOf(tiersIn(text) ?? [], unit, { text, location } as Parameters<typeof bandsOf>[2]));

// Where one tier ends the next begins.
describe('bands', () => {
  it.each([
    [
      '120以上6；80以上4；其余0',
      ['at_least 120, points 6', 'at_least 80, less_than 120, points 4', 'less_than 80, points 0'],
    ],
    [
      '超过120：6；超过80：4；其余0',
      ['more_than 120, points 6', 'more_than 80, at_most 120, points 4', 'at_most 80, points 0'],
    ],
    ['3以内5；5以内3；其余0', ['at_most 3, points 5', 'at_most 5, more_than 3, points 3', 'more_than 5, points 0']],
    [
      '不满3：5；不满5：3；其余0',
      ['less_than 3, points 5', 'less_than 5, at_least 3, points 3', 'at_least 5, points 0'],
    ],
    [
      '120以上6；80至119：4；不满80：0',
      ['at_least 120, points 6', 'between 80..119, points 4', 'less_than 80, points 0'],
    ],
    ['120以上6；80至119：4；其余0', ['at_least 120, points 6', 'between 80..119, points 4', 'less_than 80, points 0']],
    ['120以上全部；不满40：0', ['at_least 120, points all', 'less_than 40, points 0']],
  ])('%s', (text, expected) => {
    expect(bands(text)).toEqual(expected);
  });

  it('have the unit of what they are figures of', () => {
    expect(bands('95以上10；80至90：5；其余0', '%')).toEqual([
      'at_least 95%, points 10',
      'between 80%..90%, points 5',
      'less_than 80%, points 0',
    ]);
  });
});
