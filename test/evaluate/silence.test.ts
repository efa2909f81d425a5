import { describe, expect, it } from 'vitest';
import { silenceOf } from '../../src/evaluate/silence.ts';
import { ruleOf } from '../support/inline.ts';
import { SAMPLE_VOCABULARY } from '../support/sample.ts';

/** Rules, and what becomes of them where nothing is said, where it does not apply, where it did not occur, where a list is empty. */
const SILENT: readonly (readonly [
  body: string,
  outcomes: readonly string[],
  empty: Readonly<Record<string, string>>,
])[] = [
  ['require: { hall.notices: yes }', ['unknown', 'unknown', 'unknown'], {}],
  ['require: { hall.notices: yes }\naccepts_not_applicable: yes', ['unknown', 'not-applicable', 'unknown'], {}],
  ['require: { hall.notices: yes }\naccepts_not_occurred: yes', ['unknown', 'unknown', 'not-applicable'], {}],
  [
    'when: { hall.bank: yes }\nrequire: { hall.notices: yes }\naccepts_not_applicable: yes',
    ['unknown', 'not-applicable', 'unknown'],
    {},
  ],
  [
    'require: { every: counters, have: { height: { at_least: 80 cm } }, when_empty: met }',
    ['unknown', 'unknown', 'unknown'],
    { counters: 'pass' },
  ],
  [
    'require: { every: counters, have: { height: { at_least: 80 cm } }, when_empty: unmet }',
    ['unknown', 'unknown', 'unknown'],
    { counters: 'fail' },
  ],
  [
    'when: { windows.kind: { include_all: [信访窗口] } }\nrequire: { every: counters, have: { height: { at_least: 80 cm } }, when_empty: unknown }',
    ['unknown', 'unknown', 'unknown'],
    { counters: 'unknown', windows: 'not-applicable' },
  ],
  // 办法的起止日期和完成期限不算在内
  ['from: 2030-01-01\nrequire: { hall.notices: yes }', ['unknown', 'unknown', 'unknown'], {}],
  ['due: 2030-01-01\nrequire: { hall.notices: yes }', ['unknown', 'unknown', 'unknown'], {}],
];

describe('a rule of which nothing is said', () => {
  it.each(SILENT)('%s', (body, [undeclared, notApplicable, didNotOccur], empty) => {
    const silence = silenceOf(ruleOf(body, SAMPLE_VOCABULARY), SAMPLE_VOCABULARY);
    expect(silence).toEqual({
      undeclared,
      notApplicable,
      didNotOccur,
      empty: Object.entries(empty).map(([fact, outcome]) => ({ fact, outcome })),
    });
  });
});
