import { describe, expect, it } from 'vitest';
import { meant, suggest } from '../../src/read/profile/names.ts';
import {
  countSaid,
  isMeasured,
  listsNone,
  mayName,
  namesNothing,
  splitTerms,
  termsInEntry,
  withoutNumbering,
} from '../../src/read/profile/term-list.ts';

const MARKS = '甲、乙、丙、丁、戊、己、庚、辛、壬';
/** A name of nine marks. */
const TEN = '子、丑、寅、卯、辰、巳、午、未、申、酉';
const KNOWN = new Set([
  '代收',
  '代办',
  '饮水机',
  '等候区',
  '咨询台',
  '传真机',
  '高拍仪（扫描仪）',
  '和谐',
  '服务承诺制',
  '首问负责',
]);
const NAMES = new Set([...KNOWN, ...[MARKS, TEN].map(name => name.replaceAll('、', '')), '工作纪律']);
const known = (text: string): boolean => NAMES.has(text);

describe('the terms of a text', () => {
  it.each([
    ['饮水机、等候区', '饮水机|等候区'],
    ['饮水机 等候区', '饮水机|等候区'],
    ['饮水机和等候区', '饮水机|等候区'],
    ['饮水机以及等候区', '饮水机|等候区'],
    ['饮水机和谐', '饮水机|和谐'],
    ['高拍仪（扫描仪）', '高拍仪（扫描仪）'],
    ['饮水机2台、等候区', '饮水机|等候区'],
    ['饮水机（两台）', '饮水机'],
    ['饮水机0台', '饮水机0台'],
    ['饮水机零台', '饮水机零台'],
    ['饮水机：有、等候区：无', '饮水机'],
    ['饮水机：待定', '饮水机：待定'],
    ['代收代办', '代收|代办'],
    ['代收代办无', '代收代办无'],
    ['代收代办代收代办代收代办代收代办代收代办', '代收|代办|代收|代办|代收|代办|代收|代办|代收|代办'],
    ['代收代办代收代办代收代办代收代办代收代办代收', '代收代办代收代办代收代办代收代办代收代办代收'],
    ['设有饮水机、等候区等', '饮水机|等候区'],
    ['饮水机、等候区等2项', '饮水机|等候区'],
    ['饮水机等没有', '饮水机等没有'],
    ['严格执行窗口工作人员的工作纪律', '工作纪律'],
    ['首问负责制、服务承诺制', '首问负责|服务承诺制'],
    ['饮水机，……', '饮水机'],
    ['饮水机、等', '饮水机'],
    ['等、等等', ''],
    [MARKS, MARKS],
    [`${MARKS}、癸`, `${MARKS}|癸`],
    [TEN, TEN.replaceAll('、', '|')],
    [MARKS.replaceAll('、', '和'), '甲和乙和丙和丁和戊和己和庚和辛和壬'],
    ['其他：甲、乙', '其他：甲|乙'],
    ['其他：饮水机和等候区', '其他：饮水机和等候区'],
    ['饮水机、其他：甲、等候区', '饮水机|其他：甲|等候区'],
    ['饮水机（含等候区、甲）咨询台', '饮水机|等候区|甲|咨询台'],
    ['饮水机（含甲、等候区）', '饮水机（含甲|等候区）'],
    ['["饮水机","等候区"]', '饮水机|等候区'],
    ['(1)饮水机(2)等候区', '饮水机|等候区'],
    ['(1)饮水机(3)等候区', '饮水机(3)等候区'],
    ['一、饮水机 二、等候区', '饮水机|等候区'],
    ['•饮水机 •等候区', '饮水机|等候区'],
  ])('%s', (text, terms) => {
    expect(splitTerms(text, known).join('|')).toBe(terms);
  });

  it.each([
    ['1.5 2.6', '1.5 2.6'],
    ['1.甲 2.乙', '甲\n乙'],
    ['甲①乙②丙', '甲\n乙\n丙'],
    ['99.甲', '甲'],
    ['100.甲', '100.甲'],
    ['A、甲 B、乙', '甲\n乙'],
  ])('without numbers: %s', (text, lines) => {
    expect(withoutNumbering(text)).toBe(lines);
  });

  it.each([
    ['饮水机', '饮水机'],
    ['饮水机、等候区', '饮水机|等候区'],
    ['饮水机、某物', '饮水机、某物'],
    ['其他：饮水机、等候区', '其他：饮水机、等候区'],
  ])('as one entry of a list: %s', (text, terms) => {
    expect(termsInEntry(text, known).join('|')).toBe(terms);
  });
});

it('looks at a part of any length once, from its end', () => {
  let looked = 0;
  const part = `${'窗口'.repeat(50_000)}有`;
  splitTerms(part, text => {
    looked += text.length;
    return false;
  });
  expect(looked).toBeLessThan(100 * part.length);
});

it.each([' ', '（', '1', '、', '①'])('comes to an end over a gap of %j', gap => {
  const known = (text: string): boolean => text === '办事指南';
  const parts = splitTerms(`办事指南、叫号机${gap.repeat(30_000)}末`, known);
  expect([parts[0], parts.join('').slice(-1)]).toEqual(['办事指南', '末']);
});

describe('a text that lists nothing', () => {
  it.each([
    ['无', true],
    ['没有', true],
    ['以上都没有', true],
    ['none', true],
    ['尚未设置', true],
    ['无障碍通道', false],
    ['饮水机', false],
  ])('%s says that there is none: %j', (text, none) => {
    expect(listsNone(text)).toBe(none);
  });

  it.each([
    ['3项', true],
    ['共3', true],
    ['共计12处', true],
    ['3项制度', false],
    ['〃', true],
    ['同上', true],
    ['其余正在完善', true],
    ['待定', true],
    ['待补充完', true],
    ['待补充完整吧', false],
    ['??', true],
    ['是', true],
    ['饮水机', false],
  ])('%s names nothing: %j', (text, nothing) => {
    expect(namesNothing(text)).toBe(nothing);
  });

  it.each([
    ['全部', false],
    ['见附件', false],
    ['8个制度', false],
    ['建设中', false],
    ['制度健全', false],
    ['计划生育', true],
    ['计划设置', false],
    ['由县局统一制作', false],
    ['由县局制作', true],
    ['都有', false],
    ['农资代购', true],
  ])('%s may name something: %j', (text, may) => {
    expect(mayName(text)).toBe(may);
  });

  it.each([
    ['甲、乙等3项', 3],
    ['甲、乙等十二种', 12],
    ['甲、乙等', 0],
    ['3项', 0],
    ['等三人', 0],
  ])('%s says that they are %d', (text, count) => {
    expect(countSaid(text)).toBe(count);
  });

  it.each([
    ['高80cm', true],
    ['80厘米宽', false],
    ['80 米', true],
    ['3m²', true],
    ['3mb', false],
    ['甲米', false],
  ])('%s is measured: %j', (text, measured) => {
    expect(isMeasured(text)).toBe(measured);
  });
});

describe('names that may be meant', () => {
  it.each<[found: string, names: readonly string[], near: readonly string[]]>([
    ['大厅面基', ['大厅面积', '窗口数'], ['大厅面积']],
    ['甲', ['乙'], []],
    ['甲乙', ['甲丙'], ['甲丙']],
    ['甲乙', ['丙丁'], []],
    ['甲乙丙丁', ['甲乙丙戊', '甲乙戊己'], ['甲乙丙戊']],
    ['甲乙丙丁戊', ['甲乙丙己庚', '甲乙己庚辛'], ['甲乙丙己庚']],
    ['面积', ['大厅面积', '办事大厅使用面积'], ['大厅面积']],
    ['积', ['面积', '大厅面积'], []],
    ['甲乙丙', ['甲乙', '甲乙丁', '甲丙', '乙丙'], ['乙丙', '甲乙', '甲丙']],
    ['甲乙丙', ['甲乙丁', '甲乙戊'], ['甲乙丁', '甲乙戊']],
    ['甲乙丙', ['甲乙戊', '甲乙丁'], ['甲乙丁', '甲乙戊']],
  ])('of %s among %j: %j', (found, names, near) => {
    expect(suggest(found, names)).toEqual(near);
  });

  const letters = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `名称${at}`);

  it.each<[found: string, names: readonly string[], accepted: number]>([
    ['丙丁戊己', letters(13), 13],
    ['丙丁戊己', letters(14), 0],
    ['丙丁戊己', [...letters(13), ...letters(13)], 13],
    ['名称', letters(3), 0],
  ])('of %s, all that there are are few enough', (found, names, accepted) => {
    expect(meant(found, names).accepted).toHaveLength(accepted);
  });
});
