import { expect, test } from 'vitest';
import { provePack } from '../../src/authoring/prove/proof.ts';
import {
  casesForMissing,
  casesForSurvivors,
  type ProposedCase,
  withCases,
} from '../../src/authoring/prove/propose-cases.ts';
import { flow } from '../../src/cli/packs/test-words.ts';
import { casesOf, packWith } from './support.ts';

const CASE: ProposedCase = { rule: 'b', outcome: 'fail', profile: { 'hall.area': '9平方米' } };

test.each([
  ['a rule without any', 'a:\n  pass: [{}]\n', 'a:\n  pass: [{}]\nb:\n  fail: [{ hall.area: 9平方米 }]\n'],
  [
    'an outcome without any',
    'b: # 面积\n  pass: [{}]\n\nc:\n  pass: [{}]\n',
    'b: # 面积\n  pass: [{}]\n  fail: [{ hall.area: 9平方米 }]\n\nc:\n  pass: [{}]\n',
  ],
  [
    'a list on one line',
    'b:\n  fail: [{}]\nc:\n  pass: [{}]\n',
    'b:\n  fail: [{}, { hall.area: 9平方米 }]\nc:\n  pass: [{}]\n',
  ],
  [
    'a list over several lines',
    'b:\n  fail:\n    - {}\n  pass: [{}]\n',
    'b:\n  fail:\n    - {}\n    - { hall.area: 9平方米 }\n  pass: [{}]\n',
  ],
  ['no file yet', '', 'b:\n  fail: [{ hall.area: 9平方米 }]\n'],
])('a case is put where it belongs: %s', (_, before, after) => {
  expect(withCases(before, [CASE], flow)).toBe(after);
});

test('the cases that are proposed leave nothing missing and no mutant unnoticed', () => {
  const pack = packWith(
    'require: { hall.area: { at_least: 200 m² } }',
    'require: { hall.zones: { include_all: [等候区, 服务区] } }',
    'when: { hall.heated: yes }\nrequire: { hall.clean: yes }',
    'require: { every: counters, have: { height: { between: [80 cm, 100 cm] } }, when_empty: unknown }',
  );
  let text = '';
  for (let round = 0; round < 6; round++) {
    const proof = provePack(pack, text === '' ? [] : casesOf(text));
    const missing = casesForMissing(pack, proof);
    text = withCases(text, missing.length > 0 ? missing : casesForSurvivors(pack, proof), flow);
  }
  const { mismatches, missing, survivors, strays } = provePack(pack, casesOf(text));
  expect([mismatches, missing, survivors, strays].map(({ length }) => length)).toEqual([0, 0, 0, 0]);
});
