import type { Audit } from '../model/finding/audit.ts';
import type { Change } from '../model/finding/comparison.ts';
import { isOpen } from '../model/finding/matter.ts';
import { identityOf } from '../model/profile/identity.ts';
import type { Kept } from '../model/result/kept.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import { groupOf, movement } from './group.ts';
import { idOf } from './match.ts';

/** Resolved is only what passes now; what no longer applies, or is no longer declared, cannot be compared. */
const changeOfOpen = (was: ScoredFinding, is: ScoredFinding): Change => {
  const [before, { outcome }] = [was.finding.outcome, is.finding];
  if (outcome === 'pass') return 'resolved';
  if (outcome === 'not-applicable' || (before === 'fail' && outcome === 'unknown')) return 'incomparable';
  if (before !== outcome || groupOf(was, is, true) === 'worse') return 'worse';
  const moved = movement(was, is);
  if (moved === 'further' || moved === 'shifted') return 'worse';
  return moved === 'elsewhere' ? 'incomparable' : 'unchanged';
};

/** How a finding stands to an earlier result; undefined where there was and is nothing amiss. */
const changeOf = (is: ScoredFinding, was: ScoredFinding | undefined, hasEarlier: boolean): Change | undefined => {
  if (was !== undefined && isOpen(was.finding)) return changeOfOpen(was, is);
  if (!isOpen(is.finding)) return undefined;
  return hasEarlier && was === undefined ? 'incomparable' : 'new';
};

export const auditKey = ({ profile: { center, path }, level, pack }: Audit): string =>
  idOf({ key: identityOf({ center: { ...center, level }, path }), pack: pack.id });

/** Marks each finding of an audit with how it stands to an earlier result; of a centre not in it all is new. */
export const compareAudit = (audit: Audit, results: readonly Kept[]): Audit => {
  const earlier = results.find(kept => auditKey(kept.audit) === auditKey(audit))?.audit;
  const before = new Map(earlier?.findings.map(scored => [scored.finding.rule.id, scored]));
  const findings = audit.findings.map(scored => {
    const change = changeOf(scored, before.get(scored.finding.rule.id), earlier !== undefined);
    return change === undefined ? scored : { ...scored, change };
  });
  const low = earlier?.score?.low;
  return { ...audit, findings, earlier: low === undefined ? {} : { low } };
};
