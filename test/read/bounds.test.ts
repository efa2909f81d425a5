import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/base/problem.ts';
import type { MapNode } from '../../src/model/base/source.ts';
import { readCenters } from '../../src/read/layouts/centers.ts';
import type { GridSheet } from '../../src/read/layouts/grid.ts';
import { headingsOf } from '../../src/read/layouts/headings.ts';
import { mergeTables } from '../../src/read/layouts/join.ts';
import { openSheet, wholeGrid } from '../../src/read/layouts/open.ts';
import { collect } from '../../src/read/layouts/workbook.ts';
import type { Range } from '../../src/sheets/address.ts';
import { type Beside, NOTHING_BESIDE } from '../../src/sheets/read/beside.ts';
import { Refusal } from '../../src/sheets/read/refusal.ts';
import type { Row } from '../../src/sheets/read/sheet.ts';
import { commonDictionary } from '../support/workbooks.ts';

const dictionary = await commonDictionary();

const at = (line: number) => ({ file: 'f', line, column: 1 });

const centre = (line: number): MapNode => ({ kind: 'map', entries: [], location: at(line) });

async function* centres(count: number): AsyncGenerator<MapNode> {
  for (let line = 1; line <= count; line++) yield centre(line);
}

const cells = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ column: index + 1, text: '甲', value: '甲' }));

const rowsOf = (count: number, wide: number): readonly Row[] => {
  const own = cells(wide);
  return Array.from({ length: count }, (_, index) => ({ row: index + 1, hidden: false, cells: own }));
};

const sheetOf = (rows: readonly Row[], merges: readonly Range[] = [], beside: Beside = NOTHING_BESIDE): GridSheet => ({
  name: '表',
  hidden: false,
  merges: async () => merges,
  rows: async function* () {
    for (let from = 0; from < rows.length; from += 500) yield rows.slice(from, from + 500);
  },
  locate: (row, column) => ({ file: 'f', sheet: '表', cell: `${row}:${column}` }),
  beside: () => beside,
});

describe('of a file that is held whole', () => {
  it('five thousand centres are read, and one more refuses them at its place', async () => {
    const read = await collect('f', { centers: centres(5000), problems: [] });
    expect(read.ok && read.value.length).toBe(5000);
    const more = await collect('f', { centers: centres(5001), problems: [] });
    expect(more.ok ? [] : more.problems.map(({ code, location }) => [code, location])).toEqual([
      ['workbook-refused', at(5001)],
    ]);
  });

  it('no centre at all is told, unless it is told already why', async () => {
    const told = async (problems: readonly Problem[]) => {
      const read = await collect('f', { centers: centres(0), problems });
      return (read.ok ? read.warnings : read.problems).map(({ code }) => code);
    };
    const of = (code: 'empty-file' | 'hidden-sheet') =>
      ({ code, severity: code === 'empty-file' ? 'error' : 'warning', location: at(1) }) as Problem;
    expect(await told([])).toEqual(['nothing-declared']);
    expect(await told([of('empty-file')])).toEqual(['empty-file']);
    expect(await told([of('hidden-sheet')])).toEqual(['hidden-sheet', 'nothing-declared']);
  });
});

describe('of a sheet that is no table of centres', () => {
  const isHeld = async (sheet: GridSheet): Promise<boolean> => {
    try {
      await wholeGrid(await openSheet(sheet));
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  };
  const merge = { top: 1, bottom: 1, left: 1, right: 2 };

  it.each([
    ['30,000 rows', rowsOf(30_000, 1), 0, true],
    ['30,001 rows', rowsOf(30_001, 1), 0, false],
    ['600,000 cells beyond its head', rowsOf(1100, 1000), 0, true],
    ['more', rowsOf(1101, 1000), 0, false],
    ['4,000 merged cells', rowsOf(2, 2), 4000, true],
    ['4,001 merged cells', rowsOf(2, 2), 4001, false],
  ] as const)('are held %s', async (_, rows, merged, held) => {
    expect(
      await isHeld(
        sheetOf(
          rows,
          Array.from({ length: merged }, () => merge),
        ),
      ),
    ).toBe(held);
  });
});

it('of several tables thirty thousand centres are joined, and no more', async () => {
  expect(await mergeTables([centres(15_000), centres(15_000)])).toHaveLength(30_000);
  await expect(mergeTables([centres(15_000), centres(15_001)])).rejects.toBeInstanceOf(Refusal);
});

const TEXTS: readonly (readonly [string, string])[] = [
  ['名称', '县区'],
  ['甲镇', '罗山县'],
];

const FORM: readonly Row[] = TEXTS.map((_, column) => ({
  row: column + 1,
  hidden: false,
  cells: TEXTS.map((texts, index) => ({ column: index + 1, text: texts[column] ?? '', value: texts[column] ?? '' })),
}));

describe('what floats over a sheet', () => {
  const told = async (beside: Partial<Beside>): Promise<readonly string[]> => {
    const problems: Problem[] = [];
    const sheet = sheetOf(FORM, [], { ...NOTHING_BESIDE, ...beside });
    const reading = { dictionary, headings: headingsOf(dictionary), problems, passed: [] };
    for await (const node of readCenters(reading, [sheet])) expect(node.entries).toHaveLength(2);
    return problems.map(({ code, location, ...more }) => {
      const { found = '', count = '' } = more as { readonly found?: string; readonly count?: number };
      return [code, 'cell' in location ? location.cell : '', found, count].join(' ').trim();
    });
  };
  const comment = (cell: string, text: string) => ({ cell, text });

  it.each([
    ['nothing', {}, []],
    ['a remark on an answer', { comments: [comment('B1', ' 待核 ')] }, ['cell-comment 1:2 待核']],
    ['help that hangs on a heading', { comments: [comment('1:1', '填全称')] }, []],
    ['a note of ours', { comments: [comment('B1', '【对标】应填')] }, []],
    ['a long remark', { comments: [comment('B1', '长'.repeat(41))] }, [`cell-comment 1:2 ${'长'.repeat(40)}`]],
    ['a text', { texts: ['见附页'] }, ['floating-text 1:1 见附页']],
    ['a long text', { texts: ['长'.repeat(41)] }, [`floating-text 1:1 ${'长'.repeat(40)}`]],
    ['a box', { boxes: 1 }, ['floating-boxes 1:1  1']],
  ] as const)('is told: %s', async (_, beside, lines) => {
    expect(await told(beside)).toEqual(lines);
  });

  it('is told twenty times and no more', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => comment(`C${index + 1}`, '待核'));
    expect(await told({ comments: many(20) })).toHaveLength(20);
    expect(await told({ comments: many(21) })).toHaveLength(20);
    expect(await told({ texts: many(21).map(({ text }) => text) })).toHaveLength(20);
  });
});
