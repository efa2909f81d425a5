import { describe, expect, it } from 'vitest';
import { generateCases, runGenerated } from '../../src/authoring/prove/generate.ts';
import { demandedOutcome } from '../../src/authoring/prove/oracle.ts';
import { firstOf } from '../support/first.ts';
import { packOfRule, profileOf } from '../support/inline.ts';
import { CASES, type Row } from './operators.cases.ts';
import { VOCABULARY } from './operators.vocabulary.ts';

const bodyOf = ({ require, rule }: Row): string => rule ?? `require: ${require}`;

describe.each(CASES)('$name, its meaning told a second time', row => {
  const pack = packOfRule(bodyOf(row), VOCABULARY);
  const rule = firstOf(pack.rules);

  it.each([
    ['pass', row.met],
    ['fail', row.unmet],
    ['unknown', row.unknown],
  ] as const)('gives %s where it should', (outcome, given) => {
    if (given === undefined) return;
    expect(demandedOutcome(rule, profileOf(given[0], VOCABULARY).facts, '2024-05-01')).toBe(outcome);
  });

  it('agrees on either side of every edge', () => {
    const wrong = runGenerated(generateCases(pack, rule)).map(({ case: { change, expected }, finding }) => ({
      change,
      expected,
      got: finding.outcome,
    }));
    expect(wrong).toEqual([]);
  });
});
