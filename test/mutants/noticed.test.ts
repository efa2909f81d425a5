import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callRoll } from '../../src/batch/summary/roll.ts';
import { factBefore, overlay } from '../../src/evaluate/overlay.ts';
import type { Fact } from '../../src/model/base/value.ts';
import type { FactChange } from '../../src/model/profile/inspection.ts';
import type { Center } from '../../src/model/profile/profile.ts';
import { ROW_VOCABULARY, ROWS } from '../score/rows.ts';
import { newFolder } from '../support/folders.ts';
import { profileOf } from '../support/inline.ts';
import { inside } from '../support/inside.ts';
import { range, resultOf, scorecardOf } from '../support/scorecard.ts';

const at = { file: 'check.yaml', line: 1, column: 1 };

const yes: Fact = { state: 'declared', value: { type: 'yes_no', value: true }, location: at };

const change = (number: number, fact = 'problems.serious'): FactChange =>
  ({ fact, found: yes, record: { key: `${number}`, number }, location: at }) as unknown as FactChange;

describe('what an inspector found', () => {
  const profile = profileOf(
    '问题清单: [{ 问题名称: 一号, 情节严重: 否 }, { 问题名称: 二号, 情节严重: 否 }, { 问题名称: 三号, 情节严重: 否 }]',
    ROW_VOCABULARY,
  );

  const seriousIn = (changes: readonly FactChange[]): readonly unknown[] => {
    const list = overlay(profile, changes).facts.get('problems');
    if (list?.state !== 'declared' || list.value.type !== 'records') throw new Error('no list');
    return list.value.items.map(({ facts }) => {
      const fact = facts.get('problems.serious');
      return fact?.state === 'declared' && fact.value.type === 'yes_no' ? fact.value.value : undefined;
    });
  };

  it.each([
    [[], [false, false, false]],
    [[1], [true, false, false]],
    [[2], [false, true, false]],
    [[3], [false, false, true]],
    [
      [1, 3],
      [true, false, true],
    ],
    [
      [3, 2, 1],
      [true, true, true],
    ],
  ])('on records %j is laid over just those', (numbers, expected) => {
    expect(seriousIn(numbers.map(number => change(number)))).toEqual(expected);
  });

  it('leaves what was declared to be looked up', () => {
    const before = factBefore(profile, change(2));
    expect(before).toMatchObject({ state: 'declared', value: { type: 'yes_no', value: false } });
  });

  it('is laid over a list that was not declared without making one up', () => {
    const empty = profileOf('大厅名称: 样例', ROW_VOCABULARY);
    expect(overlay(empty, [change(1)]).facts.get('problems')).toEqual(empty.facts.get('problems'));
    expect(factBefore(empty, change(1))).toBeUndefined();
  });
});

const scored = (row: string, profile: string, evidence = '{ undeclared: open }'): string => {
  const card = scorecardOf(
    `kind: scorecard
id: sample
title: { zh: 样表, en: Sample }
total: 30
places: 2
rounding: down
floor: 0
item_floor: 0
evidence: { undeclared: open }
sections:
  - { id: s, title: { zh: 分项, en: Section }, points: 30, items: [
      { id: row, clause: 一, title: { zh: 项目, en: Row }, evidence: ${evidence}, ${row} } ] }
grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 20 }, { id: B, label: { zh: 差, en: Poor } }]
`,
    ROW_VOCABULARY,
  );
  const [found] = resultOf(card, ROW_VOCABULARY, { profile: `大厅名称: 样例\n${profile}` }).items;
  return found === undefined ? 'none' : range(found);
};

const problem = (serious: string, index: number): string => `{ 问题名称: ${index}号, 情节严重: ${serious} }`;

const listOf = (...serious: readonly string[]): string => `问题清单: [${serious.map(problem).join(', ')}]`;

// A sample of three: 6 points, 1 off for each serious one.
describe('a sample that is short', () => {
  it.each([
    ['sample-open', listOf('是', '否', '否'), '5'],
    ['sample-open', listOf('是', '否'), '4..5'],
    ['sample-open', listOf('是'), '3..5'],
    ['sample-open', listOf('否'), '4..6'],
    ['sample-open', listOf('是', '是', '是', '是'), '2'],
    ['sample', listOf('是', '否', '否', '否', '否'), '5'],
    ['sample', listOf('是', '否'), '3.5'],
    ['problems', listOf('是', '否'), '4'],
  ])(
    '%s with %s scores %s: left open where it says so, scaled where it says so, as it is elsewhere',
    (row, list, points) => {
      expect(scored(ROWS[row] ?? '', list)).toBe(points);
    },
  );
});

describe('a row whose fact nobody stated', () => {
  const full = 'points: 20, deduct: { points: 20, unless: { hall.tidy: yes } }';

  it.each([
    ['环境整洁: 是', '{ undeclared: open }', '20'],
    ['环境整洁: 否', '{ undeclared: open }', '0'],
    ['', '{ undeclared: open }', '0..20'],
    ['', '{ undeclared: zero }', '0..20'],
    ['', '{ undeclared: open, not_applicable: full }', '0..20'],
  ])('%j with %s scores %s of 20, never all of it', (profile, evidence, points) => {
    expect(scored(full, profile, evidence)).toBe(points);
  });
});

describe('an award', () => {
  const awarded = (profile: string): string => {
    const card = scorecardOf(
      `kind: scorecard
id: sample
title: { zh: 样表, en: Sample }
total: 2
places: 1
rounding: down
floor: 0
item_floor: 0
evidence: { undeclared: open }
sections:
  - { id: s, title: { zh: 分项, en: Section }, points: 2, items: [
      { id: row, clause: 一, title: { zh: 项目, en: Row }, ${ROWS.tidy} } ] }
vetoes:
  - { id: bar, title: { zh: 取消评优, en: No award }, if: { hall.alarm: no }, effect: bar_award }
grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 1 }, { id: B, label: { zh: 差, en: Poor } }]
`,
      ROW_VOCABULARY,
    );
    return resultOf(card, ROW_VOCABULARY, { profile: `大厅名称: 样例\n环境整洁: 是\n${profile}` }).award;
  };

  it.each([
    ['消防设施完好: 是', 'eligible'],
    ['消防设施完好: 否', 'barred'],
    ['', 'open'],
    ['消防设施完好: 不详', 'open'],
  ])('with %j is %s: nobody has it while what bars it is open', (profile, award) => {
    expect(awarded(profile)).toBe(award);
  });
});

describe('a roll', () => {
  const missing = (expected: Center, found: Center): number => {
    const roll = callRoll([{ center: expected, location: at }]);
    roll.arrive({ center: found, location: at, state: 'audited' });
    return roll.summary().missing.length;
  };

  it.each([
    ['the same', { name: '柳镇便民服务中心', county: '青县' }, { name: '柳镇便民服务中心', county: '青县' }, 0],
    ['another county', { name: '柳镇便民服务中心', county: '青县' }, { name: '柳镇便民服务中心', county: '白县' }, 1],
    ['another township', { name: '中心', township: '柳镇' }, { name: '中心', township: '杨镇' }, 1],
    ['a township of another county', { township: '柳镇', county: '青县' }, { township: '柳镇', county: '白县' }, 1],
    ['a county that is not said', { name: '柳镇便民服务中心' }, { name: '柳镇便民服务中心', county: '白县' }, 0],
    ['a village for a township', { township: '柳镇' }, { name: '某村站', township: '柳镇', level: 'village' }, 1],
  ] as const)('ticks off no centre for %s', (_, expected, found, count) => {
    expect(missing(expected, found)).toBe(count);
  });
});

const DAY = ['--as-of', '2026-11-20', '--no-config'] as const;

describe('at the command line', () => {
  it.each([
    ['a profile held against rules', ['fixtures/centers/luoshan-qingshiao.yaml'], /查明这 \d+ 项/u],
    [
      'a scorecard',
      ['fixtures/centers/luoshan-qingshiao.yaml', '--scheme', 'fixtures/schemes/hall/table.yaml'],
      /\+\d/u,
    ],
  ])('--plan says what each fix gains, and nothing does without it: %s', async (_, words, said) => {
    const [planned, plain] = [
      await inside('audit', ...words, '--plan', ...DAY),
      await inside('audit', ...words, ...DAY),
    ];
    expect(planned.code).toBe(plain.code);
    const added = planned.out.split('\n').filter(line => !plain.out.includes(line));
    expect(added.join('\n')).toMatch(said);
    const kept = plain.out.split('\n').filter(line => !planned.out.includes(line));
    expect(kept).toEqual([]);
  });

  it('packs new begins a pack that is read, and whose next steps are told', async () => {
    const folder = join(newFolder(), 'xin-2026');
    cpSync('fixtures/packs/document.txt', join(folder, '..', '原文.txt'));
    const words = [
      '--county',
      '新县',
      '--title',
      '新县办法',
      '--level',
      'township',
      '--source',
      join(folder, '..', '原文.txt'),
    ];
    const { code, out } = await inside('packs', 'new', folder, ...words);
    expect(code).toBe(0);
    const files = readdirSync(folder).toSorted();
    expect(files).toContain('clauses.yaml');
    for (const name of files) expect(out).toContain(join(folder, name));
    const linted = await inside('packs', 'lint', folder);
    expect(linted.code).not.toBe(4);
    expect(linted.out + linted.err).toContain('xin-2026');
  });
});
