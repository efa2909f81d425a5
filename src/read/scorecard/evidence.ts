import { get, type MapNode } from '../../model/base/source.ts';
import { EVIDENCE_STATES } from '../../model/scoring/measure.ts';
import { type Evidence, TREATMENTS } from '../../model/scoring/scorecard.ts';
import { mapWith, type ScorecardReading, wordAt } from './reading.ts';

export const OPEN: Evidence = {
  undeclared: 'open',
  states: { did_not_occur: 'open', not_applicable: 'open', nothing_to_measure: 'open' },
};

/** What a row, or every row, scores where there is no figure; what is not said stays as it was. */
export const readEvidence = (reading: ScorecardReading, node: MapNode, inherited: Evidence): Evidence => {
  const written = get(node, 'evidence');
  const map = written && mapWith(reading, written, ['undeclared', ...EVIDENCE_STATES]);
  if (map === undefined) return inherited;
  const undeclared = wordAt(reading, map, 'undeclared', ['open', 'zero']) ?? inherited.undeclared;
  const stated = EVIDENCE_STATES.map(
    state => [state, wordAt(reading, map, state, TREATMENTS) ?? inherited.states[state]] as const,
  );
  return { undeclared, states: Object.fromEntries(stated) as Evidence['states'] };
};
