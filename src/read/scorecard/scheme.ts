import type { Loaded } from '../../model/base/problem.ts';
import type { MapNode, SourceNode } from '../../model/base/source.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import { indexVocabulary, type Vocabulary } from '../../model/standard/vocabulary.ts';
import { isScorecard } from './kind.ts';
import { readPoints } from './points.ts';
import { readScorecard } from './scorecard.ts';

/** A scheme of either kind; a scorecard needs the vocabulary in which it asks. */
export const readScheme = (root: SourceNode, sha256: string, vocabulary?: Vocabulary): Loaded<Scheme> =>
  isScorecard(root) ? readScorecardScheme(root, sha256, vocabulary ?? NO_VOCABULARY) : readPoints(root, sha256);

const NO_VOCABULARY = indexVocabulary({ themes: [], facts: [], lists: [] });

const readScorecardScheme = (root: MapNode, sha256: string, vocabulary: Vocabulary): Loaded<Scheme> => {
  const read = readScorecard(root, vocabulary);
  if (!read.ok) return read;
  const { id, title, scorecard, history, standard } = read.value;
  const grades = scorecard.grades.map(({ id: grade, label, low }) => ({ id: grade, label, atLeast: low?.at ?? '0' }));
  const points = { must: '0', should: '0', may: '0' };
  return {
    ...read,
    value: {
      ...{ id, sha256, title, total: scorecard.total, places: scorecard.places, points, rules: {}, grades, scorecard },
      ...(history && { history }),
      ...(standard && { standard }),
    },
  };
};
