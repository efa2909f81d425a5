import { evaluateRule } from './evaluate/rule.ts';
import type { Audit, Counts } from './model/audit.ts';
import { type Finding, OUTCOMES } from './model/finding.ts';
import { type Pack, rulesFor } from './model/pack.ts';
import type { Problem } from './model/problem.ts';
import type { Level, Profile } from './model/profile.ts';
import type { Scheme } from './model/score.ts';
import { scoreFindings, scoreOf, scoreSections } from './score/score.ts';

export interface AuditInput {
  readonly profile: Profile;
  readonly level: Level;
  readonly pack: Pack;
  readonly scheme: Scheme;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly warnings: readonly Problem[];
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
  const score = scoreOf(findings, scheme);
  const sections = scoreSections(findings, pack.sections);
  return { profile, level, pack, scheme, asOf, warnings, findings, counts: count(results), sections, ...(score && { score }) };
};
