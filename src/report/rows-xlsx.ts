import { withoutTimes } from '../model/stable-zip.ts';

/** One sheet of plain rows under a heading. */
export interface RowSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
}

const GREY = 'FFE7EBEF';

/** A workbook of rows to read, filter and print; every cell is text. */
export const rowsWorkbook = async (sheets: readonly RowSheet[]): Promise<Uint8Array> => {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'duibiao';
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  for (const { name, head, rows, widths } of sheets) {
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
    sheet.addRow([...head]);
    sheet.addRows(rows.map(row => [...row]));
    sheet.getRow(1).font = { bold: true };
    sheet.getRow(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: GREY } };
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: head.length } };
  }
  return withoutTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
};
