import { describe, expect, it } from 'vitest';
import { findingOf } from '../support/inline.ts';
import { VOCABULARY } from './operators.vocabulary.ts';

const [CLEAN, OPEN, DIRTY] = ['台面整洁: 是', '', '台面整洁: 否'];

const outcome = (is: string, counters: readonly (string | undefined)[]): string => {
  const items = counters.map((clean, index) => `{ 工作台名称: ${index + 1}号台, ${clean} }`);
  const require = `require: { count: counters, where: { clean: yes }, is: { ${is} } }`;
  return findingOf(require, `工作台: [${items.join(', ')}]`, VOCABULARY).outcome;
};

describe('a count of those that are meant, while some are open', () => {
  it.each([
    ['at_most: 2', [CLEAN, OPEN], 'pass'],
    ['at_most: 1', [CLEAN, OPEN], 'unknown'],
    ['at_most: 1', [CLEAN, CLEAN, OPEN], 'fail'],
    ['at_least: 1', [CLEAN, OPEN], 'pass'],
    ['at_least: 2', [CLEAN, OPEN], 'unknown'],
    ['at_least: 3', [CLEAN, OPEN, DIRTY], 'fail'],
    ['equals: 2', [CLEAN, OPEN], 'unknown'],
    ['equals: 0', [CLEAN, OPEN], 'fail'],
    ['equals: 2', [CLEAN, CLEAN, DIRTY], 'pass'],
    ['between: [1, 2]', [CLEAN, OPEN, DIRTY], 'pass'],
  ])('%s of %j is %s', (is, counters, expected) => {
    expect(outcome(is, counters)).toBe(expected);
  });
});
