import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/read/files/csv.ts';
import { readXlsx } from '../../src/read/layouts/workbook.ts';
import { commonDictionary, ROOT, readWith } from '../support/workbooks.ts';

const dictionary = await commonDictionary();

const file = (name: string): Uint8Array => readFileSync(join(ROOT, 'fixtures', 'excel', name));

const TABLE = [
  {
    'center.county': '罗山县',
    'center.declared_on': '2026-10-12',
    'center.name': '青石坳镇便民服务中心',
    'center.level': 'township',
    'hall.usable_area': '184 m²',
    'hall.open_plan': 'true',
    'hall.consolidated_on': '2021-11-12',
    'hall.zones': 'self-service waiting',
    windows: '2',
  },
  { 'hall.usable_area': '220 m²', 'hall.open_plan': 'true', 'hall.consolidated_on': '2021-11-10', windows: '1' },
  { 'hall.usable_area': '230 m²', 'hall.open_plan': 'false', 'hall.consolidated_on': '2021-11-15' },
  { 'center.name': '北坡岭乡便民服务中心', 'hall.consolidated_on': 'did-not-occur' },
];

const RATES = ['98.5%', '100%', '98%', undefined];

describe.each(['county-table.xlsx', 'libreoffice-table.xlsx'])('%s', name => {
  it('is read centre by centre, with its records, and nothing is lost', async () => {
    const { centers, problems, places } = await readWith(readXlsx, file(name), dictionary);
    expect(problems).toEqual([
      'cell-comment 各乡镇汇总!D5',
      'hidden-rows 各乡镇汇总!A7',
      'day-from-number 各乡镇汇总!F7',
    ]);
    expect(centers).toMatchObject(TABLE);
    expect(centers.map(center => center['handling.on_time_rate'])).toEqual(RATES);
    expect(places).toMatchObject({
      'center.county': '各乡镇汇总!A2',
      'hall.usable_area': '各乡镇汇总!D5',
      windows: '窗口!A2',
    });
  });
});

describe.each(['edited-form.xlsx', 'libreoffice-edited-form.xlsx'])('%s', name => {
  it('is read in spite of what was done to it', async () => {
    const { centers, problems } = await readWith(readXlsx, file(name), dictionary);
    expect(problems).toEqual(['hidden-sheet 上年!A1']);
    expect(centers).toMatchObject([
      {
        'center.name': '柳河湾乡便民服务中心',
        'center.declared_on': '2026-10-12',
        'hall.usable_area': '220 m²',
        'hall.open_plan': 'true',
        'hall.zones': 'self-service waiting window-service',
        'hall.party_member_post': 'true',
        counters: '2',
        'counters[1] 1号台 counters.height': '80 cm',
        'counters[2] 2号台 counters.height': '0.9 m',
        'counters[2] 2号台 counters.clean': 'false',
      },
    ]);
  });
});

describe.each(['county-table-utf8.csv', 'county-table-gb18030.csv'])('%s', name => {
  it('is read whatever its encoding', async () => {
    const { centers, problems } = await readWith(readCsv, file(name), dictionary);
    expect(centers).toMatchObject([
      { 'center.name': '青石坳镇便民服务中心', 'hall.usable_area': '184 m²', 'hall.zones': 'self-service waiting' },
      { 'center.name': '柳河湾乡便民服务中心', 'hall.usable_area': '220 m²', 'hall.zones': '(none)' },
    ]);
    expect(problems).toEqual(name.includes('gb18030') ? ['decoded-as 1:1'] : []);
  });
});
