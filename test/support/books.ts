import ExcelJS from 'exceljs';
import type { Summary } from '../../src/model/result/summary.ts';
import { summaryXlsx } from '../../src/report/workbook/summary/book.ts';
import type { SummaryBookOptions } from '../../src/report/workbook/summary/part.ts';
import { PLAIN } from './sample.ts';

export const summaryBook = (summary: Summary, options: Partial<SummaryBookOptions> = {}): Uint8Array => {
  const pieces: Uint8Array[] = [];
  summaryXlsx(summary, {
    lang: 'zh',
    tool: PLAIN.tool,
    gate: { failOn: 'must' },
    write: piece => void pieces.push(piece),
    ...options,
  });
  return Buffer.concat(pieces);
};

export const openBook = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
};

export const sheetOf = (workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** What a cell shows: the result of a formula, else its own value. */
export const shownIn = ({ value }: ExcelJS.Cell): string | number => {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || !('formula' in value)) return '';
  const { result } = value;
  return typeof result === 'number' || typeof result === 'string' ? result : '';
};

/** The rows under the heads that begin with this one, by their heads. */
export const listIn = (
  sheet: ExcelJS.Worksheet,
  head: string,
): readonly Readonly<Record<string, string | number>>[] => {
  const first = [...Array(20).keys()].find(row => sheet.getCell(row + 1, 1).value === head);
  if (first === undefined) throw new Error(`no head ${head}`);
  const heads = (sheet.getRow(first + 1).values as readonly unknown[]).slice(1).map(String);
  return Array.from({ length: sheet.rowCount - first - 1 }, (_, index) =>
    Object.fromEntries(heads.map((name, column) => [name, shownIn(sheet.getCell(first + 2 + index, column + 1))])),
  );
};

/** Every cell that holds something. */
export const cellsIn = (workbook: ExcelJS.Workbook): readonly ExcelJS.Cell[] => {
  const cells: ExcelJS.Cell[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow(row => {
      row.eachCell(cell => void cells.push(cell));
    });
  return cells;
};
