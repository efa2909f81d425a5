import { type BatchState, beginRun, type Command } from '../../batch/files/state.ts';
import {
  type BatchRounds,
  endPass,
  forgetPasses,
  gatherRounds,
  passFolder,
  withRounds,
} from '../../batch/run/passes.ts';
import { type Progress, runBatch } from '../../batch/run/run.ts';
import type { Input } from '../../model/profile/input.ts';
import { summaryOf } from '../../read/pack/library.ts';
import type { Settings } from '../audit/settings.ts';
import type { BatchOptions } from './options.ts';
import { openProcess } from './process.ts';

/** How often all centres are gone through before what is compared between them is settled; 0 where nothing is. */
export const passesOf = async ({ library, stream }: Settings): Promise<number> => {
  const given = stream.scheme.scorecard?.passes ?? 0;
  if (stream.prefersOwn !== true) return given;
  const named = await Promise.all(stream.packs.map(id => library.pack(id)));
  const own =
    stream.packs.length > 0
      ? named.map(pack => (pack.ok ? (summaryOf(pack.value).passes ?? 0) : 0))
      : (await library.summaries()).map(({ passes = 0 }) => passes);
  return Math.max(given, ...own);
};

export interface Passes {
  readonly count: number;
  readonly folder: string;
  readonly context: string;
  readonly command: Command;
  readonly settings: Settings;
  readonly options: BatchOptions;
  readonly workers: number;
  readonly inputs: () => AsyncIterable<Input>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** What the centres settle for one another; `keep` once the run that rests on it has begun. */
export type Gathered =
  | { readonly interrupted: true; readonly documents: number }
  | {
      readonly interrupted: false;
      readonly rounds?: BatchRounds;
      readonly context: string;
      readonly keep: () => void;
    };

const runPass = async (passes: Passes, number: number, context: string, rounds: BatchRounds | undefined) => {
  const { command, settings, options, workers, inputs, signal, onProgress } = passes;
  const folder = passFolder(passes.folder, number);
  const state = beginRun(folder, { context, command });
  const { process, close } = openProcess({
    settings,
    options,
    workers,
    frames: state.frames,
    answers: false,
    gathers: true,
    ...(rounds && { rounds }),
  });
  try {
    const done = await runBatch({ folder, state, inputs: inputs(), process, signal, onProgress });
    return { ...done, folder };
  } finally {
    await close();
  }
};

/** Goes through all inputs, as often as it takes, for what is compared between them. */
export const gatherCompared = async (passes: Passes): Promise<Gathered> => {
  const ended: (readonly [folder: string, state: BatchState])[] = [];
  let { context } = passes;
  let rounds: BatchRounds | undefined;
  for (let number = 1; number <= passes.count; number++) {
    const done = await runPass(passes, number, context, rounds);
    if (done.interrupted) return { interrupted: true, documents: done.progress.documents };
    ended.push([done.folder, done.state]);
    rounds = gatherRounds(done.folder, passes.options.duplicates);
    context = withRounds(passes.context, rounds);
  }
  forgetPasses(passes.folder, passes.count);
  return {
    interrupted: false,
    ...(rounds && { rounds }),
    context,
    keep: () => {
      for (const [folder, state] of ended) endPass(folder, state);
    },
  };
};
