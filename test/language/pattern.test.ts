import { describe, expect, it } from 'vitest';
import { aroundShape, hasPart, hasShape, inShape, inShapeWith, piecesOf } from '../../src/language/second/pattern.ts';

const TOWN = '桃江县*(乡|镇)中心';
const WINDOW = '#号窗口\\(综合\\)';

describe('a pattern', () => {
  it.each([
    [TOWN, [['桃江县'], 'any', ['乡', '镇'], ['中心']]],
    [WINDOW, ['number', ['号窗口(综合)']]],
    ['(甲\\|乙|丙', [['甲\\', '乙', '丙']]],
  ] as const)('%s is made of parts', (pattern, pieces) => {
    expect(piecesOf(pattern)).toEqual(pieces.map(piece => piece));
  });

  it.each([
    [TOWN, '桃江县青石镇中心', true],
    [TOWN, '桃江县 青石镇 中心', true],
    [TOWN, '桃江县镇中心', false],
    [TOWN, '桃江县青石村中心', false],
    [TOWN, '旧桃江县青石镇中心', false],
    [WINDOW, '12号窗口（综合）', true],
    [WINDOW, '十二号窗口(综合)', true],
    [WINDOW, 'A号窗口(综合)', true],
    [WINDOW, 'AB号窗口(综合)', false],
    [WINDOW, '1二号窗口(综合)', false],
    [WINDOW, '号窗口(综合)', false],
  ])('%s, of %s: %s', (pattern, text, has) => {
    expect(hasShape(text, pattern)).toBe(has);
  });

  it('gives texts of its shape, each alternative once, and some that just miss it', () => {
    expect(inShape(TOWN)).toBe('桃江县某某乡中心');
    expect(aroundShape(TOWN)).toEqual([
      ...['桃江县某某乡中心', '桃江县某某镇中心'],
      ...['某某乡中心', '桃江县乡中心', '桃江县某某中心', '桃江县某某乡'],
      ...['桃江县某某乡中心分厅', '旧桃江县某某乡中心'],
    ]);
    expect(inShape(WINDOW)).toBe('1号窗口(综合)');
    expect(aroundShape(WINDOW)).toEqual([
      ...['1号窗口(综合)', '十二号窗口(综合)', 'A号窗口(综合)', '某某号窗口(综合)'],
      ...['号窗口(综合)', '1', '1号窗口(综合)分厅', '旧1号窗口(综合)'],
    ]);
  });

  it.each([
    [TOWN, '青石镇', '桃江县青石镇中心'],
    [TOWN, '青石', '桃江县某某乡中心'],
    ['*便民服务中心', '青石镇', '某某便民服务中心'],
    ['#号(镇|乡)', '青石镇', '1号镇'],
  ])('%s, with %s in it', (pattern, part, text) => {
    expect(inShapeWith(pattern, part)).toBe(text);
  });

  it.each([
    ['青石镇便民服务中心', '青石镇', true],
    ['青石镇便民服务中心', '青石镇人民政府', true],
    ['青石街道便民服务中心', '青石街道办事处', true],
    ['城东社区便民服务站', '城东社区居委会', true],
    ['青石坳便民服务中心', '青石镇', false],
    ['青石镇中心', '人民政府', true],
  ])('%s names %s: %s', (text, part, has) => {
    expect(hasPart(text, part)).toBe(has);
  });
});
