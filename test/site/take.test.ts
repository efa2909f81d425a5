import { describe, expect, it } from 'vitest';
import { besides, deskIn } from '../../src/site/desk.ts';
import { recordYaml } from '../../src/site/record.ts';
import { take } from '../../src/site/take.ts';
import { type Centre, openSite, weigh } from '../../src/site/weigh.ts';
import { sampleCentres } from '../support/centres.ts';

const [sample] = await sampleCentres();
if (sample === undefined) throw new Error('there are sample centres');
const { vocabulary, ...pack } = sample.pack;
const { level, scheme } = sample;
const site = openSite({ lang: 'zh', version: '', level, pack, vocabulary, scheme, declared: [] });

const NAME = '青石坳镇便民服务中心';
const HEAD = `核查对象: ${NAME}\n阶段: 核查\n核查日期: 2026年11月20日\n检查级别: 县级\n核查人: 周检\n`;
const line = (fact: string, value: string): string =>
  `核查情况: [{ 填报项: ${fact}, 核查结果: ${value}, 理由: 现场 }]\n`;

let ids = 0;
const taken = (text: string) => take('记录.yaml', new TextEncoder().encode(text), [], site, () => `n${++ids}`);

describe('what the page for the site takes in', () => {
  it('is one centre in two records, with what is found in both', async () => {
    const records = ['办事大厅使用面积: 201', '敞开式办公: 是'].map(found => {
      const [fact = '', value = ''] = found.split(': ');
      const lines = [{ 填报项: fact, 核查结果: value, 理由: '现场' }];
      return { 核查对象: NAME, 阶段: '核查', 检查级别: '县级', 核查人: '周检', 核查情况: lines };
    });
    const text = JSON.stringify(records);
    const known: Centre = { id: 'a', declared: { 'center.name': NAME }, found: {} };
    const { centres, problems } = await take('记录.json', new TextEncoder().encode(text), [known], site, () => 'b');
    expect(problems).toEqual([]);
    expect(centres.map(({ id, found }) => [id, Object.keys(found)])).toEqual([
      ['a', ['hall.usable_area', 'hall.open_plan']],
    ]);
  });

  it('has the day as a page has it', async () => {
    expect((await taken(`${HEAD}${line('办事大厅使用面积', '201')}`)).inspector?.date).toBe('2026-11-20');
  });

  it('agrees with things whose names have the sign in them that stands between names', async () => {
    const [wordy, plain] = ['出入口、楼梯、扶梯等符合JGJ48', '敞开式办公'];
    const { centres } = await taken(`${HEAD}相符: ${wordy}、没有这一项、${plain}\n${line('办事大厅使用面积', '201')}`);
    const agreed = Object.entries(centres[0]?.found ?? {}).flatMap(([id, { agrees }]) => (agrees ? [id] : []));
    expect(agreed.toSorted()).toEqual(['hall.open_plan', 'safety.jgj48_conformity']);
  });
});

describe('a record from the page', () => {
  it('keeps the title of its standard a remark, whatever is in it', () => {
    const title = { zh: '办法\n阶段: 终审', en: 'Rules' };
    const named = openSite({ ...site.data, pack: { ...pack, title } });
    const centre: Centre = {
      id: 'a',
      declared: { 'center.name': NAME },
      found: { 'hall.usable_area': { value: '201' } },
    };
    const inspector = { person: '周检', level: '县级', date: '2026-11-20' };
    const record = recordYaml(centre, weigh(centre, named, '2026-11-20'), inspector, named);
    expect(record.split('\n').filter(one => one.startsWith('阶段'))).toEqual(['阶段: 核查']);
  });
});

const CENTRE = { id: 'a', declared: { 'center.name': NAME }, found: { 'hall.usable_area': { value: '201' } } };
const DESK = {
  kept: 1,
  lang: 'zh',
  inspector: { person: '周检', level: '县级', date: '2026-11-20' },
  centres: [CENTRE],
  current: 'a',
};
const centreWith = (more: object): object => ({ ...DESK, centres: [{ ...CENTRE, ...more }] });

/** What would leave the page blank from then on, were it taken for a desk. */
const NONE: Readonly<Record<string, unknown>> = {
  'no desk at all': { a: 1 },
  'a language that there is not': { ...DESK, lang: 'fr' },
  'no inspector': { ...DESK, inspector: undefined },
  'an inspector who is a word': { ...DESK, inspector: '周检' },
  'no centre': { ...DESK, centres: [] },
  'a centre that is none': { ...DESK, centres: [null] },
  'a centre that is a word': { ...DESK, centres: ['a'] },
  'a centre that declares nothing': centreWith({ declared: null }),
  'a centre without findings': centreWith({ found: undefined }),
  'a number declared': centreWith({ declared: { 'hall.usable_area': 201 } }),
  'a finding that is a number': centreWith({ found: { 'hall.usable_area': 201 } }),
  'a value that is a number': centreWith({ found: { 'hall.usable_area': { value: 201 } } }),
  'a value that is nothing': centreWith({ found: { 'hall.usable_area': { value: null } } }),
  'a record that is none': centreWith({ found: { counters: { value: [null] } } }),
  'a field that is a number': centreWith({ found: { counters: { value: [{ 'counters.height': 80 }] } } }),
  'a remark that is a number': centreWith({ found: { 'hall.usable_area': { value: '201', remark: 5 } } }),
};

describe('a backup', () => {
  it('is taken as it is', () => {
    expect(deskIn(JSON.stringify(DESK))).toEqual(DESK);
  });

  it.each(Object.entries(NONE))('is none with %s', (_, found) => {
    expect(deskIn(JSON.stringify(found))).toBeUndefined();
  });

  it('tells two centres of one id apart, and has a day', () => {
    const desk = deskIn(
      JSON.stringify({ ...DESK, centres: [CENTRE, CENTRE], inspector: { ...DESK.inspector, date: '' } }),
    );
    expect(new Set(desk?.centres.map(({ id }) => id)).size).toBe(2);
    expect(desk?.inspector.date).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  });

  it('takes the place of nothing that was found since', () => {
    const older = deskIn(JSON.stringify(DESK));
    if (older === undefined) throw new Error('it is a desk');
    const since = { ...CENTRE, found: { 'hall.usable_area': { value: '199' } } };
    const found = besides([since], older).map(({ found: { 'hall.usable_area': area } }) => area?.value);
    expect(found).toEqual(['201', '199']);
    expect(besides(older.centres, older)).toEqual(older.centres);
  });
});
