import { compareResults } from '../../src/change/center.ts';
import type { Words } from '../../src/change/side.ts';
import type { Bilingual, NonEmpty } from '../../src/model/base/text.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { Finding, Gap, Ground, NotApplicableReason, Outcome, Shortfall } from '../../src/model/finding/finding.ts';
import type { CenterChange } from '../../src/model/result/compared.ts';
import type { Kept } from '../../src/model/result/kept.ts';
import type { Points, ScoredFinding } from '../../src/model/scoring/score.ts';
import type { Rule } from '../../src/model/standard/pack.ts';
import { firstOf } from './first.ts';
import { SAMPLE_PACK, SAMPLE_SCHEME } from './sample.ts';

const at = (line: number, file = 'a.yaml') => ({ file, line, column: 1 });

export interface Made {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly clause?: NonEmpty<string>;
  readonly expected?: Bilingual;
  readonly grounds?: NonEmpty<Ground>;
  readonly shortfalls?: readonly Shortfall[];
  readonly gaps?: NonEmpty<Gap>;
  readonly reason?: NotApplicableReason;
  readonly waived?: boolean;
}

const EARNED = {
  pass: ['2', '2', '2'],
  fail: ['0', '0', '2'],
  unknown: ['0', '2', '2'],
  'not-applicable': ['0', '0', '0'],
} as const;

const pointsOf = (outcome: Outcome): Points => {
  const [low, high, max] = EARNED[outcome];
  return { low, high, max };
};

const NOTHING: Points = { low: '0', high: '0', max: '0' };

const GROUND: Ground = { fact: 'hall.notices', value: { type: 'yes_no', value: true }, location: at(1) };
const GAP: Gap = { fact: 'hall.screen', reason: 'undeclared', location: at(1) };

const judged = ({ outcome, grounds = [GROUND], shortfalls = [], gaps = [GAP], reason }: Made) => {
  switch (outcome) {
    case 'pass':
      return { outcome, grounds };
    case 'fail':
      return { outcome, grounds, shortfalls };
    case 'unknown':
      return { outcome, gaps, grounds: [] };
    case 'not-applicable':
      return { outcome, reason: reason ?? ({ kind: 'declared', gaps } as const) };
  }
};

const ruleOf = ({ rule: id, clause = ['一'], expected }: Made): Rule => ({
  ...firstOf(SAMPLE_PACK.rules),
  id,
  clause,
  title: { zh: id, en: id },
  ...(expected && { note: expected }),
});

/** A finding of a made-up result; what is not said is the same for all. */
export const finding = (made: Made): ScoredFinding => {
  const found: Finding = { ...judged(made), rule: ruleOf(made), fingerprint: '' };
  const points = pointsOf(made.outcome);
  const [waiver] = [{ rule: made.rule, center: '', items: [], reason: '', requestedBy: '', approvedBy: '' }];
  const period = { validFrom: '2024-01-01', validThrough: '2024-12-31', evidence: ['x'] as const, location: at(1) };
  return made.waived === true
    ? { finding: found, points: NOTHING, waived: { waivers: [{ ...waiver, ...period }], points } }
    : { finding: found, points };
};

export const area = (amount: string, line = 3): NonEmpty<Ground> => [
  { fact: 'hall.area', value: { type: 'quantity', amount, unit: 'm²' }, location: at(line) },
];

/** So much less than so much. */
export const lacking = (by: string, limit = '200'): readonly Shortfall[] => [
  {
    fact: 'hall.area',
    location: at(3),
    kind: 'below',
    limit: { type: 'quantity', amount: limit, unit: 'm²' },
    by: { type: 'quantity', amount: by, unit: 'm²' },
  },
];

export interface MadeResult extends Partial<Audit> {
  readonly tool?: string;
  readonly path?: string;
  readonly sha256?: string;
}

const nobody = { facts: new Map(), places: new Map(), root: at(1) } as const;

/** A made-up result with these findings and the points that they add up to. */
export const result = (findings: readonly ScoredFinding[], { tool, path, sha256, ...made }: MadeResult = {}): Kept => {
  const sum = (end: 'low' | 'high' | 'max'): string =>
    String(findings.reduce((total, { points }) => total + Number(points[end]), 0));
  const points = { low: sum('low'), high: sum('high'), max: sum('max') };
  const count = (outcome: Outcome): number => findings.filter(one => one.finding.outcome === outcome).length;
  return {
    at: at(1, 'results.jsonl'),
    tool: { name: 'duibiao', version: tool ?? '1.0.0' },
    audit: {
      profile: {
        ...nobody,
        path: path ?? 'a.yaml',
        sha256: sha256 ?? '1'.repeat(64),
        center: { name: '甲中心', level: 'township', county: '某县', township: '甲乡' },
      },
      level: 'township',
      asOf: '2024-05-01',
      pack: { ...SAMPLE_PACK, id: 'p', version: '1.0.0', sha256: 'a'.repeat(64) },
      scheme: { ...SAMPLE_SCHEME, id: 's', sha256: 'b'.repeat(64) },
      findings,
      counts: { pass: count('pass'), fail: count('fail'), unknown: count('unknown'), 'not-applicable': 0 },
      sections: [],
      score: { ...points, points, grade: { candidates: SAMPLE_SCHEME.grades.slice(0, 1), decidedBy: [] } },
      warnings: [],
      ...made,
    },
  };
};

const WORDS: Words = {
  expected: rule => rule.note ?? { zh: '≥ 200 ㎡', en: 'at least 200 m²' },
  shortfall: () => ({ zh: '', en: '' }),
};

export const compared = (from: Kept, to: Kept): CenterChange => compareResults(from, to, WORDS);
