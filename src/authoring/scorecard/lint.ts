import { type Problem, problem } from '../../model/base/problem.ts';
import type { Item, Table } from '../../model/scoring/scorecard.ts';
import type { DefectValues, TableDoubt } from '../../model/scoring/scorecard-defect.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { itemsIn } from '../../read/scorecard/items.ts';
import { isTable, readTable } from '../../read/scorecard/scorecard.ts';
import type { SourceNode } from '../../read/source.ts';
import { amountDoubts } from './amounts.ts';
import { rowNodes } from './nodes.ts';
import { sumDoubts } from './sums.ts';
import { wordDoubts } from './wording.ts';

/** What a reader of the table would ask about one row. */
export interface Doubt {
  readonly doubt: TableDoubt;
  readonly values: DefectValues;
}

const rowsOf = ({ forms }: Table): readonly Item[] => {
  const rows = itemsIn(forms.flatMap(({ sections }) => sections));
  return [...new Map(rows.map(row => [row.id, row])).values()];
};

const tableDoubts = (root: SourceNode, table: Table): readonly Problem[] => {
  const rows = rowsOf(table);
  const nodes = rowNodes(root);
  const inRows = rows.flatMap(row =>
    [...amountDoubts(row, nodes.get(row.id)), ...wordDoubts(row, rows)].map(({ doubt, values }) =>
      problem('table-doubt', row.location, { doubt, values }),
    ),
  );
  return [...inRows, ...sumDoubts(table, root.location)];
};

/** Everything that is wrong with a scoring table, and everything that its readers would ask about. */
export const lintTable = (root: SourceNode, vocabulary: Vocabulary): readonly Problem[] => {
  if (!isTable(root)) return [];
  const read = readTable(root, vocabulary);
  if (!read.ok) return read.problems;
  const found = [...read.warnings, ...tableDoubts(root, read.value.table)];
  return [...new Map(found.map(one => [JSON.stringify(one), one])).values()];
};
