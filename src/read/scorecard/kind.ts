import { get, type MapNode, type SourceNode } from '../../model/base/source.ts';
import { SCORECARD_KINDS } from '../../model/scoring/scorecard.ts';

export const isScorecard = (root: SourceNode): root is MapNode => {
  const kind = get(root, 'kind');
  return kind?.kind === 'scalar' && SCORECARD_KINDS.some(name => name === kind.text);
};
