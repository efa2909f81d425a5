import { describe, expect, it } from 'vitest';
import { readInspection } from '../../src/read/inspection/inspection.ts';
import { strayRecords } from '../../src/read/inspection/records.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { ROW_VOCABULARY } from '../score/rows.ts';
import { profileOf, succeed } from '../support/inline.ts';
import { scorecardHead, scorecardOf } from '../support/scorecard.ts';

const SCORECARD = scorecardOf(
  `${scorecardHead(30)}sections:
  - id: s
    title: 分项
    points: 30
    items:
      - { id: away, clause: 一, title: 在岗, points: 10, deduct: { each: { tally: 脱岗, counter: 人次, plausible: 10 }, points: 1 } }
      - { id: days, clause: 一, title: 出勤, points: 5, deduct: { each: { tally: 旷工日数, counter: 天, step: 0.5 }, per: 0.5, steps: full, points: 1 } }
      - { id: judged, clause: 二, title: 评定, points: 5, award: { entered: { range: [2, 5], step: 0.5 } } }
      - { id: chosen, clause: 三, title: 选项, points: 5, award: { entered: { options: [{ id: good, label: { zh: 好, en: Good }, points: 5 }, { id: poor, label: { zh: 差, en: Poor }, points: 0 }] } } }
      - { id: owned, clause: 四, title: 投诉, by: 行政审批局, points: 5, deduct: { each: { tally: 投诉, counter: 件 }, points: 1 } }
`,
  ROW_VOCABULARY,
);

const PROFILE = profileOf(
  '大厅面积: 210\n问题清单: [{ 问题名称: 一号, 情节严重: 否 }, { 问题名称: 二号, 情节严重: 否 }]',
  ROW_VOCABULARY,
);

const CONTEXT = {
  vocabulary: ROW_VOCABULARY,
  profile: PROFILE,
  scheme: { id: 'sample', scorecard: SCORECARD },
  today: '2024-12-01',
};

const HEAD = '阶段: 核查\n检查人: 李检查员\n级别: 县级\n';

/** What is read of a record: its changes and entries in short, or the reasons why not. */
const read = (text: string): string => {
  const root = succeed(readYaml('check.yaml', text));
  const record = readInspection({ path: 'check.yaml', sha256: '' }, root, CONTEXT);
  if (!record.ok)
    return record.problems.map(found => (found.code === 'bad-inspection' ? found.defect : found.code)).join(' ');
  const { changes, entries } = record.value;
  return [
    ...changes.map(({ fact, record: item, found }) => [fact, item?.number, found.state].filter(Boolean).join(' ')),
    ...entries.map(({ entry, value, option, bureau }) => [entry, value, option, bureau].filter(Boolean).join(' ')),
  ].join('; ');
};

const line = (more: string): string => `${HEAD}核查情况:\n  - { 理由: 现场, ${more} }\n`;

const ENTERED: readonly (readonly [entry: string, value: string, read: string])[] = [
  ['脱岗', '0', 'away 0'],
  ['脱岗', '10', 'away 10'],
  ['脱岗', '11', 'out-of-range'],
  ['脱岗', '-1', 'out-of-range'],
  ['脱岗', '1.5', 'not-a-step'],
  ['脱岗', '3人次', 'away 3'],
  ['脱岗', '3 次', 'away 3'],
  ['脱岗', '３次', 'away 3'],
  ['脱岗', '3.0', 'away 3'],
  ['脱岗', '3台', 'not-a-tally'],
  ['脱岗', '三次', 'not-a-tally'],
  ['脱岗', '好几次', 'not-a-tally'],
  ['away', '3', 'away 3'],
  ['脱岗数', '3', 'not-in-scorecard'],
  ['天马行空', '3', 'not-in-scorecard'],
  ['旷工日数', '0.5', 'days 0.5'],
  ['旷工日数', '1.5天', 'days 1.5'],
  ['旷工日数', '0.25', 'not-a-step'],
  ['旷工日数', '-0.5', 'below-least'],
  ['旷工日数', '1000', 'days 1000'],
  ['judged', '2', 'judged 2'],
  ['judged', '5分', 'judged 5'],
  ['judged', '1.5', 'out-of-range'],
  ['judged', '5.5', 'out-of-range'],
  ['judged', '2.25', 'not-a-step'],
  ['chosen', 'good', 'chosen 5 good'],
  ['chosen', '好', 'chosen 5 good'],
  ['chosen', 'Poor', 'chosen 0 poor'],
  ['chosen', '一般', 'no-such-option'],
  ['chosen', '5', 'no-such-option'],
];

describe('what an inspector fills in', () => {
  it.each(ENTERED)('%s: %s', (entry, value, expected) => {
    expect(read(line(`评分栏: ${entry}, 填写: "${value}"`))).toBe(expected);
  });

  it.each([
    ['行政审批局', 'owned 2 行政审批局'],
    ['公安局', 'wrong-bureau'],
    ['', 'owned 2'],
  ])('for the bureau %j', (bureau, expected) => {
    expect(read(line(`评分栏: 投诉, 填写: 2, 部门: "${bureau}"`))).toBe(expected);
    expect(read(`${HEAD}部门: "${bureau}"\n核查情况:\n  - { 理由: 现场, 评分栏: 投诉, 填写: 2 }\n`)).toBe(expected);
    expect(read(line(`评分栏: 脱岗, 填写: 2, 部门: "${bureau}"`))).toBe(['away 2', bureau].filter(Boolean).join(' '));
  });
});

const RECORDS: readonly (readonly [name: string, text: string, read: string])[] = [
  ['a fact', line('填报项: 大厅面积, 核查结果: 184'), 'hall.area declared'],
  ['a fact that nobody can tell', line('填报项: 大厅面积, 核查结果: 不详'), 'hall.area undeclared'],
  ['a fact that cannot be read', line('填报项: 大厅面积, 核查结果: 很大'), 'unreadable-value'],
  ['a fact nobody knows', line('填报项: 大厅面记, 核查结果: 184'), 'unknown-name'],
  ['a fact without what was found', line('填报项: 大厅面积'), 'shape'],
  [
    'a record by its name',
    line('填报项: 问题清单, 条目: 二号, 栏目: 情节严重, 核查结果: 是'),
    'problems.serious 2 declared',
  ],
  [
    'a record by its number',
    line('填报项: 问题清单, 条目: 2, 栏目: 情节严重, 核查结果: 是'),
    'problems.serious 2 declared',
  ],
  ['the first record', line('填报项: 问题清单, 条目: 1, 栏目: 情节严重, 核查结果: 是'), 'problems.serious 1 declared'],
  ['a record that there is not', line('填报项: 问题清单, 条目: 3, 栏目: 情节严重, 核查结果: 是'), 'no-such-record'],
  ['the record before the first', line('填报项: 问题清单, 条目: 0, 栏目: 情节严重, 核查结果: 是'), 'no-such-record'],
  ['a field nobody knows', line('填报项: 问题清单, 条目: 1, 栏目: 天马行空, 核查结果: 是'), 'unknown-name'],
  ['a list as a whole', line('填报项: 问题清单, 核查结果: [三号]'), 'problems declared'],
  ['nothing in a line', `${HEAD}核查情况:\n  - { 填报项: 大厅面积, 核查结果: "", 理由: "" }\n`, 'nothing-changed'],
  ['a reason alone', `${HEAD}核查情况:\n  - { 填报项: 大厅面积, 理由: 现场 }\n`, 'shape'],
  ['no reason', `${HEAD}核查情况:\n  - { 填报项: 大厅面积, 核查结果: 184 }\n`, 'no-reason'],
  ['nobody', '阶段: 核查\n级别: 县级\n核查情况:\n  - { 填报项: 大厅面积, 核查结果: 184, 理由: 现场 }\n', 'no-person'],
  ['no level', '阶段: 核查\n检查人: 李\n核查情况:\n  - { 填报项: 大厅面积, 核查结果: 184, 理由: 现场 }\n', 'no-level'],
  ['neither', '阶段: 核查\n核查情况:\n  - { 填报项: 大厅面积, 核查结果: 184 }\n', 'no-reason no-person no-level'],
  [
    'a person and a level of its own',
    '阶段: 核查\n核查情况:\n  - { 填报项: 大厅面积, 核查结果: 184, 理由: 现场, 检查人: 李, 级别: 县级 }\n',
    'hall.area declared',
  ],
  ['a line in words', `${HEAD}核查情况: [大厅太小]\n`, 'shape'],
  ['a line that names nothing', line('填写: 3'), 'no-name'],
  [
    'one line that is no list',
    `${HEAD}核查情况: { 填报项: 大厅面积, 核查结果: 184, 理由: 现场 }\n`,
    'hall.area declared',
  ],
  [
    'lines of two lists',
    `${line('填报项: 大厅面积, 核查结果: 184')}评分情况:\n  - { 评分栏: 脱岗, 填写: 1, 理由: 现场 }\n`,
    'hall.area declared; away 1',
  ],
  [
    'one thing twice',
    `${line('填报项: 大厅面积, 核查结果: 184')}  - { 填报项: hall.area, 核查结果: 190, 理由: 现场 }\n`,
    'twice',
  ],
  ['one entry twice', `${line('评分栏: 脱岗, 填写: 1')}  - { 评分栏: away, 填写: 2, 理由: 现场 }\n`, 'twice'],
  [
    'two records of one list',
    `${line('填报项: 问题清单, 条目: 1, 栏目: 情节严重, 核查结果: 是')}  - { 填报项: 问题清单, 条目: 2, 栏目: 情节严重, 核查结果: 是, 理由: 现场 }\n`,
    'problems.serious 1 declared; problems.serious 2 declared',
  ],
  ['a key nobody knows', line('填报项: 大厅面积, 核查结果: 184, 天马: 行空'), 'unknown-key'],
  ['what is for the eye', line('填报项: 大厅面积, 核查结果: 184, 申报值: 210, 相符: 否'), 'hall.area declared'],
  ['a stage nobody knows', line('填报项: 大厅面积, 核查结果: 184').replace('核查\n', '巡查\n'), 'shape'],
  ['no stage', line('填报项: 大厅面积, 核查结果: 184').replace('阶段: 核查\n', ''), 'shape'],
  ['the day of today', `日期: 2024-12-01\n${line('填报项: 大厅面积, 核查结果: 184')}`, 'hall.area declared'],
  ['the day of tomorrow', `日期: 2024-12-02\n${line('填报项: 大厅面积, 核查结果: 184')}`, 'day-to-come'],
  ['no day', `日期: 2024-02-30\n${line('填报项: 大厅面积, 核查结果: 184')}`, 'no-such-day'],
  ['another scorecard', `评分表: other\n${line('填报项: 大厅面积, 核查结果: 184')}`, 'other-scheme'],
  ['this scorecard', `评分表: sample\n${line('填报项: 大厅面积, 核查结果: 184')}`, 'hall.area declared'],
  ['a profile', '大厅面积: 184\n', 'not-a-record'],
  ['a list', '[一]', 'not-a-mapping'],
];

describe('a record of an inspection with', () => {
  it.each(RECORDS)('%s', (_, text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('a record of none of the centres', () => {
  const names = ['白云镇便民服务中心', '红枫镇便民服务中心', '石桥镇'];
  const about = (center: string): string => {
    const root = succeed(readYaml('check.yaml', `中心: ${center}\n`));
    if (root.kind !== 'map') return '';
    const found = strayRecords([{ path: 'check.yaml', sha256: '', root, center }], names);
    return found.map(one => ('values' in one ? Object.values(one.values).join(' ') : '')).join('; ');
  };

  it.each([
    ['白云镇便民服务中心', ''],
    [' 白云镇 便民服务中心', ''],
    ['白云便民服务中心', '白云便民服务中心 白云镇便民服务中心'],
    ['红枫镇便民服务中心（新址）', '红枫镇便民服务中心（新址） 红枫镇便民服务中心'],
    ['石桥镇政务服务中心', '石桥镇政务服务中心 石桥镇'],
    ['青石坳镇便民服务中心', '青石坳镇便民服务中心'],
    ['便民服务中心', '便民服务中心'],
  ])('is told with the one that is meant: %s', (center, said) => {
    expect(about(center)).toBe(said);
  });
});
