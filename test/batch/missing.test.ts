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
