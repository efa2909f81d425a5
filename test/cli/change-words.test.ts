import { expect, it } from 'vitest';
import type { Change } from '../../src/authoring/prove/vary.ts';
import { changeText } from '../../src/cli/packs/change-words.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { succeed } from '../support/inline.ts';

const vocabulary = succeed(await shippedLibrary().vocabulary());

const AREA = 'hall.usable_area';
const HEIGHT = 'counters[2].height';
const ZONES = { fact: 'hall.zones', list: 'zones', code: 'waiting' } as const;
const METRES = { type: 'quantity', amount: '1.1', unit: 'm' } as const;

const SAID: readonly (readonly [Change, zh: string, en: string])[] = [
  [{ kind: 'none' }, '不变', 'unchanged'],
  [{ kind: 'undeclared', fact: AREA }, '不填“办事大厅使用面积”', 'Usable area of the service hall undeclared'],
  [
    { kind: 'not-applicable', fact: AREA },
    '“办事大厅使用面积”填“不适用”',
    'Usable area of the service hall not applicable',
  ],
  [
    { kind: 'did-not-occur', fact: AREA },
    '“办事大厅使用面积”填“未发生”',
    'Usable area of the service hall did not occur',
  ],
  [{ kind: 'value', fact: HEIGHT, value: METRES }, '“台面高度 #2”改为 1.1 米', 'Counter height #2 becomes 1.1 m'],
  [{ kind: 'with', ...ZONES }, '“办事大厅功能区域”加上“等候区”', 'Zones of the hall with Waiting zone'],
  [{ kind: 'without', ...ZONES }, '“办事大厅功能区域”去掉“等候区”', 'Zones of the hall without Waiting zone'],
  [
    { kind: 'exchanged', ...ZONES, by: 'self-service' },
    '“办事大厅功能区域”中的“等候区”换成“自助服务区”',
    'Zones of the hall: Self-service zone in place of Waiting zone',
  ],
  [{ kind: 'record-removed', fact: 'counters', number: 2 }, '“工作台”去掉第 2 条', 'Counters: entry 2 removed'],
  [{ kind: 'record-doubled', fact: 'counters', number: 2 }, '“工作台”第 2 条重复一次', 'Counters: entry 2 twice'],
  [{ kind: 'record-blank', fact: 'counters', number: 0 }, '“工作台”加一条空白', 'Counters: a blank entry more'],
  [{ kind: 'emptied', fact: 'counters' }, '“工作台”填“无”', 'Counters declared empty'],
];

it.each(SAID)('%j is said in both languages', (change, ...said) => {
  expect((['zh', 'en'] as const).map(lang => changeText(change, vocabulary, lang))).toEqual(said);
});
