import { compareDecimals } from '../model/base/exact.ts';
import type { Audit } from '../model/finding/audit.ts';
import {
  type Change,
  type EarlierFinding,
  type EarlierResult,
  type Extent,
  identityOf,
} from '../model/finding/comparison.ts';
import { extentOf } from '../model/finding/extent.ts';
import { isOpen, keyOf, type Matter, mattersOf } from '../model/finding/matter.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';

const grew = (now: Extent, was: Extent): Change | undefined => {
  if (now.limit !== was.limit) return 'incomparable';
  return compareDecimals(now.by, was.by) > 0 ? 'worse' : undefined;
};

/** A matter that was not there is worse; one that was is worse by growing, where both tell how much. */
const compareMatter = (matter: Matter, earlier: ReadonlyMap<string, Extent | undefined>): Change | undefined => {
  const key = keyOf(matter);
  if (!earlier.has(key)) return 'worse';
  const [now, was] = [extentOf(matter), earlier.get(key)];
  return now === undefined || was === undefined ? undefined : grew(now, was);
};

const compareMatters = ({ finding }: ScoredFinding, { fingerprint, matters }: EarlierFinding): Change => {
  if (matters === undefined) return finding.fingerprint === fingerprint ? 'unchanged' : 'incomparable';
  const changes = mattersOf(finding).map(matter => compareMatter(matter, matters));
  if (changes.includes('worse')) return 'worse';
  return changes.includes('incomparable') ? 'incomparable' : 'unchanged';
};

/** Resolved is only what passes now; what no longer applies, or is no longer declared, cannot be compared. */
const changeOfOpen = (scored: ScoredFinding, was: EarlierFinding): Change => {
  const { outcome } = scored.finding;
  if (outcome === 'pass') return 'resolved';
  if (outcome === 'not-applicable' || (was.outcome === 'fail' && outcome === 'unknown')) return 'incomparable';
  if (was.outcome !== outcome || (was.waived && scored.waived === undefined)) return 'worse';
  return compareMatters(scored, was);
};

/** How a finding stands to an earlier result; undefined where there was and is nothing amiss. */
const changeOf = (scored: ScoredFinding, earlier: EarlierResult | undefined): Change | undefined => {
  const was = earlier?.findings.get(scored.finding.rule.id);
  if (was !== undefined && isOpen(was)) return changeOfOpen(scored, was);
  if (!isOpen(scored.finding)) return undefined;
  return earlier !== undefined && was === undefined ? 'incomparable' : 'new';
};

const identity = ({ profile, level }: Audit): string => identityOf({ ...profile.center, level, path: profile.path });

/** Marks each finding of an audit with how it stands to an earlier result; of a centre not in it all is new. */
export const compareAudit = (audit: Audit, results: readonly EarlierResult[]): Audit => {
  const earlier = results.find(({ center, pack }) => center === identity(audit) && pack === audit.pack.id);
  const findings = audit.findings.map(scored => {
    const change = changeOf(scored, earlier);
    return change === undefined ? scored : { ...scored, change };
  });
  return { ...audit, findings, earlier: earlier?.low === undefined ? {} : { low: earlier.low } };
};
