import { describe, expect, it } from 'vitest';
import { lintPack } from '../../src/authoring/lint/lint.ts';
import { relationsOf } from '../../src/authoring/lint/relations.ts';
import { draftRules } from '../../src/authoring/propose/draft-rules.ts';
import { proposalsFor } from '../../src/authoring/propose/propose.ts';
import { provePack } from '../../src/authoring/prove/proof.ts';
import { splitSentences } from '../../src/authoring/trace/sentences.ts';
import { figureDifferences } from '../../src/authoring/wording/agree-figures.ts';
import { packOf, ruleOf, vocabularyOf } from '../support/inline.ts';

const VOCABULARY = vocabularyOf(`
theme: desk
label: { zh: 受理, en: Desk }
facts:
  desk.asked: { label: { zh: 收到日期, en: Asked on }, type: date, verify: 看登记 }
  desk.answered: { label: { zh: 答复日期, en: Answered on }, type: date, verify: 看登记 }
  desk.summer: { label: { zh: 夏季开放时间, en: Summer hours }, type: hours, verify: 看门牌 }
  desk.training: { label: { zh: 每年培训, en: Training }, type: quantity, unit: 学时, units: { 学时: 1, 天: 8 }, verify: 看台账 }
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
  'answer-time-by-load':
    '{ desk.answered: { days: { from: { fact: desk.asked }, is: { at_most: { by: cases, bands: [{ below: 3, is: 5 day }, { is: 10 day }] } } } } }',
  training: '{ desk.training: { at_least: 40 学时 } }',
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

const drafted = (text: string): readonly string[] =>
  draftRules(proposalsFor(splitSentences(`第一条　${text}`), VOCABULARY), {
    levels: ['township'],
    sections: [],
    records: new Set(['cases']),
    lang: 'zh',
  }).flatMap(({ rules }) => rules.map(rule => / require: (.*)/u.exec(rule.text)?.[1] ?? ''));

it('rules of hours and days are not held against one another: no search tries them all', () => {
  const pair = packOf(
    rulesOf({
      // Days of unequal length make it up, of which no search thinks.
      week: '{ desk.summer: { weekly: { equals: 2401 min } } }',
      days: '{ desk.summer: { open_days: { equals: 6 } } }',
    }),
    VOCABULARY,
  );
  expect(relationsOf(pair)).toEqual([]);
});

describe('a draft', () => {
  it.each([
    [
      '收到投诉后应当在5个工作日内答复。',
      '{ desk.answered: { workdays: { from: { fact: desk.asked }, is: { at_most: 5 workday } } } }',
    ],
    [
      '一般办件应自受理之日起3个工作日内办结。',
      '{ every: cases, have: { done: { workdays: { from: { fact: taken }, is: { at_most: 3 workday } } } }, when_empty: unknown }',
    ],
    ['夏季开放时间每天不少于7小时。', '{ desk.summer: { daily: { at_least: 7 h } } }'],
    ['夏季开放时间每周不得少于四十小时。', '{ desk.summer: { weekly: { at_least: 40 h } } }'],
    [
      '夏季开放时间为上午8:30—12:00，下午3:00—6:00。',
      '{ desk.summer: { opens: { by: "08:30" }, closes: { since: "18:00" } } }',
    ],
    [
      '夏季开放时间为8:30—12:00、15时至18时。',
      '{ desk.summer: { opens: { by: "08:30" }, closes: { since: "18:00" } } }',
    ],
    ['工作人员上岗时间不得晚于8点半。', '{ desk.shift: { by: "08:30" } }'],
  ])('of %s', (text, require) => expect(drafted(text)).toEqual([require]));
});

describe('a trace', () => {
  const answered = (limit: string): string =>
    `require: { desk.answered: { workdays: { from: { fact: desk.asked }, is: ${limit} } } }`;

  it.each([
    [answered('{ at_most: 5 }'), '收到后5个工作日内答复', []],
    [answered('{ at_most: 10 }'), '收到后5个工作日内答复', ['at_most 10 workday']],
    [answered('{ at_least: 5 }'), '收到后5个工作日内答复', ['at_least 5 workday']],
    ['require: { desk.summer: { daily: { at_least: 7 h } } }', '每天开放不少于7小时', []],
    ['require: { desk.summer: { daily: { at_least: 7 h } } }', '每天开放不少于6小时', ['at_least 7 h']],
    ['require: { desk.training: { at_least: 5 天 } }', '每年培训不少于40学时', []],
    ['require: { desk.training: { at_least: 6 天 } }', '每年培训不少于40学时', ['at_least 48 学时']],
    ['require: { desk.training: { at_most: 40 学时 } }', '每年培训不少于40学时', ['at_most 40 学时']],
    ['require: { desk.shift: { by: 8:30 } }', '不晚于8:30上岗', []],
    ['require: { desk.shift: { by: 9:00 } }', '最迟上午8时30分上岗', ['at_most 09:00']],
    ['require: { desk.shift: { since: 8:30 } }', '不晚于8:30上岗', ['at_least 08:30']],
    ['require: { desk.summer: { opens: { by: 8:30 }, closes: { since: 18:00 } } }', '8:30—12:00、15:00—18:00', []],
  ])('of %s by %s', (body, text, differences) =>
    expect(figureDifferences(ruleOf(body, VOCABULARY), text).map(({ figure }) => figure)).toEqual(differences),
  );
});
