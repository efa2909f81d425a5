import { expect, test } from 'vitest';
import { lintPack } from '../../src/authoring/lint/lint.ts';
import { firstOf } from '../support/first.ts';
import { packWith } from './support.ts';

const HEAD = { file: 'pack.yaml', line: 1, column: 1 };

const codes = (...bodies: readonly string[]): readonly string[] =>
  lintPack(packWith(...bodies), HEAD).map(({ code }) => code);

const AREA = 'require: { hall.area: { at_least: 200 m² } }';

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['nothing amiss', [AREA], []],
  ['a clause in another notation', [`clause: 条三\n${AREA}`], ['clause-form', 'section-elsewhere']],
  ['a clause outside its section', [`clause: 二(一)\n${AREA}`], ['section-elsewhere']],
  ['dates that leave no day', [`due: 2024-01-01\nuntil: 2024-01-01\n${AREA}`], ['dates-empty']],
  [
    'a condition that cannot hold',
    [`when: { all: [{ hall.seats: { at_least: 9 } }, { hall.seats: { at_most: 3 } }] }\n${AREA}`],
    ['condition-never'],
  ],
  ['a condition that always holds', [`when: { hall.seats: { at_least: 0 } }\n${AREA}`], ['condition-always']],
  ['a share of another number', ['require: { hall.seats: { at_least: { share: 80%, of: hall.windows } } }'], []],
  ['a share told as one', ['require: { share: hall.seats, of: hall.windows, is: { at_least: 80% } }'], []],
  ['so much for each', ['require: { hall.area: { at_least: { each: 6 m², of: hall.windows } } }'], []],
  [
    'bands of which one asks more than may be declared',
    ['require: { hall.area: { at_least: { by: hall.windows, bands: [{ below: 3, is: 6000 m² }, { is: 9000 m² }] } } }'],
    ['never-passes'],
  ],
  [
    'the figures of bands in the title',
    [
      'title: { zh: 不到3个窗口的50平方米, en: Area }\nrequire: { hall.area: { at_least: { by: hall.windows, bands: [{ below: 3, is: 50 m² }, { is: 90 m² }] } } }',
    ],
    [],
  ],
  ['a rule that cannot pass', ['require: { all: [{ hall.clean: yes }, { hall.clean: no }] }'], ['never-passes']],
  ['a figure outside what may be declared', ['require: { hall.area: { at_least: 9000 m² } }'], ['never-passes']],
  ['a rule that cannot fail', ['require: { hall.seats: { at_least: 0 } }'], ['never-fails']],
  [
    'a part that another implies',
    ['require: { all: [{ hall.area: { at_least: 200 } }, { hall.area: { at_least: 100 } }] }'],
    ['idle-part'],
  ],
  [
    'a reading that comes to the same as its rule',
    [
      `${AREA}\nreadings: [{ id: same, says: { zh: 换个写法, en: Told otherwise }, require: { all: [{ hall.area: { at_least: 200 m² } }, { hall.area: { at_least: 100 m² } }] } }]`,
    ],
    ['reading-alike'],
  ],
  [
    'a reading that cannot fail',
    [
      `${AREA}\nreadings: [{ id: idle, says: { zh: 怎样都行, en: Anything goes }, require: { hall.seats: { at_least: 0 } } }]`,
    ],
    ['never-fails'],
  ],
  ['two limits that leave nothing', [AREA, 'require: { hall.area: { at_most: 100 m² } }'], ['conflict']],
  [
    'two limits that leave nothing where both apply',
    [`when: { hall.heated: yes }\n${AREA}`, 'require: { hall.area: { at_most: 100 m² } }'],
    ['conflict'],
  ],
  [
    'two limits that never apply at once',
    [`when: { hall.heated: yes }\n${AREA}`, 'when: { hall.heated: no }\nrequire: { hall.area: { at_most: 100 m² } }'],
    [],
  ],
  [
    'two limits of which one may be passed over',
    [AREA, 'obligation: may\nrequire: { hall.area: { at_most: 100 m² } }'],
    [],
  ],
  ['a limit within another', [AREA, 'require: { hall.area: { at_least: 100 m² } }'], ['follows']],
  [
    'a limit within another that binds less',
    [`obligation: should\n${AREA}`, 'require: { hall.area: { at_least: 100 m² } }'],
    [],
  ],
  [
    'a limit within another where that is not asked',
    [`when: { hall.heated: yes }\n${AREA}`, 'require: { hall.area: { at_least: 100 m² } }'],
    [],
  ],
  [
    'terms of which one may not be there',
    [
      'require: { hall.zones: { include_all: [等候区, 服务区] } }',
      'require: { hall.zones: { include_none: [等候区] } }',
    ],
    ['conflict'],
  ],
  ['the same check twice', [AREA, AREA], ['overlap']],
  [
    'a list within another',
    [
      'require: { hall.zones: { include_all: [等候区, 服务区] } }',
      'require: { hall.zones: { include_all: [服务区] } }',
    ],
    ['overlap'],
  ],
  [
    'lists that differ',
    [
      'require: { hall.zones: { include_all: [等候区, 服务区] } }',
      'require: { hall.zones: { include_all: [服务区, 咨询区] } }',
    ],
    [],
  ],
  ['the same check under other conditions', [AREA, `when: { hall.heated: yes }\n${AREA}`], []],
  [
    'a figure in the title that is not in the check',
    [`title: { zh: 不少于300平方米, en: Area }\n${AREA}`],
    ['figure-differs'],
  ],
  ['a figure in Chinese numerals', [`remedy: { zh: 设三个窗口, en: Enlarge it }\n${AREA}`], ['figure-differs']],
  [
    'the figure of the check in another unit',
    [
      'remedy: { zh: 做到0.8米, en: Make it 80 cm }\nrequire: { some: counters, have: { height: { at_least: 80 cm } } }',
    ],
    [],
  ],
  ['names with figures in them', [`remedy: { zh: 按JGJ48执行并打印A4纸, en: Follow JGJ48 }\n${AREA}`], []],
  ['an English text in Chinese', [`title: { zh: 面积, en: 面积 }\n${AREA}`], ['language-missing']],
  ['a Chinese text in English', [`title: { zh: area, en: area }\n${AREA}`], ['language-missing']],
])('%s', (_, bodies, expected) => {
  expect(codes(...bodies)).toEqual(expected);
});

test('a fact that nobody can verify', () => {
  const pack = packWith('verify: { zh: 看, en: See }\nrequire: { hall.clean: yes }');
  const rule = firstOf(pack.rules);
  const { verify: _, ...blind } = rule;
  expect(lintPack({ ...pack, rules: [blind] }, HEAD).map(({ code }) => code)).toEqual(['unverifiable']);
});

test('a section and a level without rules', () => {
  const pack = packWith(AREA);
  const section = { id: 'idle', clause: '二', title: { zh: '空', en: 'Idle' } };
  const more = {
    ...pack,
    sections: [...pack.sections, section] as const,
    levels: { ...pack.levels, village: { zh: '站', en: 'Station' } },
  };
  expect(lintPack(more, HEAD).map(({ code }) => code)).toEqual(['section-unused', 'level-unused']);
});
