import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/base/problem.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { Waiver } from '../../src/model/standard/waiver.ts';
import { applyWaivers } from '../../src/score/waive.ts';
import { sampleAudit } from '../support/sample.ts';

const PROFILE = `
hall.area: 184
hall.bank: 否
hall.notices: 是
counters:
  - { name: 1号台, height: 70cm }
  - { name: 2号台, height: 75cm }
windows: [信访窗口]
`;

/** The sample centre goes by its file; it is audited as of 2024-05-01. */
const waiver = (rule: string, more: Partial<Waiver> = {}): Waiver => ({
  rule,
  center: 'profile.yaml',
  items: [],
  reason: '新大厅在建',
  requestedBy: '甲',
  approvedBy: '乙',
  validFrom: '2024-01-01',
  validThrough: '2024-12-31',
  evidence: ['批复'],
  location: { file: 'waivers.yaml', line: 2, column: 5 },
  ...more,
});

const plain = sampleAudit(PROFILE);

const waived = (audit: Audit): readonly string[] =>
  audit.findings.filter(scored => scored.waived).map(({ finding }) => finding.rule.id);

const doubts = (...waivers: readonly Waiver[]): readonly string[] =>
  applyWaivers(plain, waivers).warnings.map(({ code }: Problem) => code);

describe('a waiver', () => {
  it('leaves outcome and counts as they are, and takes the rule out of the score', () => {
    const audit = applyWaivers(plain, [waiver('hall-area')]);
    expect(waived(audit)).toEqual(['hall-area']);
    expect(audit.counts).toEqual(plain.counts);
    expect(audit.findings.map(({ finding }) => finding)).toEqual(plain.findings.map(({ finding }) => finding));
    expect(audit.score?.points.max).toBe(String(Number(plain.score?.points.max) - 2));
    expect(audit.unwaived).toEqual({ score: plain.score });
  });

  it.each([
    ['another centre', { center: '别处' }],
    ['another county', { county: '别县' }],
    ['another pack', { pack: 'other' }],
  ])('of %s is not this centre’s', (_, more) => {
    expect(applyWaivers(plain, [waiver('hall-area', more)])).toBe(plain);
  });

  it('knows a centre whatever the spaces and widths of its name', () => {
    expect(waived(applyWaivers(plain, [waiver('hall-area', { center: ' ｐｒｏｆｉｌｅ.yaml ' })]))).toEqual([
      'hall-area',
    ]);
  });

  it.each([
    ['2024-05-01', '2024-05-01', true],
    ['2024-04-30', '2024-05-01', true],
    ['2024-05-01', '2024-05-02', true],
    ['2024-01-01', '2024-04-30', false],
    ['2024-05-02', '2024-12-31', false],
  ])('from %s through %s, both days included', (validFrom, validThrough, holds) => {
    expect(waived(applyWaivers(plain, [waiver('hall-area', { validFrom, validThrough })]))).toEqual(
      holds ? ['hall-area'] : [],
    );
  });
});

describe('a waiver of single records or terms', () => {
  it('does not cover others that fail too', () => {
    expect(waived(applyWaivers(plain, [waiver('counter-height', { items: ['1号台'] })]))).toEqual([]);
    expect(waived(applyWaivers(plain, [waiver('counter-height', { items: ['1号台', '2 号台'] })]))).toEqual([
      'counter-height',
    ]);
  });

  it('may be joined by another', () => {
    const two = [waiver('counter-height', { items: ['1号台'] }), waiver('counter-height', { items: ['2号台'] })];
    expect(applyWaivers(plain, two).findings.find(({ waived }) => waived)?.waived?.waivers).toEqual(two);
  });

  it.each([[['社保窗口', '农机窗口']], [['labour', 'farm']], [['Social security window', '农机窗口']]])(
    'takes terms by label or code: %j',
    items => {
      expect(waived(applyWaivers(plain, [waiver('windows', { items })]))).toEqual(['windows']);
    },
  );

  it('of one missing term leaves the other one to be found', () => {
    expect(doubts(waiver('windows', { items: ['社保窗口'] }))).toEqual(['waiver-unused']);
  });
});

describe('doubts about a waiver', () => {
  it.each<[string, string, Partial<Waiver>]>([
    ['waiver-expired', 'hall-area', { validThrough: '2024-04-30' }],
    ['waiver-ending', 'hall-area', { validThrough: '2024-05-31' }],
    ['waiver-ending', 'hall-area', { validThrough: '2024-05-01' }],
    ['waiver-early', 'hall-area', { validFrom: '2024-05-02' }],
    ['waiver-self-approved', 'hall-area', { approvedBy: ' 甲' }],
    ['waiver-unused', 'notices', {}],
    ['waiver-unused', 'bank-alarm', {}],
    ['waiver-unused', 'notices', { validThrough: '2024-04-30' }],
  ])('%s (%s %j)', (code, rule, more) => {
    expect(doubts(waiver(rule, more))).toEqual([code]);
  });

  it('are none where it holds for more than thirty days', () => {
    expect(doubts(waiver('hall-area', { validThrough: '2024-06-01' }))).toEqual([]);
  });

  it('are none about one that was renewed without a gap', () => {
    const old = waiver('hall-area', { validThrough: '2024-04-30' });
    expect(doubts(old, waiver('hall-area', { validFrom: '2024-05-01' }))).toEqual([]);
    const ending = waiver('hall-area', { validThrough: '2024-05-10' });
    expect(doubts(ending, waiver('hall-area', { validFrom: '2024-05-11', validThrough: '2025-05-10' }))).toEqual([]);
    expect(doubts(ending, waiver('hall-area', { validFrom: '2024-05-12', validThrough: '2025-05-10' }))).toEqual([
      'waiver-ending',
    ]);
    const only = { validFrom: '2024-05-11', validThrough: '2025-05-10' };
    const some = { items: ['1号台', '2号台'], validThrough: '2024-05-10' };
    const renewed = (...items: readonly string[]): readonly string[] =>
      doubts(waiver('counter-height', some), waiver('counter-height', { ...only, items }));
    expect(renewed('2号台', '1号台', '3号台')).toEqual([]);
    expect(renewed('1号台')).toEqual(['waiver-ending']);
  });

  it('stand where the waiver stands, and one that asked and granted by the same does not hold', () => {
    const audit = applyWaivers(plain, [waiver('hall-area', { approvedBy: '甲' })]);
    expect(waived(audit)).toEqual([]);
    expect(audit.warnings[0]).toMatchObject({ severity: 'warning', location: { file: 'waivers.yaml', line: 2 } });
  });
});

it('whatever is waived, points of findings add up to those of the score and no outcome changes', () => {
  const rules = plain.findings.map(({ finding }) => finding.rule.id);
  fc.assert(
    fc.property(fc.subarray(rules), chosen => {
      const audit = applyWaivers(
        plain,
        chosen.map(rule => waiver(rule)),
      );
      const sum = (pick: 'low' | 'high' | 'max') =>
        audit.findings.reduce((total, { points }) => total + Number(points[pick]), 0);
      expect([sum('low'), sum('high'), sum('max')].map(String)).toEqual(
        audit.score ? [audit.score.points.low, audit.score.points.high, audit.score.points.max] : ['0', '0', '0'],
      );
      expect(audit.counts).toEqual(plain.counts);
    }),
  );
});
