import { join } from 'node:path';
import { type Finished, finishBatch, type Refusal } from '../../batch/finish.ts';
import { loadRoster, type Roster } from '../../batch/roster.ts';
import type { Progress } from '../../batch/run.ts';
import type { BatchState } from '../../batch/state.ts';
import { openWhole, writeWhole } from '../../batch/whole.ts';
import type { Loaded } from '../../model/problem.ts';
import type { Lang } from '../../model/text.ts';
import { rejectedHead, rejectedRow } from '../../report/rejected.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Settings } from '../settings.ts';
import type { Terminal } from '../terminal.ts';
import { sayProblem, TOOL } from './office.ts';
import type { BatchOptions } from './options.ts';
import { conclude, summaryLines } from './words.ts';

export interface Settling {
  readonly folder: string;
  readonly state: BatchState;
  readonly settings: Settings;
  readonly options: Pick<BatchOptions, 'duplicates' | 'lang' | 'quiet' | 'failOn' | 'minScore'>;
  readonly roster: Roster | undefined;
  /** What differs from run to run. */
  readonly timing: Readonly<Record<string, unknown>>;
  readonly terminal: Terminal;
}

export const readRoster = async (
  file: string | undefined,
  { vocabulary }: Settings,
): Promise<Loaded<Roster | undefined>> =>
  file === undefined ? { ok: true, value: undefined, warnings: [] } : loadRoster(file, vocabulary);

const rowsOf = ({ kind, file, center, problems }: Refusal, lang: Lang): string =>
  problems
    .map(({ code, message, location }) =>
      rejectedRow({ kind, file, code, message, location, ...(center && { center }) }, lang),
    )
    .join('');

/** What the run was and what it came to; all but `timing` is the same for the same inputs. */
const runRecord = ({ state, settings, options, timing }: Settling, finished: Finished) => {
  const { scheme, asOf } = settings.stream;
  const { summary, inputs, gate, noted, broken } = finished;
  return {
    tool: TOOL,
    asOf,
    ...(state.shard && { shard: `${state.shard.index}/${state.shard.count}` }),
    scheme: { id: scheme.id, sha256: scheme.sha256 },
    packs: [...new Map(summary.frames.map(({ frame }) => [frame.pack.id, frame.pack])).values()].map(
      ({ id, version, sha256 }) => ({ id, version, sha256 }),
    ),
    inputs: { documents: summary.counts.documents, sha256: inputs, skipped: state.command.skipped },
    duplicates: options.duplicates,
    counts: { ...summary.counts, noted, broken, ...gate },
    ...(summary.roster && {
      roster: {
        expected: summary.roster.expected,
        missing: summary.roster.missing.length,
        unlisted: summary.roster.unlisted.length,
      },
    }),
    gate: {
      failOn: options.failOn,
      ...(options.minScore !== undefined && { minScore: options.minScore }),
      exitCode: conclude(finished).code,
    },
    timing,
  };
};

/** Puts everything in its place and says what the batch comes to. */
export const settleBatch = (settling: Settling): ExitCode => {
  const { folder, state, settings, options, roster, terminal } = settling;
  const { lang, duplicates, quiet } = options;
  const rejected = openWhole(join(folder, 'rejected.csv'));
  rejected.write(rejectedHead(lang));
  const finished = finishBatch({
    folder,
    state,
    asOf: settings.stream.asOf,
    duplicates,
    ...(roster && { roster }),
    say: sayProblem,
    refuse: refusal => rejected.write(rowsOf(refusal, lang)),
    publish: done => {
      rejected.keep();
      writeWhole(join(folder, 'run.json'), `${JSON.stringify(runRecord(settling, done), null, 2)}\n`);
    },
  });
  const { code, reason } = conclude(finished);
  if (!quiet) {
    terminal.out(`${summaryLines(finished.summary, lang).join('\n')}\n`);
    terminal.err(`${lang === 'zh' ? '结论：' : 'gate: '}${reason[lang]}（${code}）\n`);
  }
  return code;
};

export const timingOf = (began: number, { documents, unchanged }: Progress, workers: number) => ({
  startedAt: new Date(began).toISOString(),
  seconds: Math.round((Date.now() - began) / 10) / 100,
  audited: documents - unchanged,
  unchanged,
  workers,
});
