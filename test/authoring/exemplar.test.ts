import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { tryRule } from '../../src/authoring/facts.ts';
import { failJust, makeExemplar } from '../../src/authoring/prove/exemplar.ts';
import { plainFacts } from '../../src/authoring/prove/plain.ts';
import { firstOf } from '../support/first.ts';
import { profileOf } from '../support/inline.ts';
import { CHECKS, packWith, vocabulary } from './support.ts';

test.each(CHECKS)('%s can be satisfied, and failed alone', body => {
  const pack = packWith(body);
  const exemplar = makeExemplar(pack, 'township');
  const failing = failJust(pack, 'township', 'r1', exemplar);
  expect(exemplar.unsatisfied).toEqual([]);
  expect(failing && tryRule(firstOf(pack.rules), failing.facts, exemplar.asOf).outcome).toBe('fail');
});

const MANY = [
  'require: { hall.area: { at_least: 200 m² } }',
  'require: { hall.area: { at_most: 300 m² } }',
  'require: { counters.use: { include_all: [等候区, 服务区] } }',
  'require: { every: counters, where: { use: 服务区 }, have: { height: { between: [80 cm, 100 cm] } }, when_empty: unmet }',
  'require: { some: counters, where: { use: 服务区 }, have: { height: { at_most: 85 cm } } }',
  'require: { count: counters, where: { use: 等候区 }, is: { at_least: 2 } }',
  'require: { hall.seats: { at_least: { fact: counters, times: 3 } } }',
  'require: { hall.posted: { covers: hall.zones } }',
  'require: { hall.zones: { include_all: [自助区] } }',
];

test('rules about the same things are satisfied together', () => {
  expect(makeExemplar(packWith(...MANY), 'township').unsatisfied).toEqual([]);
});

test('rules that contradict each other are named', () => {
  const pack = packWith(
    'require: { hall.area: { at_least: 200 m² } }',
    'require: { hall.area: { less_than: 200 m² } }',
  );
  expect(makeExemplar(pack, 'township').unsatisfied).toHaveLength(1);
});

test('the smallest change fails one rule, and says what falls with it', () => {
  const pack = packWith('require: { hall.area: { at_least: 200 m² } }', 'require: { hall.area: { at_least: 100 m² } }');
  const exemplar = makeExemplar(pack, 'township');
  const first = failJust(pack, 'township', 'r1', exemplar);
  const second = failJust(pack, 'township', 'r2', exemplar);
  expect(first?.changes).toEqual([
    { kind: 'value', fact: 'hall.area', value: { type: 'quantity', amount: '199.99', unit: 'm²' } },
  ]);
  expect(first?.alsoFailing).toEqual([]);
  expect(second?.alsoFailing.map(({ id }) => id)).toEqual(['r1']);
});

test('an exemplar written down and read again passes still', () => {
  const pack = packWith(...MANY);
  const { facts, asOf } = makeExemplar(pack, 'township');
  const read = profileOf(stringify(plainFacts(facts, vocabulary, 'label')), vocabulary);
  expect(pack.rules.map(rule => tryRule(rule, read.facts, asOf).outcome)).toEqual(pack.rules.map(() => 'pass'));
});

test('facts are written as a clerk writes them', () => {
  const { facts } = makeExemplar(
    packWith('require: { hall.zones: { include_all: [等候区] } }', 'require: { hall.area: { equals: 40 m² } }'),
    'township',
  );
  expect(plainFacts(facts, vocabulary, 'label')).toEqual({ 办事大厅: { 大厅面积: '40平方米', 功能区: ['等候区'] } });
  expect(plainFacts(facts, vocabulary, 'id')).toEqual({ 'hall.area': '40平方米', 'hall.zones': ['等候区'] });
});
