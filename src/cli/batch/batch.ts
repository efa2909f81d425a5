import { findInputs, inOrder } from '../../batch/files/inputs.ts';
import { readSources, shardOf } from '../../batch/files/sources.ts';
import { beginRun, type Command, forgetRun } from '../../batch/files/state.ts';
import { contextDigest } from '../../batch/run/context.ts';
import { forgetPasses, stateToResume } from '../../batch/run/passes.ts';
import { runBatch } from '../../batch/run/run.ts';
import type { Roster } from '../../batch/summary/roster.ts';
import type { Bilingual } from '../../model/base/text.ts';
import { isLines, isTable, STDIN } from '../../read/files/open.ts';
import { openSettings, type Settings } from '../audit/settings.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { misused, printProblems, refuse } from '../problems.ts';
import { errLine, type Terminal } from '../terminal.ts';
import { TOOL } from '../version.ts';
import { alone, sayingFaults } from './alone.ts';
import { filterBatch } from './filter.ts';
import { listenForInterruption } from './interrupt.ts';
import { type Asked, type BatchOptions, recordOf, resumeAs, withToday } from './options.ts';
import { eachOf } from './pages.ts';
import { openProcess, workersFor } from './process.ts';
import { watchProgress } from './progress.ts';
import { gatherCompared, passesOf } from './rounds.ts';
import { readRoster, settleBatch, timingOf } from './settle.ts';

const readStdin = (): AsyncIterable<Uint8Array> => process.stdin;

const say = (terminal: Terminal, { lang, quiet }: BatchOptions, zh: string, en: string): void => {
  if (!quiet) errLine(terminal, lang === 'zh' ? zh : en);
};

const contextOf = ({ library, vocabulary, stream }: Settings, options: BatchOptions): Promise<string> => {
  const { failOn, minScore, waivers = [], withoutWaivers, onlyNew, provisional } = options;
  return contextDigest({
    tool: TOOL.version,
    library,
    vocabulary,
    stream,
    files: [...waivers, ...(onlyNew === undefined ? [] : [onlyNew])],
    options: { failOn, minScore, withoutWaivers, provisional },
  });
};

const NO_FOLDER: Bilingual = {
  zh: '--each 要有文件夹来放报告，不能和 -o - 同用；请写 -o 文件夹',
  en: '--each needs a folder for the reports and does not go with -o -; name a folder with -o',
};

/** Audits all inputs into a folder: results, what was rejected, and a record of the run. */
export const batchCommand = async (
  inputs: readonly string[],
  options: BatchOptions,
  isSaid: (option: string) => boolean,
  terminal: Terminal,
): Promise<ExitCode> => {
  const state = options.resume ? stateToResume(options.output) : undefined;
  const asked = withToday(resumeAs({ inputs, options }, state, isSaid));
  if (asked.inputs.length === 0) {
    say(terminal, options, '请写明要审核的文件夹或文件', 'name the folders or files to audit');
    return EXIT.usage;
  }
  const settings = await openSettings({ ...asked.options, namedRecords: true });
  if (!settings.ok) return refuse(settings.problems, options.lang, terminal);
  const { warnings, unread } = settings.value;
  if (!options.quiet) printProblems([...warnings, ...unread], options.lang, terminal);
  if (options.output === STDIN && asked.options.each !== undefined) return misused(NO_FOLDER[options.lang], terminal);
  if (options.output === STDIN && (await passesOf(settings.value)) > 0) say(terminal, options, ALONE.zh, ALONE.en);
  if (options.output === STDIN)
    return filterBatch(findInputs(asked.inputs).files, settings.value, asked.options, readStdin);
  const roster = await readRoster(asked.options.roster, settings.value);
  if (!roster.ok) return refuse(roster.problems, options.lang, terminal);
  if (!options.quiet) printProblems(roster.warnings, options.lang, terminal);
  return sayingFaults(options, terminal, () => auditInto(asked, settings.value, roster.value, terminal));
};

const TWICE: Bilingual = {
  zh: '评分表里有和其他中心比较的项目，申报要读两遍，标准输入只能读一遍；请先存成文件再审',
  en: 'rows of the scorecard are compared between centres, which takes reading twice; save standard input to a file first',
};

const ALONE: Bilingual = {
  zh: '评分表里有和其他中心比较的项目：-o - 一份一份地审，这些项目只有得分区间；用 -o 文件夹 才能定',
  en: 'rows of the scorecard are compared between centres: with -o - they stay ranges, -o FOLDER settles them',
};

const LATER: Bilingual = {
  zh: '评分表里有和其他中心比较的项目：单独一份里只有得分区间，merge 合并各份时才能定',
  en: 'rows of the scorecard are compared between centres: a part gives their ranges, merge settles them',
};

export const auditInto = async (
  { inputs, options }: Asked,
  settings: Settings,
  roster: Roster | undefined,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { files: found, skipped, links } = findInputs(inputs);
  const files = inOrder(found);
  if (!options.quiet) printProblems(links, options.lang, terminal);
  if (files.length === 0) {
    say(terminal, options, '没有找到可审核的文件', 'no files to audit were found');
    return EXIT.badInput;
  }
  if (skipped.length > 0)
    say(
      terminal,
      options,
      `${skipped.length} 个其他类型的文件没有读取`,
      `${skipped.length} files of other kinds were not read`,
    );
  const passes = await passesOf(settings);
  if (passes > 0 && options.shard === undefined && files.includes(STDIN)) return misused(TWICE[options.lang], terminal);
  if (passes > 0 && options.shard !== undefined) say(terminal, options, LATER.zh, LATER.en);
  const command = recordOf(inputs, skipped, options);
  return alone(options, terminal, () => {
    if (options.fresh) {
      forgetRun(options.output);
      forgetPasses(options.output, 0);
    }
    return auditFiles({ files, command, settings, options, roster, terminal, passes });
  });
};

interface Work {
  readonly files: readonly string[];
  readonly command: Command;
  readonly settings: Settings;
  readonly options: BatchOptions;
  readonly roster: Roster | undefined;
  readonly terminal: Terminal;
  readonly passes: number;
}

const sayInterrupted = (documents: number, { options, terminal }: Work): ExitCode => {
  say(
    terminal,
    options,
    `已中断：${documents} 份已审完并存好；加 --resume 接着做`,
    `interrupted: ${documents} documents are done and kept; go on with --resume`,
  );
  return EXIT.interrupted;
};

const auditFiles = async (work: Work): Promise<ExitCode> => {
  const { files, command, settings, options, roster, terminal, passes } = work;
  const { output: folder, lang, shard } = options;
  const began = Date.now();
  const each = eachOf(options.each, lang);
  const workers = options.workers ?? workersFor(files, each !== undefined);
  const inputs = () => readSources(files, { stdin: readStdin, stdinIsLines: false });
  const progress = watchProgress(terminal, countOf(files, options), lang);
  const { signal, release } = listenForInterruption();
  let close = async (): Promise<unknown> => undefined;
  try {
    const gathered = await gatherCompared({
      ...{ folder, command, settings, options, workers, signal, inputs },
      count: shard === undefined ? passes : 0,
      context: await contextOf(settings, options),
      onProgress: progress.show,
    });
    if (gathered.interrupted) {
      progress.clear();
      return sayInterrupted(gathered.documents, work);
    }
    const { context, rounds, keep } = gathered;
    const state = beginRun(folder, { context, command, ...(shard && { shard }), ...(each && { each }) });
    keep();
    const opened = openProcess({
      ...{ settings, options, workers, frames: state.frames, answers: false },
      ...(each && { pages: { folder, each } }),
      ...(rounds && { rounds }),
    });
    close = opened.close;
    const done = await runBatch({
      folder,
      state,
      inputs: shard ? shardOf(inputs(), shard) : inputs(),
      process: opened.process,
      signal,
      onProgress: progress.show,
    });
    progress.clear();
    await opened.close();
    if (done.interrupted) return sayInterrupted(done.progress.documents, work);
    release();
    const timing = timingOf(began, done.progress, workers);
    return await settleBatch({ folder, state: done.state, settings, options, roster, timing, terminal });
  } finally {
    release();
    await close();
  }
};

/** Known where every file is one document. */
const countOf = (files: readonly string[], { shard }: BatchOptions): number | undefined =>
  shard !== undefined || files.some(file => isLines(file) || isTable(file) || file === STDIN)
    ? undefined
    : files.length;
