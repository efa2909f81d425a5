import type { Fact } from '../base/value.ts';
import type { Audit } from '../finding/audit.ts';
import type { Applied } from '../profile/inspection.ts';
import type { Result } from './contract.ts';
import { figureOf, published } from './values.ts';
import type { Writing } from './write-finding.ts';

type Inspection = NonNullable<Result['inspection']>;
type WrittenChange = Inspection['changes'][number];
type WrittenFact = Extract<WrittenChange, { kind: 'fact' }>['found'];

const factOf = (fact: Fact, { place }: Writing): WrittenFact =>
  fact.state === 'declared'
    ? { state: fact.state, value: published(fact.value), location: place(fact.location) }
    : { ...fact, location: place(fact.location) };

const changeOf = (applied: Applied, writing: Writing): WrittenChange => {
  const { stage, change } = applied;
  const { reason, person, level, location } = change;
  const who = { stage, reason, person, level, location: writing.place(location) };
  if (applied.kind === 'fact') {
    const { fact, record, found } = applied.change;
    return {
      kind: applied.kind,
      ...who,
      fact,
      ...(record && { record }),
      ...(applied.before && { before: factOf(applied.before, writing) }),
      found: factOf(found, writing),
    };
  }
  const enteredOf = ({ value, option }: typeof applied.change) => ({
    value: figureOf(value),
    ...(option !== undefined && { option }),
  });
  const { entry, bureau } = applied.change;
  return {
    kind: applied.kind,
    ...who,
    entry,
    ...(applied.before && { before: enteredOf(applied.before) }),
    found: enteredOf(applied.change),
    ...(bureau !== undefined && { bureau }),
  };
};

/** The score of each stage, and every change between. */
export const inspectionOf = (
  { stages = [], records = [], applied = [] }: Pick<Audit, 'stages' | 'records' | 'applied'>,
  writing: Writing,
): Inspection => ({
  ...(records.length > 0 && { records: [...records] }),
  stages: stages.map(({ stage, score, rows }) => ({
    stage,
    ...(score && { score: { low: figureOf(score.low), high: figureOf(score.high), grades: score.grades } }),
    ...(rows && { rows: rows.map(({ item, low, high }) => ({ id: item, low: figureOf(low), high: figureOf(high) })) }),
  })),
  changes: applied.map(change => changeOf(change, writing)),
});
