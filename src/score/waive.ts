import { daysBetween } from '../model/base/day.ts';
import { type Problem, problem } from '../model/base/problem.ts';
import { isNonEmpty } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { Finding } from '../model/finding/finding.ts';
import { isOpen, type Matter, mattersOf } from '../model/finding/matter.ts';
import { nameOf } from '../model/profile/profile.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import type { Vocabulary } from '../model/standard/vocabulary.ts';
import { isSelfApproved, isValidOn, SOON_DAYS, sameName, type Waiver } from '../model/standard/waiver.ts';
import { NOTHING, scoreOf, scoreSections } from './score.ts';

/** A later waiver of the same that leaves no day between. */
const isRenewed = (waiver: Waiver, own: readonly Waiver[]): boolean =>
  own.some(
    other =>
      other.rule === waiver.rule &&
      other.validThrough > waiver.validThrough &&
      daysBetween(waiver.validThrough, other.validFrom) <= 1 &&
      (other.items.length === 0 || waiver.items.every(item => other.items.includes(item))),
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

const concerns =
  ({ profile, pack }: Audit) =>
  ({ center, county, pack: wanted }: Waiver): boolean =>
    sameName(center, nameOf(profile.center, profile.path)) &&
    (county === undefined || sameName(county, profile.center.county ?? '')) &&
    (wanted === undefined || wanted === pack.id);

/** What people may call a matter in a waiver: the record, the term or the fact. */
const namesOf = ({ fact, item, list, code }: Matter, vocabulary: Vocabulary): readonly string[] => {
  const label = vocabulary.fact.get(fact)?.label;
  const term = vocabulary.term.get(list ?? '')?.get(code ?? '')?.label;
  const inner = code === undefined ? [fact, label?.zh, label?.en] : [code, term?.zh, term?.en];
  return [item, ...inner].filter(name => name !== undefined);
};

const covers = ({ items }: Waiver, matter: Matter, vocabulary: Vocabulary): boolean =>
  items.length === 0 || namesOf(matter, vocabulary).some(name => items.some(item => sameName(item, name)));

/** The waivers that together let off all that a finding is about; a part is not enough. */
const waiversFor = (finding: Finding, candidates: readonly Waiver[], vocabulary: Vocabulary): readonly Waiver[] => {
  if (!isOpen(finding)) return [];
  const matters = mattersOf(finding);
  const covering = candidates.filter(waiver => matters.some(matter => covers(waiver, matter, vocabulary)));
  return matters.every(matter => covering.some(waiver => covers(waiver, matter, vocabulary))) ? covering : [];
};

const waive = (scored: ScoredFinding, waivers: readonly Waiver[], { asOf, pack, scorecard }: Audit): ScoredFinding => {
  const { finding, points } = scored;
  const granted = waivers.filter(
    waiver => waiver.rule === finding.rule.id && isValidOn(waiver, asOf) && !isSelfApproved(waiver),
  );
  const used = waiversFor(finding, granted, pack.vocabulary);
  if (!isNonEmpty(used)) return scored;
  return {
    finding,
    points: NOTHING,
    waived: { waivers: used, points, ...(scorecard && { pointsStay: true as const }) },
  };
};

/**
 * Lets a centre off what it has a waiver for. Outcomes and counts stay true; a waived finding leaves the score, and
 * what the score would be without stands beside it. What is doubtful about a waiver joins the warnings.
 */
export const applyWaivers = (audit: Audit, waivers: readonly Waiver[]): Audit => {
  const own = waivers.filter(concerns(audit));
  if (own.length === 0) return audit;
  const findings = audit.findings.map(scored => waive(scored, own, audit));
  const warnings = [...audit.warnings, ...doubtsOf(findings, own, audit.asOf)];
  if (!findings.some(({ waived }) => waived)) return { ...audit, warnings };
  const { score: was, ...rest } = audit;
  // A scorecard gives points for facts and not for rules: a waiver does not change them.
  const score = audit.scorecard === undefined ? scoreOf(findings, audit.scheme) : was;
  return {
    ...rest,
    findings,
    warnings,
    sections: scoreSections(findings, audit.pack.sections),
    ...(score && { score }),
    unwaived: { ...(was && { score: was }) },
  };
};
