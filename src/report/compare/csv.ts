import type { ComparisonOptions, ComparisonReport } from './index.ts';
import { headOf, type RowCell, RULE_COLUMNS, rowOf, rulesOf } from './rows.ts';

/** What a spreadsheet would take for a formula is marked as text. */
const defused = (cell: RowCell): string =>
  typeof cell === 'string' && /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : String(cell);

const field = (cell: RowCell): string => {
  const text = defused(cell).replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return /[",]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const line = (cells: readonly RowCell[]): string => `${cells.map(field).join(',')}\r\n`;

/** A line for each change of a rule, in the order of the newer results. The mark at the start is what Excel knows UTF-8 by. */
const csv = ({ lang, vocabulary }: ComparisonOptions): ComparisonReport => {
  let head = `\uFEFF${line(headOf(RULE_COLUMNS, lang))}`;
  return {
    add: change => {
      const text = rulesOf(change)
        .map(about => line(rowOf(RULE_COLUMNS, { ...about, lang, vocabulary: vocabulary(change.pack) })))
        .join('');
      const before = head;
      head = '';
      return before + text;
    },
    end: async () => head,
  };
};

export default csv;
