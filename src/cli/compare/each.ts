import { basename } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { compareResults, notReadable, onlyOne } from '../../change/center.ts';
import type { Pair } from '../../change/match.ts';
import type { Words } from '../../change/side.ts';
import { foldChanges } from '../../change/totals.ts';
import { groupBy } from '../../model/base/group.ts';
import type { Problem } from '../../model/base/problem.ts';
import { append } from '../../model/base/text.ts';
import type { CenterChange } from '../../model/result/compared.ts';
import type { Kept, KeptRejection } from '../../model/result/kept.ts';
import { fold } from '../../read/profile/names.ts';
import type { KeptEntry, KeptFile } from '../../read/results/file.ts';
import { inBoth } from '../../report/result/texts.ts';
import { expectedText } from '../../words/checks/expressions.ts';
import { shortfallFor } from '../../words/findings/findings.ts';
import type { Outputs } from './outputs.ts';

/** The one thing that was refused under a name, whatever number of reasons it had. */
const only = (found: readonly KeptRejection[] | undefined): KeptRejection | undefined =>
  found !== undefined && new Set(found.map(({ file }) => file)).size === 1 ? found[0] : undefined;

/** Why a centre has no other result: what was refused under its name, or of the file in which it stands. */
export const explainAbsence = (rejections: readonly KeptRejection[]) => {
  const withName = rejections.filter(({ center }) => center !== '');
  const named = groupBy(withName, ({ center }) => fold(center));
  const nameless = rejections.filter(({ center }) => center === '');
  const [byPath, byFile] = [groupBy(nameless, ({ file }) => file), groupBy(nameless, ({ file }) => basename(file))];
  return ({ audit: { profile } }: Kept): KeptRejection | undefined => {
    const name = fold(profile.center.name ?? profile.center.township ?? '');
    const found = only(named.get(name));
    named.delete(name);
    return found ?? byPath.get(profile.path)?.[0] ?? only(byFile.get(basename(profile.path)));
  };
};

const WORDS: Words = {
  expected: (rule, vocabulary) => inBoth(lang => expectedText(rule, vocabulary, lang)),
  shortfall: (finding, vocabulary) => inBoth(lang => shortfallFor(finding, { vocabulary, lang })),
};

interface Read {
  readonly result?: Kept;
  readonly problems: readonly Problem[];
}

const readEntry = (file: KeptFile, entry: KeptEntry | undefined): Read => {
  const read = entry && file.read(entry);
  if (read === undefined) return { problems: [] };
  return read.ok ? { result: read.value, problems: read.warnings } : { problems: read.problems };
};

const changeOf = (
  { from, to, by }: Pair<KeptEntry>,
  was: Kept | undefined,
  is: Kept | undefined,
  explain: Readonly<Record<'from' | 'to', ReturnType<typeof explainAbsence>>>,
): CenterChange | undefined => {
  if (was !== undefined && is !== undefined) return compareResults(was, is, WORDS, by);
  if (is !== undefined) return from === undefined ? onlyOne(is, 'to', explain.from(is)) : notReadable(is, 'to');
  if (was === undefined) return undefined;
  return to === undefined ? onlyOne(was, 'from', explain.to(was)) : notReadable(was, 'from');
};

/** Compares pair after pair, of which no more than one is held; between two of them the process hears what it is told. */
export const compareEach = async (
  pairs: readonly Pair<KeptEntry>[],
  files: Readonly<Record<'from' | 'to', KeptFile>>,
  outputs: Outputs,
): Promise<{ readonly problems: readonly Problem[]; readonly isWorse: boolean }> => {
  const explain = { from: explainAbsence(files.from.rejections), to: explainAbsence(files.to.rejections) };
  const fold = foldChanges();
  const problems: Problem[] = [];
  try {
    for (const pair of pairs) {
      await turn();
      const [was, is] = [readEntry(files.from, pair.from), readEntry(files.to, pair.to)];
      append(problems, was.problems, is.problems);
      const change = changeOf(pair, was.result, is.result, explain);
      if (change === undefined) continue;
      fold.add(change);
      outputs.add(change);
    }
    const compared = fold.end({
      ...(files.from.run && { from: files.from.run }),
      ...(files.to.run && { to: files.to.run }),
    });
    await outputs.end(compared);
    const { worse, mixed } = compared.standings;
    return { problems, isWorse: worse + mixed > 0 };
  } catch (error) {
    outputs.discard();
    throw error;
  }
};
