import { describe, expect, it } from 'vitest';
import { readInspection } from '../../src/read/inspection/inspection.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { ROW_VOCABULARY } from '../score/rows.ts';
import { profileOf, ruleOf, succeed } from '../support/inline.ts';

const RULES = [
  ruleOf('when: { hall.lift: yes }\nrequire: { all: [{ hall.tidy: yes }, { hall.lift: yes }] }', ROW_VOCABULARY),
];

const said = (text: string, today?: string): string => {
  const root = succeed(readYaml('check.yaml', `阶段: 核查\n检查人: 李检查员\n级别: 县级\n${text}`));
  const result = readInspection({ path: 'check.yaml', sha256: '' }, root, {
    vocabulary: ROW_VOCABULARY,
    profile: profileOf('大厅面积: 210\n问题清单: [{ 问题名称: 一号 }]', ROW_VOCABULARY),
    rules: RULES,
    ...(today && { today }),
  });
  return (result.ok ? result.warnings : result.problems).map(one => problemLine(one, 'zh')).join('\n');
};

const line = (more: string): string => `核查情况:\n  - { ${more}, 理由: 实测 }`;

describe('a line of an inspection record', () => {
  it.each([
    ['填报项: 大厅面积, 核查结果: 184', ''],
    ['填报项: 问题清单, 条目: 一号, 栏目: 情节严重, 核查结果: 是', ''],
    // 规则不是填报项：说出它看哪几项，每项一次
    [
      '填报项: 样例, 核查结果: 是',
      'check.yaml:5:12: “样例”是一条规则，核查记录改的是填报项；这条规则看的是：有电梯、环境整洁',
    ],
    [
      '填报项: Sample, 核查结果: 是',
      'check.yaml:5:12: “Sample”是一条规则，核查记录改的是填报项；这条规则看的是：有电梯、环境整洁',
    ],
    [
      '填报项: sample-rule, 核查结果: 是',
      'check.yaml:5:12: “sample-rule”是一条规则，核查记录改的是填报项；这条规则看的是：有电梯、环境整洁',
    ],
    ['填报项: 大厅面基, 核查结果: 184', 'check.yaml:5:12: '],
    ['填报项: 大厅面基, 核查结果: 属实', 'check.yaml:5:12: 不认识“大厅面基”这一项，没有读取它的内容“属实”'],
    ['填报项: 大厅面积（㎡）, 核查结果: 184', ''],
    ['填报项: 满意率（%）, 核查结果: 98.5', ''],
    // 98.5% 还是 0.985%，不替人猜
    ['填报项: 满意率（%）, 核查结果: 0.985', 'check.yaml:5:26: '],
    ['填报项: 大厅面积', 'check.yaml:5:5: '],
    ['填报项: 问题清单, 条目: 二号, 栏目: 情节严重, 核查结果: 是', 'check.yaml:5:'],
    ['填报项: 问题清单, 条目: 一号, 栏目: 情节严, 核查结果: 是', 'check.yaml:5:'],
  ])('%s', (more, problem) => {
    const found = said(line(more));
    if (problem === '' || problem.includes('规则')) expect(found).toBe(problem);
    else expect(found.startsWith(problem)).toBe(true);
  });
});

describe('the day of an inspection record', () => {
  it.each([
    ['2024-11-20', '2024-11-20', ''],
    ['2024-11-20', undefined, ''],
    ['2024-11-21', '2024-11-20', 'check.yaml:4:5: 核查日期 2024-11-21 还没有到'],
    ['2024-02-30', '2024-11-20', 'check.yaml:4:5: 核查日期“2024-02-30”读不懂，请写成 2026-11-20'],
    ['去年冬天', undefined, 'check.yaml:4:5: 核查日期“去年冬天”读不懂，请写成 2026-11-20'],
  ])('%s on %s', (day, today, problem) => {
    expect(said(`日期: ${day}\n${line('填报项: 大厅面积, 核查结果: 184')}`, today)).toBe(problem);
  });
});
