import { CSV_MARK, csvLines } from '../../sheets/write/csv.ts';
import type { ComparisonOptions, ComparisonReport } from './index.ts';
import { headOf, RULE_COLUMNS, rowOf, rulesOf } from './rows.ts';

/** A line for each change of a rule, in the order of the newer results. */
const csv = ({ lang, vocabulary }: ComparisonOptions): ComparisonReport => {
  let head = CSV_MARK + csvLines([headOf(RULE_COLUMNS, lang)]);
  return {
    add: change => {
      const text = csvLines(
        rulesOf(change).map(about => rowOf(RULE_COLUMNS, { ...about, lang, vocabulary: vocabulary(change.pack) })),
      );
      const before = head;
      head = '';
      return before + text;
    },
    end: async () => head,
  };
};

export default csv;
