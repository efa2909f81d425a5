import { judge } from '../language/judge.ts';
import { besides, unknown } from '../language/truth/verdict.ts';
import { isNonEmpty } from '../model/base/text.ts';
import type { Finding, Gap, NotApplicableReason, Verdict } from '../model/finding/finding.ts';
import type { Profile } from '../model/profile/profile.ts';
import { inForce, type Period, type Rule } from '../model/standard/pack.ts';

export interface RuleContext {
  readonly profile: Profile;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
}

type Result = Finding extends infer F ? (F extends Finding ? Omit<F, 'rule' | 'fingerprint'> : never) : never;

/** Holds one profile against one rule. */
export const evaluateRule = (rule: Rule, context: RuleContext): Finding => ({ rule, ...resultOf(rule, context) });

const resultOf = (rule: Rule, { profile, asOf }: RuleContext): Result => {
  if (rule.noDuty) return { outcome: 'not-applicable', reason: { kind: 'no-duty' } };
  const outside = outsideOf(rule.period, rule.due, asOf);
  if (outside !== undefined) return { outcome: 'not-applicable', reason: outside };
  const condition = rule.when && judge(rule.when, { profile });
  if (condition?.truth === 'unmet')
    return { outcome: 'not-applicable', reason: { kind: 'condition', grounds: condition.grounds } };
  const verdict = judge(rule.require, { profile });
  const said = condition?.truth === 'unknown' ? undecided(condition, verdict) : verdict;
  return decided(rule, besides(said, condition?.besides ?? []));
};

const outsideOf = (period: Period, due: string | undefined, asOf: string): NotApplicableReason | undefined => {
  if (!inForce(period, asOf))
    return {
      kind: 'not-in-force',
      date: (period.from !== undefined && asOf < period.from ? period.from : period.until) ?? '',
      asOf,
    };
  return due !== undefined && asOf <= due ? { kind: 'not-yet-due', date: due, asOf } : undefined;
};

/** Whether the rule applies is open: what the requirement lacks may matter too. */
const undecided = ({ gaps: [first, ...rest] }: Extract<Verdict, { truth: 'unknown' }>, verdict: Verdict): Verdict => {
  const more = verdict.truth === 'unknown' ? verdict.gaps : [];
  return besides(unknown([first, ...rest, ...more], verdict.grounds), verdict.besides ?? []);
};

const decided = (rule: Rule, verdict: Verdict): Result => {
  switch (verdict.truth) {
    case 'met':
      return { outcome: 'pass', grounds: verdict.grounds };
    case 'unmet':
      return { outcome: 'fail', grounds: verdict.grounds, shortfalls: verdict.shortfalls };
    case 'unknown': {
      const { truth: outcome, ...open } = verdict;
      return exempt(rule, open.gaps) ?? { outcome, ...open };
    }
  }
};

/** A rule may let a centre out that declares the matter not applicable, or that it did not occur. */
const exempt = (rule: Rule, gaps: readonly Gap[]): Result | undefined => {
  const accepted = (reason: Gap['reason']): boolean =>
    (rule.acceptsNotApplicable && reason === 'not-applicable') ||
    (rule.acceptsNotOccurred && reason === 'did-not-occur');
  if (!isNonEmpty(gaps) || !gaps.every(gap => accepted(gap.reason))) return undefined;
  const kind = gaps.every(gap => gap.reason === 'did-not-occur') ? 'did-not-occur' : 'declared';
  return { outcome: 'not-applicable', reason: { kind, gaps } };
};
