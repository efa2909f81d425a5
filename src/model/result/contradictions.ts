import { isAbove } from '../base/exact.ts';
import type { Location } from '../base/location.ts';
import { type Problem, problem } from '../base/problem.ts';
import type { Wanted } from '../base/wanted.ts';
import type { Pack } from '../standard/pack.ts';
import type { KeptResult } from './contract.ts';

interface Odd {
  readonly path: string;
  readonly found: string;
  readonly wanted: Wanted;
}

const OUTCOME_OF = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'unknown',
  notApplicable: 'not-applicable',
} as const;

const oddCounts = ({ counts, findings }: KeptResult): readonly Odd[] =>
  (Object.keys(OUTCOME_OF) as (keyof typeof OUTCOME_OF)[]).flatMap(name => {
    const listed = findings.filter(({ outcome }) => outcome === OUTCOME_OF[name]).length;
    const odd = { path: `counts.${name}`, found: String(counts[name]), wanted: { written: String(listed) } };
    return counts[name] === listed ? [] : [odd];
  });

const oddFindings = ({ findings, profile }: KeptResult, { rules }: Pack): readonly Odd[] => {
  const bound = rules.filter(({ levels }) => levels.includes(profile.center.level)).length;
  const judged = new Set(findings.map(({ rule }) => rule)).size;
  if (judged === bound && findings.length === bound) return [];
  const found = judged === findings.length ? `${judged}` : `${judged} + ${findings.length - judged}`;
  return [{ path: 'findings', found, wanted: { entries: String(bound) } }];
};

const oddScore = ({ score }: KeptResult): readonly Odd[] =>
  score !== null && isAbove(score.low, score.high)
    ? [{ path: 'score.high', found: score.high, wanted: { written: `≥ ${score.low}` } }]
    : [];

/** Where a result speaks against itself: no tool has written it as it stands, and its reports would say one thing here and another there. */
export const contradictions = (kept: KeptResult, pack: Pack, at: Location): readonly Problem[] =>
  [...oddFindings(kept, pack), ...oddCounts(kept), ...oddScore(kept)].map(odd => problem('shape', at, odd));
