import { describe, expect, it } from 'vitest';
import { listNumbers, type Numbered } from '../../src/read/document/list-numbers.ts';
import { formatNumber } from '../../src/read/document/number-formats.ts';

// A format of Word, and what it makes of numbers.
const FORMATS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  decimal: { 1: '1', 10: '10', 123: '123' },
  decimalZero: { 1: '01', 9: '09', 10: '10', 100: '100' },
  lowerLetter: { 1: 'a', 26: 'z', 27: 'aa', 52: 'zz', 53: 'aaa' },
  upperLetter: { 1: 'A', 3: 'C', 28: 'BB' },
  upperRoman: { 1: 'I', 3: 'III', 4: 'IV', 9: 'IX', 14: 'XIV', 40: 'XL', 49: 'XLIX', 90: 'XC', 100: 'C', 0: '' },
  lowerRoman: { 5: 'v', 8: 'viii' },
  decimalEnclosedCircle: { 1: '①', 20: '⑳', 21: '21', 0: '0' },
  decimalEnclosedCircleChinese: { 2: '②', 20: '⑳' },
  decimalEnclosedParen: { 1: '⑴', 20: '⒇', 21: '21' },
  decimalEnclosedFullstop: { 1: '⒈', 20: '⒛' },
  ideographEnclosedCircle: { 1: '㊀', 10: '㊉', 11: '11' },
  ideographTraditional: { 1: '甲', 10: '癸', 11: '11' },
  ideographZodiac: { 1: '子', 12: '亥', 13: '13' },
  constructor: { 1: '1' },
  bullet: { 1: '' },
  none: { 1: '' },
  chineseCounting: {
    1: '一',
    10: '十',
    11: '十一',
    20: '二十',
    99: '九十九',
    100: '一百',
    101: '一百零一',
    110: '一百一十',
    1001: '一千零一',
  },
  chineseCountingThousand: { 12: '十二' },
  japaneseCounting: { 3: '三' },
  ideographDigital: { 4: '四' },
  taiwaneseCountingThousand: { 5: '五' },
  unheardOf: { 7: '7' },
};

describe('numbers of lists', () => {
  it.each(Object.entries(FORMATS))('in the format %s', (format, numbers) => {
    const shown = Object.keys(numbers).map(number => [number, formatNumber(Number(number), format)]);
    expect(Object.fromEntries(shown)).toEqual(numbers);
  });
});

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const level = (at: number, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;

const numbering = (levels: string, lists: string): Uint8Array =>
  bytes(`<w:numbering ${W}><w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum>${lists}</w:numbering>`);

const LIST = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>';

const format = (name: string): string => `<w:numFmt w:val="${name}"/>`;

const next = (
  { levels, lists = LIST, styles }: { readonly levels: string; readonly lists?: string; readonly styles?: string },
  ...paragraphs: readonly Numbered[]
): readonly string[] => {
  const { next: number } = listNumbers(
    numbering(levels, lists),
    styles === undefined ? undefined : bytes(`<w:styles ${W}>${styles}</w:styles>`),
  );
  return paragraphs.map(number);
};

const at = (...levels: readonly number[]): readonly Numbered[] => levels.map(one => ({ list: '1', level: one }));

const CASES: readonly (readonly [
  name: string,
  given: { readonly levels: string; readonly lists?: string; readonly styles?: string },
  paragraphs: readonly Numbered[],
  numbers: readonly string[],
])[] = [
  ['one after another', { levels: level(0, '第%1条') }, at(0, 0, 0), ['第1条 ', '第2条 ', '第3条 ']],
  [
    'levels below, which begin anew below each',
    { levels: level(0, '%1.') + level(1, '%1.%2') },
    at(0, 1, 1, 0, 1),
    ['1. ', '1.1 ', '1.2 ', '2. ', '2.1 '],
  ],
  [
    'a level below with none above',
    { levels: level(0, '%1') + level(1, '%1.%2') },
    at(1, 1, 0),
    ['1.1 ', '1.2 ', '2 '],
  ],
  ['another beginning', { levels: level(0, '%1', '<w:start w:val="5"/>') }, at(0, 0), ['5 ', '6 ']],
  ['another format', { levels: level(0, '%1、', format('chineseCounting')) }, at(0, 0), ['一、 ', '二、 ']],
  [
    'plain numbers where a level asks for them',
    {
      levels:
        level(0, '%1', format('upperRoman')) +
        level(1, '%1.%2', '<w:isLgl/>') +
        level(2, '%1.%3', '<w:isLgl w:val="0"/>'),
    },
    at(0, 1, 2),
    ['I ', '1.1 ', 'I.1 '],
  ],
  [
    'no space behind, where none is to be',
    { levels: level(0, '（%1）', '<w:suff w:val="nothing"/>') + level(1, '%2', '<w:suff w:val="tab"/>') },
    at(0, 1),
    ['（1）', '1 '],
  ],
  ['bullets', { levels: level(0, '●', format('bullet')) }, at(0), ['']],
  [
    'a level that is not there',
    { levels: level(0, '%1') },
    [...at(3), { list: '9' }, {}, { list: '0' }],
    ['', '', '', ''],
  ],
  [
    'a list that begins anew in a second one, once',
    {
      levels: level(0, '%1') + level(1, '%1.%2'),
      lists: `${LIST}<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
    },
    [{ list: '1' }, { list: '1' }, { list: '2' }, { list: '2' }, { list: '1' }],
    ['1 ', '2 ', '1 ', '2 ', '3 '],
  ],
  [
    'a second list of the same kind goes on',
    { levels: level(0, '%1'), lists: `${LIST}<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>` },
    [{ list: '1' }, { list: '2' }],
    ['1 ', '2 '],
  ],
  [
    'what a style says, or the style that it rests on, or the paragraph itself',
    {
      levels: level(0, '%1') + level(1, '%1.%2'),
      styles:
        '<w:style w:styleId="a"><w:name w:val="Article"/><w:numId w:val="1"/></w:style>' +
        '<w:style w:styleId="b"><w:name w:val="Below"/><w:basedOn w:val="a"/><w:ilvl w:val="1"/></w:style>' +
        '<w:style w:styleId="c"><w:name w:val="Circle"/><w:basedOn w:val="c"/></w:style>',
    },
    [
      { style: 'a' },
      { style: 'b' },
      { style: 'b', level: 0 },
      { style: 'c' },
      { style: 'd' },
      { style: 'a', list: '0' },
    ],
    ['1 ', '1.1 ', '2 ', '', '', ''],
  ],
  [
    'nothing that stands in the definition of a list of its own',
    {
      levels: level(0, '%1'),
      lists: `<w:num w:numId="1"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">${level(0, '另%1')}</w:lvlOverride></w:num>`,
    },
    at(0),
    ['1 '],
  ],
];

describe('numbers before paragraphs', () => {
  it.each(CASES)('%s', (_, given, paragraphs, numbers) => {
    expect(next(given, ...paragraphs)).toEqual(numbers);
  });

  it('are none where a document defines none', () => {
    const { next: number, isContents } = listNumbers(undefined, undefined);
    expect([number({ list: '1' }), isContents('TOC1'), isContents(undefined)]).toEqual(['', false, false]);
  });

  it('are told from lines of a table of contents by the name of their style', () => {
    const styles = `<w:styles ${W}><w:style w:styleId="x1"><w:name w:val="toc 1"/></w:style><w:style w:styleId="x2"><w:name w:val="tocsin"/></w:style></w:styles>`;
    const { isContents } = listNumbers(undefined, bytes(styles));
    expect(['x1', 'x2', 'toc'].map(isContents)).toEqual([true, false, false]);
  });
});
