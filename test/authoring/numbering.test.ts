import { describe, expect, it, test } from 'vitest';
import { isClause, isWithin } from '../../src/authoring/trace/clause.ts';
import { fingerprintOf, solid, splitSentences } from '../../src/authoring/trace/sentences.ts';
import { ruleWith } from './support.ts';

/** A line of a made-up document: its number as written, the clause that it opens, and its words. */
type Line = readonly [mark: string, clause: string, text: string];

const HALL = '办事大厅使用面积不少于一百二十平方米，窗口台面高度为75厘米至85厘米，台面整洁，标识醒目。';
const STAFF = '窗口工作人员不少于3名，统一着装、佩戴工牌，接待群众应当起身问候，做到有问必答。';
const TIME = '承诺件应当自受理之日起5个工作日内办结，逾期未办结的，应当向申请人书面说明理由。';
const BOARD = '大厅入口应当设置公示栏，公开事项名称、办理依据、办理时限和收费标准；内容变化的，2日内更新。';

const STYLES: Readonly<Record<string, readonly Line[]>> = {
  'chapters, sections, articles, items': [
    ['第一章　', '第一章', '总则'],
    ['第一节　', '第一章第一节', '场所'],
    ['第一条　', '第一条', HALL],
    ['第二条　', '第二条', `${STAFF}具体包括下列各项：`],
    ['（一）', '第二条(一)', TIME],
    ['（二）', '第二条(二)', BOARD],
    ['1.', '第二条(二)1', STAFF],
    ['第二节　', '第一章第二节', '人员'],
    ['第十二条之一　', '第十二条之一', HALL],
  ],
  'volumes, chapters, articles, items': [
    ['第一编　', '第一编', '总则'],
    ['第一章　', '第一编第一章', '场所'],
    ['第一条　', '第一条', HALL],
    ['第一项　', '第一条第一项', STAFF],
  ],
  'paragraphs below articles': [
    ['第一条　', '第一条', HALL],
    ['', '第一条第二款', STAFF],
    ['', '第一条第三款', TIME],
    ['第二条　', '第二条', '场所建设'],
    ['', '第二条', BOARD],
    ['', '第二条第二款', HALL],
    ['（一）', '第二条第二款(一)', STAFF],
  ],
  'parts, headings, numbers, brackets, circles': [
    ['一、', '一', '总体要求'],
    ['（一）', '一(一)', HALL],
    ['1.', '一(一)1', STAFF],
    ['（1）', '一(一)1(1)', TIME],
    ['①', '一(一)1(1)①', BOARD],
    ['②', '一(一)1(1)②', HALL],
    ['（2）', '一(一)1(2)', STAFF],
    ['2.', '一(一)2', TIME],
    ['（二）', '一(二)', HALL],
    ['二、', '二', BOARD],
  ],
  'decimals with letters': [
    ['1　', '1', '范围'],
    ['', '1', `${HALL}`],
    ['2　', '2', '要求'],
    ['2.1　', '2.1', '场所'],
    ['2.1.1　', '2.1.1', `${HALL}并符合下列要求：`],
    ['a）', '2.1.1a)', STAFF],
    ['1）', '2.1.1a)1)', TIME],
    ['2）', '2.1.1a)2)', HALL],
    ['b）', '2.1.1b)', BOARD],
    ['2.1.10　', '2.1.10', TIME],
    ['2.2　', '2.2', STAFF],
    ['3　', '3', '评价'],
    ['３．１　', '3.1', BOARD],
  ],
  'numbers of terms on lines of their own': [
    ['1　', '1', '范围'],
    ['2　', '2', '术语和定义'],
    ['2.1', '2.1', ''],
    ['', '2.1', '便民服务站'],
    ['', '2.1', HALL],
    ['2.2', '2.2', ''],
    ['', '2.2', '代办员'],
    ['3　', '3', '要求'],
    ['3.1　', '3.1', STAFF],
  ],
  'annexes with letters': [
    ['4.1', '4.1', HALL],
    ['4.2', '4.2', STAFF],
    ['附录A', '附录A', '（规范性）设施清单'],
    ['A.1　', 'A.1', TIME],
    ['A.1.1　', 'A.1.1', BOARD],
    ['A.2　', 'A.2', HALL],
    ['附录B', '附录B', '（资料性）表格'],
    ['B.1　', 'B.1', STAFF],
  ],
  'full width': [
    ['一．', '一', '目标'],
    ['（一）', '一(一)', HALL],
    ['１．', '一(一)1', TIME],
    ['（１）', '一(一)1(1)', STAFF],
    ['２、', '一(一)2', BOARD],
    ['（二）', '一(二)', HALL],
    ['二．', '二', STAFF],
  ],
  'single signs': [
    ['一、', '一', '任务'],
    ['㈠', '一(一)', HALL],
    ['⒈', '一(一)1', STAFF],
    ['⑴', '一(一)1(1)', TIME],
    ['⑵', '一(一)1(2)', BOARD],
    ['⒉', '一(一)2', HALL],
    ['㈡', '一(二)', STAFF],
  ],
  'figures in articles, nothing between': [
    ['第1章', '第一章', '总则'],
    ['第1条', '第一条', HALL],
    ['第2条', '第二条', STAFF],
    ['第2章', '第二章', '服务'],
    ['第3条', '第三条', TIME],
    ['一、', '第三条一', BOARD],
    ['二、', '第三条二', HALL],
    ['第4条', '第四条', STAFF],
  ],
  'divisions and annexes': [
    ['第一部分　', '第一部分', '建设标准'],
    ['一、', '第一部分一', HALL],
    ['1、', '第一部分一1', STAFF],
    ['1）', '第一部分一1.1)', TIME],
    ['a）', '第一部分一1.1)a)', BOARD],
    ['2、', '第一部分一2', HALL],
    ['第二部分　', '第二部分', '服务标准'],
    ['一、', '第二部分一', TIME],
    ['附件1：', '附件1', '事项清单'],
    ['1.', '附件1.1', STAFF],
    ['2.', '附件1.2', BOARD],
    ['附件2：', '附件2', '流程'],
    ['一、', '附件2一', HALL],
  ],
  mixed: [
    ['一、', '一', '任务'],
    ['（一）', '一(一)', '事项'],
    ['1.', '一(一)1', HALL],
    ['1.1　', '一(一)1.1', STAFF],
    ['1.2　', '一(一)1.2', TIME],
    ['2.', '一(一)2', BOARD],
    ['二、', '二', '保障'],
    ['1.', '二1', '人员'],
    ['（一）', '二1(一)', HALL],
    ['（二）', '二1(二)', STAFF],
    ['2.', '二2', TIME],
  ],
  'single numbers': [
    ['1　', '1', '场所'],
    ['（1）', '1(1)', HALL],
    ['（2）', '1(2)', STAFF],
    ['2　', '2', '服务'],
    ['（1）', '2(1)', TIME],
    ['3　', '3', BOARD],
  ],
};

const WIDTH = 32;

const wrapped = (line: string, indent: string): string => {
  const signs = [...indent, ...line];
  return Array.from({ length: Math.ceil(signs.length / WIDTH) }, (_, at) =>
    signs.slice(at * WIDTH, (at + 1) * WIDTH).join(''),
  ).join('\n');
};

const LAYOUTS: Readonly<Record<string, (line: Line) => string>> = {
  'a line a paragraph': ([mark, , text]) => `　　${mark}${text}`,
  'lines broken, first ones indented': ([mark, , text]) => wrapped(`${mark}${text}`, '　　'),
  'lines broken, none indented': ([mark, , text]) => wrapped(`${mark}${text}`, ''),
  'rows of a table': ([mark, , text]) => (mark === '' ? text : `${mark.trim()}\t${text}\t5分`),
};

/** Every sentence of a line, with the line's clause. */
const expected = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(([mark, clause, text]) =>
    `${mark}${text}`
      .split(/(?<=[。；])/u)
      .filter(sentence => sentence !== '')
      .map(sentence => `${clause} ${solid(sentence)}`),
  );

const read = (document: string): readonly string[] =>
  splitSentences(document).map(({ clause, text }) => `${clause} ${solid(text).replace(/5分$/u, '')}`);

describe.each(Object.entries(STYLES))('%s', (_, lines) => {
  it.each(Object.entries(LAYOUTS))('%s', (__, layout) => {
    const document = lines.map(layout).join('\n');
    expect(read(document)).toEqual(expected(lines));
    expect(splitSentences(document).filter(({ candidates }) => candidates)).toEqual([]);
  });

  it('every clause is one in the notation of rules', () => {
    expect(lines.map(([, clause]) => clause).filter(clause => !isClause(clause))).toEqual([]);
  });
});

test.each([
  ['an amount', '一、经费\n每年安排经费不少于\n5.5 万元，按时到位。'],
  ['a count', '一、窗口\n每个大厅应当设置不少于\n3 个窗口，每个窗口一人。'],
  ['a reference', '一、窗口\n窗口的设置应当符合本办法，并按照\n（二）项的规定办理。'],
])('%s at the beginning of a line opens no clause', (_, document) => {
  expect(new Set(splitSentences(document).map(({ clause }) => clause))).toEqual(new Set(['一']));
});

test('a list within one paragraph is numbered too', () => {
  const clauses = splitSentences('一、公示\n公示应当做到：（1）内容完整；（2）字迹清楚。').map(({ clause }) => clause);
  expect(clauses).toEqual(['一', '一', '一(1)', '一(2)']);
});

const ASKED: Readonly<Record<string, readonly (readonly [line: string, ...candidates: string[]])[]>> = {
  'an excerpt whose numbers jump, where only singles are left': [
    ['1　范围', '1'],
    ['本文件规定场所的要求。', '1'],
    ['4　场所', '4', '1'],
    ['大厅应当整洁。', '4'],
    ['5　服务', '5'],
    ['9　评价', '9', '5'],
  ],
  'an excerpt whose numbers jump, told by what stands below them': [
    ['1　范围', '1'],
    ['4　场所', '4'],
    ['4.2.1　大厅应当整洁。', '4.2.1'],
    ['4.4　窗口应当明亮。', '4.4'],
    ['a）通风；', '4.4a)'],
    ['7　评价', '7'],
    ['7.3　每年应当评价一次。', '7.3'],
  ],
  'an excerpt that begins in the middle': [
    ['4场所', '4', '前言'],
    ['大厅应当整洁。', '4'],
    ['6服务', '6'],
    ['6.10　窗口应当明亮。', '6.10'],
    ['6.11　门口应当有牌子。', '6.11'],
  ],
  'a number that goes back may refer to another place': [
    ['4.2　大厅应当整洁。', '4.2'],
    ['4.4　下列各项每年检查一次：', '4.4'],
    ['4.2　大厅的整洁情况；', '4.2', '4.4'],
  ],
  'numbers that begin anew count a list, or the parts of another document': [
    ['1　范围', '1'],
    ['2　场所', '2'],
    ['2.1　大厅应当设有下列设施。', '2.1'],
    ['1　饮水机', '2.1第1项', '1'],
    ['2　休息椅', '2.1第2项'],
    ['3　服务', '3', '2.1第3项'],
  ],
  'a column that counts is a list': [
    ['1　范围', '1'],
    ['2　场所', '2'],
    ['2.1　大厅应当设有下列设施。', '2.1'],
    ['序号\t名称', '2.1'],
    ['1\t饮水机', '2.1第1项'],
    ['2\t休息椅', '2.1第2项'],
    ['2.2　窗口应当设有下列设备。', '2.2'],
    ['序号\t名称', '2.2'],
    ['1\t打印机', '2.2第1项'],
    ['2\t扫描仪', '2.2第2项'],
    ['3　服务', '3'],
  ],
  'a number below the last one is none of a part': [
    ['4　场所', '4'],
    ['4.1　大厅应当整洁。', '4.1'],
    ['2 楼大厅应当设有电梯。', '4.1'],
    ['5　服务', '5'],
  ],
};

test.each(Object.entries(ASKED))('%s', (_, lines) => {
  const found = splitSentences(lines.map(([line]) => line).join('\n'));
  expect(found.map(({ text, clause, candidates = [clause] }) => [text.trim(), ...candidates])).toEqual(lines);
});

test.each([
  ['4', ['1', '4', '4', '5']],
  ['1', ['1', '1', '1', '1']],
])('a number that jumps is what a person says it is, and so are those that follow it: %s', (clause, clauses) => {
  const document = '1　范围\n4　场所\n大厅应当整洁。\n5　服务';
  const settled = new Map([
    [fingerprintOf('4　场所'), clause],
    [fingerprintOf('5　服务'), clause === '4' ? '5' : '1'],
  ]);
  const sentences = splitSentences(document, settled);
  expect(sentences.map(each => each.clause)).toEqual(clauses);
  expect(sentences.filter(({ candidates }) => candidates)).toEqual([]);
});

const OPEN = '一、场所\n1.大厅应整洁。\n2.门口应有牌子。\n（一）窗口应明亮。\n（二）窗口应通风。\n二、附则';

test('what the numbering leaves open is asked, and what a person says of it holds for all that follows', () => {
  const asked = splitSentences(OPEN).find(({ candidates }) => candidates);
  expect(asked).toMatchObject({ clause: '一(一)', candidates: ['一(一)', '一2(一)'] });
  const settled = splitSentences(OPEN, new Map([[fingerprintOf('（一）窗口应明亮。'), '一2(一)']]));
  expect(settled.map(({ clause }) => clause)).toEqual(['一', '一1', '一2', '一2(一)', '一2(二)', '二']);
  expect(settled.filter(({ candidates }) => candidates)).toEqual([]);
});

test.each([
  ['4.2.1', '4.2', true],
  ['4.21', '4.2', false],
  ['4.2.1a)', '4.2.1', true],
  ['A.1.1', '附录A', true],
  ['第一条第二款', '第一条', true],
  ['第十二条之一', '第十二条', false],
  ['第二章第一节', '第二章', true],
])('%s within %s: %s', (clause, outer, within) => {
  expect(isWithin(clause, outer)).toBe(within);
});

test.each(['', '条3', '(一', '一1)(', '4..2', '第条', 'x'])('%s is no clause', text => {
  expect(isClause(text)).toBe(false);
});

test.each([
  ['1', ['1']],
  ['3.10', ['3.10']],
  ['"4.2.1"', ['4.2.1']],
  ['[4.2, 4.20, A.1]', ['4.2', '4.20', 'A.1']],
])('a clause %s is read as it was typed', (written, clause) => {
  expect(ruleWith(`clause: ${written}\nrequire: { hall.clean: yes }`).rule.clause).toEqual(clause);
});
