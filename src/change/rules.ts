import { toolText } from '../model/base/tool.ts';
import type { Audit } from '../model/finding/audit.ts';
import { firstPlace } from '../model/finding/finding.ts';
import { type Cause, type RuleChange, sidesOf } from '../model/result/compared.ts';
import type { Kept } from '../model/result/kept.ts';
import type { Points, ScoredFinding } from '../model/scoring/score.ts';
import { factCauses } from './facts.ts';
import { groupOf } from './group.ts';
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
const footingCause = (from: Kept, to: Kept): Cause => {
  const [was, is] = [from.audit, to.audit];
  if (was.pack.sha256 !== is.pack.sha256) return { kind: 'pack' };
  if (toolText(from.tool) !== toolText(to.tool)) return { kind: 'tool' };
  return { kind: was.profile.sha256 === is.profile.sha256 ? 'untold' : 'profile' };
};

const isTold = (cause: Cause): boolean =>
  cause.kind !== 'fact' || (cause.from.state !== 'untold' && cause.to.state !== 'untold');

/** Why a finding is not what it was. A fact that only one result tells is spoken of where there is no other reason. */
const causesOf = (was: ScoredFinding, is: ScoredFinding, from: Side, to: Side): readonly Cause[] => {
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

/** A finding with the side that tells it. */
interface Told {
  readonly scored: ScoredFinding;
  readonly side: Side;
}

const changeOf = (
  was: Told | undefined,
  is: Told | undefined,
  told: Pick<RuleChange, 'group' | 'causes'>,
): RuleChange => {
  const shown = is ?? was;
  if (shown === undefined) throw new Error('a change of nothing');
  const { id, clause, obligation, title } = shown.scored.finding.rule;
  return {
    ...told,
    rule: id,
    clause,
    obligation,
    title,
    outcome: sidesOf(was, is, ({ scored }) => scored.finding.outcome),
    shortfall: sidesOf(was, is, ({ scored, side }) => side.shortfall(scored.finding)),
    points: sidesOf(was, is, ({ scored }) => scored.points),
    place: sidesOf(was, is, ({ scored, side }) => firstPlace(scored.finding, side.audit.profile.root)),
  };
};

export const samePoints = (a: Points | undefined, b: Points | undefined): boolean =>
  a?.low === b?.low && a?.high === b?.high && a?.max === b?.max;

const byRule = ({ findings }: Audit): ReadonlyMap<string, ScoredFinding> =>
  new Map(findings.map(scored => [scored.finding.rule.id, scored]));

interface Compared {
  readonly was: ScoredFinding;
  readonly is: ScoredFinding;
  readonly from: Side;
  readonly to: Side;
}

/** A gap that cannot be held against the one before: another edition asks something else. */
const asksElse = ({ was, is, from, to }: Compared): boolean =>
  was.finding.outcome === 'fail' &&
  is.finding.outcome === 'fail' &&
  !asksSame(was.finding.rule, is.finding.rule, from, to);

const compare = (pair: Compared, differs: boolean): readonly RuleChange[] => {
  const { was, is, from, to } = pair;
  const group =
    groupOf(was, is, asksSame(was.finding.rule, is.finding.rule, from, to)) ?? (differs ? 'otherwise' : undefined);
  if (group === undefined) return [];
  return [
    changeOf({ scored: was, side: from }, { scored: is, side: to }, { group, causes: causesOf(was, is, from, to) }),
  ];
};

/** What has become of each rule, in the order of the newer result; rules that are gone come last. */
export const compareRules = (from: Side, to: Side): readonly RuleChange[] => {
  const [older, newer] = [byRule(from.audit), byRule(to.audit)];
  const oneScheme = from.audit.scheme.sha256 === to.audit.scheme.sha256;
  const causes = [footingCause(from, to)];
  const known = to.audit.findings.flatMap((is): readonly RuleChange[] => {
    const was = older.get(is.finding.rule.id);
    if (was === undefined) return [changeOf(undefined, { scored: is, side: to }, { group: 'appeared', causes })];
    const pair = { was, is, from, to };
    return compare(pair, asksElse(pair) || (oneScheme && !samePoints(was.points, is.points)));
  });
  const gone = from.audit.findings
    .filter(({ finding }) => !newer.has(finding.rule.id))
    .map(was => changeOf({ scored: was, side: from }, undefined, { group: 'vanished', causes }));
  return [...known, ...gone];
};

const clauseOf = ({ finding }: ScoredFinding): string => finding.rule.clause.join('\n');

/** Under different packs: only rules that share their id and their clause are spoken of. */
export const compareShared = (from: Side, to: Side): readonly RuleChange[] => {
  const older = byRule(from.audit);
  return to.audit.findings.flatMap((is): readonly RuleChange[] => {
    const was = older.get(is.finding.rule.id);
    return was === undefined || clauseOf(was) !== clauseOf(is) ? [] : compare({ was, is, from, to }, false);
  });
};
