import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { idleChanges, lintPack } from '../../src/authoring/lint/lint.ts';
import { provePack } from '../../src/authoring/prove/proof.ts';
import { toPlain } from '../../src/model/base/source.ts';
import { PARTS_OF_RULES, type RulePart } from '../../src/model/standard/parts.ts';
import { loadCases } from '../../src/read/pack/authored.ts';
import { extendsSchema, omitSchema, overrideSchema } from '../../src/read/pack/extends/authority.ts';
import { casesWith } from '../../src/read/pack/extends/cases.ts';
import { merged } from '../../src/read/pack/extends/merge.ts';
import { shippedLibrary } from '../../src/read/pack/library.ts';
import { readPack } from '../../src/read/pack/pack.ts';
import { readSource } from '../../src/read/pack/rule-files.ts';
import { readYaml } from '../../src/read/yaml/yaml.ts';
import { tellEffective } from '../../src/tell/effective.ts';
import { newFolder } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';
import { holdTo } from '../support/lines.ts';

const BASE = 'fixtures/packs/qingyuan-2024';
const NORTH = 'fixtures/packs/qingyuan-north';
const HEAD = { file: 'pack.yaml', line: 1, column: 1 };

const library = shippedLibrary();
const common = succeed(await library.vocabulary());
const base = succeed(await library.pack(BASE));
const north = succeed(await library.pack(NORTH));

const ruleIn = (pack: typeof north, id: string) => pack.rules.find(rule => rule.id === id);

/** The base with what `changes` says of it. */
const tailored = async (changes: string) => {
  const under = succeed(await readSource({ path: BASE, shown: BASE }));
  const head = `id: over\nversion: 1.0.0\ntitle: { zh: 甲, en: A }\ndocument: { title: 甲, issuer: { zh: 甲, en: A } }\nstatus: in-force\ncounties: [甲县]\n${changes}`;
  const own = { sha256: '', pack: succeed(readYaml('over.yaml', head)), rules: [] };
  const problems: Parameters<typeof merged>[3] = [];
  const whole = merged(own, under, '县办法', problems);
  expect(problems).toEqual([]);
  return succeed(readPack(whole, common));
};

it('takes over what is not spoken of, cited by the name of its document', () => {
  const { location, clause, origin, ...rest } = { ...ruleIn(north, 'waiting-zone'), location: undefined };
  expect(clause).toEqual(['《县办法》第二条(一)']);
  expect(origin).toEqual({ pack: 'qingyuan-2024', changes: [] });
  expect({ ...rest, clause: ['第二条(一)'] }).toEqual({ ...ruleIn(base, 'waiting-zone'), location: undefined });
  expect(location).toBeUndefined();
});

it('changes what it says, leaves out what it names, and adds its own', () => {
  expect(north.rules.map(({ id }) => id)).toEqual([
    'hall-area',
    'waiting-zone',
    'counter-height',
    'counters-tidy',
    'aids',
    'self-service',
  ]);
  expect(ruleIn(north, 'hall-area')).toMatchObject({ clause: ['一'], obligation: 'must' });
  expect(ruleIn(north, 'aids')).toMatchObject({ obligation: 'should', require: ruleIn(base, 'aids')?.require });
  expect(north.omitted).toMatchObject([{ rule: 'renovated', why: { by: '片区管委会', on: '2025-02-20' } }]);
});

it('is another standard when the one that it extends is', async () => {
  const under = succeed(await readSource({ path: BASE, shown: BASE }));
  expect(north.sha256).not.toBe(under.sha256);
  expect(north.base).toMatchObject({ id: 'qingyuan-2024', version: '1.0.0', called: '县办法' });
});

it('joins what both say of their levels, their calendars and what counts as what', async () => {
  const under = succeed(await readSource({ path: BASE, shown: BASE }));
  const own = readYaml(
    'over.yaml',
    'levels: { township: { zh: 片区便民中心, en: District centre } }\ncounts_as: { zones: { 等候区: [咨询区] } }\ncalendar: { covers: 2026-01-01..2026-12-31 }\n',
  );
  const theirs = readYaml(
    'under.yaml',
    'levels: { township: { zh: 乡镇中心, en: Centre }, village: { zh: 村站, en: Station } }\ncounts_as: { zones: { 自助服务区: [等候区], 等候区: [休息区] } }\ncalendar: 无\n',
  );
  const { pack } = merged(
    { sha256: '', pack: succeed(own), rules: [] },
    { ...under, pack: succeed(theirs) },
    '县办法',
    [],
  );
  expect(toPlain(pack)).toEqual({
    levels: { township: { zh: '片区便民中心', en: 'District centre' }, village: { zh: '村站', en: 'Station' } },
    counts_as: { zones: { 等候区: ['咨询区'], 自助服务区: ['等候区'] } },
    calendar: { covers: '2026-01-01..2026-12-31' },
  });
});

test.each([
  ['takes a part away', 'override: { renovated: { clause: 五, due: none } }', 'renovated', { clause: ['五'] }],
  ['binds other levels', 'override: { aids: { clause: 五, levels: [township] } }', 'aids', { levels: ['township'] }],
])('%s', async (_, changes, id, expected) => {
  const rule = ruleIn(await tailored(changes), id);
  expect(rule).toMatchObject(expected);
  expect(rule?.due).toBeUndefined();
});

test.each([
  [
    'a figure that is the same',
    'override: { hall-area: { clause: 一, require: { hall.usable_area: { at_least: 120 m² } } } }',
    ['require'],
  ],
  ['an obligation that is the same', 'override: { aids: { clause: 一, obligation: may } }', ['obligation']],
  [
    'a figure that is another',
    'override: { hall-area: { clause: 一, require: { hall.usable_area: { at_least: 121 m² } } } }',
    [],
  ],
])('lint asks about %s', async (_, changes, keys) => {
  expect(idleChanges(await tailored(changes), base).map(({ key }) => key)).toEqual(keys);
});

it('is linted and proved like any other pack, by the cases of both', async () => {
  expect(lintPack(north, HEAD, base)).toEqual([]);
  const own = succeed(await loadCases({ path: NORTH, shown: NORTH }, north.vocabulary));
  const proof = provePack(north, succeed(await casesWith(own, north)));
  expect([proof.mismatches, proof.strays, proof.missing, proof.survivors]).toEqual([[], [], [], []]);
});

it('drops the cases of a rule that asks something else now', async () => {
  const pack = await tailored(
    'override: { hall-area: { clause: 一, require: { hall.usable_area: { at_least: 150 m² } } } }',
  );
  const extended = { ...pack, base: { id: base.id, version: '', called: '', path: BASE, shown: BASE } };
  const rules = new Set(succeed(await casesWith([], extended)).map(({ rule }) => rule));
  expect(rules).not.toContain('hall-area');
  expect(rules).toContain('aids');
});

it('gives rules points of its own, by the scheme of the pack extended or by that of the tool', async () => {
  const packs = newFolder();
  const folder = join(packs, 'over');
  cpSync(NORTH, folder, { recursive: true });
  cpSync(BASE, join(packs, 'qingyuan-2024'), { recursive: true });
  const head = readFileSync(join(folder, 'pack.yaml'), 'utf8');
  writeFileSync(
    join(folder, 'pack.yaml'),
    head.replace('    obligation: should', '    obligation: should\n    points: 7'),
  );
  const pack = succeed(await library.pack(folder));
  expect(pack.scheme).toMatchObject({ id: 'qingyuan-north', rules: { aids: '7' }, points: { must: '2' } });
  expect(north.scheme).toBeUndefined();
});

it('points of a pack that extends one with points of its own stand before those', async () => {
  const packs = newFolder();
  const over = (name: string, id: string, changes: string): string => {
    const folder = join(packs, name);
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'pack.yaml'),
      `id: ${name}\nversion: 1.0.0\ntitle: { zh: 甲, en: A }\ndocument: { title: 甲, issuer: { zh: 甲, en: A } }\nstatus: in-force\ncounties: [甲县]\nextends: ${id}\noverride: ${changes}\n`,
    );
    return folder;
  };
  cpSync(BASE, join(packs, 'qingyuan-2024'), { recursive: true });
  over('first', 'qingyuan-2024', '{ aids: { clause: 一, points: 7 }, waiting-zone: { clause: 二, points: 4 } }');
  const folder = over('second', 'first', '{ aids: { clause: 一, points: 5 } }');
  expect(succeed(await library.pack(folder)).scheme).toMatchObject({
    rules: { aids: '5', 'waiting-zone': '4' },
  });
});

it('says of each part where it comes from', () => {
  const [table] = tellEffective(north, base, 'zh').head;
  const rows = table?.kind === 'table' ? table.rows.map(({ cells }) => cells.slice(0, 3)) : [];
  expect(rows).toContainEqual(['hall-area', 'require', '办事大厅使用面积 ≥ 150 ㎡（原：办事大厅使用面积 ≥ 120 ㎡）']);
  expect(rows).toContainEqual(['aids', 'obligation', '宜（原：可）']);
  expect(rows).toContainEqual(['renovated', '不采用', '片区管委会 2025-02-20 定：改造已于2024年全部完成']);
});

/** Of each part of a rule, one way to write it and another. */
const WRITTEN: { readonly [P in RulePart]: readonly [one: string, other: string] } = {
  clause: ['五', '[五, 六]'],
  section: ['premises', 'deadline'],
  levels: ['[township]', '[village]'],
  obligation: ['must', 'should'],
  title: ['{ zh: 甲, en: A }', '{ zh: 甲, en: B }'],
  when: ['{ hall.usable_area: { declared: yes } }', 'none'],
  require: ['{ hall.usable_area: { at_least: 90 m² } }', '{ hall.usable_area: { more_than: 90 m² } }'],
  from: ['2025-01-01', '2025-01-02'],
  until: ['2026-01-01', '2026-01-02'],
  due: ['2025-06-30', '2025-07-01'],
  verify: ['{ zh: 看, en: Look }', '{ zh: 量, en: Look }'],
  remedy: ['{ zh: 改, en: Mend }', '{ zh: 换, en: Mend }'],
  note: ['{ zh: 注, en: Note }', 'none'],
  accepts_not_applicable: ['yes', 'no'],
  accepts_not_occurred: ['yes', 'no'],
  readings: [
    '[{ id: all, says: { zh: 全部, en: All }, obligation: none }]',
    '[{ id: some, says: { zh: 一些, en: Some }, obligation: none }]',
  ],
};

const PARTS = Object.keys(WRITTEN) as RulePart[];

const override = (other?: RulePart): string =>
  `levels: { village: { zh: 村站, en: Station } }\noverride: { hall-area: { because: 批复, by: 管委会, on: 2025-02-20, ${PARTS.map(part => `${part}: ${WRITTEN[part][part === other ? 1 : 0]}`).join(', ')} } }`;

it('every part of a rule that is written anew is told, where it comes from and what it was', async () => {
  const pack = await tailored(override());
  const rows = (['zh', 'en'] as const).flatMap(lang => {
    const [table] = tellEffective(pack, base, lang).head;
    return table?.kind === 'table'
      ? table.rows.map(({ cells }) => cells.map(cell => JSON.stringify(cell)).join(' '))
      : [];
  });
  holdTo(
    join(import.meta.dirname, 'told', 'parts.txt'),
    rows.filter(row => row.includes('hall-area')),
  );
});

it('every part of a rule that says the same as before is idle, and no other', async () => {
  const before = await tailored(override());
  const idle = async (other?: RulePart) => idleChanges(await tailored(override(other)), before).map(({ key }) => key);
  expect(PARTS).toEqual(PARTS_OF_RULES);
  expect(await idle()).toEqual(PARTS);
  for (const part of PARTS) expect(await idle(part), part).toEqual(PARTS.filter(name => name !== part));
  const told = lintPack(before, HEAD, before).filter(({ code }) => code === 'override-idle');
  expect(told.map(found => 'key' in found && found.key)).toEqual(PARTS);
});

it.each([
  [extendsSchema, '甲', ''],
  [extendsSchema, { pack: '甲', called: '乙' }, { pack: '' }],
  [extendsSchema, { pack: '甲' }, { pack: '甲', called: '' }],
  [omitSchema, { clause: '三' }, { clause: '' }],
  [omitSchema, { clause: ['三'] }, { clause: [] }],
  [omitSchema, { by: '甲' }, { clause: [''] }],
  [overrideSchema, { by: '甲' }, { by: '' }],
])('names of one sign are names, and nothing is none: %#', (schema, named, nameless) => {
  expect([schema.safeParse(named).success, schema.safeParse(nameless).success]).toEqual([true, false]);
});
