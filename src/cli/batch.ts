import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { contextDigest } from '../batch/context.ts';
import { findInputs, STDIN } from '../batch/inputs.ts';
import type { Roster } from '../batch/roster.ts';
import { runBatch } from '../batch/run.ts';
import { readSources, shardOf } from '../batch/sources.ts';
import { beginRun, readState } from '../batch/state.ts';
import { WORK } from '../batch/store.ts';
import { isLines, isTable } from '../load/open.ts';
import type { Problem } from '../model/problem.ts';
import { filterBatch } from './batch/filter.ts';
import { listenForInterruption } from './batch/interrupt.ts';
import { TOOL } from './batch/office.ts';
import { type Asked, type BatchOptions, recordOf, resumeAs, withToday } from './batch/options.ts';
import { openProcess, workersFor } from './batch/process.ts';
import { watchProgress } from './batch/progress.ts';
import { readRoster, settleBatch, timingOf } from './batch/settle.ts';
import { writeFault } from './batch/write-fault.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { printProblems } from './problems.ts';
import { openSettings, type Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

const readStdin = (): AsyncIterable<Uint8Array> => process.stdin;

const refuse = (problems: readonly Problem[], { lang }: BatchOptions, terminal: Terminal): ExitCode => {
  printProblems(problems, lang, terminal);
  return EXIT.badInput;
};

const say = (terminal: Terminal, { lang, quiet }: BatchOptions, zh: string, en: string): void => {
  if (!quiet) terminal.err(`${lang === 'zh' ? zh : en}\n`);
};

const contextOf = ({ library, vocabulary, stream }: Settings, options: BatchOptions): Promise<string> => {
  const { failOn, minScore, waivers = [], withoutWaivers, onlyNew } = options;
  return contextDigest({
    tool: TOOL.version,
    library,
    vocabulary,
    stream,
    files: [...waivers, ...(onlyNew === undefined ? [] : [onlyNew])],
    options: { failOn, minScore, withoutWaivers },
  });
};

/** Audits all inputs into a folder: results, what was rejected, and a record of the run. */
export const batchCommand = async (
  inputs: readonly string[],
  options: BatchOptions,
  isSaid: (option: string) => boolean,
  terminal: Terminal,
): Promise<ExitCode> => {
  const state = options.resume ? readState(options.output) : undefined;
  const asked = withToday(resumeAs({ inputs, options }, state, isSaid));
  if (asked.inputs.length === 0) {
    say(terminal, options, '请写明要审核的文件夹或文件', 'name the folders or files to audit');
    return EXIT.usage;
  }
  const settings = await openSettings(asked.options);
  if (!settings.ok) return refuse(settings.problems, options, terminal);
  if (!options.quiet) printProblems(settings.value.warnings, options.lang, terminal);
  if (options.output === STDIN) return filterBatch(asked.inputs, settings.value, asked.options, readStdin);
  const roster = await readRoster(asked.options.roster, settings.value);
  if (!roster.ok) return refuse(roster.problems, options, terminal);
  try {
    return await auditInto(asked, settings.value, roster.value, terminal);
  } catch (error) {
    const fault = writeFault(error, options.output);
    if (fault === undefined) throw error;
    terminal.err(`${fault[options.lang]}\n`);
    return EXIT.internal;
  }
};

const auditInto = async (
  { inputs, options }: Asked,
  settings: Settings,
  roster: Roster | undefined,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { output: folder, lang, shard } = options;
  const began = Date.now();
  const { files, skipped } = findInputs(inputs);
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
  if (options.fresh) rmSync(join(folder, WORK), { recursive: true, force: true });
  const context = await contextOf(settings, options);
  const state = beginRun(folder, { context, command: recordOf(inputs, skipped, options), ...(shard && { shard }) });
  const sources = readSources(files, { stdin: readStdin, stdinIsLines: false });
  const workers = options.workers ?? workersFor(files);
  const { process: audit, close } = openProcess({ settings, options, frames: state.frames, answers: false, workers });
  const progress = watchProgress(terminal, countOf(files, options), lang);
  const { signal, release } = listenForInterruption();
  try {
    const done = await runBatch({
      folder,
      state,
      inputs: shard ? shardOf(sources, shard) : sources,
      process: audit,
      signal,
      onProgress: progress.show,
    });
    progress.clear();
    if (done.interrupted) {
      const { documents } = done.progress;
      say(
        terminal,
        options,
        `已中断：${documents} 份已审完并存好；加 --resume 接着做`,
        `interrupted: ${documents} documents are done and kept; go on with --resume`,
      );
      return EXIT.interrupted;
    }
    release();
    const timing = timingOf(began, done.progress, workers);
    return settleBatch({ folder, state: done.state, settings, options, roster, timing, terminal });
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
