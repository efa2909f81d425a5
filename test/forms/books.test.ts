import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildForm, type Form } from '../../src/forms/form.ts';
import { recordYaml } from '../../src/forms/record.ts';
import { recordWorkbook } from '../../src/forms/record-sheet.ts';
import { blankCard } from '../../src/forms/scorecard/blank.ts';
import { inspectionBytes } from '../../src/forms/scorecard/inspection.ts';
import { formWorkbook } from '../../src/forms/xlsx.ts';
import { formYaml } from '../../src/forms/yaml.ts';
import type { Scorecard } from '../../src/model/scoring/scorecard.ts';
import { CHECKS, packWith, vocabulary } from '../authoring/support.ts';
import { digests } from '../support/digests.ts';
import { profileOf } from '../support/inline.ts';
import { holdTo } from '../support/lines.ts';
import { SAMPLE_PACK, SAMPLE_VOCABULARY } from '../support/sample.ts';
import { WORKED, workedAudits } from '../support/worked.ts';

const LANGS = ['zh', 'en'] as const;

const held = (name: string, lines: readonly string[]): void =>
  holdTo(join(import.meta.dirname, 'made', `${name}.txt`), lines);

const pack = packWith(...CHECKS.map(check => check.replace('obligation: must', 'obligation: should')));

const FORMS: Readonly<Record<string, Form>> = {
  all: buildForm([{ pack, level: 'township' }], 'township'),
  document: buildForm([{ pack, level: 'township' }], 'township', [], 'document'),
  two: buildForm(
    [
      { pack: SAMPLE_PACK, level: 'township' },
      { pack: { ...SAMPLE_PACK, id: 'again', status: 'draft' }, level: 'township' },
    ],
    'township',
  ),
};

const FILLED = {
  all: profileOf(
    '大厅面积: 199.5\n大厅整洁: 是\n启用日期: 2021-11-15\n大厅名称: 青桐\n功能区: [等候区, 书吧]\n工作台: [{ 用途: 服务区, 高度: 0.8m }]',
    vocabulary,
  ),
  two: profileOf('大厅面积: 不详\ncounters: [{ name: 1号台, height: 75 cm }, { name: 2号台 }]', SAMPLE_VOCABULARY),
};

const filledIn = (name: string) => (name === 'two' ? FILLED.two : FILLED.all);

it.each(LANGS)('forms and records of every kind of fact, blank and filled in, %s', async lang => {
  const lines: string[] = [];
  for (const [name, form] of Object.entries(FORMS)) {
    const profile = filledIn(name);
    for (const table of [false, true])
      lines.push(
        ...digests(`${name}/form-${table}`, await formWorkbook(form, { lang, table, profiles: [] })),
        ...digests(`${name}/filled-${table}`, await formWorkbook(form, { lang, table, profiles: [profile] })),
      );
    lines.push(...digests(`${name}/record`, await recordWorkbook(form, profile, lang)));
    for (const [what, filled] of [['blank', undefined] as const, ['filled', profile] as const])
      lines.push(
        ...[`# ${name}, ${what}`, ...formYaml(form, filled, lang).split('\n')],
        ...recordYaml(form, filled, lang).split('\n'),
      );
  }
  held(`forms.${lang}`, lines);
});

const cardOf = (name: string): { id: string; title: { zh: string; en: string }; scorecard: Scorecard } => {
  const { scheme } = workedAudits(name)[0]?.[1] ?? {};
  if (scheme?.scorecard === undefined) throw new Error('no scorecard');
  return { ...scheme, scorecard: scheme.scorecard };
};

it('blank scorecards and sheets for those who fill them in', () => {
  const lines = WORKED.flatMap(name => [
    ...digests(`${name}/blank`, inspectionBytes({ scheme: cardOf(name), centers: [] })),
    ...digests(`${name}/centres`, inspectionBytes({ scheme: cardOf(name), centers: ['青桐镇', '白石乡'] })),
    ...digests(`${name}/by`, inspectionBytes({ scheme: cardOf(name), centers: [], by: '行政审批局' })),
  ]);
  held('cards', [...digests('blank', blankCard()), ...lines]);
  expect(lines.length).toBeGreaterThan(WORKED.length * 6);
});
