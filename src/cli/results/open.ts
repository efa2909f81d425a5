import { type Problem, problem } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Kept } from '../../model/result/kept.ts';
import type { KeptEntry, KeptFile } from '../../read/results/file.ts';
import { openKept } from '../../read/results/open.ts';
import { gatherStandards } from '../../read/results/standards.ts';
import { problemText } from '../../words/problems/problems.ts';
import { libraryIn, meantIn } from '../compare/sources.ts';
import type { Terminal } from '../terminal.ts';
import { makeSameness } from './same.ts';

export interface ResultsOptions {
  readonly lang: Lang;
  readonly center?: string;
  readonly standards?: string;
  /** Whether they are wanted as they are, although one speaks against itself. */
  readonly asItIs?: boolean;
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

/** What a sentence shows in the place of a particular that is not there, or is none of the kind. */
const LACKING = /undefined|NaN|\[object /u;

const isSayable = (said: Problem): boolean => {
  try {
    const texts = (['zh', 'en'] as const).map(lang => problemText(said, lang));
    return texts.every(text => text !== '' && (!LACKING.test(text) || LACKING.test(JSON.stringify(said))));
  } catch {
    return false;
  }
};

/** What a result has to say and lacks the particulars for, which each sentence has of its own. */
const unsayableIn = ({ audit: { warnings }, at }: Kept): readonly Problem[] =>
  warnings.flatMap((said, index) =>
    isSayable(said) ? [] : [problem('shape', at, { path: `problems.${index}.details`, wanted: 'required' })],
  );

/** Results, arrays of them, lines and folders of batches; undefined where the centre that is asked for may be several. */
export const openResults = async (
  paths: readonly string[],
  options: ResultsOptions,
  terminal: Terminal,
): Promise<OpenResults | undefined> => {
  const { center, standards, asItIs = false } = options;
  const wanted = { center, asItIs, library: libraryIn(standards), standards: gatherStandards() };
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
    const again = makeSameness(asItIs ? [] : (meant ?? []));
    for (const file of meant ?? [])
      for (const entry of file.entries) {
        const read = file.read(entry);
        const wrong = read.ok ? unsayableIn(read.value) : read.problems;
        const same = read.ok ? again(entry, read.value) : undefined;
        for (const one of [...wrong, ...(same ? [same] : [])]) problems.add(one);
        if (read.ok && wrong.length === 0 && same === undefined) yield { kept: read.value, file, entry };
      }
  }
  return { problems, results, close };
};
