import { type Expression, isSetTest, type SetTest, type Test } from '../../model/expression.ts';
import { factIdOf } from '../../model/finding.ts';
import type { Rule } from '../../model/pack.ts';

interface Asked {
  readonly fact: string;
  readonly test: SetTest;
}

const setTests = (fact: string, test: Test): readonly Asked[] => (isSetTest(test) ? [{ fact, test }] : []);

const within = (expression: Expression | undefined): readonly Asked[] => {
  switch (expression?.kind) {
    case 'all':
    case 'any':
    case 'at_least':
      return expression.of.flatMap(within);
    case 'not':
      return within(expression.of);
    case 'test':
      return setTests(expression.fact.id, expression.test);
    case 'every':
    case 'some':
      return [...within(expression.where), ...within(expression.have)];
    case 'count':
      return within(expression.where);
    case undefined:
      return [];
  }
};

/** What a rule asks of the terms of a fact, given by its path. */
export const setTestsOf = ({ when, require }: Pick<Rule, 'when' | 'require'>, path: string): readonly SetTest[] =>
  [...within(require), ...within(when)].filter(({ fact }) => fact === factIdOf(path)).map(({ test }) => test);
