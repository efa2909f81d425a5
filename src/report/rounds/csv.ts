import type { RoundsReport } from './index.ts';
import { type Cell, tableOf } from './rows.ts';

/** What a spreadsheet would take for a formula is marked as text. */
const defused = (cell: Cell): string =>
  typeof cell === 'string' && /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : String(cell);

const field = (cell: Cell): string => {
  const text = defused(cell).replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return /[",]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const line = (cells: readonly Cell[]): string => `${cells.map(field).join(',')}\r\n`;

/** A line a centre. The mark at the start is what Excel knows UTF-8 by. */
const csv: RoundsReport = async (history, { lang }) => {
  const { head, rows } = tableOf(history, lang);
  return `\uFEFF${[head, ...rows].map(line).join('')}`;
};

export default csv;
