import { CSV_MARK, csvLines } from '../../sheets/write/csv.ts';
import type { RoundsReport } from './index.ts';
import { tableOf } from './rows.ts';

/** A line a centre. */
const csv: RoundsReport = async (history, { lang }) => {
  const { head, rows } = tableOf(history, lang);
  return CSV_MARK + csvLines([head, ...rows]);
};

export default csv;
