import { describe, expect, it } from 'vitest';
import { lintPack } from '../../src/authoring/lint/lint.ts';
import { provePack } from '../../src/authoring/prove/proof.ts';
import { packOf, vocabularyOf } from '../support/inline.ts';

const VOCABULARY = vocabularyOf(`
theme: desk
label: { zh: 受理, en: Desk }
facts:
  desk.asked: { label: { zh: 收到日期, en: Asked on }, type: date, verify: 看登记 }
  desk.answered: { label: { zh: 答复日期, en: Answered on }, type: date, verify: 看登记 }
  desk.summer: { label: { zh: 夏季开放时间, en: Summer hours }, type: hours, verify: 看门牌 }
  desk.shift: { label: { zh: 上岗时间, en: Time on duty }, type: time, verify: 看考勤 }
  cases:
    label: { zh: 办件, en: Cases }
    type: records
    item: { zh: 办件, en: case }
    key: name
    verify: 看台账
    fields:
      name: { label: { zh: 办件名称, en: Name }, type: text }
      taken: { label: { zh: 受理日期, en: Accepted on }, type: date }
      done: { label: { zh: 办结日期, en: Finished on }, type: date }
      promised: { label: { zh: 承诺日期, en: Promised for }, type: date }
`);

const rulesOf = (requires: Readonly<Record<string, string>>): string =>
  `levels: [township]\nrules:\n${Object.entries(requires)
    .map(
      ([id, require]) =>
        `  - { id: ${id}, clause: 一, section: all, obligation: must, title: { zh: 样例, en: Sample }, remedy: { zh: 改正, en: Put it right }, require: ${require} }`,
    )
    .join('\n')}`;

const CHECKS = {
  'answer-time': '{ desk.answered: { workdays: { from: { fact: desk.asked }, is: { at_most: 5 } } } }',
  'notice-time': '{ desk.answered: { days: { from: { fact: desk.asked }, is: { at_least: 15 } } } }',
  'case-time':
    '{ every: cases, have: { done: { workdays: { from: { fact: taken }, is: { at_most: 3 } } } }, when_empty: met }',
  'in-time': '{ every: cases, have: { done: { by: { fact: promised } } }, when_empty: met }',
  'hours-of-a-day': '{ desk.summer: { daily: { at_least: 7 h }, opens: { by: 9:00 }, closes: { since: 17:30 } } }',
  'hours-of-a-week': '{ desk.summer: { weekly: { at_least: 40 h }, open_days: { at_least: 6 } } }',
  'on-duty': '{ desk.shift: { by: 8:30 } }',
};

describe('figures that are reckoned from dates and hours', () => {
  const pack = packOf(rulesOf(CHECKS), VOCABULARY);

  it('come out the same by both tellings, on the edges of each', () => {
    const { generated, generatedMismatches, mutants } = provePack(pack, []);
    expect(generatedMismatches.map(({ case: { rule, facts } }) => [rule.id, [...facts]])).toEqual([]);
    expect(generated).toBeGreaterThan(100);
    expect(mutants).toBeGreaterThan(20);
  });

  it('can pass, fail and be unknown', () => {
    const { missing } = provePack(pack, []);
    const needed = Object.fromEntries(missing.map(({ rule, outcomes }) => [rule.id, outcomes.join(' ')]));
    expect(needed).toEqual(Object.fromEntries(Object.keys(CHECKS).map(id => [id, 'pass fail unknown'])));
    const told = lintPack(pack, { file: 'pack.yaml', line: 1, column: 1 });
    expect(told.map(({ code, ...more }) => `${code} ${'rule' in more ? more.rule.id : ''}`)).toEqual([]);
  });
});
