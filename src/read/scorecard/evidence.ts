import { get, type MapNode, type SourceNode } from '../../model/base/source.ts';
import { EVIDENCE_STATES } from '../../model/scoring/measure.ts';
import { type Evidence, TREATMENTS } from '../../model/scoring/scorecard.ts';
import { mapWith, type ScorecardReading, wordAt } from './reading.ts';

export const OPEN: Evidence = {
  undeclared: 'open',
  states: { did_not_occur: 'open', not_applicable: 'open', nothing_to_measure: 'open' },
};

const readInto = (reading: ScorecardReading, node: SourceNode, inherited: Evidence): Evidence => {
  const map = mapWith(reading, node, ['undeclared', ...EVIDENCE_STATES]);
  if (map === undefined) return inherited;
  const undeclared = wordAt(reading, map, 'undeclared', ['open', 'zero']) ?? inherited.undeclared;
  const stated = EVIDENCE_STATES.map(
    state => [state, wordAt(reading, map, state, TREATMENTS) ?? inherited.states[state]] as const,
  );
  return { undeclared, states: Object.fromEntries(stated) as Evidence['states'] };
};

/** What a row, or every row, scores where there is no figure; what is not said stays as it was. */
export const readEvidence = (reading: ScorecardReading, node: MapNode, inherited: Evidence): Evidence => {
  const stated = get(node, 'evidence');
  return stated === undefined ? inherited : readInto(reading, stated, inherited);
};
