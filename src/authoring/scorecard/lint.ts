import { distinct } from '../../model/base/group.ts';
import type { Location } from '../../model/base/location.ts';
import { finder } from '../../model/base/memo.ts';
import { eachOnce, type Problem, problem } from '../../model/base/problem.ts';
import { entriesOf, get, itemsOf, type MapNode, nearest, type SourceNode } from '../../model/base/source.ts';
import type { Item, Scorecard } from '../../model/scoring/scorecard.ts';
import type { DefectValues, ScorecardDoubt } from '../../model/scoring/scorecard-defect.ts';
import { factsOfScorecard, madeFacts } from '../../model/scoring/scorecard-facts.ts';
import { itemsIn } from '../../model/scoring/walk.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { extendVocabulary } from '../../read/pack/join-vocabularies.ts';
import { isScorecard } from '../../read/scorecard/kind.ts';
import { readScorecard } from '../../read/scorecard/scorecard.ts';
import { amountDoubts } from './amounts.ts';
import { sumDoubts } from './sums.ts';
import { wordDoubts } from './wording.ts';

/** The rows of a scorecard as they stand in its file, by id: those of forms within it too. */
export const rowNodes = (root: SourceNode): ReadonlyMap<string, MapNode> => {
  const rows = new Map<string, MapNode>();
  const visit = (node: SourceNode): void => {
    const id = get(node, 'id');
    const isRow = node.kind === 'map' && (get(node, 'deduct') !== undefined || get(node, 'award') !== undefined);
    if (node.kind === 'map' && isRow && id?.kind === 'scalar') rows.set(id.text, node);
    for (const inner of [...entriesOf(node).map(({ value }) => value), ...itemsOf(node)]) visit(inner);
  };
  visit(root);
  return rows;
};

const rowsOf = ({ forms }: Scorecard): readonly Item[] =>
  distinct(itemsIn(forms.flatMap(({ sections }) => sections)), ({ id }) => id);

const scorecardDoubts = (root: SourceNode, scorecard: Scorecard, vocabulary: Vocabulary): readonly Problem[] => {
  const rows = rowsOf(scorecard);
  const nodes = rowNodes(root);
  const inRows = rows.flatMap(row =>
    [...amountDoubts(row, nodes.get(row.id)), ...wordDoubts(row, rows, scorecard.entries)].map(({ doubt, values }) =>
      doubtAt(row.location, doubt, values),
    ),
  );
  return [
    ...inRows,
    ...clauseDoubts(scorecard),
    ...sumDoubts(scorecard, root.location),
    ...headDoubts(scorecard, vocabulary, root),
  ];
};

const doubtAt = (location: Location, doubt: ScorecardDoubt, values: DefectValues = {}): Problem =>
  problem('scorecard-doubt', location, { doubt, values });

const clauseOf = ({ clause }: Item): string => clause.join('、');

const itemUnder = finder(clauseOf);

/** Rows of one part under one number. */
const clauseDoubts = ({ forms }: Scorecard): readonly Problem[] =>
  forms
    .flatMap(({ sections }) => sections)
    .flatMap(({ items }) =>
      items.flatMap(item => {
        const other = itemUnder(items, clauseOf(item));
        if (other === undefined || other === item) return [];
        const values = { clause: clauseOf(item), row: item.title.zh, other: other.title.zh };
        return [doubtAt(item.location, 'clause-twice', values)];
      }),
    );

/** Facts of the scorecard's own that none of its rows looks at, and material that may come for ever. */
const headDoubts = (scorecard: Scorecard, vocabulary: Vocabulary, root: SourceNode): readonly Problem[] => {
  const asked = factsOfScorecard(scorecard, extendVocabulary(vocabulary, scorecard.vocabulary));
  const used = new Set(asked.flatMap(id => [...id.matchAll(/\.|$/gu)].map(({ index }) => id.slice(0, index))));
  const unused = madeFacts(scorecard).filter(({ id }) => !used.has(id));
  const settles = rowsOf(scorecard).some(({ evidence }) => evidence.undeclared === 'zero');
  const at = (...path: readonly PropertyKey[]): Location => nearest(root, path).location;
  return [
    ...unused.map(({ label }) => doubtAt(at('vocabulary'), 'fact-unused', { name: label.zh })),
    ...(settles && scorecard.evidenceUntil === undefined ? [doubtAt(at('evidence'), 'zero-without-day')] : []),
  ];
};

/** Everything that is wrong with a scorecard, and everything that its readers would ask about. */
export const lintScorecard = (root: SourceNode, vocabulary: Vocabulary): readonly Problem[] => {
  if (!isScorecard(root)) return [];
  const read = readScorecard(root, vocabulary);
  if (!read.ok) return read.problems;
  return eachOnce([...read.warnings, ...scorecardDoubts(root, read.value.scorecard, vocabulary)]);
};
