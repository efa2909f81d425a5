import type { Value } from '../../src/model/base/value.ts';
import type { Outcome } from '../../src/model/finding/finding.ts';
import type { KeptFinding, KeptResult } from '../../src/model/result/kept.ts';

const at = (line: number, file = 'a.yaml') => ({ file, line, column: 1 });

export interface Made extends Partial<KeptFinding> {
  readonly rule: string;
  readonly outcome: Outcome;
}

const EARNED = {
  pass: ['2', '2', '2'],
  fail: ['0', '0', '2'],
  unknown: ['0', '2', '2'],
  'not-applicable': ['0', '0', '0'],
} as const;

export const pointsOf = (outcome: Outcome): KeptFinding['points'] => {
  const [low, high, max] = EARNED[outcome];
  return { low, high, max };
};

/** A finding of a made-up result; what is not said is the same for all. */
export const finding = (made: Made): KeptFinding => ({
  clause: ['一'],
  obligation: 'must',
  section: 's',
  title: { zh: made.rule, en: made.rule },
  expected: { zh: '≥ 200 ㎡', en: 'at least 200 m²' },
  actual: { zh: '', en: '' },
  missing: [],
  grounds: [],
  location: at(1),
  points: made.waived === true ? { low: '0', high: '0', max: '0' } : pointsOf(made.outcome),
  waived: false,
  ...made,
});

export const area = (amount: string, unit: 'm²' = 'm²', line = 3): KeptFinding['grounds'] => [
  { fact: 'hall.area', value: { type: 'quantity', amount, unit } satisfies Value, location: at(line) },
];

export const lacking = (by: string, limit = 'below 200'): KeptFinding['matters'] => [
  { fact: 'hall.area', extent: { by, limit } },
];

/** A made-up result with these findings and the points that they add up to. */
export const result = (findings: readonly KeptFinding[], made: Partial<KeptResult> = {}): KeptResult => {
  const sum = (end: 'low' | 'high' | 'max'): string =>
    String(findings.reduce((total, { points }) => total + Number(points[end]), 0));
  const points = { low: sum('low'), high: sum('high'), max: sum('max') };
  return {
    at: at(1, 'results.jsonl'),
    center: { name: '甲中心', level: 'township', county: '某县', township: '甲乡' },
    profile: { path: 'a.yaml', sha256: '1'.repeat(64) },
    asOf: '2024-05-01',
    pack: { id: 'p', version: '1.0.0', sha256: 'a'.repeat(64) },
    scheme: { id: 's', sha256: 'b'.repeat(64) },
    tool: 'duibiao 1.0.0',
    score: { ...points, points, grades: [{ id: 'A' }] },
    findings,
    ...made,
  };
};
