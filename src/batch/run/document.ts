import { auditDocument, type BatchEvent, type Standard } from '../../audit/inputs.ts';
import type { Problem } from '../../model/base/problem.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { GateVerdict } from '../../model/finding/gate.ts';
import type { Input } from '../../model/profile/input.ts';
import type { Frame } from '../../model/result/summary.ts';
import { frameId } from '../../model/standard/pack.ts';
import { readBytes, sha256 } from '../../read/files/files.ts';
import { type DocumentRecord, type Entry, PART, type SaidProblem, type Tally, tallyOf } from '../files/journal.ts';
import type { PagedDocument, PageWriter } from '../pages/pages.ts';
import { frameOf, rowOf } from '../summary/row.ts';

/** A document to audit; `known` is the digest of the bytes for which an earlier run has its results. */
export interface Job extends Input {
  readonly known?: string;
}

export interface Formatter {
  /** An audit as a line of results, without the line break; absent where no results are wanted. */
  readonly result?: (audit: Audit) => string;
  readonly problem: (problem: Problem) => SaidProblem;
  readonly fault: (error: unknown, job: Job) => SaidProblem;
  /** What stands in the results for a profile that could not be audited; without it, nothing does. */
  readonly rejection?: (document: Pick<Job, 'file' | 'line'>, problems: readonly SaidProblem[]) => string;
  readonly gate: (audit: Audit) => GateVerdict['verdict'];
  /** What is still to be done with an audit, such as waivers. */
  readonly finish: (audit: Audit) => Audit;
}

export interface Auditor {
  readonly standard: Standard;
  readonly formatter: Formatter;
  /** Every frame met so far, by its id. */
  readonly frames: Map<string, Frame>;
  /** For centres that get pages of their own. */
  readonly pages?: PageWriter;
}

/** Pauses within a document that takes long. */
export interface Pacing {
  /** A pause where one is due, with what has come of the document so far. */
  readonly pause: (soFar: () => Tally) => Promise<void>;
  readonly isStopped: () => boolean;
  /** Takes a part of a long document, all but the last; without it, none is parted. */
  readonly part?: (record: DocumentRecord) => void;
}

const NOBODY: Pacing = { pause: async () => undefined, isStopped: () => false };

/** Takes a line of results and answers with its length in bytes. */
export type TakeResult = (line: string) => number;

export type Outcome =
  | { readonly kind: 'unchanged' | 'stopped' }
  | { readonly kind: 'done'; readonly record: DocumentRecord };

const frameFor = ({ frames, standard }: Auditor, { pack, level, scheme }: Audit): Frame => {
  const id = frameId(pack, level);
  const frame = frames.get(id) ?? frameOf(pack, level, scheme ?? standard.options.scheme);
  frames.set(id, frame);
  return frame;
};

/** Where an entry stands: its document, and its number in it. */
interface Place {
  readonly document: PagedDocument;
  readonly index: number;
}

/** What a bureau has to hear of its record; all else that is noted of a centre stands in its report. */
const OF_ENTRIES: ReadonlySet<Problem['code']> = new Set(['entry-differs', 'idle-entry']);

const auditedEntry = async (
  auditor: Auditor,
  found: Audit,
  { document, index }: Place,
  take: TakeResult,
): Promise<Entry> => {
  const { formatter } = auditor;
  const audit = formatter.finish(found);
  const row = rowOf(audit, frameFor(auditor, audit), formatter.gate(audit));
  const pages = await auditor.pages?.write({ audit }, document, index);
  const bytes = formatter.result === undefined ? 0 : take(formatter.result(audit));
  const compared = audit.scorecard?.compared;
  const told = audit.warnings.filter(({ code }) => OF_ENTRIES.has(code)).map(formatter.problem);
  return {
    ...{ kind: 'audited', bytes, row },
    ...(told.length > 0 && { told }),
    ...(pages && { pages }),
    ...(compared && { compared }),
  };
};

const otherEntry = async (
  { formatter, pages: writer }: Auditor,
  event: Exclude<BatchEvent, { kind: 'audit' }>,
  { document, index }: Place,
  take: TakeResult,
): Promise<Entry> => {
  const problems = event.problems.map(formatter.problem);
  const { kind } = event;
  const answer = kind === 'rejected' ? formatter.rejection?.(document, problems) : undefined;
  const bytes = answer === undefined ? 0 : take(answer);
  const pages = event.kind === 'rejected' ? await writer?.write(event, document, index) : undefined;
  const center = 'center' in event ? event.center : undefined;
  return { kind, bytes, problems, ...(center && { center }), ...(pages && { pages }) };
};

export const broken = ({ formatter }: Auditor, error: unknown, job: Job, take: TakeResult): Entry => {
  const problems = [formatter.fault(error, job)];
  const answer = formatter.rejection?.(job, problems);
  return { kind: 'broken', bytes: answer === undefined ? 0 : take(answer), problems };
};

/** What becomes of the profiles of a document, and is to be said of it, one after another. */
export type Entries = (job: Job, content: Uint8Array, digest: string) => AsyncIterable<Entry>;

export const entryOf = (auditor: Auditor, event: BatchEvent, place: Place, take: TakeResult): Promise<Entry> =>
  event.kind === 'audit' ? auditedEntry(auditor, event.audit, place, take) : otherEntry(auditor, event, place, take);

/** Those that are made in this thread. */
const entriesHere = (auditor: Auditor, take: TakeResult): Entries =>
  async function* (job, content, digest) {
    const document = documentOf(job, digest);
    let index = 0;
    for await (const event of auditDocument(job, content, auditor.standard, digest))
      yield entryOf(auditor, event, { document, index: index++ }, take);
  };

export const documentOf = ({ file, line }: Job, digest: string): PagedDocument => ({
  file,
  ...(line !== undefined && { line }),
  sha256: digest,
});

/** Audits a document to the end, whatever is wrong with it, unless its results are known already. */
export const auditJob = async (
  job: Job,
  auditor: Auditor,
  take: TakeResult,
  pacing = NOBODY,
  entriesOf = entriesHere(auditor, take),
): Promise<Outcome> => {
  const { file } = job;
  const content = job.content ?? readBytes(file);
  const digest = content.ok ? sha256(content.value) : '';
  if (digest !== '' && digest === job.known) return { kind: 'unchanged' };
  const document = documentOf(job, digest);
  let entries: Entry[] = [];
  let from = 0;
  const recordOf = (): DocumentRecord => ({ ...document, ...(from > 0 && { from }), entries });
  try {
    if (!content.ok) {
      const event = { kind: 'rejected', file, problems: content.problems } as const;
      entries.push(await otherEntry(auditor, event, { document, index: 0 }, take));
    } else
      for await (const entry of entriesOf(job, content.value, digest)) {
        if (entries.length === PART && pacing.part !== undefined) {
          pacing.part({ ...recordOf(), more: true });
          from += entries.length;
          entries = [];
        }
        entries.push(entry);
        await pacing.pause(() => tallyOf({ ...document, entries }));
        if (pacing.isStopped()) return { kind: 'stopped' };
      }
  } catch (error) {
    entries.push(broken(auditor, error, job, take));
  }
  auditor.pages?.check();
  return { kind: 'done', record: recordOf() };
};
