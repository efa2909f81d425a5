import { describe, expect, it } from 'vitest';
import { ruleOf } from '../support/inline.ts';
import { SAMPLE_VOCABULARY } from '../support/sample.ts';

describe('a yes or no of a rule', () => {
  it.each([
    ['yes', true],
    ['是', true],
    ['true', true],
    ['no', false],
    ['否', false],
    ['false', false],
  ])('may be written %s', (word, expected) => {
    const rule = ruleOf(`require: { hall.notices: yes }\naccepts_not_applicable: ${word}`, SAMPLE_VOCABULARY);
    expect(rule.acceptsNotApplicable).toBe(expected);
  });
});
