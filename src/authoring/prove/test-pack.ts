import { evaluateRule } from '../../evaluate/rule.ts';
import type { Location } from '../../model/base/location.ts';
import type { Finding, Outcome } from '../../model/finding/finding.ts';
import type { Case } from '../../model/standard/case.ts';
import { AS_STATED, type Pack, type Rule } from '../../model/standard/pack.ts';
import { asDuty, readAs, readingOf } from '../../model/standard/reading.ts';
import { bindingDay, boundRule, identityOf } from '../facts.ts';

/** A case whose rule has another outcome than the case says. */
export interface Mismatch {
  readonly case: Case;
  readonly finding: Finding;
}

export interface CaseResults {
  readonly met: number;
  readonly mismatches: readonly Mismatch[];
  /** Cases of rules that the pack does not have, or at a level that the rule does not bind. */
  readonly strays: readonly Case[];
}

const asRead = (rule: Rule, id: string | undefined): Rule | undefined => {
  if (id === undefined) return asDuty(rule);
  if (id === AS_STATED) return rule;
  const reading = readingOf(rule, id);
  return reading && readAs(rule, reading);
};

/** What a rule says of a case; undefined when it cannot be read as the case has it, or does not bind its level. */
export const tryCase = (pack: Pack, stated: Rule, given: Case): Finding | undefined => {
  const rule = asRead(stated, given.reading);
  if (rule === undefined) return undefined;
  const level = given.level ?? rule.levels[0];
  if (!rule.levels.includes(level)) return undefined;
  const bound = boundRule(pack, rule);
  const facts = new Map([...identityOf(pack, level), ...given.profile.facts]);
  const asOf = given.asOf ?? bindingDay(bound.period, bound.due);
  return evaluateRule(bound, { profile: { ...given.profile, facts }, asOf });
};

/** Holds every case against its rule. */
export const runCases = (pack: Pack, cases: readonly Case[]): CaseResults => {
  const rules = new Map(pack.rules.map(rule => [rule.id, rule]));
  const tried = cases.map(given => {
    const rule = rules.get(given.rule);
    return { case: given, finding: rule && tryCase(pack, rule, given) };
  });
  const results = tried.flatMap(({ case: given, finding }) => (finding ? [{ case: given, finding }] : []));
  const mismatches = results.filter(({ case: given, finding }) => finding.outcome !== given.expected);
  return {
    met: results.length - mismatches.length,
    mismatches,
    strays: tried.filter(({ finding }) => finding === undefined).map(({ case: given }) => given),
  };
};

export interface MissingCases {
  readonly rule: Rule;
  readonly outcomes: readonly Outcome[];
  readonly location: Location;
}

/** Outcomes that rules need a case for and have none. */
export const missingCases = (
  pack: Pack,
  cases: readonly Case[],
  needed: (rule: Rule) => readonly Outcome[],
): readonly MissingCases[] =>
  pack.rules.flatMap(rule => {
    const shown = new Set(
      cases.filter(given => given.rule === rule.id && given.reading === undefined).map(given => given.expected),
    );
    const outcomes = needed(rule).filter(outcome => !shown.has(outcome));
    return outcomes.length > 0 ? [{ rule, outcomes, location: rule.location }] : [];
  });
