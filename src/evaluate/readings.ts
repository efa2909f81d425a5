import type { Finding } from '../model/finding/finding.ts';
import type { Level } from '../model/profile/profile.ts';
import type { Asked, Reading, Rule } from '../model/standard/pack.ts';
import { readAs } from '../model/standard/reading.ts';
import { evaluateRule, type RuleContext } from './rule.ts';

/** What another reading of a rule makes of a profile. */
export interface Otherwise {
  readonly reading: Reading;
  readonly finding: Finding;
}

const isSameCheck = (a: Asked, b: Asked): boolean =>
  a.when === b.when && a.require === b.require && a.acceptsNotOccurred === b.acceptsNotOccurred;

const isOpen = (finding: Finding | undefined): boolean => finding?.outcome === 'fail' || finding?.outcome === 'unknown';

/** Of a rule that stays one, what is judged or how far it binds; of one that comes or goes, what a centre does not meet. */
const isTold = (now: Finding | undefined, other: Finding, binds: boolean): boolean => {
  if (now === undefined || !binds) return isOpen(now) || isOpen(other);
  return now.outcome !== other.outcome || (now.outcome === 'fail' && now.rule.obligation !== other.rule.obligation);
};

/** What the other readings of a rule decide otherwise; `now` is absent where the level is not bound as things are. */
export const otherwise = (
  rule: Rule,
  now: Finding | undefined,
  level: Level,
  context: RuleContext,
): readonly Otherwise[] =>
  (rule.readings ?? []).flatMap(reading => {
    const { asked, names } = reading;
    const binds = asked?.levels.includes(level) ?? false;
    if (names !== undefined || (now === undefined && !binds)) return [];
    const other = binds ? readAs(rule, reading) : { ...rule, noDuty: true as const };
    const isSame = now !== undefined && asked !== undefined && binds && !rule.noDuty && isSameCheck(rule, asked);
    const finding = isSame ? { ...now, rule: other } : evaluateRule(other, context);
    return isTold(now, finding, binds) ? [{ reading, finding }] : [];
  });
