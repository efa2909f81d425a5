import { expect, it } from 'vitest';
import { type Problem, problem } from '../../src/model/base/problem.ts';
import { problemText } from '../../src/words/problems/problems.ts';

const at = { file: 'pack.yaml', line: 2, column: 1 };

const MEANT = { suggestions: [], accepted: [] };

const unsigned = (...rules: readonly string[]) => problem('rules-unsigned', at, { rules, of: 9 });

it.each<[string, Problem, string]>([
  ['five rules', unsigned('a', 'b', 'c', 'd', 'e'), '规则包 9 条规则里有 5 条没有签字，或签字后有改动：a、b、c、d、e'],
  [
    'more rules than are named',
    unsigned('a', 'b', 'c', 'd', 'e', 'f'),
    '规则包 9 条规则里有 6 条没有签字，或签字后有改动：a、b、c、d、e 等',
  ],
  [
    'a county and a level',
    problem('center-undeclared', at, { missing: ['center.county', 'center.level'] }),
    '没有填报“县区”和“级别”，无法确定适用的标准；请补填，或在审核时用 --pack 和 --level 指定',
  ],
  ['an id of the common vocabulary', problem('duplicate-id', at, { id: 'x' }), '编号“x”工具自带的词汇里已有；请换一个'],
  [
    'an id of the same file',
    problem('duplicate-id', at, { id: 'x', first: { ...at, line: 7 } }),
    '编号“x”重复，前面已在 7:1；请换一个',
  ],
  [
    'an id of another file',
    problem('duplicate-id', at, { id: 'x', first: { ...at, file: 'b.yaml' } }),
    '编号“x”重复，前面已在 b.yaml:2:1；请换一个',
  ],
  [
    'half a sentence for a key',
    problem('unknown-key', at, { key: '和窗口', ...MEANT }),
    '不认识的关键字“和窗口”；若是花括号里一句话的后半句，请给带逗号、冒号的整句加引号',
  ],
  [
    'a column of a workbook',
    problem('unknown-key', { file: 'a.xlsx', sheet: '核查记录', cell: 'J5' }, { key: '照片', ...MEANT }),
    '不认识的关键字“照片”',
  ],
  ['a key of letters', problem('unknown-key', at, { key: 'x', ...MEANT }), '不认识的关键字“x”'],
  [
    'a list that may be empty',
    problem('when-empty-missing', at, { records: 'r' }),
    '对“r”逐个检查时，须写明清单为空时怎样（when_empty: met | unmet | unknown）',
  ],
  [
    'a word for an empty list',
    problem('when-empty-missing', at, { records: 'r', found: 'yes' }),
    '对“r”逐个检查时，须写明清单为空时怎样（when_empty: met | unmet | unknown），写的是“yes”',
  ],
  [
    'a reading that names nothing',
    problem('reading-names', at, { reading: 'r' }),
    '读法“r”没有要由县里定的数：请去掉 named',
  ],
  [
    'a reading that wants a figure',
    problem('reading-names', at, { reading: 'r', wanted: { zh: '天数', en: 'days' } }),
    '读法“r”要由县里定一个数（天数）：请写 named，如 named: 3个工作日',
  ],
  ['an empty pattern', problem('bad-pattern', at, { pattern: '', detail: 'empty' }), '样式是空的'],
  [
    'a pattern with brackets',
    problem('bad-pattern', at, { pattern: '(a', detail: 'brackets' }),
    '样式“(a”的括号不成对',
  ],
])('%s is told', (_, found, said) => {
  const text = problemText(found, 'zh');
  expect(said.startsWith('样式') ? text.slice(0, said.length) : text).toBe(said);
});

it.each([
  [1, 'a.yaml:2:1 counts working days'],
  [2, 'a.yaml:2:1, a.yaml:2:1 count working days'],
])('%i places without a calendar are told', (count, said) => {
  const places = Array.from({ length: count }, () => ({ ...at, file: 'a.yaml' }));
  expect(problemText(problem('no-calendar', at, { places }), 'en')).toContain(`no calendar: ${said}`);
});

it.each([
  [unsigned('a', 'b', 'c', 'd', 'e'), /: a, b, c, d, e$/u],
  [unsigned('a', 'b', 'c', 'd', 'e', 'f'), /: a, b, c, d, e …$/u],
])('%# rules without a signature are told in English', (found, said) => {
  expect(problemText(found, 'en')).toMatch(said);
});
