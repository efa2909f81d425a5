import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { buildForm, type Form, type FormPack, isRequired } from '../../src/forms/form.ts';
import { formWorkbook } from '../../src/forms/xlsx.ts';
import { formYaml } from '../../src/forms/yaml.ts';
import type { Lang } from '../../src/model/base/text.ts';
import type { Level, Profile } from '../../src/model/profile/profile.ts';
import { factsIn } from '../../src/model/standard/expression.ts';
import { rulesFor } from '../../src/model/standard/pack.ts';
import { type DocumentReader, FORMATS } from '../../src/read/files/open.ts';
import { readXlsx } from '../../src/read/layouts/workbook.ts';
import { readDeclarations } from '../../src/read/profile/profile.ts';
import { firstOf } from '../support/first.ts';
import { some } from '../support/hunt.ts';
import { dictionaryOf, flat, packNamed, ROOT, readWith } from '../support/workbooks.ts';

interface Sample {
  readonly name: string;
  readonly pack: string;
  readonly forms: readonly (readonly [string, boolean, Lang])[];
}

/** Between them, a form and a table, and either language: in a usual run the first of each. */
const SAMPLES: readonly Sample[] = [
  {
    name: 'luoshan-qingshiao',
    pack: 'luoshan-2021',
    forms: some(1, [
      ['a form', false, 'zh'],
      ['a table in English', true, 'en'],
    ]),
  },
  {
    name: 'taojiang-zhuxiping',
    pack: 'taojiang-2014',
    forms: some(1, [
      ['a table in English', true, 'en'],
      ['a form', false, 'zh'],
    ]),
  },
];

const yaml = FORMATS['.yaml']?.read as DocumentReader;

const sample = async ({ name, pack, forms }: Sample) => {
  const read = await packNamed(pack);
  const dictionary = dictionaryOf(read);
  const bytes = readFileSync(join(ROOT, 'fixtures', 'centers', `${name}.yaml`));
  const document = await yaml(`${name}.yaml`, bytes, dictionary);
  const [root] = document.ok ? document.value : [];
  if (root === undefined) throw new Error(`${name} cannot be read`);
  const { profile } = readDeclarations({ path: name, sha256: '' }, root, dictionary.vocabulary);
  const packs: readonly FormPack[] = [{ pack: read, level: 'township' }];
  return { name, pack, forms, profile, dictionary, form: buildForm(packs, 'township', [profile]) };
};

const options = (profiles: readonly Profile[], table: boolean) => ({ lang: 'zh' as const, table, profiles });

const samples = await Promise.all(SAMPLES.map(sample));

describe.each(samples)('the form for $pack, filled in as $name', ({ name, forms, profile, dictionary, form }) => {
  it.each(forms)('as %s gives the very facts', async (_, table, lang) => {
    const workbook = await formWorkbook(form, { ...options([profile], table), lang });
    const { centers, problems } = await readWith(readXlsx, workbook, dictionary);
    expect(problems).toEqual([]);
    expect(centers).toEqual([flat(profile.facts)]);
  });

  it('as YAML gives the very facts', async () => {
    const text = new TextEncoder().encode(formYaml(form, profile, 'zh'));
    const { centers, problems } = await readWith(yaml, text, dictionary);
    expect(problems).toEqual([]);
    expect(centers).toEqual([flat(profile.facts)]);
  });

  it('is the same workbook as the one that is shipped', async () => {
    const shipped = readFileSync(join(ROOT, 'fixtures', 'centers', `${name}.xlsx`));
    expect((await readWith(readXlsx, shipped, dictionary)).centers).toEqual([flat(profile.facts)]);
  });
});

it('a form saved by LibreOffice gives the very facts', async () => {
  const { profile, dictionary } = firstOf(samples);
  const saved = readFileSync(join(ROOT, 'fixtures', 'excel', 'libreoffice-form.xlsx'));
  const { centers, problems } = await readWith(readXlsx, saved, dictionary);
  expect(problems).toEqual([]);
  expect(centers).toEqual([flat(profile.facts)]);
});

/** Each a form or a table, by turns. */
const LEVELS_OF: readonly (readonly [string, Level, boolean])[] = [
  ['luoshan-2021', 'township', false],
  ['luoshan-2021', 'village', true],
  ['taojiang-2014', 'township', false],
  ['taojiang-2014', 'sub_center', true],
  ['xinhua-2022', 'village', false],
  ['luan-2022', 'township', true],
  ['hengyang', 'village', false],
];

const formFor = async (id: string, level: Level): Promise<Form> =>
  buildForm([{ pack: await packNamed(id), level }], level);

const idsIn = (form: Form): ReadonlySet<string> =>
  new Set([
    ...[...form.sections, ...form.checklists].flatMap(({ fields }) => fields.map(({ definition }) => definition.id)),
    ...form.lists.flatMap(({ field, fields }) => [field, ...fields].map(({ definition }) => definition.id)),
  ]);

describe.each(LEVELS_OF)('the form for %s, %s', (id, level) => {
  it('asks just what the rules look at, and who the centre is', async () => {
    const form = await formFor(id, level);
    const pack = await packNamed(id);
    const looked = new Set(
      rulesFor(pack, level)
        .filter(({ noDuty }) => !noDuty)
        .flatMap(rule => [...(rule.when ? factsIn(rule.when) : []), ...factsIn(rule.require)]),
    );
    const asked = idsIn(form);
    expect([...looked].filter(fact => !asked.has(fact))).toEqual([]);
    const keys = form.lists.flatMap(({ field }) => [
      field.definition.id,
      `${field.definition.id}.${field.definition.key}`,
    ]);
    expect([...asked].filter(fact => !looked.has(fact) && !fact.startsWith('center.') && !keys.includes(fact))).toEqual(
      [],
    );
  });
});

describe.each(some(3, LEVELS_OF))('the form for %s, %s', (id, level, table) => {
  it('left blank declares nothing but that it is there', async () => {
    const form = await formFor(id, level);
    const blank = await formWorkbook(form, options([], table));
    const { centers, problems } = await readWith(readXlsx, blank, dictionaryOf(await packNamed(id)));
    expect(centers.flatMap(center => Object.entries(center))).toEqual([]);
    expect(problems.filter(problem => !problem.startsWith('nothing-declared'))).toEqual([]);
  });
});

describe('a blank form', () => {
  it('has drop-downs, messages, frozen heads, A4 pages and locked headings', async () => {
    const form = await formFor('luoshan-2021', 'township');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await formWorkbook(form, options([], false))).buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet('基本情况');
    const row =
      sheet?.getColumn(2).values.findIndex(value => JSON.stringify(value)?.includes('符合敞开式办公要求')) ?? 0;
    const cell = sheet?.getCell(row, 3);
    expect(cell?.dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"是,否"'],
      promptTitle: '符合敞开式办公要求',
    });
    expect(cell?.dataValidation.prompt).toContain('三(一)2');
    expect(cell?.protection).toMatchObject({ locked: false });
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '4:4' });
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
    expect(workbook.worksheets.map(({ name }) => name)).toContain('填表说明');
  });

  it('marks what must be declared', async () => {
    const form = await formFor('luoshan-2021', 'township');
    const fields = form.sections.flatMap(section => section.fields);
    const required = (id: string) => fields.filter(({ definition }) => definition.id === id).map(isRequired);
    expect([required('hall.usable_area'), required('center.declared_on')]).toEqual([[true], [false]]);
  });

  it('of several packs asks what any of them asks', async () => {
    const packs = await Promise.all(['luoshan-2021', 'taojiang-2014'].map(packNamed));
    const union = idsIn(
      buildForm(
        packs.map(pack => ({ pack, level: 'township' as const })),
        'township',
      ),
    );
    for (const pack of packs)
      for (const id of idsIn(buildForm([{ pack, level: 'township' }], 'township'))) expect(union.has(id)).toBe(true);
  });

  it('comes out the same every time', async () => {
    const form = await formFor('luoshan-2021', 'village');
    const [one, two] = [await formWorkbook(form, options([], false)), await formWorkbook(form, options([], false))];
    expect(Buffer.compare(one, two)).toBe(0);
  });
});
