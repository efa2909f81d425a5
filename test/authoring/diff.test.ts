import { expect, test } from 'vitest';
import { diffPacks } from '../../src/authoring/diff.ts';
import { packWith } from './support.ts';

const relations = (left: readonly string[], right: readonly string[]): readonly (readonly [string, string])[] =>
  diffPacks({ pack: packWith(...left) }, { pack: packWith(...right) }).map(({ fact, relation }) => [fact, relation]);

const AREA = 'require: { hall.area: { at_least: 200 m² } }';

test.each<readonly [string, readonly string[], readonly string[], readonly (readonly [string, string])[]]>([
  ['the same', [AREA], [AREA], [['hall.area', 'same']]],
  ['another figure', [AREA], ['require: { hall.area: { at_least: 100 m² } }'], [['hall.area', 'differs']]],
  ['another obligation', [AREA], [`obligation: should\n${AREA}`], [['hall.area', 'differs']]],
  [
    'one side alone',
    [AREA],
    ['require: { hall.clean: yes }'],
    [
      ['hall.area', 'only-left'],
      ['hall.clean', 'only-right'],
    ],
  ],
  [
    'the order of a list',
    ['require: { hall.zones: { include_all: [等候区, 服务区] } }'],
    ['require: { hall.zones: { include_all: [服务区, 等候区] } }'],
    [['hall.zones', 'same']],
  ],
  [
    'a field under another filter',
    ['require: { every: counters, have: { height: { at_least: 80 cm } }, when_empty: met }'],
    ['require: { every: counters, where: { use: 服务区 }, have: { height: { at_least: 80 cm } }, when_empty: met }'],
    [['counters.height', 'differs']],
  ],
])('%s', (_, left, right, expected) => {
  expect(relations(left, right)).toEqual(expected);
});

test('lists are compared item by item', () => {
  const left = packWith('require: { hall.zones: { include_all: [等候区, 服务区] } }');
  const right = packWith('require: { hall.zones: { include_all: [服务区, 咨询区] } }');
  expect(diffPacks({ pack: left }, { pack: right })[0]?.terms).toEqual({
    list: 'zones',
    onlyLeft: ['waiting'],
    onlyRight: ['advice'],
    both: ['service'],
  });
});
