import { describe, expect, it } from 'vitest';
import type { Fix, Plan, PlanRoute, PlanStep, Work } from '../../src/model/finding/plan.ts';
import { subjectOf } from '../../src/tell/audit/subject.ts';
import type { Block } from '../../src/tell/block.ts';
import { plan } from '../../src/tell/plan.ts';
import { firstOf } from '../support/first.ts';
import { PLAIN, SAMPLE_PACK, SAMPLE_SCHEME, sampleAudit } from '../support/sample.ts';

const item = (id: string, title: string) => ({ item: id, clause: ['一', '二'], title: { zh: title, en: title } });

const AUDIT = {
  ...sampleAudit(),
  scorecard: { asked: { entries: [] }, result: { items: [item('a', '甲项'), item('b', '乙项')] } },
} as unknown as ReturnType<typeof sampleAudit>;

const blocksOf = (made: Partial<Plan>): readonly Block[] => {
  const whole: Plan = { steps: [], route: { kind: 'ungraded' }, settlings: [], ...made };
  return plan(subjectOf(AUDIT, { ...PLAIN, plan: () => whole }))?.blocks ?? [];
};

const saidBy = (made: Partial<Plan>): readonly (readonly unknown[])[] =>
  blocksOf(made).flatMap((block): readonly (readonly unknown[])[] => {
    if (block.kind === 'table') return block.rows.map(({ cells }) => cells);
    return block.kind === 'paragraph' ? [[block.text]] : block.kind === 'list' ? [block.items] : [];
  });

const step = (work: Work, more: Partial<PlanStep> = {}): PlanStep => ({
  ...{ work, effort: 'build', must: true, gain: '2' },
  ...more,
});

const rule = firstOf(SAMPLE_PACK.rules);
const RULE: Work = { kind: 'rule', rule };
const facts = (...names: readonly string[]): Work => ({ kind: 'facts', facts: names, rules: [rule, rule] });
const fixes = (...of: readonly Fix[]): Work => ({ kind: 'fixes', fixes: of });

const GRADE = firstOf(SAMPLE_SCHEME.grades);

describe('a step', () => {
  it.each<[string, PlanStep, readonly string[]]>([
    ['a rule', step(RULE), ['第二条(一) 办事大厅面积', '场地改造', '+2', '扩建或调整用房']],
    ['for no points', step(RULE, { gain: '0' }), ['第二条(一) 办事大厅面积', '场地改造', '不计分', '扩建或调整用房']],
    [
      'of no weight for the verdict',
      step(RULE, { must: false, effort: 'paper' }),
      ['第二条(一) 办事大厅面积', '材料和安排（不影响达标）', '+2', '扩建或调整用房'],
    ],
    [
      'facts, each once and no more than a few',
      step(facts('hall.area', 'counters[1].height', 'counters[2].height'), { effort: 'declare' }),
      ['申报 办事大厅使用面积、台面高度', '只须申报', '至多 +2', '关系到 第二条(一)'],
    ],
    [
      'many facts',
      step(facts('a', 'b', 'c', 'd', 'e', 'f')),
      ['申报 a、b、c、d、e……（共 6 项）', '场地改造', '至多 +2', '关系到 第二条(一)'],
    ],
    [
      'five facts',
      step(facts('a', 'b', 'c', 'd', 'e')),
      ['申报 a、b、c、d、e', '场地改造', '至多 +2', '关系到 第二条(一)'],
    ],
    [
      'a row of a scorecard, each thing once',
      step(
        fixes(
          { kind: 'do', item: 'b', title: { zh: '整洁', en: 'Tidy' } },
          { kind: 'more', item: 'b', count: 3 },
          { kind: 'more', item: 'b', count: 3 },
        ),
      ),
      ['一 / 二 乙项 做到 整洁；一 / 二 乙项 增加 3', '场地改造', '+2', ''],
    ],
    [
      'a place',
      step(
        fixes({
          kind: 'gate',
          rank: { end: 'first', through: '3', by: 'places' } as unknown as NonNullable<Fix['rank']>,
        }),
      ),
      ['达到必备条件 排名前 3 名', '场地改造', '+2', ''],
    ],
    [
      'what is only to be declared',
      step(fixes({ kind: 'declare', item: 'a' })),
      ['一 / 二 甲项 补报', '场地改造', '至多 +2', ''],
    ],
    [
      'what is partly to be declared',
      step(fixes({ kind: 'declare', item: 'a' }, { kind: 'clear', item: 'a' })),
      ['一 / 二 甲项 补报；一 / 二 甲项 消除归零情形', '场地改造', '+2', ''],
    ],
  ])('is %s', (_, one, cells) => expect(saidBy({ steps: [one] })).toEqual([['1', ...cells]]));

  it('is told by itself among the first five, and with its like behind them', () => {
    const steps = [RULE, RULE, RULE, RULE, RULE].map(work => step(work));
    expect(saidBy({ steps }).map(cells => cells[0])).toEqual(['1', '2', '3', '4', '5']);
    const more = [...steps, step(RULE), step(facts('hall.area')), step(RULE)];
    expect(saidBy({ steps: more }).slice(5)).toEqual([
      ['场地改造', '+2', '2', '第二条(一) 办事大厅面积；第二条(一) 办事大厅面积'],
      ['场地改造', '至多 +2', '1', '办事大厅使用面积'],
    ]);
  });
});

describe('the way to the next grade', () => {
  const steps = [step(RULE), step(RULE, { effort: 'buy' }), step(facts('hall.area'), { effort: 'declare' })];

  it.each<[PlanRoute, string]>([
    [{ kind: 'highest' }, '已是最高等次。'],
    [{ kind: 'out-of-reach', to: GRADE }, '只靠这些到不了优秀。'],
    [{ kind: 'out-of-reach', to: GRADE, after: '70' }, '只靠这些到不了优秀（全部做到是 70 分）。'],
    [
      { kind: 'steps', to: GRADE, count: 2, after: '81' },
      '升到优秀：照下面的次序做完前 2 项（购置制作 1 项，场地改造 1 项），是 81 分。',
    ],
    [
      { kind: 'steps', to: GRADE, count: 3, after: '90' },
      '升到优秀：照下面的次序做完前 3 项（只须申报 1 项，购置制作 1 项，场地改造 1 项），是 90 分（补报的都符合要求时）。',
    ],
    [
      { kind: 'fixes', to: GRADE, fixes: [{ kind: 'fewer', item: 'a' }], after: '85', exact: true },
      '升到优秀（85）：一 / 二 甲项 减少',
    ],
    [
      { kind: 'fixes', to: GRADE, fixes: [{ kind: 'fewer', item: 'a' }], after: '85', exact: false },
      '升到优秀（85）（未必最省）：一 / 二 甲项 减少',
    ],
  ])('%j', (route, said) => expect(saidBy({ steps, route })[0]).toEqual([said]));

  it('is nothing where there are no grades, and no chapter where there is nothing to do', () => {
    expect(blocksOf({ steps }).map(({ kind }) => kind)).toEqual(['table']);
    expect(blocksOf({})).toEqual([]);
    expect(plan(subjectOf(AUDIT, PLAIN))).toBeUndefined();
  });
});

it('says what settles the grade', () => {
  expect(
    saidBy({
      settlings: [
        { facts: ['hall.area'], when: 'good', exact: true },
        { facts: ['a', 'b', 'c', 'd', 'e', 'f'], when: 'either', exact: false },
      ],
    }),
  ).toEqual([
    [
      '查明这 1 项，都符合时等次即定：办事大厅使用面积',
      '查明这 6 项（未必最少），有的符合、有的不符合时等次即定：a、b、c、d、e……（共 6 项）',
    ],
  ]);
});
