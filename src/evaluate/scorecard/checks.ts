import { judge } from '../../language/judge.ts';
import { besidesIn, unknowns } from '../../language/quantifiers.ts';
import { exact } from '../../model/base/exact.ts';
import type { Finding, Verdict } from '../../model/finding/finding.ts';
import type { Measure, Measured, Thing } from '../../model/scoring/measure.ts';
import { isUndeclared, measured, openState, type ScorecardScope, withoutValue } from './answers.ts';

type OfKind<K extends Measure['kind']> = Extract<Measure, { kind: K }>;

/** Whether a check is open only because the matter is in a state for which the row says what it scores. */
const isSetAside = (verdict: Verdict, { evidence }: ScorecardScope): boolean => {
  if (verdict.truth !== 'unknown' || isUndeclared(verdict.gaps)) return false;
  const { states } = openState(verdict.gaps);
  const state = states[0] ?? 'nothing_to_measure';
  return evidence.states[state] !== 'open';
};

/** How many checks fail, or hold. One that is set aside counts neither way; where all are, so is the measure. */
export const measureChecks = ({ of, wanted, domain }: OfKind<'checks'>, scope: ScorecardScope): Measured => {
  const judged = of.map(({ check, title }, index) => ({ verdict: judge(check, scope), number: index + 1, title }));
  const verdicts = judged.map(({ verdict }) => verdict);
  const gaps = unknowns(verdicts);
  if (verdicts.every(verdict => isSetAside(verdict, scope))) return withoutValue(domain, gaps);
  const counted = judged.filter(({ verdict }) => verdict.truth === (wanted === 'failed' ? 'unmet' : 'met'));
  const open = verdicts.filter(verdict => verdict.truth === 'unknown' && !isSetAside(verdict, scope));
  const figures = { low: exact(counted.length), high: exact(counted.length + open.length) };
  const things = counted.map(({ number, title }): Thing => ({ kind: 'check', number, ...(title && { title }) }));
  const mayAllLeave = verdicts.every(verdict => verdict.truth === 'unknown');
  return measured(domain, figures, {
    things,
    gaps: unknowns(open),
    besides: besidesIn(open),
    ...(mayAllLeave && isUndeclared(gaps) && { states: openState(gaps).states, nothing: 'maybe' as const }),
  });
};

const isMeant = ({ rule }: Finding, { ids, sections, obligations }: OfKind<'rules'>['which']): boolean =>
  (ids.length === 0 || ids.includes(rule.id)) &&
  (sections.length === 0 || sections.includes(rule.section)) &&
  (obligations.length === 0 || obligations.includes(rule.obligation));

/** How many of the pack's own rules fail. */
export const measureRules = ({ which, domain }: OfKind<'rules'>, { findings }: ScorecardScope): Measured => {
  const meant = findings.filter(finding => isMeant(finding, which));
  const failed = meant.filter(finding => finding.outcome === 'fail');
  const open = meant.filter(finding => finding.outcome === 'unknown');
  const figures = { low: exact(failed.length), high: exact(failed.length + open.length) };
  return measured(domain, figures, {
    things: failed.map(({ rule }): Thing => ({ kind: 'rule', id: rule.id })),
    gaps: open.flatMap(finding => (finding.outcome === 'unknown' ? finding.gaps : [])),
    besides: open.flatMap(finding => (finding.outcome === 'unknown' ? (finding.besides ?? []) : [])),
  });
};
