import type { RuleChange, Sides } from '../model/result/compared.ts';
import type { KeptFinding, KeptResult } from '../model/result/kept.ts';
import { causesOf, footingCause, type Side } from './causes.ts';
import { groupOf } from './group.ts';

const sidesOf = <T>(from: T | undefined, to: T | undefined): Sides<T> => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

type Told = Pick<RuleChange, 'group' | 'causes'>;

const changeOf = (was: KeptFinding | undefined, is: KeptFinding | undefined, told: Told): RuleChange => {
  const shown = is ?? was;
  if (shown === undefined) throw new Error('a change of nothing');
  const { rule, clause, obligation, title } = shown;
  return {
    ...told,
    rule,
    clause,
    obligation,
    title,
    outcome: sidesOf(was?.outcome, is?.outcome),
    shortfall: sidesOf(was?.shortfall, is?.shortfall),
    points: sidesOf(was?.points, is?.points),
    place: sidesOf(was?.location, is?.location),
  };
};

const samePoints = ({ points: a }: KeptFinding, { points: b }: KeptFinding): boolean =>
  a.low === b.low && a.high === b.high && a.max === b.max;

/** A gap that cannot be held against the one before: another edition asks something else. */
const asksElse = (was: KeptFinding, is: KeptFinding, from: Side, to: Side): boolean =>
  was.outcome === 'fail' &&
  is.outcome === 'fail' &&
  from.result.pack.sha256 !== to.result.pack.sha256 &&
  was.expected.zh !== is.expected.zh;

const byRule = ({ findings }: KeptResult): ReadonlyMap<string, KeptFinding> =>
  new Map(findings.map(finding => [finding.rule, finding]));

const sameRule = (was: KeptFinding | undefined, is: KeptFinding): was is KeptFinding =>
  was !== undefined && was.clause.join('\n') === is.clause.join('\n');

/** What has become of each rule, in the order of the newer result; rules that are gone come last. */
export const compareRules = (from: Side, to: Side): readonly RuleChange[] => {
  const older = byRule(from.result);
  const newer = byRule(to.result);
  const oneScheme = from.result.scheme.sha256 === to.result.scheme.sha256;
  const cause = footingCause(from.result, to.result);
  const known = to.result.findings.flatMap((is): readonly RuleChange[] => {
    const was = older.get(is.rule);
    if (was === undefined) return [changeOf(undefined, is, { group: 'appeared', causes: [cause] })];
    const differs = asksElse(was, is, from, to) || (oneScheme && !samePoints(was, is));
    const group = groupOf(was, is) ?? (differs ? 'otherwise' : undefined);
    return group === undefined ? [] : [changeOf(was, is, { group, causes: causesOf(was, is, from, to) })];
  });
  const gone = from.result.findings
    .filter(({ rule }) => !newer.has(rule))
    .map(was => changeOf(was, undefined, { group: 'vanished', causes: [cause] }));
  return [...known, ...gone];
};

/** Under different packs: only rules that share their id and their clause are spoken of. */
export const compareShared = (from: Side, to: Side): readonly RuleChange[] => {
  const older = byRule(from.result);
  return to.result.findings.flatMap((is): readonly RuleChange[] => {
    const was = older.get(is.rule);
    const group = sameRule(was, is) ? groupOf(was, is) : undefined;
    return was === undefined || group === undefined
      ? []
      : [changeOf(was, is, { group, causes: causesOf(was, is, from, to) })];
  });
};
