import { CSV_MARK } from '../../sheets/write/csv.ts';
import { csvHead, csvRows } from '../text/list-csv.ts';
import type { Show } from './index.ts';

const csv: Show = async ({ rows, lang }) => {
  const list = rows?.();
  return list && CSV_MARK + csvHead(list.columns, lang) + csvRows(list.columns, list.items);
};

export default csv;
