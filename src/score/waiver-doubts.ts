import { daysBetween } from '../model/base/day.ts';
import { type Problem, problem } from '../model/base/problem.ts';
import { isOpen } from '../model/finding/matter.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import { isSelfApproved, isValidOn, SOON_DAYS, type Waiver } from '../model/standard/waiver.ts';

const sameItems = (a: Waiver, b: Waiver): boolean =>
  a.items.length === 0 || b.items.every(item => a.items.includes(item));

/** A later waiver of the same that leaves no day between. */
const isRenewed = (waiver: Waiver, own: readonly Waiver[]): boolean =>
  own.some(
    other =>
      other.rule === waiver.rule &&
      other.validThrough > waiver.validThrough &&
      daysBetween(waiver.validThrough, other.validFrom) <= 1 &&
      sameItems(other, waiver),
  );

const doubtOf = (
  waiver: Waiver,
  { finding, waived }: ScoredFinding,
  own: readonly Waiver[],
  asOf: string,
): Problem | undefined => {
  const { location, validFrom, validThrough } = waiver;
  if (isSelfApproved(waiver)) return problem('waiver-self-approved', location, { waiver });
  if (!isOpen(finding)) return problem('waiver-unused', location, { waiver, outcome: finding.outcome });
  if (asOf < validFrom) return waived ? undefined : problem('waiver-early', location, { waiver });
  const days = daysBetween(asOf, validThrough);
  if (!isValidOn(waiver, asOf))
    return waived ? undefined : problem('waiver-expired', location, { waiver, days: -days });
  if (!waived?.waivers.includes(waiver))
    return problem('waiver-unused', location, { waiver, outcome: finding.outcome });
  return days <= SOON_DAYS && !isRenewed(waiver, own)
    ? problem('waiver-ending', location, { waiver, days })
    : undefined;
};

/** What is doubtful about the waivers of one centre. */
export const doubtsOf = (
  findings: readonly ScoredFinding[],
  own: readonly Waiver[],
  asOf: string,
): readonly Problem[] =>
  own.flatMap(waiver => {
    const scored = findings.find(({ finding }) => finding.rule.id === waiver.rule);
    return scored === undefined ? [] : (doubtOf(waiver, scored, own, asOf) ?? []);
  });
