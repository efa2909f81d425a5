import type { Lang } from '../../model/base/text.ts';
import { bookBytes } from '../../sheets/write/book.ts';
import type { Cell } from '../../sheets/write/cell.ts';
import { heightOf } from '../../sheets/write/look.ts';
import { FOOTER, LOOKS } from './style.ts';

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

/** A workbook of rows to read, filter and print; a cell is a text or a number, never a formula. */
export const rowsWorkbook = (sheets: readonly RowSheet[], lang: Lang): Uint8Array =>
  bookBytes({ creator: 'duibiao', footer: FOOTER[lang] }, book => {
    for (const { name, head, rows, widths, ...printed } of sheets) {
      const sheet = book.sheet({
        ...printed,
        name,
        widths,
        orientation: 'landscape',
        frozen: { rows: 1, columns: 0 },
        titles: { rows: [1, 1] },
      });
      const put = (cells: readonly (string | number)[], look: 'head' | 'text', least: number): void => {
        const fitted = cells.map((cell, index) => [String(cell), widths[index] ?? 10] as const);
        sheet.row(
          cells.map((cell): Cell => [cell, LOOKS[look]]),
          heightOf(fitted, least),
        );
      };
      put(head, 'head', 22);
      for (const row of rows) put(row, 'text', 18);
      sheet.filter({ top: 1, left: 1, bottom: rows.length + 1, right: head.length });
      sheet.end();
    }
  });
