import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPERATORS } from '../../src/language/operators.ts';
import type { Finding } from '../../src/model/finding/finding.ts';
import { expectedText } from '../../src/words/checks/expressions.ts';
import { countsText } from '../../src/words/checks/meaning.ts';

import { actualFor, shortfallFor } from '../../src/words/findings/findings.ts';
import { findingOf, ruleOf } from '../support/inline.ts';
import { holdTo } from '../support/lines.ts';
import { CASES, type Case, type Row } from './operators.cases.ts';
import { VOCABULARY } from './operators.vocabulary.ts';

const LANGS = ['zh', 'en'] as const;

const bodyOf = ({ require, rule }: Row): string => rule ?? `require: ${require}`;

const said = (finding: Finding, profile: string): Case => {
  const actual = LANGS.map(lang => actualFor(finding, { vocabulary: VOCABULARY, lang }));
  const shortfall = LANGS.map(lang => shortfallFor(finding, { vocabulary: VOCABULARY, lang })).filter(
    text => text !== '',
  );
  return [profile, ...actual, ...shortfall] as unknown as Case;
};

const check = (row: Row, given: Case, outcome: Finding['outcome']): void => {
  const finding = findingOf(bodyOf(row), given[0], VOCABULARY);
  expect(finding.outcome).toBe(outcome);
  expect(said(finding, given[0])).toEqual(given);
};

describe.each(CASES)('$name', row => {
  it('is put in words', () => {
    const rule = ruleOf(bodyOf(row), VOCABULARY);
    expect(LANGS.map(lang => expectedText(rule, VOCABULARY, lang))).toEqual(row.expected);
  });

  it('is met', () => check(row, row.met, 'pass'));

  it('is not met', () => check(row, row.unmet, 'fail'));

  it.runIf(row.unknown)('is unknown', () => row.unknown && check(row, row.unknown, 'unknown'));
});

it('what counts is told of every check', () => {
  const told = CASES.flatMap(row =>
    LANGS.flatMap(lang => {
      const reader = { vocabulary: VOCABULARY, lang };
      return countsText(ruleOf(bodyOf(row), VOCABULARY), reader).map(text => `${row.name}: ${text}`);
    }),
  );
  holdTo(join(import.meta.dirname, 'told', 'counts.txt'), told);
});

describe('the table', () => {
  it('has a row for every operator', () => {
    const checks = CASES.map(bodyOf).join('\n');
    const absent = Object.keys(OPERATORS).filter(name => !new RegExp(`\\b${name}:`, 'u').test(checks));
    expect(absent.filter(name => name !== 'equals')).toEqual([]);
  });

  it('has a row for every form of check', () => {
    const checks = CASES.map(bodyOf).join('\n');
    const forms = [
      'all',
      'any',
      'not',
      'at_least',
      'every',
      'some',
      'count',
      'sum',
      'difference',
      'share',
      'where',
      'alike',
      'when_empty',
    ];
    expect(forms.filter(name => !new RegExp(`\\b${name}:`, 'u').test(checks))).toEqual([]);
  });
});
