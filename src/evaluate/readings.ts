import { memoizedFor } from '../model/base/memo.ts';
import type { Finding } from '../model/finding/finding.ts';
import type { Level } from '../model/profile/profile.ts';
import { type Asked, type Pack, type Reading, type Rule, rulesFor } from '../model/standard/pack.ts';
import { readAs } from '../model/standard/reading.ts';
import { evaluateRule, type RuleContext } from './rule.ts';

/** What another reading of a rule makes of a profile. */
export interface Otherwise {
  readonly rule: Rule;
  readonly reading: Reading;
  /** Absent where the level is not bound as things are. */
  readonly now?: Finding;
  readonly finding: Finding;
}

const isSameCheck = (a: Asked, b: Asked): boolean =>
  a.when === b.when && a.require === b.require && a.acceptsNotOccurred === b.acceptsNotOccurred;

const isOpen = (finding: Finding | undefined): boolean => finding?.outcome === 'fail' || finding?.outcome === 'unknown';

/** Of a rule that stays one, what is judged or how far it binds; of one that comes or goes, what a centre does not meet. */
const isTold = (now: Finding | undefined, other: Finding, binds: boolean): boolean => {
  if (now === undefined || !binds || now.rule.noDuty) return isOpen(now) || isOpen(other);
  return now.outcome !== other.outcome || (now.outcome === 'fail' && now.rule.obligation !== other.rule.obligation);
};

/** A reading that is not in force, as a level would be bound by it. */
interface Other extends Pick<Otherwise, 'rule' | 'reading'> {
  readonly read: Rule;
  readonly binds: boolean;
  /** Whether it holds a centre to the same check, only more or less strictly. */
  readonly isSame: boolean;
  /** Which of the rules for that level it reads; below zero where it is none of them. */
  readonly at: number;
}

const othersOf: (pack: Pack, level: Level) => readonly Other[] = memoizedFor((pack: Pack, level) => {
  const inForce = rulesFor(pack, level as Level);
  return pack.rules.flatMap(rule =>
    (rule.readings ?? []).flatMap(reading => {
      const { asked, names } = reading;
      const at = inForce.indexOf(rule);
      const binds = asked?.levels.some(one => one === level) ?? false;
      if (names !== undefined || (at < 0 && !binds)) return [];
      const read = binds ? readAs(rule, reading) : { ...rule, noDuty: true as const };
      const isSame = at >= 0 && asked !== undefined && binds && !rule.noDuty && isSameCheck(rule, asked);
      return [{ rule, reading, read, binds, isSame, at }];
    }),
  );
});

/** What the readings that are not in force would decide otherwise, each by itself; `results` has the rules for the level in order. */
export const otherwise = (
  pack: Pack,
  level: Level,
  results: readonly Finding[],
  context: RuleContext,
): readonly Otherwise[] =>
  othersOf(pack, level).flatMap(({ rule, reading, read, binds, isSame, at }) => {
    const now = results[at];
    const finding = isSame && now !== undefined ? { ...now, rule: read } : evaluateRule(read, context);
    return isTold(now, finding, binds) ? [{ rule, reading, ...(now && { now }), finding }] : [];
  });
