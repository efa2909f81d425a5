import { describe, expect, it } from 'vitest';
import { headingsOf } from '../../src/read/layouts/headings.ts';
import { areChoices, plainRole, roleOf } from '../../src/read/layouts/roles.ts';
import { commonDictionary } from '../support/workbooks.ts';

const headings = headingsOf(await commonDictionary());

/** What a heading asks for, shortly: the fact, the unit that it tells, the term of an option. */
const asked = (text: string, group?: string): string => {
  const heading = headings.fact(text, group);
  if (heading === undefined) return '';
  const { definition } = heading;
  const more = heading.kind === 'option' ? heading.term : heading.unit;
  return [definition.id, more ?? ''].join(' ').trim();
};

const AREA = 'hall.usable_area';

/** How people write one heading. */
const WRITTEN: readonly (readonly [text: string, asks: string])[] = [
  ['办事大厅使用面积', AREA],
  [' 办事大厅 使用面积 ', AREA],
  ['办事大厅\n使用面积', AREA],
  ['「办事大厅」使用面积', AREA],
  ['1.办事大厅使用面积', AREA],
  ['（1）办事大厅使用面积', AREA],
  ['一、办事大厅使用面积', AREA],
  ['（十二）办事大厅使用面积', AREA],
  ['①办事大厅使用面积', AREA],
  ['★办事大厅使用面积', AREA],
  ['一、1.★办事大厅使用面积', AREA],
  ['Q3 办事大厅使用面积', AREA],
  ['Q3.办事大厅使用面积', AREA],
  ['第3题：办事大厅使用面积', AREA],
  ['问题12、办事大厅使用面积', AREA],
  ['办事大厅使用面积：', AREA],
  ['办事大厅使用面积*', AREA],
  ['办事大厅使用面积？', AREA],
  ['办事大厅使用面积（必填）', AREA],
  ['办事大厅使用面积（选填）：', AREA],
  ['办事大厅使用面积（㎡）', `${AREA} ㎡`],
  ['办事大厅使用面积【平方米】', `${AREA} 平方米`],
  ['办事大厅使用面积(单位：㎡)', `${AREA} ㎡`],
  ['办事大厅使用面积㎡', `${AREA} ㎡`],
  ['办事大厅使用面积/㎡', `${AREA} ㎡`],
  ['办事大厅使用面积，单位：平方米', `${AREA} 平方米`],
  ['办事大厅使用面积（平方米）（必填）', `${AREA} 平方米`],
  ['办事大厅使用面积（以图纸为准）', AREA],
  ['办事大厅使用面积（㎡）（以图纸为准）', `${AREA} ㎡`],
  ['办事大厅使用面积（以图纸为准）（㎡）', `${AREA} ㎡`],
  ['办事大厅使用面积（甲）（乙）（丙）', AREA],
  ['办事大厅使用面积（甲）（乙）（丙）（丁）', ''],
  ['办事大厅使用面积是多少平方米？', `${AREA} 平方米`],
  ['办事大厅使用面积有多少？', AREA],
  ['请填写办事大厅使用面积', AREA],
  ['您单位的办事大厅使用面积', AREA],
  ['本中心办事大厅使用面积（㎡）', `${AREA} ㎡`],
  ['办事大厅使用面积≥200㎡', AREA],
  ['办事大厅使用面积不少于200平方米', AREA],
  ['办事大厅使用面积至少200㎡', AREA],
  ['办事大厅使用面积（规划）', ''],
  ['办事大厅使用面积（原）', ''],
  ['办事大厅使用面积（2020年）', AREA],
  ['办事大厅使用面积（上年度）', ''],
  ['办事大厅使用面积（应设）', ''],
  ['办事大厅使用面积（县级要求）', ''],
  ['办事大厅使用面积（改造前）', ''],
  ['办事大厅使用面积（平方尺）', 'hall.usable_area 平方尺'],
  ['办事大厅使用面积（计划）（㎡）', ''],
  ['是否敞开式办公', 'hall.open_plan'],
  ['有无党员服务岗', 'hall.party_member_post'],
  ['12', ''],
  ['（㎡）', ''],
  ['', ''],
  [`办事大厅使用面积（${'说'.repeat(70)}）`, AREA],
  [`办事大厅使用面积（${'说'.repeat(71)}）`, ''],
];

/** A term in a column of its own, as survey tools part a question. */
const EXPLODED: readonly (readonly [text: string, asks: string])[] = [
  ['功能区域（等候区）', 'hall.zones 等候区'],
  ['功能区域:等候区', 'hall.zones 等候区'],
  ['功能区域：等候区', 'hall.zones 等候区'],
  ['功能区域_等候区', 'hall.zones 等候区'],
  ['功能区域-等候区', 'hall.zones 等候区'],
  ['3.功能区域（等候区）', 'hall.zones 等候区'],
  ['功能区域（可多选）', 'hall.zones'],
  ['功能区域（）', 'hall.zones'],
  ['敞开式办公（等候区）', 'hall.open_plan'],
  ['天马行空（等候区）', ''],
];

/** A heading below another that spans it. */
const GROUPED: readonly (readonly [group: string, text: string, asks: string])[] = [
  ['办事大厅', '使用面积', AREA],
  ['办事大厅', '使用面积（㎡）', `${AREA} ㎡`],
  ['办事大厅', '敞开式办公', 'hall.open_plan'],
  ['一、办事大厅', '使用面积', AREA],
  ['办事大厅：', '使用面积', AREA],
  ['功能区域', '等候区', 'hall.zones 等候区'],
  ['功能区域', '天马行空', ''],
  ['工作台', '高度', 'counters.height'],
  ['工作台1', '高度', 'counters.height'],
  ['1号工作台', '高度', ''],
  ['工作台', '天马行空', ''],
  ['天马行空', '使用面积', ''],
  ['天马行空', '窗口数', 'window_setup.front_windows'],
  ['办事大厅使用面积', '平方米', `${AREA} 平方米`],
  ['办事大厅', '12', ''],
  ['办事大厅', '（㎡）', ''],
];

describe('a heading', () => {
  it.each(WRITTEN)('%j asks %j', (text, asks) => expect(asked(text)).toBe(asks));
  it.each(EXPLODED)('%j asks %j', (text, asks) => expect(asked(text)).toBe(asks));
  it.each(GROUPED)('%s over %s asks %j', (group, text, asks) => expect(asked(text, group)).toBe(asks));
});

/** What a column holds, by its head; and by its head alone, without others beside it. */
const ROLES: readonly (readonly [text: string, role: string, plain?: string])[] = [
  ['填写内容', 'answer', 'answer'],
  ['填写内容（必填）', 'answer', 'answer'],
  ['★实际情况', 'answer', 'answer'],
  ['自查情况', 'answer', 'answer'],
  ['落实情况', 'answer'],
  ['是否达标', 'answer'],
  ['现场核实', 'answer'],
  ['项目', 'label', 'label'],
  ['指标', 'label', 'label'],
  ['检查内容', 'label'],
  ['三级指标', 'label'],
  ['序号', 'number', 'number'],
  ['No.', 'number', 'number'],
  ['分值', 'points', 'points'],
  ['自评得分', 'points'],
  ['标准', 'standard', 'standard'],
  ['建设标准', 'standard'],
  ['应达到的标准', 'standard'],
  ['应有数', 'standard'],
  ['依据', 'clause', 'clause'],
  ['文件出处', 'clause'],
  ['示例', 'example', 'example'],
  ['填报示例', 'example', 'example'],
  ['检查方法', 'verify', 'verify'],
  ['评分办法', 'verify'],
  ['备注', 'remark', 'remark'],
  ['存在问题', 'remark'],
  ['责任部门', 'remark'],
  ['整改后情况', 'remark'],
  ['单位', 'unit', 'unit'],
  ['落实情况（自评）', 'answer'],
  ['天马行空', ''],
  ['村民小组长办公点面积上报情况说明书', ''],
  ['', ''],
];

describe('the head of a column', () => {
  it.each(ROLES.map(([text, role, plain = '']) => [text, role, plain] as const))('%s is of %j', (text, role, plain) => {
    expect([roleOf(text) ?? '', plainRole(text) ?? '']).toEqual([role, plain]);
  });
});

describe('heads side by side', () => {
  it.each([
    [['是', '否'], true],
    [['有', '无'], true],
    [['是', '否', '不适用'], true],
    [['符合', '基本符合', '不符合'], true],
    [['达标', '未达标'], true],
    [['√', '×'], true],
    [['Yes', 'No'], true],
    [['是', '无'], false],
    [['是', '否', '备注'], false],
    [['是'], false],
    [['不适用', '否'], true],
    [['项目', '内容'], false],
    [[], false],
  ] as const)('%j are each an answer to one question: %j', (heads, expected) => {
    expect(areChoices(heads)).toBe(expected);
  });
});
