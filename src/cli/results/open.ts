import type { Problem } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Kept } from '../../model/result/kept.ts';
import type { KeptEntry, KeptFile } from '../../read/results/file.ts';
import { openKept } from '../../read/results/open.ts';
import { gatherStandards } from '../../read/results/standards.ts';
import { libraryIn, meantIn } from '../compare/sources.ts';
import type { Terminal } from '../terminal.ts';

export interface ResultsOptions {
  readonly lang: Lang;
  readonly center?: string;
  readonly standards?: string;
}

/** A result that was kept, and where it stands among the others. */
export interface OpenedResult {
  readonly kept: Kept;
  readonly file: KeptFile;
  readonly entry: KeptEntry;
}

/** Results of several files, read one at a time and as often as they are wanted. */
export interface OpenResults {
  /** What of it is no result; complete once all have been read. */
  readonly problems: ReadonlySet<Problem>;
  readonly results: () => Iterable<OpenedResult>;
  readonly close: () => void;
}

/** Results, arrays of them, lines and folders of batches; undefined where the centre that is asked for may be several. */
export const openResults = async (
  paths: readonly string[],
  options: ResultsOptions,
  terminal: Terminal,
): Promise<OpenResults | undefined> => {
  const { center, standards } = options;
  const wanted = { center, library: libraryIn(standards), standards: gatherStandards() };
  const files: KeptFile[] = [];
  const problems = new Set<Problem>();
  const close = (): void => {
    for (const file of files) file.close();
  };
  for (const path of paths) {
    const opened = await openKept(path, wanted);
    for (const one of opened.ok ? opened.value.problems : opened.problems) problems.add(one);
    if (opened.ok) files.push(opened.value);
  }
  const meant = meantIn(files, options, terminal);
  if (meant === undefined) return void close();
  function* results(): Generator<OpenedResult> {
    for (const file of meant ?? [])
      for (const entry of file.entries) {
        const read = file.read(entry);
        if (read.ok) yield { kept: read.value, file, entry };
        else for (const one of read.problems) problems.add(one);
      }
  }
  return { problems, results, close };
};
