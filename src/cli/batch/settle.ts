import { join } from 'node:path';
import type { BatchState } from '../../batch/files/state.ts';
import { RESULTS, workFile } from '../../batch/files/store.ts';
import { openWhole, writeWhole } from '../../batch/files/whole.ts';
import { KEPT_JOURNAL, keepWritten } from '../../batch/files/written.ts';
import { type Finished, finishBatch, type Refusal } from '../../batch/run/finish.ts';
import type { Progress } from '../../batch/run/run.ts';
import { loadRoster, type Roster } from '../../batch/summary/roster.ts';
import { distinct } from '../../model/base/group.ts';
import type { Loaded, Problem } from '../../model/base/problem.ts';
import { append, type Lang, type NonEmpty } from '../../model/base/text.ts';
import { nameOf } from '../../model/profile/profile.ts';
import type { Frame } from '../../model/result/summary.ts';
import { strayRecords } from '../../read/inspection/records.ts';
import { rejectedHead, rejectedRow } from '../../report/batch/rejected.ts';
import { summaryHtml } from '../../report/html/summary/summary.ts';
import { summaryXlsx } from '../../report/workbook/summary/book.ts';
import { REJECTED_LISTED, type RejectedProblem } from '../../tell/summary/absent.ts';
import type { Settings } from '../audit/settings.ts';
import { strayWaivers } from '../audit/stray-waivers.ts';
import type { ExitCode } from '../exit-code.ts';
import { printProblems } from '../problems.ts';
import { errLine, outLine, type Terminal } from '../terminal.ts';
import { TOOL } from '../version.ts';
import { sayProblem } from './auditor.ts';
import type { BatchOptions } from './options.ts';
import { pageLink } from './pages.ts';
import { putTexts, textsOfBatch } from './texts.ts';
import { brokenAt, conclude, summaryLines } from './words.ts';

export interface Settling {
  readonly folder: string;
  readonly state: BatchState;
  readonly settings: Settings;
  readonly options: Pick<BatchOptions, 'duplicates' | 'lang' | 'quiet' | 'failOn' | 'minScore' | 'each'>;
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

/** What differs from run to run, such as when it began, stands apart from what does not. */
const TIMING = 'timing.json';

const problemsOf = ({ kind, file, center, problems }: Refusal): readonly RejectedProblem[] =>
  problems.map(({ code, message, location }) => ({
    kind,
    file: location.file === '' ? file : location.file,
    code,
    message,
    location,
    ...(center && { center }),
  }));

/** What could not be audited: all of it in a table of its own, as much as the summaries hold for them. */
const keepRejected = (file: string, lang: Lang) => {
  const table = openWhole(file);
  const problems: RejectedProblem[] = [];
  let total = 0;
  try {
    table.write(rejectedHead(lang));
  } catch (error) {
    table.discard();
    throw error;
  }
  return {
    add: (refusal: Refusal): void => {
      const found = problemsOf(refusal);
      total += found.length;
      append(problems, found.slice(0, Math.max(0, REJECTED_LISTED - problems.length)));
      table.write(found.map(problem => rejectedRow(problem, lang)).join(''));
    },
    keep: table.keep,
    discard: table.discard,
    shown: () => ({ problems, total }),
  };
};

/** The schemes by which centres were scored: one, or where packs bring their own perhaps more. */
const schemesOf = ({ settings }: Settling, { summary }: Finished): NonEmpty<Frame['scheme']> => {
  const schemes = summary.frames.map(({ frame: { scheme } }) => scheme);
  const [first, ...more] = distinct(schemes, ({ sha256 }) => sha256);
  return first === undefined ? [settings.stream.scheme] : [first, ...more];
};

const named = ({ id, sha256 }: Frame['scheme']) => ({ id, sha256 });

/** What the run was and what it came to: the same for the same inputs, however it came about. */
const runRecord = (settling: Settling, finished: Finished, unread: readonly Problem[]) => {
  const { state, settings, options } = settling;
  const { asOf } = settings.stream;
  const [scheme, ...others] = schemesOf(settling, finished);
  const { summary, inputs, gate, noted, broken, pages } = finished;
  return {
    tool: TOOL,
    asOf,
    ...(state.shard && { shard: `${state.shard.index}/${state.shard.count}` }),
    scheme: named(scheme),
    ...(others.length > 0 && { otherSchemes: others.map(named) }),
    packs: distinct(
      summary.frames.map(({ frame: { pack } }) => ({ id: pack.id, version: pack.version, sha256: pack.sha256 })),
      ({ id }) => id,
    ),
    inputs: { documents: summary.counts.documents, sha256: inputs, skipped: state.command.skipped },
    duplicates: options.duplicates,
    ...(options.each && { each: { formats: options.each, reports: pages } }),
    counts: { ...summary.counts, noted, broken, ...gate },
    ...(summary.roster && {
      roster: {
        expected: summary.roster.expected,
        missing: summary.roster.missing.length,
        absent: summary.roster.missing.filter(({ state }) => state === 'not-submitted').length,
        unlisted: summary.roster.unlisted.length,
      },
    }),
    gate: {
      failOn: options.failOn,
      ...(options.minScore !== undefined && { minScore: options.minScore }),
      exitCode: conclude(finished, unread).code,
    },
  };
};

type Shown = ReturnType<ReturnType<typeof keepRejected>['shown']>;

/**
 * Waivers and records of centres that are not in the batch; it is not the whole county where a part of it was left out, or
 * where nobody knows whose submission was refused.
 */
const straysOf = ({ settings, state }: Settling, { summary }: Finished, { problems, total }: Shown) => {
  const { frames, counts } = summary;
  const rows = frames.flatMap(({ centers }) => centers);
  if (rows.length < counts.audited) return { waivers: [], records: [] };
  const names = rows.map(({ row }) => nameOf(row.center, row.location.file));
  const isWhole = counts.rejected === 0 && state.shard === undefined;
  const refused = problems.filter(({ kind }) => kind !== 'noted').map(({ center }) => center);
  const isKnown = state.shard === undefined && total === problems.length && refused.every(center => center?.name);
  const centers = [...rows.map(({ row }) => row.center), ...refused];
  const known = centers.flatMap(center => [center?.name ?? [], center?.township ?? []].flat());
  return {
    waivers: strayWaivers(settings.waivers, names, isWhole),
    records: isKnown ? strayRecords(settings.stream.inspections ?? [], known) : [],
  };
};

/** Puts everything in its place and says what the batch comes to. */
export const settleBatch = async (settling: Settling): Promise<ExitCode> => {
  const rejected = keepRejected(join(settling.folder, 'rejected.csv'), settling.options.lang);
  try {
    return await settleWith(rejected, settling);
  } catch (error) {
    rejected.discard();
    throw error;
  }
};

/** What the summaries and the record of the run are written from. */
interface Publishing extends Settling {
  readonly rejected: ReturnType<typeof keepRejected>;
  readonly texts: Awaited<ReturnType<typeof textsOfBatch>>;
}

const unreadOf = (settling: Publishing, done: Finished): readonly Problem[] => [
  ...settling.settings.unread,
  ...straysOf(settling, done, settling.rejected.shown()).records,
];

const publish = (settling: Publishing, done: Finished): void => {
  const { folder, state, options, timing, rejected, texts } = settling;
  rejected.keep();
  putTexts(folder, texts);
  const shown = { lang: options.lang, tool: TOOL, rejected: rejected.shown() };
  const page = summaryHtml({ ...shown, summary: done.summary, pageOf: pageLink(state) });
  writeWhole(join(folder, 'summary.html'), page);
  writeWhole(join(folder, 'summary.xlsx'), ({ write }) =>
    summaryXlsx(done.summary, { ...shown, gate: options, centersOf: done.centersOf, write }),
  );
  writeWhole(workFile(folder, TIMING), `${JSON.stringify(timing)}\n`);
  const record = runRecord(settling, done, unreadOf(settling, done));
  writeWhole(join(folder, 'run.json'), `${JSON.stringify(record, null, 2)}\n`);
};

/** What the batch comes to, on the terminal. */
const tellFinished = (settling: Publishing, finished: Finished): ExitCode => {
  const { options, terminal, rejected, state } = settling;
  const { lang, quiet } = options;
  const { code, reason } = conclude(finished, unreadOf(settling, finished));
  if (quiet) return code;
  const { waivers, records } = straysOf(settling, finished, rejected.shown());
  printProblems([...waivers, ...records], lang, terminal);
  const lines = summaryLines(finished.summary, { ...state, pages: finished.pages }, lang);
  const shown = terminal.isTTY ? lines.flatMap(brokenAt(terminal.columns)) : lines;
  for (const line of shown) outLine(terminal, line);
  errLine(terminal, lang === 'zh' ? `结论：${reason.zh}（${code}）` : `gate: ${reason.en} (${code})`);
  return code;
};

const settleWith = async (rejected: Publishing['rejected'], settling: Settling): Promise<ExitCode> => {
  const { folder, state, settings, options, roster } = settling;
  const publishing = { ...settling, rejected, texts: await textsOfBatch(state.frames, settings) };
  const finished = finishBatch({
    folder,
    state,
    asOf: settings.stream.asOf,
    duplicates: options.duplicates,
    ...(roster && { roster }),
    say: sayProblem,
    refuse: rejected.add,
    publish: done => publish(publishing, done),
  });
  keepWritten(folder, [RESULTS, KEPT_JOURNAL, 'rejected.csv', 'summary.html']);
  return tellFinished(publishing, finished);
};

export const timingOf = (began: number, { documents, unchanged }: Progress, workers: number) => ({
  startedAt: new Date(began).toISOString(),
  seconds: Math.round((Date.now() - began) / 10) / 100,
  audited: documents - unchanged,
  unchanged,
  workers,
});
