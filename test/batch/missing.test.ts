import { expect, it } from 'vitest';
import { frameOf, rowOf } from '../../src/batch/summary/row.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import { factIdOf, isUnsaid } from '../../src/model/finding/finding.ts';
import { sampleAudit } from '../support/sample.ts';
import { AUDITS } from '../support/subjects.ts';

const unsaidIn = ({ findings, scorecard }: Audit): readonly string[] => {
  const open = findings.flatMap(({ finding }) => (finding.outcome === 'unknown' ? finding.gaps : []));
  const gaps = [...open, ...(scorecard?.result.items ?? []).flatMap(item => item.gaps)];
  return [...new Set(gaps.filter(isUnsaid).map(({ fact }) => factIdOf(fact)))].toSorted();
};

it.each<[string, () => Audit]>([['nothing', () => sampleAudit('hall.bank: 否')], ...Object.entries(AUDITS)])(
  'what was not said of %s is known by name, a list as a whole too',
  (_, made) => {
    const audit = made();
    const frame = frameOf(audit.pack, audit.level, audit.scheme);
    const { missing } = rowOf(audit, frame, 'undecided');
    expect(missing.map(at => frame.facts[at]?.id ?? '').toSorted()).toEqual(unsaidIn(audit));
  },
);

it.each([
  ['180', 1],
  ['179.9', 0],
  ['199.9', 1],
  ['200', 0],
  ['0.27亩', 1],
  ['0.26亩', 0],
  ['0.0018公顷', 0],
  ['0.018公顷', 1],
])('an area of %s where 200 m² are asked is just short of it %i times', (area, times) => {
  const audit = sampleAudit(`hall.area: ${area}`);
  const frame = frameOf(audit.pack, audit.level, audit.scheme);
  expect(rowOf(audit, frame, 'failed').near).toHaveLength(times);
});
