import { idOf } from '../../change/match.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { Kept } from '../../model/result/kept.ts';
import { resultOf } from '../../model/result/write.ts';
import type { KeptFile } from '../../read/results/file.ts';

/** All that a result says, however it was kept: in a list, in lines, with its words or without. */
const saidBy = ({ audit, tool }: Kept): string => JSON.stringify(resultOf(audit, tool, true));

/** Which results of a centre and pack that has several are the very same as an earlier one. */
export const makeSameness = (files: readonly KeptFile[]) => {
  const times = new Map<string, number>();
  for (const entry of files.flatMap(({ entries }) => entries))
    times.set(idOf(entry), (times.get(idOf(entry)) ?? 0) + 1);
  const seen = new Map<string, Kept>();
  return (entry: KeptFile['entries'][number], kept: Kept): Problem | undefined => {
    if ((times.get(idOf(entry)) ?? 0) < 2) return undefined;
    const said = saidBy(kept);
    const first = seen.get(said);
    if (first === undefined) seen.set(said, kept);
    return first && problem('superseded', kept.at, { center: '', by: first.at, same: true });
  };
};

/** Whether two files hold the very same results of the very same centres. */
export const areSame = (one: KeptFile, other: KeptFile): boolean => {
  if (one.entries.length === 0 || one.entries.length !== other.entries.length) return false;
  const others = new Map(other.entries.map(entry => [idOf(entry), entry]));
  return one.entries.every(entry => {
    const twin = others.get(idOf(entry));
    const [kept, again] = [one.read(entry), twin && other.read(twin)];
    return kept.ok && again?.ok === true && saidBy(kept.value) === saidBy(again.value);
  });
};
