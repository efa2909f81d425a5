import { addTallies, NO_TALLY, type Tally } from '../../batch/files/journal.ts';
import { readSources, shardOf } from '../../batch/files/sources.ts';
import type { PlannedJob, Sink } from '../../batch/run/run.ts';
import { isError } from '../../model/base/problem.ts';
import type { Settings } from '../audit/settings.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import { endQuietly } from '../terminal.ts';
import { listenForInterruption } from './interrupt.ts';
import type { BatchOptions } from './options.ts';
import { openProcess } from './process.ts';

/** Where the lines go that a filter answers with. */
export interface Outlet {
  readonly write: (lines: string | Uint8Array) => void;
  /** Resolves when there is room again; at once where there is. */
  readonly ready: () => Promise<void>;
  /** The reader has had enough. */
  readonly isClosed: () => boolean;
}

/** Standard output, which never holds more than it must. */
const openOutlet = (): Outlet => {
  const { stdout: stream } = process;
  let closed = false;
  stream.on('error', error => {
    endQuietly(error);
    closed = true;
  });
  return {
    write: lines => void (closed || stream.write(lines)),
    ready: () =>
      closed || !stream.writableNeedDrain
        ? Promise.resolve()
        : new Promise(resolve => {
            for (const event of ['drain', 'error', 'close']) stream.once(event, () => resolve());
          }),
    isClosed: () => closed,
  };
};

const sinkTo = (outlet: Outlet, count: (tally: Tally) => void): Sink => ({
  add: line => {
    outlet.write(`${line}\n`);
    return 0;
  },
  addBytes: outlet.write,
  record: (_, tally) => count(tally),
  unchanged: () => undefined,
  frame: () => undefined,
  pause: async () => undefined,
  isStopped: () => false,
});

const codeOf = ({ audited, failed, undecided, rejected, broken }: Tally): ExitCode =>
  worst([
    ...(broken > 0 ? [EXIT.internal] : []),
    ...(rejected > 0 || audited === 0 ? [EXIT.badInput] : []),
    ...(failed > 0 ? [EXIT.failed] : []),
    ...(undecided > 0 ? [EXIT.undecided] : []),
    EXIT.passed,
  ]);

async function* heeding(
  jobs: AsyncIterable<PlannedJob>,
  outlet: Outlet,
  signal: AbortSignal,
): AsyncGenerator<PlannedJob> {
  for await (const job of jobs) {
    await outlet.ready();
    if (outlet.isClosed() || signal.aborted) return;
    yield job;
  }
}

/** JSON Lines in, JSON Lines out, a line for a line; nothing is kept. */
export const filterBatch = async (
  files: readonly string[],
  settings: Settings,
  options: BatchOptions,
  stdin: () => AsyncIterable<Uint8Array>,
): Promise<ExitCode> => {
  const outlet = openOutlet();
  const workers = options.workers ?? 1;
  const { process: audit, close } = openProcess({ settings, options, frames: [], answers: true, workers });
  const { signal, release } = listenForInterruption();
  let tally = NO_TALLY;
  const sources = readSources(files, { stdin, stdinIsLines: true });
  const inputs = options.shard ? shardOf(sources, options.shard) : sources;
  const sink = sinkTo(outlet, more => {
    tally = addTallies(tally, more);
  });
  try {
    await audit(heeding(inputs, outlet, signal), sink);
  } finally {
    release();
    await close();
  }
  const unread = settings.unread.some(isError) ? [EXIT.badInput] : [];
  return signal.aborted ? EXIT.interrupted : worst([codeOf(tally), ...unread]);
};
