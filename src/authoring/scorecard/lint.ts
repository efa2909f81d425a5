import { type Problem, problem } from '../../model/base/problem.ts';
import type { Item, Scorecard } from '../../model/scoring/scorecard.ts';
import type { DefectValues, ScorecardDoubt } from '../../model/scoring/scorecard-defect.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { isScorecard } from '../../read/scorecard/kind.ts';
import { itemsIn } from '../../read/scorecard/passes.ts';
import { readScorecard } from '../../read/scorecard/scorecard.ts';
import type { SourceNode } from '../../read/source.ts';
import { amountDoubts } from './amounts.ts';
import { rowNodes } from './nodes.ts';
import { sumDoubts } from './sums.ts';
import { wordDoubts } from './wording.ts';

/** What a reader of the scorecard would ask about one row. */
export interface Doubt {
  readonly doubt: ScorecardDoubt;
  readonly values: DefectValues;
}

const rowsOf = ({ forms }: Scorecard): readonly Item[] => {
  const rows = itemsIn(forms.flatMap(({ sections }) => sections));
  return [...new Map(rows.map(row => [row.id, row])).values()];
};

const scorecardDoubts = (root: SourceNode, scorecard: Scorecard): readonly Problem[] => {
  const rows = rowsOf(scorecard);
  const nodes = rowNodes(root);
  const inRows = rows.flatMap(row =>
    [...amountDoubts(row, nodes.get(row.id)), ...wordDoubts(row, rows)].map(({ doubt, values }) =>
      problem('scorecard-doubt', row.location, { doubt, values }),
    ),
  );
  return [...inRows, ...sumDoubts(scorecard, root.location)];
};

/** Everything that is wrong with a scorecard, and everything that its readers would ask about. */
export const lintScorecard = (root: SourceNode, vocabulary: Vocabulary): readonly Problem[] => {
  if (!isScorecard(root)) return [];
  const read = readScorecard(root, vocabulary);
  if (!read.ok) return read.problems;
  const found = [...read.warnings, ...scorecardDoubts(root, read.value.scorecard)];
  return [...new Map(found.map(one => [JSON.stringify(one), one])).values()];
};
