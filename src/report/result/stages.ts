import type { Audit, StageScore } from '../../model/finding/audit.ts';
import type { Applied } from '../../model/profile/inspection.ts';
import { appliedText } from '../../words/scoring/stages.ts';
import { locationOf } from './marks.ts';
import { inBoth } from './scorecard-lines.ts';

const stageOf = ({ stage, score, rows }: StageScore) => ({
  stage,
  ...(score && {
    low: Number(score.low),
    high: Number(score.high),
    grades: score.grade.candidates.map(({ id }) => id),
  }),
  ...(rows && { rows: rows.map(({ item, low, high }) => ({ id: item, low: Number(low), high: Number(high) })) }),
});

const changeOf = (applied: Applied, audit: Audit) => {
  const { change } = applied;
  return {
    stage: applied.stage,
    kind: applied.kind,
    subject: applied.kind === 'fact' ? applied.change.fact : applied.change.entry,
    ...(applied.kind === 'fact' && applied.change.record && { record: applied.change.record.key }),
    reason: change.reason,
    person: change.person,
    level: change.level,
    location: locationOf(change.location),
    text: inBoth(lang => appliedText(applied, audit, lang)),
  };
};

/** The score as declared, as inspected and as settled, and every change between; nothing without records. */
export const stagesResultOf = (audit: Audit) =>
  audit.stages === undefined
    ? {}
    : {
        inspection: {
          stages: audit.stages.map(stageOf),
          changes: (audit.applied ?? []).map(change => changeOf(change, audit)),
        },
      };
