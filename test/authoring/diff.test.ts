import { expect, test } from 'vitest';
import { diffPacks } from '../../src/authoring/diff.ts';
import { sideText } from '../../src/tell/diff.ts';
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
  [
    'so many of a list, under another filter',
    ['require: { count: counters, where: { use: 服务区 }, is: { at_least: 2 } }'],
    ['require: { count: counters, where: { use: 等候区 }, is: { at_least: 2 } }'],
    [['counters', 'differs']],
  ],
  [
    'so many of a list, and not fewer than as many',
    ['require: { count: counters, where: { use: 服务区 }, is: { at_least: 2 } }'],
    ['require: { not: { count: counters, where: { use: 服务区 }, is: { at_most: 1 } } }'],
    [['counters', 'differs']],
  ],
  [
    'so many of a list on the same two sides, in another order',
    ['require: { count: counters, where: { use: 服务区 }, is: { at_least: 2, at_most: 4 } }'],
    ['require: { count: counters, where: { use: 服务区 }, is: { at_most: 4, at_least: 2 } }'],
    [['counters', 'same']],
  ],
  [
    'one of some of a list, by what it has and which it is',
    [
      'require: { some: counters, where: { use: 服务区 }, have: { all: [{ height: { at_most: 75 cm } }, { duties: { include_all: [咨询区] } }] } }',
    ],
    ['require: { some: counters, where: { use: 服务区 }, have: { height: { at_most: 75 cm } } }'],
    [
      ['counters.height', 'same'],
      ['counters.duties', 'only-left'],
    ],
  ],
  [
    'an alternative in place of one of its ways',
    [AREA],
    ['require: { any: [{ hall.area: { at_least: 200 m² } }, { hall.clean: yes }] }'],
    [
      ['hall.area', 'differs'],
      ['hall.clean', 'only-right'],
    ],
  ],
  [
    'the same under another clause, of two editions',
    [`clause: 一\n${AREA}`],
    [`clause: 二\n${AREA}`],
    [['hall.area', 'moved']],
  ],
])('%s', (_, left, right, expected) => {
  expect(relations(left, right)).toEqual(expected);
});

test('an alternative stays one, and is told with the fact that it begins with', () => {
  const either = packWith('require: { any: [{ hall.area: { at_least: 200 m² } }, { hall.clean: yes }] }');
  const rows = diffPacks({ pack: packWith('require: { hall.seats: { at_least: 1 } }') }, { pack: either });
  const diff = { left: either, right: either, names: { left: '', right: '' }, all: rows, rows, lang: 'zh' } as const;
  expect(rows.slice(1).map(row => sideText(row, 'right', diff).replace(/^[^：]*：/u, ''))).toEqual([
    '大厅面积 ≥ 200 ㎡，或者大厅整洁',
    '可选做法的一部分，见“大厅面积”',
  ]);
});

test('facts come in the order of the second document, what it left out where it stood', () => {
  const left = packWith('require: { hall.zones: { include_all: [等候区] } }', 'require: { hall.clean: yes }');
  const right = packWith('require: { hall.zones: { include_all: [服务区] } }', AREA);
  expect(diffPacks({ pack: left }, { pack: right }).map(({ fact }) => fact)).toEqual([
    'hall.zones',
    'hall.clean',
    'hall.area',
  ]);
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
