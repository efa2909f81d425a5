import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { inside } from '../support/inside.ts';

const CASES = `hall-area:
  pass: [{ hall.usable_area: 100平方米 }]
hall-areas:
  pass: [{ level: village, reading: gross, hall.usable_area: 120平方米 }]
hall-zones:
  pass: [{ hall.zones: [等候休息区] }]
counters-tidy:
  fail: [{}]
renovated:
  fail: [{ hall.consolidated_on: 2024-06-30, as_of: 2024-06-30 }]
`;

it.each([
  [
    'zh',
    [
      '2:10: hall-area：应为“符合”，结果是“不符合”（办事大厅使用面积 = 100 ㎡）',
      '8:10: counters-tidy：应为“不符合”，结果是“未定”（工作台 ?）',
      '10:10: renovated：应为“不符合”，结果是“不适用”',
      '4:10: 没有规则“hall-areas”，或它不适用于 village，或它没有读法“gross”',
      '6:10: 没有规则“hall-zones”',
    ],
  ],
  [
    'en',
    [
      '2:10: hall-area: expected pass, got fail (Usable area of the service hall = 100 m²)',
      '8:10: counters-tidy: expected fail, got unknown (Counters ?)',
      '10:10: renovated: expected fail, got not applicable',
      '4:10: no rule "hall-areas", or not at level village, or no reading "gross" of it',
      '6:10: no rule "hall-zones"',
    ],
  ],
])('packs test says which cases do not hold, and why (%s)', async (lang, said) => {
  const folder = newFolder();
  cpSync('fixtures/packs/qingyuan-2024', join(folder, 'pack'), { recursive: true });
  put(folder, 'pack/cases.yaml', CASES);
  const { code, out } = await inside('packs', 'test', join(folder, 'pack'), '--lang', lang);
  const of = `${join(folder, 'pack', 'cases.yaml')}:`;
  const lines = out.split('\n').flatMap(line => (line.startsWith(of) ? [line.slice(of.length)] : []));
  expect({ code, lines }).toEqual({ code: 1, lines: said });
});

it.each([
  ['zh', 'hall-area：缺少“不符合、未定”的示例'],
  ['en', 'hall-area: no case for fail, unknown'],
])('packs test says which outcomes of a rule no case gives (%s)', async (lang, said) => {
  const folder = newFolder();
  cpSync('fixtures/packs/qingyuan-2024', join(folder, 'pack'), { recursive: true });
  put(folder, 'pack/cases.yaml', 'hall-area:\n  pass: [{ hall.usable_area: 120平方米 }]\n');
  const { out } = await inside('packs', 'test', join(folder, 'pack'), '--lang', lang);
  expect(out.split('\n').map(line => line.replace(/^.*?: /u, ''))).toContain(said);
});
