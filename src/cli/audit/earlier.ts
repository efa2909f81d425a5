import { auditKey, compareAudit } from '../../change/baseline.ts';
import { firstOf } from '../../change/match.ts';
import { type Loaded, problem } from '../../model/base/problem.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Library } from '../../read/pack/library.ts';
import type { KeptFile } from '../../read/results/file.ts';
import { openSound } from '../../read/results/open.ts';

/** Compares with the earlier result of the same centre and pack, which is read when its turn comes. */
const finisher = (earlier: KeptFile): ((audit: Audit) => Audit) => {
  const { first: entries } = firstOf(earlier.entries);
  return audit => {
    const entry = entries.get(auditKey(audit));
    const kept = entry && earlier.read(entry);
    if (kept?.ok) return compareAudit(audit, [kept.value]);
    const reasons = kept?.problems.map(({ location }) => problem('earlier-unreadable', location, {}));
    const absent = problem('earlier-absent', audit.profile.root, { pack: audit.pack.id });
    return compareAudit({ ...audit, warnings: [...audit.warnings, ...(reasons ?? [absent])] }, []);
  };
};

/** What compares audits with those of a kept result. */
export const comparesWith = async (file: string, library: Library): Promise<Loaded<(audit: Audit) => Audit>> => {
  const earlier = await openSound(file, { library: async () => library });
  return earlier.ok ? { ...earlier, value: finisher(earlier.value) } : earlier;
};
