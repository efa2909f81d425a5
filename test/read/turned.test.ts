import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadProfiles, problemLine } from '../../src/index.ts';
import { runs } from '../support/hunt.ts';
import { said } from '../support/said.ts';

type Rows = readonly (readonly string[])[];

const csvOf = (rows: Rows): string => rows.map(cells => cells.map(cell => `"${cell}"`).join(',')).join('\n');

const ASKED = ['center.name', 'center.township', 'center.county', 'hall.usable_area', 'hall.open_plan'] as const;

interface Reading {
  readonly centers: readonly (readonly string[])[];
  readonly told: string;
}

const read = async (rows: Rows): Promise<Reading> => {
  const loaded = await loadProfiles({ file: '表.csv', content: csvOf(rows) });
  const told = (loaded.ok ? loaded.warnings : loaded.problems).map(found => problemLine(found, 'zh')).join('\n');
  const centers = loaded.ok ? loaded.value.map(({ facts }) => ASKED.map(id => said(facts.get(id)))) : [];
  return { centers, told };
};

const ONE = '青石坳镇便民服务中心';
const TWO = '石桥镇便民服务中心';
const COUNTY = ['县区', '罗山县', '罗山县'];
const AREA = ['办事大厅使用面积', '184平方米', '300平方米'];
const OPEN = ['敞开式办公', '是', '否'];

const READ: Readonly<Record<string, { readonly rows: Rows; readonly told?: string; readonly townships?: true }>> = {
  名称在栏名里: { rows: [['项目', ONE, TWO], COUNTY, AREA, OPEN] },
  名称在一行里: { rows: [['项目', '填报一', '填报二'], COUNTY, ['名称', ONE, TWO], AREA, OPEN] },
  栏名是乡镇而名称在一行里: {
    rows: [['项目', '青石坳镇', '石桥镇'], COUNTY, ['名称', ONE, TWO], AREA, OPEN],
    townships: true,
  },
  第一行就是名称: { rows: [['中心名称', ONE, TWO], COUNTY, AREA, OPEN] },
  名称用它的编码: { rows: [['center.name', ONE, TWO], COUNTY, AREA, OPEN] },
  第一行就是乡镇: {
    rows: [['乡镇', '青石坳镇', '石桥镇'], COUNTY, AREA, OPEN, ['名称', ONE, TWO]],
    townships: true,
  },
  县区在表的上面: { rows: [['县区：罗山县'], ['项目', ONE, TWO], AREA, OPEN] },
  要求和单位各有一栏: {
    rows: [
      ['序号', '指标', '标准要求', '单位', ONE, TWO, '备注'],
      ['1', '县区', '', '', '罗山县', '罗山县', ''],
      ['2', '办事大厅使用面积', '不低于200', '㎡', '184', '300', '已量'],
      ['3', '敞开式办公', '是', '', '是', '否', ''],
    ],
  },
  最后有一栏合计: {
    rows: [
      ['项目', ONE, TWO, '合计'],
      [...COUNTY, ''],
      [...AREA, '484平方米'],
      [...OPEN, '1'],
    ],
  },
  前面有一栏类别: {
    rows: [
      ['类别', '指标', ONE, TWO],
      ['基本', ...COUNTY],
      ['办事大厅', '使用面积', '184平方米', '300平方米'],
      ['', '敞开式办公', '是', '否'],
    ],
  },
  有一项谁也不认识: {
    rows: [['项目', ONE, TWO], COUNTY, AREA, OPEN, ['大厅层高', '3米', '4米']],
    told: '表.csv:5:1: 有几栏不是填报项，没有读取：大厅层高',
  },
};

const REFUSED: Readonly<Record<string, { readonly rows: Rows; readonly told: string }>> = {
  两栏是同一个中心: { rows: [['项目', ONE, ONE], COUNTY, AREA], told: '两栏都像是答案' },
  两栏是两年: { rows: [['项目', '2025年', '2026年'], ['名称', ONE, ONE], COUNTY, AREA], told: '两栏都像是答案' },
  有一栏不知道是谁的: {
    rows: [
      ['项目', ONE, TWO, '另册'],
      [...COUNTY, ''],
      [...AREA, '260平方米'],
    ],
    told: '都像是答案',
  },
  两栏上面是编号: { rows: [['编号', ONE, TWO], COUNTY, AREA, OPEN], told: '两栏都像是答案' },
  一个中心的值读不懂: { rows: [['项目', ONE, TWO], COUNTY, ['办事大厅使用面积', '很大', '300平方米']], told: '很大' },
};

describe('a sheet with a column for each centre', () => {
  it.each(Object.entries(READ))('pass-%s', async (_, { rows, told = '', townships }) => {
    const { centers, told: lines } = await read(rows);
    const [one, two] = townships ? ['青石坳镇', '石桥镇'] : ['undeclared', 'undeclared'];
    expect(centers).toEqual([
      [ONE, one, '罗山县', '184 m²', '是'],
      [TWO, two, '罗山县', '300 m²', '否'],
    ]);
    expect(lines).toEqual(told === '' ? '' : expect.stringContaining(told));
  });

  it.each(Object.entries(REFUSED))('fail-%s', async (_, { rows, told }) => {
    const { centers, told: lines } = await read(rows);
    expect([centers, lines]).toEqual([[], expect.stringContaining(told)]);
  });

  it('pass-两个标签并排的表不是一栏一个中心', async () => {
    const rows = [
      ['名称', ONE, '上级中心', '罗山县政务服务中心'],
      ['县区', '罗山县', '敞开式办公', '是'],
      ['办事大厅使用面积', '184', '级别', '乡镇'],
    ];
    const { centers } = await read(rows);
    expect(centers).toEqual([[ONE, 'undeclared', '罗山县', '184 m²', '是']]);
  });

  it('says what it says when it is turned', async () => {
    const centre = fc.record({
      name: fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己', '庚').map(part => `${part}石镇便民服务中心`),
      area: fc.option(fc.integer({ min: 5, max: 5000 })),
      open: fc.constantFrom('是', '否', '不详', ''),
    });
    const centres = fc.uniqueArray(centre, { minLength: 2, maxLength: 6, selector: ({ name }) => name });
    await fc.assert(
      fc.asyncProperty(centres, async drawn => {
        const table = [
          ['中心名称', '县区', '办事大厅使用面积（㎡）', '敞开式办公'],
          ...drawn.map(({ name, area, open }) => [name, '罗山县', area === null ? '' : `${area}`, open]),
        ];
        const turned = (table[0] ?? []).map((_, at) => table.map(cells => cells[at] ?? ''));
        expect(await read(turned)).toEqual(await read(table));
      }),
      { numRuns: runs(15) },
    );
  });
});
