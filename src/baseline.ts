import Big from 'big.js';
import type { Audit } from './model/audit.ts';
import { type Change, type EarlierFinding, type EarlierResult, type Extent, identityOf } from './model/comparison.ts';
import { extentOf } from './model/extent.ts';
import { isOpen, keyOf, type Matter, mattersOf } from './model/matter.ts';
import type { ScoredFinding } from './model/score.ts';

const grew = (now: Extent, was: Extent): Change | undefined => {
  if (now.limit !== was.limit) return 'incomparable';
  return new Big(now.by).gt(was.by) ? 'worse' : undefined;
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

/** How a finding stands to what it was; undefined where there was and is nothing amiss. */
const changeOf = (scored: ScoredFinding, was: EarlierFinding | undefined): Change | undefined => {
  const { outcome } = scored.finding;
  if (was === undefined) return isOpen(scored.finding) ? 'incomparable' : undefined;
  if (!isOpen(was)) return isOpen(scored.finding) ? 'new' : undefined;
  if (outcome === 'pass') return 'resolved';
  if (outcome === 'not-applicable' || (was.outcome === 'fail' && outcome === 'unknown')) return 'incomparable';
  if (was.outcome !== outcome || (was.waived && scored.waived === undefined)) return 'worse';
  return compareMatters(scored, was);
};

const identity = ({ profile, level }: Audit): string => identityOf({ ...profile.center, level, path: profile.path });

/** Marks each finding of an audit with how it stands to an earlier result; of a centre not in it all is new. */
export const compareAudit = (audit: Audit, earlier: readonly EarlierResult[]): Audit => {
  const was = earlier.find(({ center, pack }) => center === identity(audit) && pack === audit.pack.id);
  const findings = audit.findings.map(scored => {
    const change =
      was === undefined
        ? isOpen(scored.finding)
          ? ('new' as const)
          : undefined
        : changeOf(scored, was.findings.get(scored.finding.rule.id));
    return change === undefined ? scored : { ...scored, change };
  });
  return { ...audit, findings, earlier: was?.low === undefined ? {} : { low: was.low } };
};
