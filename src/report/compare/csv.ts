import { CSV_MARK } from '../../sheets/write/csv.ts';
import { changeColumns, changedIn } from '../../tell/change/lists.ts';
import { csvHead, csvRows } from '../text/list-csv.ts';
import type { ComparisonOptions, ComparisonReport } from './index.ts';

/** A line for each change of a rule, in the order of the newer results. */
const csv = (options: ComparisonOptions): ComparisonReport => {
  const columns = changeColumns(options);
  let head = CSV_MARK + csvHead(columns, options.lang);
  return {
    add: change => {
      const text = head + csvRows(columns, changedIn(change));
      head = '';
      return text;
    },
    end: async () => head,
  };
};

export default csv;
