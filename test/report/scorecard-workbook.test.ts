import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { keptFor } from '../../src/model/base/memo.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import { openFactsOf } from '../../src/report/workbook/open-facts.ts';
import xlsx from '../../src/report/xlsx.ts';
import { isEntry } from '../../src/words/facts/values.ts';
import { sheetOf } from '../support/books.ts';
import { calculator, formulasIn, near } from '../support/formulas.ts';
import { some } from '../support/hunt.ts';
import { PLAIN } from '../support/sample.ts';
import { WORKED, workedAudits } from '../support/worked.ts';

const SHEET = '评分明细';

const bytesOf = async (audits: readonly Audit[], lang: 'zh' | 'en' = 'zh'): Promise<Buffer> => {
  async function* each() {
    yield* audits;
  }
  const parts: Uint8Array[] = [];
  for await (const part of xlsx(each(), { ...PLAIN, lang })) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};

const workbookOf = async (audits: readonly Audit[], lang: 'zh' | 'en' = 'zh'): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(await bytesOf(audits, lang)).buffer as ArrayBuffer);
  return workbook;
};

/** The workbook of one centre, opened once: whoever changes it puts it back. */
const openedFor = keptFor((audit: Audit) => workbookOf([audit]));

const rowWith = (workbook: ExcelJS.Workbook, text: string, column = 'B'): number => {
  let at = 0;
  workbook.getWorksheet(SHEET)?.eachRow((row, number) => {
    if (at === 0 && String(row.getCell(column).value ?? '').trim() === text) at = number;
  });
  expect([text, at > 0]).toEqual([text, true]);
  return at;
};

const caseOf = (table: string, title: string): Audit => {
  const [, audit] = workedAudits(table).find(([name]) => name.includes(title)) ?? [];
  if (audit === undefined) throw new Error(`no case ${title}`);
  return audit;
};

describe.each(WORKED)('the ledger of %s in a workbook', table => {
  it('has formulas that come to the very numbers of the program, in one case and in another', async () => {
    const audits = some(6, workedAudits(table)).map(([, audit]) => audit);
    const workbook = await workbookOf(audits);
    const formulas = formulasIn(workbook, SHEET);
    expect(formulas.length).toBeGreaterThan(50 * audits.length);
    expect(formulas.filter(([, saved, computed]) => saved !== computed)).toEqual([]);
    const compute = calculator(workbook);
    const scores: number[][] = [];
    workbook.getWorksheet('得分')?.eachRow((row, number) => {
      const { value } = row.getCell(6);
      const isScore =
        value !== null && typeof value === 'object' && 'formula' in value && value.formula.includes(SHEET);
      if (isScore) scores.push(['F', 'G'].map(column => near(compute('得分', `${column}${number}`))));
    });
    expect(scores).toEqual(audits.map(({ score }) => [Number(score?.low), Number(score?.high)]));
  });
});

/** Overwrites a cell of the ledger and says what the score becomes. */
const changed = async (
  audit: Audit,
  cells: readonly (readonly [row: string, column: string, value: number, below?: number])[],
): Promise<readonly number[]> => {
  const workbook = await openedFor(audit);
  const sheet = sheetOf(workbook, SHEET);
  const changes = cells.map(([row, column, value, below = 1]) => {
    const cell = sheet.getCell(`${column}${rowWith(workbook, row) + below}`);
    return { cell, value, was: cell.value };
  });
  for (const { cell, value } of changes) cell.value = value;
  const total = rowWith(workbook, '总分');
  const compute = calculator(workbook);
  const points = ['L', 'M'].map(column => near(compute(SHEET, `${column}${total}`)));
  for (const { cell, was } of changes) cell.value = was;
  return points;
};

describe('a clerk who changes the ledger', () => {
  const full = caseOf('hall', '各项满分');

  it.each([
    ['a count', [['大厅面积', 'D', 26]], 98.5],
    ['a count beyond the floor of its row', [['大厅面积', 'D', 190]], 95],
    [
      'a price',
      [
        ['大厅面积', 'D', 26],
        ['大厅面积', 'F', 1],
      ],
      97,
    ],
    ['a count beyond its cap', [['便民设施', 'D', 6]], 97.5],
    [
      'the cap itself',
      [
        ['便民设施', 'D', 6],
        ['便民设施', 'G', 3],
      ],
      97,
    ],
    ['a figure in a tier', [['事项进驻', 'D', 100]], 98],
    ['a figure on the edge of a tier', [['事项进驻', 'D', 80]], 98],
    ['which option', [['无障碍环境', 'D', 2]], 98],
    ['a share', [['即时办结', 'D', 92.5]], 99.62],
    ['what an inspector gives', [['环境秩序', 'D', 2.5]], 97.5],
    ['a count after which each costs more', [['在岗情况', 'D', 5]], 96.5],
    [
      'one of several ways, of which the best counts',
      [
        ['业务培训', 'D', 2, 2],
        ['业务培训', 'D', 1, 3],
      ],
      99,
    ],
    ['whether a row is lost', [['消防应急', 'D', 1, 3]], 94],
    ['a veto', [['一票否决：重大安全事故一票否决', 'D', 1, 0]], 0],
  ] as const)('%s', async (_, cells, score) => {
    expect(await changed(full, cells)).toEqual([score, score]);
  });
});

describe('a clerk who changes other ledgers', () => {
  const monthly = caseOf('monthly', '各项满分');

  it.each([
    ['adds what a list did not have', [['退件', 'H', -5]], 495],
    ['puts in a figure where there was none', [['突发事件报送', 'D', 2]], 490],
    ['changes a count beyond which all cost more', [['脱岗', 'D', 3]], 470],
    [
      'overdoes a bonus beyond the cap of its section',
      [
        ['群众表扬', 'D', 30],
        ['工作创新', 'D', 10],
      ],
      530,
    ],
    ['rounds a half up', [['满意率', 'D', 93.25]], 498.7],
  ] as const)('%s', async (_, cells, score) => {
    expect(await changed(monthly, cells)).toEqual([score, score]);
  });

  it('changes a row of a form, and a table scaled to what counts', async () => {
    const [low] = await changed(caseOf('star', '没有电梯和食堂'), [
      ['群众评议表', 'F', 12],
      ['挂牌', 'D', 0],
    ]);
    expect(low).toBe(Math.round(((55 - 2 + 0) * 7200) / 68) / 100);
  });
});

describe('the workbook under a scorecard', () => {
  it('gives findings no points, and the score its place in the ledger', async () => {
    const workbook = await openedFor(caseOf('hall', '各项满分'));
    const heads = workbook.getWorksheet('审核发现')?.getRow(1).values as readonly unknown[];
    expect(heads).not.toContain('得分');
    const points = workbook.getWorksheet('得分');
    expect(points?.getCell('F3').value).toBeNull();
  });

  it('asks for facts of the centre that a row waits for, and for nothing that inspectors enter', () => {
    for (const name of WORKED) {
      const open = workedAudits(name).flatMap(([, audit]) => openFactsOf({ ...audit, findings: [] }));
      const gaps = workedAudits(name).flatMap(([, audit]) =>
        (audit.scorecard?.result.items ?? []).flatMap(row => row.gaps),
      );
      const entries = gaps.filter(({ fact }) => isEntry(fact)).map(({ fact }) => fact);
      expect(open.map(({ id }) => id).filter(id => entries.includes(id))).toEqual([]);
      expect(new Set(open.map(({ id }) => id)).size).toBe(
        new Set(gaps.map(({ fact }) => fact)).size - new Set(entries).size,
      );
    }
  });

  it('speaks English', async () => {
    const workbook = await workbookOf([caseOf('monthly', '各项满分')], 'en');
    const texts: string[] = [];
    workbook.getWorksheet('Ledger')?.eachRow(row => row.eachCell(({ value }) => void texts.push(String(value))));
    expect(texts.filter(text => /undefined|null|NaN|\[object [^O]/u.test(text))).toEqual([]);
    expect(texts).toContain('Score');
  });

  it('comes out the same every time', async () => {
    const audit = caseOf('star', '平原');
    expect((await bytesOf([audit])).equals(await bytesOf([audit]))).toBe(true);
  });
});
