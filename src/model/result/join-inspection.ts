import type { Fact } from '../base/value.ts';
import type { Audit } from '../finding/audit.ts';
import type { Applied, Entered } from '../profile/inspection.ts';
import type { KeptResult } from './contract.ts';
import { type Joining, locate, valueIn } from './join-finding.ts';

type Kept = NonNullable<KeptResult['inspection']>;
type KeptChange = Kept['changes'][number];
type KeptFact = Extract<KeptChange, { kind: 'fact' }>['found'];

const factOf = (kept: KeptFact, fact: string, joining: Joining): Fact => {
  const location = locate(kept.location, joining);
  return kept.state === 'declared'
    ? { state: kept.state, value: valueIn(kept.value, fact, location, joining), location }
    : { ...kept, location };
};

const appliedOf = (kept: KeptChange, joining: Joining): Applied => {
  const { stage, reason, person, level } = kept;
  const who = { reason, person, level, location: locate(kept.location, joining) };
  if (kept.kind === 'fact') {
    const { fact, record, found, before } = kept;
    return {
      stage,
      kind: kept.kind,
      change: { ...who, fact, ...(record && { record }), found: factOf(found, fact, joining) },
      before: before && factOf(before, fact, joining),
    };
  }
  const { entry, found, before, bureau } = kept;
  const entered = (value: typeof found): Entered => ({ ...who, entry, ...value });
  return {
    stage,
    kind: kept.kind,
    change: { ...entered(found), ...(bureau !== undefined && { bureau }) },
    before: before && entered(before),
  };
};

/** The stages of a score, and what changed between. */
export const joinInspection = (
  { stages, records, changes }: Kept,
  joining: Joining,
): Pick<Audit, 'stages' | 'records' | 'applied'> => ({
  ...(records && { records }),
  stages: stages.map(({ rows, ...stage }) => ({
    ...stage,
    ...(rows && { rows: rows.map(({ id, low, high }) => ({ item: id, low, high })) }),
  })),
  applied: changes.map(change => appliedOf(change, joining)),
});
