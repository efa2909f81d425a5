import { expect, test } from 'vitest';
import { provePack } from '../../src/authoring/prove/proof.ts';
import { runCases } from '../../src/authoring/prove/test-pack.ts';
import { placeInFile } from '../../src/model/base/location.ts';
import { readCases } from '../../src/read/pack/cases.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { succeed } from '../support/inline.ts';
import { casesOf, packWith, vocabulary } from './support.ts';

const pack = packWith(
  'require: { hall.area: { at_least: 200 m² } }',
  'when: { hall.heated: yes }\nrequire: { hall.clean: yes }\ndue: 2021-11-15',
);

test('a case that comes out otherwise is told with its place, what was expected and what it rests on', () => {
  const results = runCases(pack, casesOf('r1:\n  pass: [{ hall.area: 200 }, { hall.area: 199.9 }]\n  unknown: [{}]\n'));
  expect(results.met).toBe(2);
  expect(results.mismatches.map(({ case: { location }, finding }) => [placeInFile(location), finding.outcome])).toEqual(
    [['2:30', 'fail']],
  );
});

test.each([
  ['not-applicable: [{ hall.heated: 否 }]', []],
  ['pass: [{ hall.heated: 是, hall.clean: 是 }]', []],
  ['not-applicable: [{ hall.heated: 是, hall.clean: 是, as_of: 2021-11-15 }]', []],
  ['pass: [{ hall.heated: 是, hall.clean: 是, as_of: 2021-11-15 }]', ['not-applicable']],
  ['unknown: [{ hall.clean: 是 }]', []],
])('%s', (body, outcomes) => {
  const { mismatches } = runCases(pack, casesOf(`r2:\n  ${body}\n`));
  expect(mismatches.map(({ finding }) => finding.outcome)).toEqual(outcomes);
});

test('cases of a rule that is not there, or at a level it does not bind, are strays', () => {
  const { strays } = runCases(pack, casesOf('r9:\n  pass: [{}]\nr1:\n  pass: [{ level: village, hall.area: 300 }]\n'));
  expect(strays.map(({ rule }) => rule)).toEqual(['r9', 'r1']);
});

test.each([
  ['r1: [1]', '1:5'],
  ['r1:\n  passes: [{}]', '2:3'],
  ['r1:\n  pass: {}', '2:9'],
  ['r1:\n  pass: [{ hall.aera: 200 }]', '2:12'],
  ['r1:\n  pass: [{ hall.area: big }]', '2:23'],
  ['r1:\n  pass: [{ as_of: soon }]', '2:19'],
])('%s is refused at %s', (text, place) => {
  const read = readCases(succeed(readYaml('cases.yaml', text)), vocabulary);
  expect(read.ok ? [] : read.problems.map(({ location }) => placeInFile(location))).toEqual([place]);
});

test('a rule short of cases is named with the outcomes that want one', () => {
  const { missing } = provePack(
    pack,
    casesOf('r1:\n  pass: [{ hall.area: 200 }]\n  fail: [{ hall.area: 199 }]\n  unknown: [{}]\n'),
  );
  expect(missing.map(({ rule, outcomes }) => [rule.id, outcomes])).toEqual([
    ['r2', ['pass', 'fail', 'unknown', 'not-applicable']],
  ]);
});
