import { describe, expect, it } from 'vitest';
import type { CenterChange, RuleChange } from '../../src/model/result/compared.ts';
import type { KeptScore } from '../../src/model/result/kept.ts';
import { plainOf } from '../../src/tell/block.ts';
import { centerFields, centerHeading, groupsOf, remarksOf } from '../../src/tell/change/center.ts';
import type { Comparison } from '../../src/tell/change/subject.ts';
import { firstOf } from '../support/first.ts';
import { SAMPLE_VOCABULARY } from '../support/sample.ts';

const points = (low: string, max = '100') => ({ low, high: low, max });

const score = (low: string, grade = '好'): KeptScore => ({
  ...points(low),
  points: points(low),
  grades: [{ id: grade, label: { zh: grade, en: grade } }],
});

const change = (more: Partial<CenterChange> = {}): CenterChange => ({
  ...{ standing: 'better', name: '甲中心', center: { level: 'township' }, pack: 'p', profile: {} },
  ...{ score: { from: score('60'), to: score('62.5', '优') }, bars: [], footing: [], rules: [], rows: [] },
  ...more,
});

const fieldsOf = (more: Partial<CenterChange> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(centerFields(change(more), 'zh').map(({ name, texts }) => [name, texts.map(plainOf).join(' | ')]));

describe('what became of a centre', () => {
  it.each<[string, Partial<CenterChange>, Readonly<Record<string, string>>]>([
    ['moved', {}, { 得分: '60.0 → 62.5，相差 +2.5', 等次: '好 → 优', 条目: '没有变化' }],
    ['the same', { score: { from: score('60'), to: score('60') } }, { 得分: '60', 等次: '好', 条目: '没有变化' }],
    ['new', { standing: 'new' }, { 得分: '62.5', 等次: '优', 依据: '旧结果里没有' }],
    ['gone', { standing: 'gone' }, { 得分: '60.0', 等次: '好', 依据: '新结果里没有' }],
    [
      'not comparable',
      { bars: ['pack'] },
      { 得分: '60.0 → 62.5', 等次: '好 → 优', 依据: '两次用的标准不同，得分不可比', 条目: '没有变化' },
    ],
    [
      'by its rows',
      {
        rows: [
          { id: 'r1', title: { zh: '甲', en: 'A' }, points: { from: points('1'), to: points('3') } },
          { id: 'r2', title: { zh: '乙', en: 'B' }, points: { to: points('2') } },
          { id: 'r3', title: { zh: '丙', en: 'C' }, points: { from: points('2') } },
        ],
      },
      {
        ...{ 得分: '60.0 → 62.5，相差 +2.5', 等次: '好 → 优', 条目: '没有变化' },
        评分项: '甲 (r1)  1 → 3 +2 | 乙 (r2)  0 → 2 +2 | 丙 (r3)  2 → 0 −2',
      },
    ],
  ])('%s', (_, more, said) => expect(fieldsOf(more)).toEqual(said));

  const reckoned = (gained: string, lost: string, rest: string, max = '100') =>
    fieldsOf({ reconciliation: { points: { from: points('60'), to: points('62', max) }, gained, lost, rest } }).原始分;

  it.each([
    ['2', '0', '0', '60 + 2 = 62（满分 100）'],
    ['0', '3', '5', '60 − 3 + 5（封顶、保底、折算） = 62（满分 100）'],
    ['4', '0', '-2', '60 + 4 − 2（封顶、保底、折算） = 62（满分 100）'],
  ])('by %s gained, %s lost and %s besides', (gained, lost, rest, said) =>
    expect(reckoned(gained, lost, rest)).toBe(said),
  );

  it('is not added up where the scores are not comparable, and out of what it was where that changed', () => {
    expect(reckoned('2', '0', '0', '90')).toBe('60 + 2 = 62（满分 100 → 90）');
    const reconciliation = { points: { from: points('60'), to: points('62') }, gained: '2', lost: '0', rest: '0' };
    expect(fieldsOf({ reconciliation, bars: ['scheme'] })).not.toHaveProperty('原始分');
  });

  it('was rejected, where it was', () => {
    const rejection = { file: 'b.xlsx', center: '', message: { zh: '打不开', en: 'broken' } };
    expect(remarksOf(change({ rejection }), 'zh')).toEqual(['拒收 b.xlsx: 打不开']);
    expect(remarksOf(change(), 'zh')).toEqual([]);
  });

  it.each([
    [{}, '甲中心：变好'],
    [{ county: '某县' }, '甲中心（某县）：变好'],
    [{ county: '某县', township: '甲乡' }, '甲中心（某县 甲乡）：变好'],
    [{ county: '某县', township: '甲中心' }, '甲中心（某县）：变好'],
  ])('of %j stands under its name', (center, said) =>
    expect(centerHeading(change({ center: { level: 'township', ...center } }), 'zh')).toBe(said),
  );
});

const at = (file: string) => ({ file, line: 3, column: 1 });

const ruleChange = (more: Partial<RuleChange> = {}): RuleChange => ({
  ...{ group: 'closer', rule: 'r', clause: ['一', '二'], obligation: 'must', title: { zh: '面积', en: 'Area' } },
  ...{ outcome: { from: 'fail', to: 'fail' }, shortfall: {}, points: {}, place: {}, causes: [] },
  ...more,
});

const subject: Comparison = {
  ...{ lang: 'zh', of: {}, names: { from: 'a', to: 'b' }, single: true, asked: false },
  vocabulary: () => SAMPLE_VOCABULARY,
};

const told = (more: Partial<RuleChange>, of: Partial<CenterChange> = {}) => {
  const [group] = groupsOf(change({ rules: [ruleChange(more)], ...of }), subject);
  if (group?.block.kind !== 'findings') throw new Error('no findings');
  return { ...firstOf(group.block.items), head: group.title };
};

const gap = (zh: string) => ({ zh, en: zh });

describe('a rule that changed', () => {
  it.each<[Partial<RuleChange>, gap: string | undefined]>([
    [{ shortfall: { from: gap('差 6'), to: gap('差 2') } }, '差 6 → 差 2'],
    [{ shortfall: { from: gap('差 6'), to: gap('差 6') } }, '差 6'],
    [{ shortfall: { from: gap('差 6') } }, undefined],
    [{ shortfall: { to: gap('差 6') } }, undefined],
    [{ outcome: { from: 'pass', to: 'fail' }, shortfall: { to: gap('差 6') } }, '差 6'],
    [{ outcome: { from: 'fail', to: 'pass' }, shortfall: { from: gap('差 6') } }, undefined],
  ])('%j has its gap', (more, said) => {
    const { details, gist } = told(more);
    expect(details.map(({ text }) => text)).toEqual(said === undefined ? [] : [said]);
    expect(gist).toBe(said ?? (more.outcome === undefined ? '不符合' : '不符合 → 符合'));
  });

  it.each([
    [{}, ''],
    [{ from: points('2'), to: points('2') }, ''],
    [{ to: points('2') }, '+2 分'],
    [{ from: points('2') }, '−2 分'],
  ])('weighs what %j comes to', (moved, weight) => expect(told({ points: moved }).weight).toBe(weight));

  it('says why, where it is seen and what it is', () => {
    const found = told({ causes: [{ kind: 'tool' }], shortfall: { from: gap('差 6'), to: gap('差 2') } });
    expect(found.details.map(({ kind }) => kind)).toEqual(['gap', 'why']);
    expect(found.gist).toBe(found.details.map(({ text }) => text).join('；'));
    expect([found.clause, found.head, found.title]).toEqual(['一 / 二', '差距缩小 1 条', '面积  不符合']);
  });

  it.each([
    [{ from: at('a'), to: at('b') }, {}, 'b'],
    [{ from: at('a') }, { to: 'd' }, 'a'],
    [{}, { from: 'c', to: 'd' }, 'd'],
    [{}, { from: 'c' }, 'c'],
    [{}, {}, ''],
  ])('of place %j in %j is in %j', (place, profile, file) =>
    expect(told({ place }, { profile }).place.file).toBe(file),
  );

  it.each([
    [{ to: 'pass' }, 'pass'],
    [{ from: 'fail' }, 'fail'],
    [{}, 'unknown'],
  ] as const)('%j is told by the outcome that it has', (outcome, said) => expect(told({ outcome }).outcome).toBe(said));

  it('stands with those that changed the same way', () => {
    const rules = [ruleChange(), ruleChange({ group: 'worse' }), ruleChange()];
    expect(groupsOf(change({ rules }), subject).map(({ title }) => title)).toEqual(['变差 1 条', '差距缩小 2 条']);
  });
});
