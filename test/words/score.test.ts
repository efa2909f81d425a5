import { describe, expect, it } from 'vitest';
import { problem } from '../../src/model/base/problem.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { Score } from '../../src/model/scoring/score.ts';
import type { Scorecard } from '../../src/model/scoring/scorecard.ts';
import type { Waiver } from '../../src/model/standard/waiver.ts';
import { applyWaivers } from '../../src/score/waive.ts';
import { waivedText, waiversText } from '../../src/words/findings/waivers.ts';
import {
  gradeName,
  gradeText,
  openFacts,
  openText,
  scoreFigure,
  scoreText,
  standingOf,
  unreadIn,
  verdictText,
} from '../../src/words/scoring/score.ts';
import { SAMPLE_SCHEME, sampleAudit } from '../support/sample.ts';

const LANGS = ['zh', 'en'] as const;

const at = { file: 'a.yaml', line: 1, column: 1 };

const gap = (fact: string, reason = 'undeclared') => ({ fact, reason, location: at });

/** A row of a scorecard between two ends, waiting for facts. */
const row = (low: string, high: string, gaps: readonly object[], more: object = {}) => ({
  ...{ item: 'row', low: { points: low }, high: { points: high }, gaps, outsideCalendar: [] },
  ...more,
});

const veto = (kind: string, fact: string) => ({ veto: { effect: { kind } }, truth: 'unknown', gaps: [gap(fact)] });

const carded = (items: readonly object[], vetoes: readonly object[] = []): Audit =>
  ({
    ...sampleAudit(),
    scorecard: { asked: { entries: [] }, result: { items, vetoes, gates: [] } },
  }) as unknown as Audit;

describe('the facts on which points hang', () => {
  it('are those of open findings that weigh, each once', () => {
    expect(openFacts(sampleAudit())).toEqual(['counters.height', 'hall.notices']);
    expect(openFacts(sampleAudit('hall.area: 10\nhall.bank: 是'))).toEqual([
      ...['counters', 'windows', 'hall.notices'],
    ]);
  });

  it('are those of rows that are open, and of vetoes that take all', () => {
    const audit = carded(
      [row('1', '1', [gap('a')]), row('0', '2', [gap('b[1].x'), gap('b[2].x')])],
      [veto('zero', 'c'), veto('bar_award', 'd')],
    );
    expect(openFacts(audit)).toEqual(['b.x', 'c']);
  });

  it.each<[string, readonly object[], readonly [zh: string, en: string]]>([
    ['one', [row('0', '1', [gap('a')])], ['1 项未申报——a', '1 fact not declared: a']],
    [
      'more than are named',
      [
        row(
          '0',
          '1',
          ['a', 'b', 'c', 'd'].map(fact => gap(fact)),
        ),
      ],
      ['4 项未申报——a、b、c……（共 4 项）', '4 facts not declared: a, b, c … (4 in all)'],
    ],
    [
      'one that cannot be read',
      [row('0', '1', [gap('a', 'unreadable'), gap('b')])],
      ['2 项未申报（其中 1 项读不懂）——a、b', '2 facts not declared (1 unreadable): a, b'],
    ],
    ['one that is known and open', [row('0', '1', [gap('a', 'approximate')])], ['1 项待定——a', '1 fact open: a']],
    [
      'one of two that is known and open',
      [row('0', '1', [gap('a', 'approximate'), gap('b')])],
      ['2 项待定——a、b', '2 facts open: a, b'],
    ],
    [
      'none but other centres',
      [row('0', '1', [], { pending: 'relative' })],
      ['1 项要和其他中心比较', '1 to be compared with other centres'],
    ],
    [
      'days and rates of none',
      [row('0', '1', [gap('a')], { outsideCalendar: ['2025-01-01'], unmeasured: true }), row('0', '0', [])],
      [
        '1 项未申报——a，1 项日期超出评分表的日历，1 项没有可计算的',
        '1 fact not declared: a, 1 with days outside the calendar, 1 with nothing to measure',
      ],
    ],
  ])('are told: %s', (_, items, said) => {
    expect(LANGS.map(lang => openText(carded(items), lang))).toEqual(said);
  });
});

describe('a score', () => {
  it.each([
    ['62', 0, '62'],
    ['62.5', 2, '62.50'],
    ['62', 1, '62.0'],
  ])('of %s to %i places is %s', (amount, places, said) => expect(scoreFigure(amount, { places })).toBe(said));

  it('that is the same at both ends is told open while a fact is', () => {
    const { score, ...audit } = sampleAudit();
    if (score === undefined) throw new Error('no score');
    const level = { ...score, high: score.low };
    expect(scoreText({ ...audit, score: level }, 'zh')).toContain('（可达 ');
    expect(scoreText({ ...audit, findings: [], score: level }, 'zh')).not.toContain('可达');
    expect(scoreText({ ...audit, findings: [], score }, 'zh')).toContain('（可达 ');
    expect(LANGS.map(lang => scoreText(audit, lang))).toEqual(['无（没有可计分的条目）', 'none (nothing counted)']);
    expect(LANGS.map(lang => gradeText({ pack: audit.pack }, lang))).toEqual(['无', 'none']);
  });

  it.each([
    [{ id: '好', label: { zh: '好', en: 'Good' } }, '好', 'Good'],
    [{ id: 'A', label: { zh: '好', en: 'Good' } }, 'A 好', 'A Good'],
  ])('has a grade %j', (grade, zh, en) => expect(LANGS.map(lang => gradeName(grade, lang))).toEqual([zh, en]));
});

describe('a grade', () => {
  const { pack, score } = sampleAudit();
  const between = (candidates: number, decidedBy: readonly string[] = []): Score => {
    if (score === undefined) throw new Error('no score');
    return { ...score, grade: { candidates: SAMPLE_SCHEME.grades.slice(0, candidates), decidedBy } };
  };
  const ranked = {
    result: { gates: [{ truth: 'unknown', gate: { if: { kind: 'rank', end: 'first', through: '3' } } }], vetoes: [] },
  } as unknown as NonNullable<Audit['scorecard']>;

  it.each([
    [1, '优秀'],
    [2, '优秀或 B 合格，取决于：名次（要和其他中心比较）'],
  ])('of %i that hangs on a place says so', (candidates, said) => {
    expect(gradeText({ pack, scorecard: ranked, score: between(candidates) }, 'zh')).toBe(`A ${said}`);
  });

  it('is decided by what an inspector fills in, by its name', () => {
    const scorecard = { entries: [{ id: 'tone', label: { zh: '态度', en: 'Tone' } }] } as unknown as Scorecard;
    const open = between(2, ['entry:tone']);
    expect(gradeText({ pack, score: open, scheme: { scorecard } }, 'zh')).toContain('取决于：态度（由检查人填写）');
    expect(gradeText({ pack, score: open }, 'zh')).toContain('取决于：tone（由检查人填写）');
  });
});

const waiver = (rule: string, more: Partial<Waiver> = {}): Waiver => ({
  ...{ rule, center: 'profile.yaml', items: [], reason: '在建', requestedBy: '甲', approvedBy: '乙' },
  ...{ validFrom: '2024-01-01', validThrough: '2024-12-31', evidence: ['批复', '图纸'], location: at },
  ...more,
});

describe('what is waived', () => {
  it.each([
    [{}, '在建；申请：甲；批准：乙；至 2024-12-31 止；依据：批复、图纸'],
    [{ items: ['1号台', '2号台'] }, '在建（仅1号台、2号台）；申请：甲；批准：乙；至 2024-12-31 止；依据：批复、图纸'],
  ])('%j is told with who granted it', (more, said) => {
    const points = { low: '0', high: '0', max: '2' };
    expect(waivedText({ waivers: [waiver('r', more)], points }, 'zh')).toBe(said);
    expect(waivedText({ waivers: [waiver('r', more)], points, pointsStay: true }, 'zh')).toBe(
      `${said}。评分表的得分不因豁免而变，失的分照失`,
    );
  });

  it.each<[string, readonly string[], string]>([
    ['nothing', [], ''],
    ['a failure', ['hall-area'], '1 条已豁免，不计入得分；不计豁免得分 28.5（可达 71.4：2 项未申报）'],
    [
      'what is open, whose facts the score without it hangs on',
      ['notices', 'counter-height'],
      '2 条已豁免，不计入得分；不计豁免得分 28.5（可达 71.4：2 项未申报）',
    ],
  ])('%s', (_, rules, said) => {
    const audit = applyWaivers(
      sampleAudit(),
      rules.map(rule => waiver(rule)),
    );
    expect(waiversText(audit, 'zh')).toBe(said);
  });

  it('leaves no score behind where there was none, and the points of a scorecard alone', () => {
    const waived = applyWaivers(sampleAudit(), [waiver('hall-area'), waiver('notices')]);
    expect(waiversText({ ...waived, unwaived: {} }, 'zh')).toContain('不计豁免得分 无（没有可计分的条目）');
    const { scorecard } = carded([]);
    expect(waiversText({ ...waived, ...(scorecard && { scorecard }) }, 'zh')).toBe(
      '2 条已豁免；评分表的得分不因豁免而变',
    );
  });
});

describe('the verdict', () => {
  const failed = sampleAudit('hall.area: 10\nhall.bank: 否\nhall.notices: 否\nwindows: [信访窗口]');

  it.each<[string, Audit, readonly [zh: string, en: string]]>([
    [
      'of several failures',
      failed,
      ['不达标：3 条“应当”要求不符合', 'Not up to standard: 3 "must" requirements are not met'],
    ],
    [
      'of some waived',
      applyWaivers(failed, [waiver('hall-area')]),
      [
        '不达标：2 条“应当”要求不符合（另有 1 条已豁免）',
        'Not up to standard: 2 "must" requirements are not met (1 more waived)',
      ],
    ],
    [
      'of all waived',
      applyWaivers(failed, [waiver('hall-area'), waiver('notices'), waiver('windows')]),
      ['达标：“应当”要求除已豁免的 3 条外全部符合', 'Up to standard: every "must" requirement is met but the 3 waived'],
    ],
    [
      'of what is waived, failed or open, beside what is open',
      applyWaivers(sampleAudit('hall.area: 10\nhall.bank: 否'), [waiver('hall-area'), waiver('notices')]),
      [
        '尚不能判定：“应当”要求没有不符合的，但有 1 条未定（另有 2 条已豁免）',
        'Undecided: no "must" requirement fails, but 1 cannot be decided yet (2 more waived)',
      ],
    ],
    [
      'of nothing that must be',
      { ...failed, findings: failed.findings.filter(({ finding }) => finding.rule.obligation !== 'must') },
      [
        '得分 0.0（可达 14.2：1 项未申报），等次 C 不合格',
        'Score 0.0 (up to 14.2: 1 fact not declared), grade C Inadequate',
      ],
    ],
  ])('%s', (_, audit, said) => expect(LANGS.map(lang => verdictText(audit, lang))).toEqual(said));

  it('of what does not apply is by score', () => {
    const idle = failed.findings.filter(({ finding }) => finding.rule.id === 'bank-alarm');
    expect(idle.map(({ finding }) => finding.outcome)).toEqual(['not-applicable']);
    const { score: _, ...audit } = failed;
    expect(standingOf({ ...audit, findings: idle })).toBe('free');
    expect(LANGS.map(lang => verdictText({ ...audit, findings: idle }, lang))).toEqual([
      '没有可以评判的内容',
      'nothing to judge',
    ]);
  });

  it('of one requirement that is met, of one that is open, of one that is not', () => {
    const one = (profile: string) =>
      sampleAudit(profile).findings.filter(({ finding }) => finding.rule.id === 'hall-area');
    expect(
      ['hall.area: 200', 'hall.bank: 否', 'hall.area: 10'].map(profile =>
        standingOf({ ...failed, findings: one(profile) }),
      ),
    ).toEqual(['met', 'open', 'not-met']);
  });

  const barred = (points: string, atLeast?: string): Audit => {
    const audit = carded([]);
    const result = { ...audit.scorecard?.result, low: { points }, high: { points } };
    const bar = atLeast === undefined ? {} : { bar: { kind: 'score', atLeast } };
    return { ...audit, pack: { ...audit.pack, rules: [] }, scorecard: { asked: bar, result } } as unknown as Audit;
  };

  it.each([
    [barred('60', '60'), 'met', /^达标：得分 28\.5（可达 71\.4.*；达到评分表规定的60 分$/u],
    [barred('60', '61'), 'not-met', /^不达标：得分 28\.5.*；未达到评分表规定的61 分$/u],
    [barred('60'), 'free', /^得分 28\.5.*，等次 B 合格或 C 不合格，取决于：[^；]*$/u],
  ])('of a scorecard by itself %#', (audit, standing, said) => {
    expect(standingOf(audit)).toBe(standing);
    expect(verdictText(audit, 'zh')).toMatch(said);
  });

  it('without grades names none', () => {
    const { scheme, ...audit } = barred('60');
    expect(verdictText({ ...audit, scheme: { ...scheme, grades: [] } }, 'zh')).not.toContain('等次');
  });

  it('is provisional where something could not be read and the audit went on', () => {
    const unread = problem('cell-error', at, { found: '#REF!' });
    const provisional = problem('provisional', at, { count: 1 });
    const said = (...warnings: Audit['warnings']) => LANGS.map(lang => verdictText({ ...failed, warnings }, lang));
    expect(said(provisional, unread)[0]).toMatch(/^暂定（1 处填报读不懂）。不达标/u);
    expect(said(provisional, unread)[1]).toMatch(/^Provisional \(1 unreadable\)\. Not/u);
    expect(said(unread)[0]).toMatch(/^不达标/u);
    expect(unreadIn({ warnings: [provisional, unread] })).toEqual([unread]);
  });
});
