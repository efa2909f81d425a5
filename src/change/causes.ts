import { toolText } from '../model/base/tool.ts';
import type { Cause } from '../model/result/compared.ts';
import type { Kept } from '../model/result/kept.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import { factCauses } from './facts.ts';
import { asksSame, type Side } from './side.ts';

const dateOf = ({ finding }: ScoredFinding): string | undefined =>
  finding.outcome === 'not-applicable' && 'date' in finding.reason ? finding.reason.date : undefined;

/** A day on which a rule began, ended or fell due, where it lies between the two days asked about. */
const dateCauses = (from: ScoredFinding, to: ScoredFinding, [was, is]: readonly [string, string]): readonly Cause[] => {
  const [before, after] = [dateOf(from), dateOf(to)];
  const date = before ?? after;
  if (date === undefined || before === after || was === is) return [];
  const [first, last] = was < is ? [was, is] : [is, was];
  return first <= date && date <= last ? [{ kind: 'date', date, from: was, to: is }] : [];
};

/** What the two results say of the rule itself, where it differs. */
const ruleCauses = (was: ScoredFinding, is: ScoredFinding, from: Side, to: Side): readonly Cause[] => {
  const [before, after] = [was.finding.rule, is.finding.rule];
  const asked = !asksSame(before, after, from, to);
  const binds = before.obligation !== after.obligation;
  const stands = before.clause.join('\n') !== after.clause.join('\n');
  if (!asked && !binds && !stands) return [];
  return [
    {
      kind: 'rule',
      ...(asked && { expected: { from: from.expected(before), to: to.expected(after) } }),
      ...(binds && { obligation: { from: before.obligation, to: after.obligation } }),
      ...(stands && { clause: { from: before.clause, to: after.clause } }),
    },
  ];
};

const waiverCauses = ({ waived: was }: ScoredFinding, { waived: is }: ScoredFinding): readonly Cause[] =>
  (was === undefined) === (is === undefined) ? [] : [{ kind: 'waiver', granted: is !== undefined }];

/** What two results rest on, where nothing that they tell of a rule differs. */
export const footingCause = (from: Kept, to: Kept): Cause => {
  const [was, is] = [from.audit, to.audit];
  if (was.pack.sha256 !== is.pack.sha256) return { kind: 'pack' };
  if (toolText(from.tool) !== toolText(to.tool)) return { kind: 'tool' };
  return { kind: was.profile.sha256 === is.profile.sha256 ? 'untold' : 'profile' };
};

const isTold = (cause: Cause): boolean =>
  cause.kind !== 'fact' || (cause.from.state !== 'untold' && cause.to.state !== 'untold');

/** Why a finding is not what it was. A fact that only one result tells is spoken of where there is no other reason. */
export const causesOf = (was: ScoredFinding, is: ScoredFinding, from: Side, to: Side): readonly Cause[] => {
  const sides = [
    { finding: was.finding, everywhere: from.facts },
    { finding: is.finding, everywhere: to.facts },
  ] as const;
  const found = [
    ...factCauses(...sides, asksSame(was.finding.rule, is.finding.rule, from, to)),
    ...dateCauses(was, is, [from.audit.asOf, to.audit.asOf]),
    ...ruleCauses(was, is, from, to),
    ...waiverCauses(was, is),
  ];
  const told = found.filter(isTold);
  if (told.length > 0) return told;
  const footing = footingCause(from, to);
  return found.length > 0 && (footing.kind === 'profile' || footing.kind === 'untold') ? found : [footing];
};
