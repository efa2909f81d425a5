import { withoutTimes } from '../../sheets/write/stable-zip.ts';
import { heightOf } from './style.ts';

/** One sheet of plain rows under a heading. */
export interface RowSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
  /** Of the columns, how many are printed; all unless said. */
  readonly printed?: number;
}

const GREY = 'FFE7EBEF';

/** A workbook of rows to read, filter and print; a cell is a text or a number, never a formula. */
export const rowsWorkbook = async (sheets: readonly RowSheet[]): Promise<Uint8Array> => {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'duibiao';
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  for (const { name, head, rows, widths, printed } of sheets) {
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: {
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '1:1',
      },
    });
    sheet.columns = widths.map(width => ({ width, style: { alignment: { vertical: 'top', wrapText: true } } }));
    if (printed !== undefined) sheet.pageSetup.printArea = `A$1:${sheet.getColumn(printed).letter}$${rows.length + 1}`;
    sheet.addRow([...head]);
    for (const row of rows) {
      const added = sheet.addRow([...row]);
      added.height = heightOf(row.map((text, index) => [String(text), widths[index] ?? 10]));
    }
    sheet.getRow(1).font = { bold: true };
    sheet.getRow(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: GREY } };
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: head.length } };
  }
  return withoutTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
};
