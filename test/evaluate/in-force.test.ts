import { expect, it } from 'vitest';
import { findingOf } from '../support/inline.ts';
import { SAMPLE_VOCABULARY } from '../support/sample.ts';

const BOTH = 'from: 2025-01-01\nuntil: 2025-12-31';

/** The days of a rule, a day, and which of the days puts it out of force; none where it binds. */
it.each([
  [BOTH, '2024-12-31', 'not-in-force 2025-01-01'],
  [BOTH, '2025-01-01', undefined],
  [BOTH, '2025-12-31', undefined],
  [BOTH, '2026-01-01', 'not-in-force 2025-12-31'],
  ['from: 2025-01-01', '2024-06-01', 'not-in-force 2025-01-01'],
  ['until: 2025-12-31', '2026-06-01', 'not-in-force 2025-12-31'],
  ['due: 2025-06-30', '2025-06-30', 'not-yet-due 2025-06-30'],
  ['due: 2025-06-30', '2025-07-01', undefined],
])('%s, on %s: %s', (days, asOf, expected) => {
  const finding = findingOf(`${days}\nrequire: { hall.notices: yes }`, 'hall.notices: 否', SAMPLE_VOCABULARY, asOf);
  const reason = finding.outcome === 'not-applicable' && 'date' in finding.reason ? finding.reason : undefined;
  expect(reason && `${reason.kind} ${reason.date}`).toBe(expected);
  expect(finding.outcome).toBe(expected === undefined ? 'fail' : 'not-applicable');
});
