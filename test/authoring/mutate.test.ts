import { expect, test } from 'vitest';
import { mutantsOf } from '../../src/authoring/prove/mutate.ts';
import { idleParts, mutateRule } from '../../src/authoring/prove/survivors.ts';
import { casesOf, ruleWith } from './support.ts';

test.each<readonly [string, readonly string[]]>([
  ['require: { hall.area: { at_least: 200 m² } }', ['operator', 'operator', 'limit', 'limit']],
  ['require: { hall.clean: yes }', ['answer-turned', 'test-dropped']],
  [
    'require: { hall.zones: { include_all: [等候区, 服务区] } }',
    ['operator', 'operator', 'term-dropped', 'term-dropped'],
  ],
  [
    'require: { hall.zones: { include: { at_least: 1, of: [等候区, 服务区] } } }',
    ['term-dropped', 'term-dropped', 'terms-number'],
  ],
  [
    'require: { hall.zones: { include: { at_least: 2, of: [等候区, 服务区] } } }',
    ['term-dropped', 'term-dropped', 'terms-number'],
  ],
  ['require: { hall.kind: { one_of: [等候区, 服务区] } }', ['value-dropped', 'value-dropped', 'test-dropped']],
  [
    "require: { hall.name: { matches: '*(乡|镇)大厅' } }",
    ['alternative-dropped', 'alternative-dropped', 'test-dropped'],
  ],
  [
    'require: { hall.seats: { at_least: { fact: hall.windows, times: 2 } } }',
    ['operator', 'operator', 'times', 'times'],
  ],
  [
    'when: { hall.heated: yes }\nrequire: { hall.name: { stated: yes } }',
    ['condition-dropped', 'answer-turned', 'test-dropped', 'answer-turned'],
  ],
  [
    'due: 2021-11-15\naccepts_not_applicable: true\nrequire: { hall.name: { stated: yes } }',
    ['answer-turned', 'exemption', 'due', 'due'],
  ],
  [
    'require: { every: counters, where: { use: 服务区 }, have: { height: { at_least: 80 cm } }, when_empty: met, alike: height }',
    [
      'quantifier',
      'when-empty',
      'when-empty',
      'alike-dropped',
      'filter-dropped',
      'test-dropped',
      'operator',
      'operator',
      'limit',
      'limit',
    ],
  ],
  [
    'require: { any: [{ hall.name: { stated: yes } }, { hall.zones: { stated: yes } }] }',
    ['answer-turned', 'answer-turned', 'part-dropped', 'part-dropped', 'all-any'],
  ],
])('%s', (body, kinds) => {
  expect(mutantsOf(ruleWith(body).rule).map(({ mutation }) => mutation.kind)).toEqual(kinds);
});

const survivorsOf = (body: string, cases: string): readonly string[] => {
  const { pack, rule } = ruleWith(body);
  return mutateRule(pack, rule, casesOf(cases)).survivors.map(({ mutant }) => mutant.mutation.kind);
};

const AREA = 'require: { hall.area: { at_least: 200 m² } }';

test.each<readonly [string, string, string, readonly string[]]>([
  [
    'no case near the limit',
    AREA,
    'r1:\n  pass: [{ hall.area: 500 }]\n  fail: [{ hall.area: 20 }]\n',
    ['operator', 'limit', 'limit'],
  ],
  ['no case on the limit', AREA, 'r1:\n  pass: [{ hall.area: 200.5 }]\n  fail: [{ hall.area: 199.9 }]\n', ['operator']],
  ['cases on both sides', AREA, 'r1:\n  pass: [{ hall.area: 200 }]\n  fail: [{ hall.area: 199.9 }]\n', []],
  [
    'no case for one item',
    'require: { hall.zones: { include_all: [等候区, 服务区] } }',
    'r1:\n  pass: [{ hall.zones: [等候区, 服务区] }]\n  fail: [{ hall.zones: [等候区] }]\n',
    ['term-dropped'],
  ],
])('with %s, survivors are %#', (_, body, cases, kinds) => {
  expect(survivorsOf(body, cases)).toEqual(kinds);
});

test('a survivor comes with a profile that would give it away', () => {
  const { pack, rule } = ruleWith(AREA);
  const { survivors } = mutateRule(
    pack,
    rule,
    casesOf('r1:\n  pass: [{ hall.area: 200.5 }]\n  fail: [{ hall.area: 199.9 }]\n'),
  );
  const [only] = survivors;
  const fact = only?.facts.get('hall.area');
  expect(only?.expected).toBe('pass');
  expect(fact?.state === 'declared' && fact.value).toEqual({ type: 'quantity', amount: '200', unit: 'm²' });
});

test('a mutant that means the same is not held against the cases', () => {
  const body =
    'when: { counters.use: { include_any: [服务区] } }\nrequire: { every: counters, where: { use: 服务区 }, have: { height: { at_least: 80 cm } }, when_empty: unmet }';
  expect(survivorsOf(body, 'r1:\n  pass: [{}]\n')).not.toContain('when-empty');
});

test.each([
  ['require: { all: [{ hall.area: { at_least: 200 } }, { hall.area: { at_least: 100 } }] }', ['part-dropped']],
  ['require: { all: [{ hall.area: { at_least: 200 } }, { hall.clean: yes }] }', []],
])('idle parts of %s', (body, kinds) => {
  const { pack, rule } = ruleWith(body);
  expect(idleParts(pack, rule).map(({ kind }) => kind)).toEqual(kinds);
});
