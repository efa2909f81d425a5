import type { Audit } from '../finding/audit.ts';
import { factsIn } from '../standard/expression.ts';
import type { VetoResult } from './points.ts';
import { isRank } from './rank.ts';

/** By whose word a veto holds: an inspector's, or the centre's own. */
export interface FoundBy {
  readonly person: string;
  readonly level: string;
}

/** Undefined where it holds by what was declared, or by the place among others. */
export const foundBy = (
  { applied = [], scorecard }: Pick<Audit, 'applied' | 'scorecard'>,
  { veto: { id } }: VetoResult,
): FoundBy | undefined => {
  const asked = scorecard?.asked.vetoes.find(veto => veto.id === id)?.if;
  const facts = asked === undefined || isRank(asked) ? [] : factsIn(asked);
  const found = applied.findLast(one => one.kind === 'fact' && facts.includes(one.change.fact));
  return found && { person: found.change.person, level: found.change.level };
};
