import { describe, expect, it } from 'vitest';
import { findScorecard } from '../../src/evaluate/scorecard/scorecard.ts';
import type { Finding } from '../../src/model/finding/finding.ts';
import type { ItemResult } from '../../src/model/scoring/points.ts';
import { weighScorecard } from '../../src/score/scorecard/scorecard.ts';
import { ROW_VOCABULARY } from '../score/rows.ts';
import { findingOf, profileOf } from '../support/inline.ts';
import { range, scorecardHead, scorecardOf } from '../support/scorecard.ts';

const rowOf = (row: string, profile: string, findings: readonly Finding[] = []): ItemResult => {
  const scorecard = scorecardOf(
    `${scorecardHead(10)}sections:
  - { id: s, title: 分项, points: 10, items: [{ id: row, clause: 一, title: 项, points: 10, ${row} }] }
`,
    ROW_VOCABULARY,
  );
  const found = findScorecard(scorecard, {
    ...{ profile: profileOf(profile, ROW_VOCABULARY), asOf: '2024-12-01' },
    ...{ findings, entries: [] },
  });
  const [result] = weighScorecard(found).items;
  if (result === undefined) throw new Error('a row');
  return result;
};

const factsMissing = (...given: Parameters<typeof rowOf>): readonly string[] =>
  rowOf(...given).gaps.map(({ fact }) => fact);

describe('what a row still waits for', () => {
  const TURNED = '{ some: problems, have: { all: [{ serious: yes }, { hall.lift: yes }] } }';

  it.each([
    ['a rule that is open: all that the rule waits for', '{ failed_rules: [sample-rule] }'],
    ['a check that is open: all that the check waits for', `{ failed: [${TURNED}] }`],
  ])('%s', (_, each) => {
    const findings = [findingOf(`require: ${TURNED}`, 'hall.windows: 1', ROW_VOCABULARY)];
    expect(factsMissing(`deduct: { each: ${each}, points: 4 }`, 'hall.windows: 1', findings)).toEqual([
      'problems',
      'hall.lift',
    ]);
  });

  it.each([
    [
      'what may leave nothing of it',
      'zero_if: { hall.lift: no }, deduct: { points: 1, if: { hall.tidy: no } }',
      ['hall.lift', 'hall.tidy'],
    ],
    [
      'whether it is asked at all',
      'when: { hall.mountain: yes }, evidence: { not_applicable: full }, deduct: { points: 1, if: { hall.tidy: no } }',
      ['hall.mountain', 'hall.tidy'],
    ],
    [
      'whether a step is asked',
      'deduct: { points: 1, if: { hall.tidy: no }, only_if: { hall.lift: yes } }',
      ['hall.lift', 'hall.tidy'],
    ],
    ['a list that nobody filled in', 'deduct: { for_each: problems, points: 1 }', ['problems']],
    [
      'the better of two',
      'start: 0, award: { best_of: [{ points: 1, if: { hall.tidy: yes } }, { for_each: problems, points: 1 }] }',
      ['hall.tidy', 'problems'],
    ],
  ])('%s', (_, row, missing) => {
    expect([...factsMissing(row, 'hall.windows: 1')].sort()).toEqual(missing);
  });

  it.each([
    ['a rule that is met', 'hall.lift: yes', 'require: { hall.lift: yes }', '10'],
    ['a rule that is not', 'hall.lift: no', 'require: { hall.lift: yes }', '6'],
  ])('%s: nothing', (_, profile, rule, points) => {
    const row = rowOf('deduct: { each: { failed_rules: [sample-rule] }, points: 4 }', profile, [
      findingOf(rule, profile, ROW_VOCABULARY),
    ]);
    expect([range(row), row.gaps]).toEqual([points, []]);
  });
});

it.each([
  ['full', '{ 问题名称: 甲, 情节严重: 是 }, { 问题名称: 乙, 情节严重: 否 }', '8', []],
  ['one short', '{ 问题名称: 甲, 情节严重: 是 }', '6..8', ['problems']],
])('a sample that is %s waits for nothing but what was not looked at', (_, records, points, missing) => {
  const sample = 'sample: { size: 2, when_short: open }';
  const row = `deduct: { each: { count: problems, where: { serious: yes }, ${sample} }, points: 2 }`;
  const list = `问题清单: [${records}]`;
  expect([range(rowOf(row, list)), factsMissing(row, list)]).toEqual([points, missing]);
});

it('what nobody counted may take all that the rest gives, and no more', () => {
  const given = 'start: 2, award: { points: 4, if: { hall.tidy: yes } }';
  const counted =
    'deduct: { each: { tally: { zh: 脱岗, en: Off post }, counter: { zh: 人次, en: times } }, points: 1 }';
  const { low, high } = rowOf(`${given}, ${counted}`, 'hall.tidy: yes');
  const amounts = [low, high].map(({ lines }) => lines.map(({ kind, amount }) => `${kind} ${amount}`));
  expect([low.sum, high.sum, ...amounts]).toEqual(['0', '6', ['award 4', 'deduct 6'], ['award 4', 'deduct 0']]);
});

it('a record that leaves open what it costs is named by its number', () => {
  const row = 'deduct: { for_each: problems, where: { serious: yes }, points: 1 }';
  const list = '问题清单: [{ 问题名称: 甲, 情节严重: 是 }, { 问题名称: 乙 }]';
  expect([range(rowOf(row, list)), factsMissing(row, list)]).toEqual(['8..9', ['problems[2].serious']]);
});

it('checks that fail are named by their numbers, and by their titles where they have some', () => {
  const titled = '{ title: { zh: 电梯, en: The lift }, check: { hall.lift: yes } }';
  const row = `deduct: { each: { failed: [${titled}, { hall.alarm: yes }, { hall.tidy: yes }] }, points: 2 }`;
  const { low } = rowOf(row, '{ hall.lift: no, hall.alarm: yes, hall.tidy: no }');
  expect(low.lines.map(({ things }) => things)).toEqual([
    [
      { kind: 'check', number: 1, title: { zh: '电梯', en: 'The lift' } },
      { kind: 'check', number: 3 },
    ],
  ]);
});

describe('one matter that counts once', () => {
  const ONCE = 'deduct: { for_each: problems, once_per: matter, points: 2 }';
  const first = '{ 问题名称: 甲, 事由: 脱岗 }';

  it.each([
    ['pass: the same matter', '{ 问题名称: 乙, 事由: 脱岗 }', '8'],
    ['pass: another matter', '{ 问题名称: 乙, 事由: 迟到 }', '6'],
    ['unknown: a matter that nobody told', '{ 问题名称: 乙 }', '6..8'],
    ['unknown: a matter yet to be told', '{ 问题名称: 乙, 事由: 待定 }', '6..8'],
    ['pass: a matter that never arose is one of its own', '{ 问题名称: 乙, 事由: 未发生 }', '6'],
  ])('%s', (_, second, points) => {
    expect(range(rowOf(ONCE, `问题清单: [${first}, ${second}]`))).toBe(points);
  });
});

it.each([
  ['open', '窗口数: 5', '1..10'],
  ['open', '{ 窗口数: 5, 办件数: 3 }', '8'],
  ['open', '办件数: 3', '1..10'],
  ['no_effect', '窗口数: 5', '5..10'],
  ['no_effect', '{ 窗口数: 2, 办件数: 3 }', '10'],
  ['no_effect', '办件数: 3', '4..10'],
  ['no_effect', '大厅面积: 30', '1..10'],
])('a figure beyond another where what has none is %s, with %s, leaves %s', (state, profile, points) => {
  const evidence = `evidence: { not_applicable: ${state}, did_not_occur: ${state}, nothing_to_measure: ${state} }`;
  const beyond = 'deduct: { each: { fact: hall.windows, beyond: { fact: hall.handled } }, points: 1 }';
  expect(range(rowOf(`${evidence}, ${beyond}`, profile))).toBe(points);
});
