import { evaluateRule } from './evaluate/rule.ts';
import { findTable } from './evaluate/table/table.ts';
import type { Audit, Counts } from './model/audit.ts';
import { type Finding, OUTCOMES } from './model/finding.ts';
import type { Entered } from './model/inspection.ts';
import { type Pack, rulesFor } from './model/pack.ts';
import type { Problem } from './model/problem.ts';
import type { Level, Profile } from './model/profile.ts';
import type { Scheme } from './model/score.ts';
import { scoreFindings, scoreOf, scoreSections } from './score/score.ts';
import { scoreFromTable } from './score/table/score.ts';
import { scoreTable } from './score/table/table.ts';

export interface AuditInput {
  readonly profile: Profile;
  readonly level: Level;
  readonly pack: Pack;
  readonly scheme: Scheme;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly warnings: readonly Problem[];
  /** What inspectors filled in, where the scheme is a scoring table. */
  readonly entries?: readonly Entered[];
}

const count = (findings: readonly Finding[]): Counts => {
  const tally = Object.fromEntries(OUTCOMES.map(outcome => [outcome, 0])) as Record<Finding['outcome'], number>;
  for (const finding of findings) tally[finding.outcome] += 1;
  return tally;
};

/** Holds a profile against every rule of a pack for its level, in the pack's order, then scores it. */
export const audit = (input: AuditInput): Audit => {
  const { profile, level, pack, scheme, asOf, warnings } = input;
  const results = rulesFor(pack, level).map(rule => evaluateRule(rule, { profile, asOf }));
  const findings = scoreFindings(results, scheme);
  const found =
    scheme.table && findTable(scheme.table, { profile, asOf, findings: results, entries: input.entries ?? [] });
  const table = found && scoreTable(found);
  const score = table === undefined ? scoreOf(findings, scheme) : scoreFromTable(table);
  const sections = scoreSections(findings, pack.sections);
  return {
    profile,
    level,
    pack,
    scheme,
    asOf,
    warnings,
    findings,
    counts: count(results),
    sections,
    ...(score && { score }),
    ...(found && table && { table: { found, result: table } }),
  };
};
