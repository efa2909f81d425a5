import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithin } from '../../src/authoring/trace/clause.ts';
import { boundSentences, fingerprintOf, splitSentences } from '../../src/authoring/trace/sentences.ts';

const table = (document: string): readonly (readonly [string, string])[] =>
  splitSentences(document).map(({ clause, text }) => [clause, text.replaceAll(/\s+/gu, ' ').trim()] as const);

test('numbering, in whichever brackets and marks', () => {
  const document = [
    '某县方案',
    '一、目标',
    '按时完成。',
    '（一）场所',
    '1.选址。应当方便；宜临街。',
    '1.1  面积:不少于十平方米。',
    '(2) 门口。应有牌子。',
    '2、标识。',
    '(二)人员',
    '第三条  职责',
    '  (一)管理：',
    '  1.负责登记;',
  ].join('\n');
  expect(table(document)).toEqual([
    ['前言', '某县方案'],
    ['一', '一、目标'],
    ['一', '按时完成。'],
    ['一(一)', '（一）场所'],
    ['一(一)1', '1.选址。'],
    ['一(一)1', '应当方便；'],
    ['一(一)1', '宜临街。'],
    ['一(一)1.1', '1.1 面积:不少于十平方米。'],
    ['一(一)1.1(2)', '(2) 门口。'],
    ['一(一)1.1(2)', '应有牌子。'],
    ['一(一)2', '2、标识。'],
    ['一(二)', '(二)人员'],
    ['第三条', '第三条 职责'],
    ['第三条(一)', '(一)管理：'],
    ['第三条(一)1', '1.负责登记;'],
  ]);
});

test.each([
  [
    'a sentence broken by lines and a blank one',
    '一、总则\n应当公开、透明，加快\n\n完善制度。\n',
    ['一、总则', '应当公开、透明，加快 完善制度。'],
  ],
  ['a heading without an end', '一、总则\n各中心应公开。', ['一、总则', '各中心应公开。']],
  ['closing marks after the end', '他说“可以。”然后走了。', ['他说“可以。”', '然后走了。']],
  ['furniture stands alone', '某方案\n浏览次数 : 12\n为了公开，制定', ['某方案', '浏览次数 : 12', '为了公开，制定']],
  [
    'an amount at the start of a line is no clause number',
    '一、经费\n每年拨付，不少于\n5.5万元，按时到位。',
    ['一、经费', '每年拨付，不少于 5.5万元，按时到位。'],
  ],
  [
    'labels begin anew',
    '申报条件：户籍在本地，年满六十\n办理时限：即办',
    ['申报条件：户籍在本地，年满六十', '办理时限：即办'],
  ],
])('%s', (_, document, sentences) => {
  expect(table(document).map(([, text]) => text)).toEqual(sentences);
});

test('a part mistyped as an item is the next part', () => {
  expect(table('二、目标\n做到。\n3、 任务\n（一）设立。').map(([clause]) => clause)).toEqual([
    '二',
    '二',
    '三',
    '三(一)',
  ]);
});

test('furniture is known by its words, never inside a numbered clause', () => {
  const furniture = splitSentences('浏览次数:3\n1.字体大小适中。').map(sentence => sentence.furniture);
  expect(furniture).toEqual([true, false]);
});

test('every character is in exactly one sentence', () => {
  const piece = fc.constantFrom(
    '一、',
    '（一）',
    '1.',
    '，',
    '。',
    '；',
    '\n',
    '\n\n',
    ' ',
    '”',
    '应当',
    '附件',
    '浏览次数',
    '1',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const document = pieces.join('');
      expect(
        splitSentences(document)
          .map(sentence => sentence.text)
          .join(''),
      ).toBe(document);
    }),
  );
});

test('width and white space do not change a fingerprint, words do', () => {
  expect(fingerprintOf('面积（平方米）:\n 20')).toBe(fingerprintOf('面积(平方米)：２０'));
  expect(fingerprintOf('面积20')).not.toBe(fingerprintOf('面积30'));
});

test('lines are those of the file', () => {
  expect(splitSentences('\n\n标题\n\n一、目标\n完成。办好。\n').map(({ line }) => line)).toEqual([3, 5, 6, 6]);
});

test('a bound part is numbered from its own beginning', () => {
  const document = '三、公告\n正文如下。\n某方案\n为了便民，制定。\n一、总则\n公开。\n解读\n一、背景\n';
  const first = fingerprintOf('某方案');
  const last = fingerprintOf('公开。');
  const { sentences, missing } = boundSentences(document, { first, last });
  expect(missing).toEqual([]);
  expect(sentences.map(({ clause }) => clause)).toEqual(['前言', '前言', '一', '一']);
  expect(boundSentences(document, { first: '0'.repeat(16) }).missing).toEqual(['first']);
});

test.each([
  ['三(一)2', '三(一)', true],
  ['三(一)12', '三(一)1', false],
  ['三(一)1.2', '三(一)1', true],
  ['三(二)', '三(一)', false],
  ['十二', '十', false],
  ['三', '三', true],
])('%s within %s: %s', (clause, outer, within) => {
  expect(isWithin(clause, outer)).toBe(within);
});
