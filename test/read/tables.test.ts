import { describe, expect, it } from 'vitest';
import { loadProfiles, problemLine } from '../../src/index.ts';
import { madeOf, type Rows } from '../support/made-of.ts';
import { said } from '../support/said.ts';

const HEAD = '名称,级别,办事大厅使用面积';

/** More lines than are read at once. */
const LONG = [HEAD, ...Array.from({ length: 250 }, (_, at) => `第${at}镇便民服务中心,乡镇,${100 + at}`)];

const readBelow = async (...lines: readonly string[]) => {
  const read = await loadProfiles({ file: '表.csv', content: [...LONG, ...lines].join('\n') });
  const told = (read.ok ? read.warnings : read.problems).map(found => problemLine(found, 'zh'));
  const profiles = read.ok ? read.value : [];
  return { centers: profiles.length, last: said(profiles.at(-1)?.facts.get('hall.usable_area')), told };
};

describe('below a long table', () => {
  it('its heads may stand again', async () => {
    expect(await readBelow(HEAD, '石桥镇便民服务中心,乡镇,300')).toEqual({ centers: 251, last: '300 m²', told: [] });
  });

  it('other heads are told, and what stands below them is not read under the first', async () => {
    const { centers, told } = await readBelow('名称,级别,办事大厅建筑面积', '石桥镇便民服务中心,乡镇,300');
    const sentence = '从这一行起像是另一张表：上面的“办事大厅使用面积”一栏在这里是“办事大厅建筑面积”';
    expect([centers, told]).toEqual([0, [expect.stringContaining(`252:3: ${sentence}`)]]);
  });

  it('an answer that is called as a head is', async () => {
    expect(await readBelow('石桥镇便民服务中心,乡镇,')).toEqual({ centers: 251, last: 'undeclared', told: [] });
  });
});

describe('a sheet with a column for each township', () => {
  const BELOW: Rows = [
    ['办事大厅使用面积', '㎡', 184, 300, 484],
    ['敞开式办公', null, '是', null, null],
  ];

  it('may have districts over the townships, and its labels merged down', async () => {
    const rows: Rows = [
      ['指标', '单位', '东部片区', '西部片区', '合计'],
      [null, null, '甲石镇', '乙石镇', null],
      ...BELOW,
    ];
    const { centers } = await madeOf(rows, ['A1:A2', 'B1:B2', 'E1:E2', 'C4:D4']);
    expect(centers).toEqual(
      ['甲石镇', '乙石镇'].map((name, at) => ({
        'center.township': name,
        'hall.usable_area': `${[184, 300][at]} m²`,
        'hall.open_plan': 'true',
      })),
    );
  });

  it('needs townships to have columns of', async () => {
    const rows: Rows = [['指标', '单位', '东部片区', '西部片区'], [null, null, '上半年', '下半年'], ...BELOW];
    const { centers, rest } = await madeOf(rows, ['A1:A2', 'B1:B2']);
    expect([centers, rest.join()]).toEqual([[], expect.stringContaining('two-answers')]);
  });
});
