import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { PlanSettling } from '../../src/model/finding/plan.ts';
import type { Scheme } from '../../src/model/scoring/score.ts';
import { planOf } from '../../src/score/plan/order.ts';
import { ruleSettlings } from '../../src/score/plan/rules.ts';
import { runs } from '../support/hunt.ts';
import { packOf, profileOf, vocabularyOf } from '../support/inline.ts';

const FACTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

const LABELS = ['甲事', '乙事', '丙事', '丁事', '戊事', '己事', '庚事'];

const VOCABULARY = vocabularyOf(`
theme: m
label: { zh: 事项, en: Matters }
facts:
  m.name: { label: { zh: 中心, en: Centre }, type: text }
${FACTS.map((id, index) => `  m.${id}: { label: { zh: ${LABELS[index]}, en: Matter ${id} }, type: yes_no${id === 'f' ? ', effort: build' : ''} }`).join('\n')}
`);

type State = 'yes' | 'no' | 'open';

interface Drawn {
  readonly asks: readonly (typeof FACTS)[number][];
  readonly points: number;
  readonly must: boolean;
}

const SCHEME: Scheme = {
  id: 'sample',
  sha256: '2'.repeat(64),
  title: { zh: '样例', en: 'Sample' },
  total: '100',
  places: 1,
  points: { must: '1', should: '1', may: '0' },
  rules: {},
  grades: [
    { id: 'A', label: { zh: '优', en: 'A' }, atLeast: '85' },
    { id: 'B', label: { zh: '良', en: 'B' }, atLeast: '60' },
    { id: 'C', label: { zh: '中', en: 'C' }, atLeast: '30' },
    { id: 'D', label: { zh: '差', en: 'D' }, atLeast: '0' },
  ],
};

const auditOf = (drawn: readonly Drawn[], states: Readonly<Partial<Record<string, State>>>): Audit => {
  const rules = drawn.map(({ asks, must }, index) => {
    const require = `all: [${asks.map(fact => `{ m.${fact}: yes }`).join(', ')}]`;
    return `  - { id: r${index}, clause: 一, section: all, obligation: ${must ? 'must' : 'should'}, title: { zh: 规则, en: Rule }, require: { ${require} }, remedy: { zh: 改, en: Mend } }`;
  });
  const declared = FACTS.filter(fact => (states[fact] ?? 'open') !== 'open');
  const profile = ['m.name: 样例', ...declared.map(fact => `m.${fact}: ${states[fact] === 'yes' ? '是' : '否'}`)];
  return audit({
    profile: profileOf(profile.join('\n'), VOCABULARY),
    level: 'township',
    pack: packOf(`levels: [township]\nrules:\n${rules.join('\n')}\n`, VOCABULARY),
    scheme: { ...SCHEME, rules: Object.fromEntries(drawn.map(({ points }, index) => [`r${index}`, String(points)])) },
    asOf: '2024-05-01',
    warnings: [],
  });
};

const state = fc.constantFrom<State>('yes', 'no', 'open');

const states = fc.record(Object.fromEntries(FACTS.map(fact => [fact, state])));

const rulesAsking = (most: number) =>
  fc.array(
    fc.record({
      asks: fc.uniqueArray(fc.constantFrom(...FACTS), { minLength: 1, maxLength: most }),
      points: fc.integer({ min: 0, max: 5 }),
      must: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  );

const subsets = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, index) => (mask >> index) % 2 === 1));

const gradeAt = (earned: Big, max: Big): number => {
  const share = earned.times(1000).div(max).round(0, Big.roundDown).div(10);
  return SCHEME.grades.findIndex(({ atLeast }) => share.gte(atLeast));
};

const sum = (amounts: readonly string[]): Big => amounts.reduce((all, amount) => all.plus(amount), new Big(0));

describe('what to do first, by rules', () => {
  it('reaches the next grade in no fewer of its steps than it says', () => {
    let routes = 0;
    fc.assert(
      fc.property(rulesAsking(2), states, (rules, declared) => {
        const made = auditOf(rules, declared);
        const { route, steps } = planOf(made);
        const { score } = made;
        if (score === undefined || route.kind !== 'steps') return;
        routes += 1;
        const target = SCHEME.grades.findIndex(({ id }) => id === route.to.id);
        const reached = (count: number): number => {
          const done = steps
            .slice(0, count)
            .flatMap(({ work }) => (work.kind === 'rule' ? [work.rule] : work.kind === 'facts' ? work.rules : []));
          const earned = made.findings
            .filter(({ finding }) => done.includes(finding.rule))
            .map(({ points }) => points.max);
          return gradeAt(sum([score.points.low, ...earned]), new Big(score.points.max));
        };
        expect(reached(route.count)).toBeLessThanOrEqual(target);
        expect(reached(route.count - 1)).toBeGreaterThan(target);
      }),
      { numRuns: runs(12) },
    );
    expect(routes).toBeGreaterThan(9);
  });

  it('puts what the standard asks without reserve first, then what costs least, then what gains most', () => {
    const rules: readonly Drawn[] = [
      { asks: ['a'], points: 2, must: false },
      { asks: ['b'], points: 2, must: true },
      { asks: ['f'], points: 5, must: true },
      { asks: ['d'], points: 1, must: true },
      { asks: ['g'], points: 3, must: true },
      { asks: ['c'], points: 2, must: true },
    ];
    const { steps, route } = planOf(auditOf(rules, { a: 'no', b: 'no', c: 'yes', d: 'no', f: 'no' }));
    const named = steps.map(({ work, effort, gain }) => [
      work.kind === 'facts' ? work.facts.join() : work.kind === 'rule' ? work.rule.id : '',
      effort,
      gain,
    ]);
    expect(named).toEqual([
      ['m.g', 'declare', '20'],
      ['r1', 'paper', '13.3'],
      ['r3', 'paper', '6.7'],
      ['r2', 'build', '33.3'],
      ['r0', 'paper', '13.3'],
    ]);
    expect(route).toMatchObject({ kind: 'steps', to: { id: 'C' }, count: 1, after: '33.3' });
  });

  it('says how far all of it goes where that is not far enough, and where there is no higher grade', () => {
    const none = planOf(auditOf([{ asks: ['a'], points: 1, must: true }], { a: 'yes' }));
    expect(none).toMatchObject({ steps: [], route: { kind: 'highest' } });
    expect(planOf(auditOf([{ asks: ['a'], points: 0, must: true }], { a: 'no' })).steps).toMatchObject([{ gain: '0' }]);
  });
});

/** Whether the grade is settled once just these facts are known, and all turn out one way. */
const settles = (made: Audit, facts: readonly string[], when: PlanSettling['when']): boolean => {
  const { score } = made;
  if (score === undefined) return false;
  const decided = made.findings.filter(
    ({ finding }) => finding.outcome === 'unknown' && finding.gaps.every(({ fact }) => facts.includes(fact)),
  );
  const moved = sum(decided.map(({ points }) => points.max));
  const max = new Big(score.points.max);
  const low = when === 'good' ? new Big(score.points.low).plus(moved) : new Big(score.points.low);
  const high = when === 'good' ? new Big(score.points.high) : new Big(score.points.high).minus(moved);
  return gradeAt(low, max) === gradeAt(high, max);
};

describe('the facts that would settle the grade', () => {
  it('do settle it, none could be left out, and where they say so no fewer would do', () => {
    fc.assert(
      fc.property(fc.oneof(rulesAsking(1), rulesAsking(3)), states, (rules, declared) => {
        const made = auditOf(rules, declared);
        const open = FACTS.filter(fact => (declared[fact] ?? 'open') === 'open').map(fact => `m.${fact}`);
        const isOpen = (made.score?.grade.candidates.length ?? 0) > 1;
        expect(
          ruleSettlings(made)
            .map(({ when }) => when)
            .toSorted(),
        ).toEqual(isOpen ? ['bad', 'good'] : []);
        for (const { facts, when, exact } of ruleSettlings(made)) {
          expect(settles(made, facts, when)).toBe(true);
          for (const fact of facts)
            expect(
              settles(
                made,
                facts.filter(one => one !== fact),
                when,
              ),
            ).toBe(false);
          const fewer = subsets(open).filter(set => set.length < facts.length && settles(made, set, when));
          if (exact) expect(fewer).toEqual([]);
        }
      }),
      { numRuns: runs(12) },
    );
  });

  it('are the fewest facts, not the fewest rules', () => {
    const made = auditOf(
      [
        { asks: ['a', 'b', 'c'], points: 5, must: true },
        ...[1, 2, 3, 4].map((): Drawn => ({ asks: ['d'], points: 3, must: true })),
      ],
      {},
    );
    expect(ruleSettlings(made)[0]).toMatchObject({ facts: ['m.d'], when: 'bad', exact: true });
  });

  it('are those of every rule that is needed, also where another waits for some of them', () => {
    const made = auditOf(
      [
        { asks: ['a'], points: 1, must: true },
        { asks: ['a', 'b'], points: 1, must: true },
      ],
      {},
    );
    expect(ruleSettlings(made).map(({ facts, when }) => [when, [...facts].toSorted()])).toEqual([
      ['good', ['m.a', 'm.b']],
      ['bad', ['m.a', 'm.b']],
    ]);
  });

  it('are enough where the grade is just reached', () => {
    const made = auditOf(
      [
        { asks: ['a'], points: 17, must: true },
        { asks: ['b'], points: 3, must: true },
      ],
      {},
    );
    expect(ruleSettlings(made)).toMatchObject([
      { facts: ['m.a'], when: 'good' },
      { facts: ['m.a'], when: 'bad' },
    ]);
  });

  it('are none where the grade is settled', () => {
    expect(ruleSettlings(auditOf([{ asks: ['a'], points: 1, must: true }], { a: 'yes' }))).toEqual([]);
  });
});
