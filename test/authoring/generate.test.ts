import { expect, test } from 'vitest';
import { boundRule, tryRule } from '../../src/authoring/facts.ts';
import { generateCases, neededOutcomes, runGenerated } from '../../src/authoring/prove/generate.ts';
import { mutantsOf } from '../../src/authoring/prove/mutate.ts';
import { CHECKS, ruleWith } from './support.ts';

test.each(CHECKS)('the evaluator and the meaning agree on %s', body => {
  const { pack, rule } = ruleWith(body);
  const cases = generateCases(pack, rule);
  const wrong = runGenerated(cases).map(({ case: { change, expected }, finding }) => ({
    change,
    expected,
    got: finding.outcome,
  }));
  expect(wrong).toEqual([]);
  expect(neededOutcomes(rule, cases)).toEqual(expect.arrayContaining(['pass', 'fail']));
});

test.each([
  [
    'just below, at and just above a limit',
    'require: { hall.area: { at_least: 200 m² } }',
    ['199.99', '200', '200.01'],
  ],
  [
    'both ends of a range',
    'require: { hall.rate: { between: [90%, 95%] } }',
    ['89.99', '90', '90.01', '94.99', '95', '95.01'],
  ],
])('generated cases reach %s', (_, body, amounts) => {
  const { pack, rule } = ruleWith(body);
  const tried = generateCases(pack, rule).flatMap(({ change }) =>
    change.kind === 'value' && 'amount' in change.value ? [change.value.amount] : [],
  );
  expect(tried).toEqual(expect.arrayContaining(amounts));
});

test('each listed item is missing in turn, and each fact undeclared', () => {
  const { pack, rule } = ruleWith(
    'require: { all: [{ hall.zones: { include_all: [等候区, 服务区] } }, { hall.clean: yes }] }',
  );
  const changes = generateCases(pack, rule).map(({ change, expected }) => [change, expected] as const);
  const without = (code: string) => ({ kind: 'without', fact: 'hall.zones', list: 'zones', code });
  expect(changes).toContainEqual([without('waiting'), 'fail']);
  expect(changes).toContainEqual([without('service'), 'fail']);
  expect(changes).toContainEqual([{ kind: 'undeclared', fact: 'hall.clean' }, 'unknown']);
});

test('a rule with a condition is tried where it does not apply', () => {
  const { pack, rule } = ruleWith('when: { hall.heated: yes }\nrequire: { hall.clean: yes }');
  expect(neededOutcomes(rule, generateCases(pack, rule))).toEqual(['pass', 'fail', 'unknown', 'not-applicable']);
});

test('a deadline is tried on its day and the day after', () => {
  const { pack, rule } = ruleWith('due: 2021-11-15\nrequire: { hall.clean: yes }');
  const days = generateCases(pack, rule).map(({ asOf, expected }) => `${asOf} ${expected}`);
  expect(days).toContain('2021-11-15 not-applicable');
  expect(days).toContain('2021-11-16 pass');
});

test.each(CHECKS)('an evaluator that bent %s would be found out', body => {
  const { pack, rule } = ruleWith(body);
  const cases = generateCases(pack, rule);
  const limits = mutantsOf(boundRule(pack, rule)).filter(({ mutation }) =>
    ['limit', 'operator', 'term-dropped', 'answer-turned'].includes(mutation.kind),
  );
  const unseen = limits.filter(mutant =>
    cases.every(({ facts, asOf, expected }) => tryRule(mutant.rule, facts, asOf).outcome === expected),
  );
  expect(unseen.map(({ mutation }) => mutation.kind)).not.toContain('answer-turned');
  expect(unseen.length).toBeLessThanOrEqual(1);
});

test('a rule is tried under its own condition, whichever other asks the same under another', () => {
  const { pack, rule } = ruleWith('when: { hall.heated: yes }\nrequire: { hall.clean: yes }');
  const { when, ...always } = rule;
  const hasCondition = (tried: typeof always): boolean =>
    generateCases(pack, tried).some(({ facts }) => facts.has('hall.heated'));
  expect(when).toBeDefined();
  expect([hasCondition(rule), hasCondition(always), hasCondition(rule)]).toEqual([true, false, true]);
});
