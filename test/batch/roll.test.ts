import { describe, expect, it } from 'vitest';
import { callRoll } from '../../src/batch/summary/roll.ts';
import type { Center } from '../../src/model/profile/profile.ts';
import type { RosterState, RosterSummary } from '../../src/model/result/summary.ts';
import { rosterTexts } from '../../src/words/batch.ts';

const at = (file: string, line = 1) => ({ file, line, column: 1 });

const NAMES: readonly Center[] = [
  { name: '坏柳镇便民服务中心', county: '青县' },
  { name: '柳镇便民服务中心', county: '青县' },
  { township: '松岭乡', county: '青县' },
  { township: '松岭乡', county: '白县' },
  { name: '桥头村党群服务站' },
];

/** The roll of these five after what could not be read came in these files. */
const given = (...files: readonly string[]): RosterSummary => {
  const roll = callRoll(NAMES.map((center, index) => ({ center, location: at('名册.csv', index + 1) })));
  for (const file of files) roll.arrive({ center: {}, location: at(file), state: 'rejected' });
  return roll.summary();
};

const statesOf = ({ missing }: RosterSummary): readonly RosterState[] => missing.map(({ state }) => state);

const [OPEN, CAME] = ['not-submitted', 'unreadable'] as const;

// A file, and whose it is taken for.
const CLAIMS: readonly (readonly [file: string, states: readonly RosterState[]])[] = [
  ['坏柳镇.yaml', [CAME, OPEN, OPEN, OPEN, OPEN]],
  ['3-柳镇便民服务中心申报表(2).xlsx', [OPEN, CAME, OPEN, OPEN, OPEN]],
  ['柳镇、坏柳镇.xlsx', [CAME, CAME, OPEN, OPEN, OPEN]],
  ['坏柳镇/申报表.xlsx', [CAME, OPEN, OPEN, OPEN, OPEN]],
  ['柳镇转来/坏柳镇.xlsx', [CAME, OPEN, OPEN, OPEN, OPEN]],
  ['白县\\松岭乡.xls', [OPEN, OPEN, OPEN, CAME, OPEN]],
  ['松岭乡.xls', [OPEN, OPEN, CAME, CAME, OPEN]],
  ['桥头村（改）.docx', [OPEN, OPEN, OPEN, OPEN, CAME]],
  ['汇总.xlsx', [OPEN, OPEN, OPEN, OPEN, OPEN]],
];

describe('the roll', () => {
  it.each(CLAIMS)('knows by its name whose file it is that cannot be read (%s)', (file, states) => {
    const summary = given(file);
    expect(statesOf(summary)).toEqual(states);
    expect(summary.unclaimed.map(location => location.file)).toEqual(states.includes(CAME) ? [] : [file]);
    for (const { state, arrived } of summary.missing) expect(arrived?.file).toBe(state === CAME ? file : undefined);
  });

  it('says who is missing, whose submission cannot be read, and that nobody knows whose another is', () => {
    const summary = given('坏柳镇.yaml', '汇总.xlsx', '汇总.xlsx');
    expect(rosterTexts(summary).map(({ zh }) => zh)).toEqual([
      '应报 5，未报送 4：柳镇便民服务中心、松岭乡、松岭乡、桥头村党群服务站',
      '已收到，读不出 1：坏柳镇便民服务中心（坏柳镇.yaml）',
      '另有 1 份文件读不出，也认不出是谁的，未报送的可能在其中：汇总.xlsx',
    ]);
  });

  it.each<[came: string, known: readonly string[]]>([
    ['石桥镇便民服务中心', ['石桥镇便民服务中心（新）']],
    ['石桥镇便民服务中心（新址）', ['石桥镇便民服务中心（新）']],
    ['老鸦乡便民服务中心', ['老鸦乡便民服务中心（已撤并）']],
    ['柳镇便民服务中心（新）', ['柳镇便民服务中心']],
    ['沙岭镇便民服务中心', ['沙岭镇便民服务中心']],
    ['沙岭镇便民服务中心（新）', ['沙岭镇便民服务中心（新）']],
    ['东河镇便民服务中心', []],
    ['西河镇便民服务中心', []],
  ])('takes a name for the one that is the same but for a remark behind it: %s', (name, known) => {
    const listed = [
      ...['石桥镇便民服务中心（新）', '老鸦乡便民服务中心（已撤并）', '柳镇便民服务中心', '沙岭镇便民服务中心'],
      ...[
        '沙岭镇便民服务中心（新）',
        '东河镇便民服务中心（新）',
        '东河镇便民服务中心（原河乡）',
        '西河镇便民服务中心（东区）',
      ],
    ];
    const roll = callRoll(
      listed.map((called, index) => ({ center: { name: called }, location: at('名册.csv', index + 1) })),
    );
    roll.arrive({ center: { name, level: 'township' }, location: at('表.yaml'), state: 'audited' });
    const missing = roll.summary().missing.map(({ center }) => center.name);
    expect(listed.filter(one => !missing.includes(one))).toEqual(known);
    expect(roll.summary().unlisted).toHaveLength(known.length === 0 ? 1 : 0);
  });

  it.each<[came: Center, known: readonly string[]]>([
    [{ township: '柳镇', county: '青县', level: 'township' }, ['柳镇便民服务中心']],
    [{ township: '坏柳镇', county: '青县', level: 'township' }, ['坏柳镇便民服务中心']],
    [{ township: '柳镇', county: '白县', level: 'township' }, []],
    [{ township: '柳镇', county: '青县', level: 'village' }, []],
    [{ name: '柳镇服务站', township: '柳镇', county: '青县', level: 'township' }, []],
    [{ township: '石桥镇', level: 'township' }, []],
    [{ township: '石桥镇', level: 'sub_center' }, ['石桥镇政务服务中心分中心']],
  ])('takes a township without a name for the one centre that is named after it: %o', (center, known) => {
    const two: readonly Center[] = [
      { name: '石桥镇便民服务中心' },
      { name: '石桥镇便民服务站' },
      { name: '石桥镇政务服务中心分中心', level: 'sub_center' },
    ];
    const listed = [...NAMES, ...two];
    const roll = callRoll(listed.map((entry, index) => ({ center: entry, location: at('名册.csv', index + 1) })));
    roll.arrive({ center, location: at('表.xlsx'), state: 'audited' });
    const { missing, unlisted } = roll.summary();
    expect(listed.filter(one => !missing.some(entry => entry.center === one)).map(({ name }) => name)).toEqual(known);
    expect(unlisted).toHaveLength(known.length === 0 ? 1 : 0);
  });

  // 名册上只写地名的
  it.each<[listed: Center, came: Center, isIt: boolean]>([
    [{ name: '丙村', level: 'village' }, { name: '丙村便民服务站', township: '甲镇', level: 'village' }, true],
    [{ name: '甲镇' }, { name: '甲镇便民服务中心', level: 'township' }, true],
    [{ township: '甲镇' }, { name: '甲镇便民服务中心', level: 'township' }, true],
    [{ township: '甲镇' }, { name: '甲镇便民服务站', level: 'village' }, false],
    [{ name: '甲镇' }, { name: '丙村便民服务站', township: '甲镇', level: 'village' }, false],
    [{ name: '甲镇' }, { name: '甲镇党群服务中心', township: '甲镇', level: 'township' }, true],
  ])('%o on the list is %o: %s', (listed, came, isIt) => {
    const roll = callRoll([{ center: listed, location: at('名册.csv') }]);
    roll.arrive({ center: came, location: at('表.xlsx'), state: 'audited' });
    expect(roll.summary().missing).toHaveLength(isIt ? 0 : 1);
  });

  it('goes by the best that came of a centre, whatever came last', () => {
    const roll = callRoll([{ center: { name: '坏柳镇便民服务中心' }, location: at('名册.csv') }]);
    const own = { name: '坏柳镇便民服务中心' };
    roll.arrive({ center: own, location: at('新.xlsx'), state: 'rejected' });
    roll.arrive({ center: {}, location: at('坏柳镇.xlsx'), state: 'rejected' });
    expect(roll.summary().missing).toMatchObject([{ state: 'rejected', arrived: { file: '新.xlsx' } }]);
    roll.arrive({ center: own, location: at('旧.xlsx'), state: 'audited' });
    roll.arrive({ center: own, location: at('更旧.xlsx'), state: 'set-aside' });
    expect(roll.summary()).toEqual({ expected: 1, missing: [], unlisted: [], unclaimed: [] });
  });

  // One of the roster and one that came: whether it is that one.
  const TICKS: readonly (readonly [expected: Center, came: Center, ticked: boolean])[] = [
    [{ name: '青县柳镇便民服务中心' }, { name: '柳镇便民服务中心', county: '青县', level: 'township' }, true],
    [{ name: '柳镇便民服务中心' }, { name: '青县柳镇便民服务中心', county: '青县', level: 'township' }, true],
    [{ name: '青县柳镇' }, { township: '柳镇', county: '青县', level: 'township' }, true],
    [{ name: '白县柳镇便民服务中心' }, { name: '柳镇便民服务中心', county: '青县', level: 'township' }, false],
    [{ name: '青县柳镇' }, { name: '桥头村党群服务站', township: '柳镇', county: '青县', level: 'village' }, false],
    [{ name: '桥头村党群服务站' }, { name: '桥头村党群服务站', level: 'village' }, true],
    [{ name: '桥头村党群服务站', level: 'village' }, { name: '桥头村党群服务站' }, true],
    [{ name: '桥头村党群服务站', level: 'village' }, { name: '桥头村党群服务站', level: 'township' }, false],
    [{ name: '桥头村党群服务站', township: '柳镇' }, { name: '桥头村党群服务站' }, true],
    [{ name: '桥头村党群服务站' }, { name: '桥头村党群服务站', township: '柳镇' }, true],
    [{ name: '桥头村党群服务站', township: '柳镇' }, { name: '桥头村党群服务站', township: '杨镇' }, false],
    [{ name: '桥头村党群服务站', county: '青县' }, { name: '桥头村党群服务站' }, true],
    [{ name: '桥头村党群服务站', county: '青县' }, { name: '桥头村党群服务站', county: '白县' }, false],
    [{ name: '桥头村党群服务站' }, { name: '桥头村便民服务站' }, false],
    [{ name: '柳镇' }, { name: '便民服务中心', township: '柳镇' }, true],
    [{ name: '柳镇便民服务中心', township: '柳镇' }, { name: '柳镇党群服务站', township: '柳镇' }, false],
    [{ township: '柳镇' }, { township: '柳镇' }, true],
    [{ township: '柳镇' }, { name: '柳镇便民服务中心', township: '柳镇', level: 'township' }, true],
    [{ township: '柳镇' }, { name: '桥头村党群服务站', township: '柳镇', level: 'village' }, false],
    [{ township: '柳镇', level: 'village' }, { name: '桥头村党群服务站', township: '柳镇', level: 'village' }, true],
    [{ township: '柳镇' }, { township: '杨镇' }, false],
  ];

  it.each(TICKS)('%o is ticked off by %o: %s', (expected, came, ticked) => {
    const roll = callRoll([{ center: expected, location: at('名册.csv') }]);
    roll.arrive({ center: came, location: at('表.xlsx'), state: 'audited' });
    const { missing, unlisted } = roll.summary();
    expect([missing.length, unlisted.length]).toEqual(ticked ? [0, 0] : [1, 1]);
  });

  it('of two that are as good tells where the later one stands', () => {
    const own = { name: '坏柳镇便民服务中心' };
    const roll = callRoll([{ center: own, location: at('名册.csv') }]);
    for (const file of ['一.xlsx', '二.xlsx']) roll.arrive({ center: own, location: at(file), state: 'rejected' });
    expect(roll.summary().missing).toMatchObject([{ state: 'rejected', arrived: { file: '二.xlsx' } }]);
  });

  it('takes the longer of two names that stand in one, whichever is listed first', () => {
    const [short, long] = [{ name: '柳镇便民服务中心' }, { name: '坏柳镇便民服务中心' }];
    for (const listed of [
      [short, long],
      [long, short],
    ]) {
      const roll = callRoll(listed.map(center => ({ center, location: at('名册.csv') })));
      roll.arrive({ center: {}, location: at('坏柳镇.xlsx'), state: 'rejected' });
      const came = roll.summary().missing.filter(({ state }) => state === 'unreadable');
      expect(came.map(({ center }) => center)).toEqual([long]);
    }
  });
});
