import { type Kin, type Known, kinOf } from '../../change/kin.ts';
import { matchEntries } from '../../change/match.ts';
import { type Loaded, type Problem, problem, valuesOf } from '../../model/base/problem.ts';
import { unitedVocabulary, type Vocabulary } from '../../model/standard/vocabulary.ts';
import { isFolder } from '../../read/files/files.ts';
import type { KeptEntry, KeptFile } from '../../read/results/file.ts';
import { openKept } from '../../read/results/open.ts';
import { gatherStandards } from '../../read/results/standards.ts';
import { COMPARISONS, type ComparisonOptions } from '../../report/compare/index.ts';
import { TREATMENTS } from '../../words/batch.ts';
import { calledAll } from '../../words/reader.ts';
import type { Act } from '../cli.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import { printProblems, refuse } from '../problems.ts';
import type { ResultsOptions } from '../results/open.ts';
import { readFormats } from '../show.ts';
import { errLine, type Terminal } from '../terminal.ts';
import { TOOL } from '../version.ts';
import { compareEach } from './each.ts';
import { type ComparisonRequest, openOutputs } from './outputs.ts';
import { libraryIn, meantIn, NO_CENTER, remembered, repeatedIn } from './sources.ts';

export interface CompareOptions extends Omit<ResultsOptions, 'asItIs'> {
  readonly output?: readonly string[];
  readonly all?: boolean;
  readonly failOn: 'worse' | 'none';
  readonly quiet?: boolean;
}

/** The words by which the table of a batch says that an input was refused. */
const REFUSED: ReadonlySet<string> = new Set(
  [TREATMENTS.rejected, TREATMENTS.broken].flatMap(({ zh, en }) => [zh, en]),
);

type Files = Readonly<Record<'from' | 'to', KeptFile>>;

/** What has become of centres from one result, or one batch, to another. */
export const compareCommand: Act<CompareOptions, [string, string]> = async (from, to, options, terminal) => {
  const { lang, output, quiet } = options;
  const requests = readFormats(output ?? (quiet ? [] : ['terminal']), COMPARISONS, lang, terminal);
  if (requests === undefined) return EXIT.usage;
  const wanted = {
    refused: REFUSED,
    // Who is asked for may be told from the others only by who they are.
    named: options.center !== undefined,
    library: libraryIn(options.standards),
    standards: gatherStandards(),
  };
  const [older, newer] = [await openKept(from, wanted), await openKept(to, wanted)];
  const opened = valuesOf([older, newer]);
  try {
    if (!older.ok || !newer.ok || opened.some(isRefused(options)))
      return refuse([...reasonsIn(older, from), ...reasonsIn(newer, to)], options.lang, terminal);
    const whole = { from: older.value, to: newer.value };
    const vocabulary = remembered(wordsOf(whole));
    // Of all, whoever is asked for: who is matched hangs on who else there is.
    const kin = kinIn(whole, vocabulary);
    const keyOf = ({ key }: KeptEntry): string => kin.get(key)?.key ?? key;
    const [was, is] = meantIn([older.value, newer.value], options, terminal, keyOf) ?? [];
    if (was === undefined || is === undefined) return EXIT.usage;
    const files = { from: was, to: is };
    return await compareFiles({ files, kin, vocabulary, names: { from, to } }, requests, options, terminal);
  } finally {
    for (const file of opened) file.close();
  }
};

type WordsOf = (pack: string) => Vocabulary;

/** What centres are known by in the older results, where these have them under another name. */
const kinIn = ({ from, to }: Files, vocabulary: WordsOf): ReadonlyMap<string, Kin> => {
  const known = ({ entries, rejections }: KeptFile): Known => ({
    keys: entries.map(({ key }) => key),
    centers: entries.filter(({ pack }) => vocabulary(pack).subject === undefined).map(({ key }) => key),
    refused: rejections.map(({ center }) => center),
  });
  return kinOf(known(from), known(to));
};

/** Nothing at all is in it: an empty list, no round in which nobody handed in. */
const isEmpty = ({ entries, problems, rejections, run }: KeptFile): boolean =>
  run === undefined && entries.length + problems.length + rejections.length === 0;

const reasonsIn = (file: Loaded<KeptFile>, path: string): readonly Problem[] => {
  if (!file.ok) return file.problems;
  return isEmpty(file.value) ? [problem('no-results', path, {})] : file.value.problems;
};

/** Nothing in it is a result. */
const isRefused =
  ({ center }: CompareOptions) =>
  (file: KeptFile): boolean =>
    center === undefined && file.entries.length === 0 && (file.problems.length > 0 || isEmpty(file));

/** The words of a pack, of both results: what an edition no longer asks is still to be named. */
const wordsOf =
  ({ from, to }: Files): WordsOf =>
  pack => {
    const all = [...to.vocabularies(pack), ...from.vocabularies(pack)];
    const { subject } = calledAll(all);
    return { ...unitedVocabulary(all), ...(subject && { subject }) };
  };

const NOTHING = { zh: '两份结果里都没有可比较的内容', en: 'there is nothing to compare in either' } as const;

interface Compared extends Pick<ComparisonOptions, 'names' | 'vocabulary'> {
  readonly files: Files;
  readonly kin: ReadonlyMap<string, Kin>;
}

const compareFiles = async (
  { files, kin, names, vocabulary }: Compared,
  requests: readonly ComparisonRequest[],
  options: CompareOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { lang, center, quiet } = options;
  const pairs = matchEntries(files.from.entries, files.to.entries, kin);
  const problems = [files.from, files.to].flatMap(file => [...file.problems, ...repeatedIn(file)]);
  if (!quiet) printProblems(problems, lang, terminal);
  if (pairs.length === 0) {
    errLine(terminal, center === undefined ? NOTHING[lang] : NO_CENTER[lang](center));
    return center === undefined ? EXIT.badInput : EXIT.usage;
  }
  const packs = new Set([files.from, files.to].flatMap(({ entries }) => entries.map(({ pack }) => pack)));
  const outputs = await openOutputs(requests, terminal, {
    lang,
    of: calledAll([...packs].map(vocabulary)),
    columns: terminal.columns,
    color: terminal.color,
    all: options.all === true,
    names,
    asked: center !== undefined,
    single: pairs.length === 1 && (center !== undefined || ![names.from, names.to].some(isFolder)),
    tool: TOOL,
    vocabulary,
  });
  const found = await compareEach(pairs, files, outputs);
  if (!quiet) printProblems([...new Set(found.problems)], lang, terminal);
  return worst([
    [...problems, ...found.problems].some(({ severity }) => severity === 'error') ? EXIT.badInput : EXIT.passed,
    found.isWorse && options.failOn === 'worse' ? EXIT.failed : EXIT.passed,
  ]);
};
