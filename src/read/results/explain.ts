import { basename } from 'node:path';
import { groupBy } from '../../model/base/group.ts';
import type { Kept, KeptRejection } from '../../model/result/kept.ts';
import { fold } from '../profile/names.ts';

/** The one thing that was refused under a name, whatever number of reasons it had. */
const only = (found: readonly KeptRejection[] | undefined): KeptRejection | undefined =>
  found !== undefined && new Set(found.map(({ file }) => file)).size === 1 ? found[0] : undefined;

/** Why a centre has no other result: what was refused under its name, or of the file in which it stands. */
export const explainAbsence = (rejections: readonly KeptRejection[]) => {
  const named = groupBy(
    rejections.filter(({ center }) => center !== ''),
    ({ center }) => fold(center),
  );
  const nameless = rejections.filter(({ center }) => center === '');
  const [byPath, byFile] = [groupBy(nameless, ({ file }) => file), groupBy(nameless, ({ file }) => basename(file))];
  return ({ audit: { profile } }: Kept): KeptRejection | undefined => {
    const name = fold(profile.center.name ?? profile.center.township ?? '');
    const found = only(named.get(name));
    named.delete(name);
    return found ?? byPath.get(profile.path)?.[0] ?? only(byFile.get(basename(profile.path)));
  };
};
