import { describe, expect, it } from 'vitest';
import type { NonEmpty } from '../../src/model/base/text.ts';
import type { Gap, Ground, NotApplicableReason, Outcome, Shortfall } from '../../src/model/finding/finding.ts';
import type { Group } from '../../src/model/result/compared.ts';
import type { Kept } from '../../src/model/result/kept.ts';
import { area, compared, finding, lacking, type Made, type MadeResult, result } from '../support/kept.ts';
import { SAMPLE_PACK, SAMPLE_SCHEME } from '../support/sample.ts';

type Half = Omit<Made, 'rule'> & { readonly in?: MadeResult };

const compare = (was: Half, is: Half) => {
  const { in: before, ...from } = was;
  const { in: after, ...to } = is;
  return compared(
    result([finding({ ...from, rule: 'r' })], before),
    result([finding({ ...to, rule: 'r' })], { path: 'b.yaml', sha256: '2'.repeat(64), ...after }),
  );
};

const OUTCOMES = ['pass', 'fail', 'unknown', 'not-applicable'] as const;

/** Rows: what it was. Columns: what it is, in the order of OUTCOMES. */
const TURNS: Readonly<Record<Outcome, readonly (Group | undefined)[]>> = {
  pass: [undefined, 'worse', 'worse', 'otherwise'],
  fail: ['better', undefined, 'otherwise', 'otherwise'],
  unknown: ['better', 'worse', undefined, 'otherwise'],
  'not-applicable': ['otherwise', 'worse', 'otherwise', undefined],
};

describe('a rule', () => {
  it.each(OUTCOMES.flatMap(from => OUTCOMES.map((to, index) => [from, to, TURNS[from][index]] as const)))(
    '%s → %s is %s',
    (from, to, group) => {
      expect(compare({ outcome: from }, { outcome: to }).rules.map(rule => rule.group)).toEqual(
        group === undefined ? [] : [group],
      );
    },
  );

  const AMENDED = { pack: { ...SAMPLE_PACK, id: 'p', version: '1.1.0', sha256: 'c'.repeat(64) } };
  const STRICTER = { zh: '≥ 300 ㎡', en: 'at least 300 m²' };
  const term = (...codes: NonEmpty<string>): readonly Shortfall[] => [
    { fact: 'windows.kind', location: { file: 'a.yaml', line: 5, column: 1 }, kind: 'missing', list: 'kinds', codes },
  ];
  const wanting = (...facts: NonEmpty<string>): NonEmpty<Gap> => {
    const gap = (fact: string): Gap => ({
      fact,
      reason: 'undeclared',
      location: { file: 'b.yaml', line: 1, column: 1 },
    });
    const [first, ...rest] = facts;
    return [gap(first), ...rest.map(gap)];
  };

  const inMu = (amount: string): NonEmpty<Ground> => {
    const [{ fact, location }] = area(amount);
    return [{ fact, location, value: { type: 'quantity', amount, unit: '亩' } }];
  };

  it.each<[string, Half, Half, Group | undefined]>([
    [
      'an area in another unit',
      { outcome: 'pass', grounds: area('200') },
      { outcome: 'fail', grounds: inMu('0.25') },
      'worse',
    ],
    [
      'a gap that shrinks',
      { outcome: 'fail', shortfalls: lacking('16') },
      { outcome: 'fail', shortfalls: lacking('10') },
      'closer',
    ],
    [
      'a gap that grows',
      { outcome: 'fail', shortfalls: lacking('16') },
      { outcome: 'fail', shortfalls: lacking('16.5') },
      'further',
    ],
    [
      'the same gap',
      { outcome: 'fail', shortfalls: lacking('16') },
      { outcome: 'fail', shortfalls: lacking('16') },
      undefined,
    ],
    [
      'a gap to another limit',
      { outcome: 'fail', shortfalls: lacking('16') },
      { outcome: 'fail', shortfalls: lacking('10', '300') },
      undefined,
    ],
    [
      'one term fewer missing',
      { outcome: 'fail', shortfalls: term('a', 'b') },
      { outcome: 'fail', shortfalls: term('b') },
      'closer',
    ],
    [
      'one term mended, one lost',
      { outcome: 'fail', shortfalls: term('a') },
      { outcome: 'fail', shortfalls: term('b') },
      'shifted',
    ],
    [
      'a gap under a rule that asks more now',
      { outcome: 'fail', shortfalls: lacking('16') },
      { outcome: 'fail', shortfalls: lacking('10'), expected: STRICTER, in: AMENDED },
      'otherwise',
    ],
    [
      'fewer facts missing',
      { outcome: 'unknown', gaps: wanting('hall.area', 'hall.screen') },
      { outcome: 'unknown', gaps: wanting('hall.area') },
      undefined,
    ],
    ['a failure waived', { outcome: 'fail' }, { outcome: 'fail', waived: true }, 'otherwise'],
    ['a waiver that ran out', { outcome: 'fail', waived: true }, { outcome: 'fail' }, 'worse'],
    ['a new failure that is waived', { outcome: 'pass' }, { outcome: 'fail', waived: true }, 'otherwise'],
  ])('%s', (_, was, is, group) => {
    expect(compare(was, is).rules.map(rule => rule.group)).toEqual(group === undefined ? [] : [group]);
  });

  const dated = (date: string): { readonly reason: NotApplicableReason } => ({
    reason: { kind: 'not-yet-due', date, asOf: '2024-05-01' },
  });

  it.each<[string, Half, Half, readonly string[]]>([
    ['a fact', { outcome: 'fail', grounds: area('184') }, { outcome: 'pass', grounds: area('210') }, ['fact']],
    [
      'a fact that is only written otherwise is none',
      { outcome: 'fail', grounds: area('184') },
      { outcome: 'pass', grounds: area('184.0') },
      ['profile'],
    ],
    [
      'a fact no longer declared',
      { outcome: 'pass', grounds: area('210') },
      {
        outcome: 'unknown',
        gaps: wanting('hall.area'),
      },
      ['fact'],
    ],
    [
      'the due date passed',
      { outcome: 'not-applicable', ...dated('2024-06-30') },
      { outcome: 'fail', grounds: area('184'), in: { asOf: '2024-07-01' } },
      ['date'],
    ],
    [
      'a date that does not lie between the two days is no reason',
      { outcome: 'not-applicable', ...dated('2024-12-31') },
      { outcome: 'fail', in: { asOf: '2024-07-01', ...AMENDED } },
      ['pack'],
    ],
    [
      'the rule asks more',
      { outcome: 'pass', grounds: area('210') },
      { outcome: 'fail', grounds: area('210'), expected: STRICTER, in: AMENDED },
      ['rule'],
    ],
    [
      'the rule asks more and the fact sank',
      { outcome: 'pass', grounds: area('210') },
      { outcome: 'fail', grounds: area('205'), expected: STRICTER, in: AMENDED },
      ['fact', 'rule'],
    ],
    ['another edition, no more told', { outcome: 'pass' }, { outcome: 'fail', in: AMENDED }, ['pack']],
    ['another tool', { outcome: 'pass' }, { outcome: 'fail', in: { tool: '2.0.0' } }, ['tool']],
    ['a profile that changed elsewhere', { outcome: 'pass' }, { outcome: 'fail' }, ['profile']],
    [
      'nothing at all',
      { outcome: 'pass' },
      { outcome: 'fail', in: { path: 'a.yaml', sha256: '1'.repeat(64) } },
      ['untold'],
    ],
    ['a waiver', { outcome: 'fail' }, { outcome: 'fail', waived: true }, ['waiver']],
  ])('because of: %s', (_, was, is, causes) => {
    expect(compare(was, is).rules.flatMap(rule => rule.causes.map(({ kind }) => kind))).toEqual(causes);
  });

  it('that applied on the ground of one fact and does not now has that fact changed, though one result tells it only', () => {
    const bank = {
      fact: 'hall.bank',
      value: { type: 'yes_no', value: false },
      location: { file: 'a.yaml', line: 9, column: 1 },
    } as const;
    const [rule] = compare(
      { outcome: 'not-applicable', reason: { kind: 'condition', grounds: [bank] } },
      { outcome: 'pass', grounds: area('210') },
    ).rules;
    expect(rule?.causes).toEqual([
      {
        kind: 'fact',
        fact: 'hall.bank',
        from: {
          state: 'declared',
          value: { type: 'yes_no', value: false },
          location: { file: 'a.yaml', line: 9, column: 1 },
        },
        to: { state: 'otherwise' },
      },
    ]);
  });

  it('that only one edition has appears or vanishes', () => {
    const [old, kept, fresh] = [
      finding({ rule: 'old', outcome: 'pass' }),
      finding({ rule: 'kept', outcome: 'pass' }),
      finding({ rule: 'fresh', outcome: 'pass' }),
    ];
    const { rules } = compared(result([old, kept]), result([kept, fresh], AMENDED));
    expect(rules.map(({ rule, group, causes }) => [rule, group, causes[0]?.kind])).toEqual([
      ['fresh', 'appeared', 'pack'],
      ['old', 'vanished', 'pack'],
    ]);
  });
});

describe('a centre', () => {
  const half = (...outcomes: readonly Outcome[]): Kept =>
    result(outcomes.map((outcome, index) => finding({ rule: `r${index}`, outcome })));

  it.each([
    ['same', half('pass', 'fail'), half('pass', 'fail')],
    ['better', half('fail', 'fail'), half('pass', 'fail')],
    ['worse', half('pass', 'fail'), half('unknown', 'fail')],
    ['mixed', half('pass', 'fail'), half('fail', 'pass')],
    ['changed', half('fail', 'fail'), half('unknown', 'fail')],
  ])('is %s', (standing, from, to) => {
    expect(compared(from, to).standing).toBe(standing);
  });

  it.each<[string, Partial<Kept['audit']>, readonly string[]]>([
    ['the same pack and scheme', {}, []],
    ['another day', { asOf: '2025-01-01' }, []],
    ['another edition', { pack: { ...SAMPLE_PACK, id: 'p', sha256: 'c'.repeat(64) } }, ['edition']],
    ['another scheme', { scheme: { ...SAMPLE_SCHEME, id: 't', sha256: 'c'.repeat(64) } }, ['scheme']],
    ['another pack', { pack: { ...SAMPLE_PACK, id: 'q', sha256: 'c'.repeat(64) } }, ['pack']],
  ])('%s: what bars the scores', (_, made, bars) => {
    const failed = half('fail');
    expect(compared(half('pass'), { ...failed, audit: { ...failed.audit, ...made } }).bars).toEqual(bars);
  });

  it('without a score has none to be held against another', () => {
    const failed = half('fail');
    const { score: _, ...audit } = failed.audit;
    expect(compared(half('pass'), { ...failed, audit }).bars).toEqual(['no-score']);
  });

  it('under another pack is not comparable, and only rules of one id and clause are spoken of', () => {
    const [moved, own] = [
      finding({ rule: 'r', outcome: 'fail', clause: ['二'] }),
      finding({ rule: 's', outcome: 'fail' }),
    ];
    const from = result([finding({ rule: 'r', outcome: 'pass' }), finding({ rule: 's', outcome: 'pass' })]);
    const pack = { ...SAMPLE_PACK, id: 'q', sha256: 'c'.repeat(64) };
    const { standing, rules } = compared(from, result([moved, own], { pack }));
    expect([standing, rules.map(({ rule }) => rule)]).toEqual(['incomparable', ['s']]);
  });
});
