import { auditDocument, type BatchEvent, type Input, type Standard } from '../../audit/inputs.ts';
import type { Problem } from '../../model/base/problem.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { GateVerdict } from '../../model/finding/gate.ts';
import type { Frame } from '../../model/result/summary.ts';
import { frameId } from '../../model/result/summary.ts';
import { readBytes, sha256 } from '../../read/files/files.ts';
import { type DocumentRecord, type Entry, type SaidProblem, type Tally, tallyOf } from '../files/journal.ts';
import type { PagedDocument, PageWriter } from '../pages/pages.ts';
import { frameOf, rowOf } from '../summary/row.ts';

/** A document to audit; `known` is the digest of the bytes for which an earlier run has its results. */
export interface Job extends Input {
  readonly known?: string;
}

/** How what is found becomes text. */
export interface Clerk {
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

export interface Office {
  readonly standard: Standard;
  readonly clerk: Clerk;
  /** Every frame met so far, by its id. */
  readonly frames: Map<string, Frame>;
  /** For centres that get pages of their own. */
  readonly pages?: PageWriter;
}

/** What goes on around a document that takes long. */
export interface Watch {
  /** Lets others have a word now and then, and tells what has come of the document so far. */
  readonly pause: (soFar: () => Tally) => Promise<void>;
  /** Nobody wants any more. */
  readonly isStopped: () => boolean;
}

const NOBODY: Watch = { pause: async () => undefined, isStopped: () => false };

/** Takes a line of results and answers with its length in bytes. */
export type TakeResult = (line: string) => number;

export type Outcome =
  | { readonly kind: 'unchanged' | 'stopped' }
  | { readonly kind: 'done'; readonly record: DocumentRecord };

const frameFor = ({ frames, standard }: Office, { pack, level, scheme }: Audit): Frame => {
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

const auditedEntry = async (
  office: Office,
  found: Audit,
  { document, index }: Place,
  take: TakeResult,
): Promise<Entry> => {
  const { clerk } = office;
  const audit = clerk.finish(found);
  const row = rowOf(audit, frameFor(office, audit), clerk.gate(audit));
  const pages = await office.pages?.write({ audit }, document, index);
  const bytes = clerk.result === undefined ? 0 : take(clerk.result(audit));
  const compared = audit.scorecard?.compared;
  return { kind: 'audited', bytes, row, ...(pages && { pages }), ...(compared && { compared }) };
};

const otherEntry = async (
  { clerk, pages: writer }: Office,
  event: Exclude<BatchEvent, { kind: 'audit' }>,
  { document, index }: Place,
  take: TakeResult,
): Promise<Entry> => {
  const problems = event.problems.map(clerk.problem);
  const { kind } = event;
  const answer = kind === 'rejected' ? clerk.rejection?.(document, problems) : undefined;
  const bytes = answer === undefined ? 0 : take(answer);
  const pages = event.kind === 'rejected' ? await writer?.write(event, document, index) : undefined;
  const center = 'center' in event ? event.center : undefined;
  return { kind, bytes, problems, ...(center && { center }), ...(pages && { pages }) };
};

const broken = ({ clerk }: Office, error: unknown, job: Job, take: TakeResult): Entry => {
  const problems = [clerk.fault(error, job)];
  const answer = clerk.rejection?.(job, problems);
  return { kind: 'broken', bytes: answer === undefined ? 0 : take(answer), problems };
};

/** Audits a document to the end, whatever is wrong with it, unless its results are known already. */
export const auditJob = async (job: Job, office: Office, take: TakeResult, watch = NOBODY): Promise<Outcome> => {
  const { file, line } = job;
  const content = job.content ?? readBytes(file);
  const digest = content.ok ? sha256(content.value) : '';
  if (digest !== '' && digest === job.known) return { kind: 'unchanged' };
  const document = { file, ...(line !== undefined && { line }), sha256: digest };
  const entries: Entry[] = [];
  try {
    if (!content.ok) {
      const event = { kind: 'rejected', file, problems: content.problems } as const;
      entries.push(await otherEntry(office, event, { document, index: 0 }, take));
    } else
      for await (const event of auditDocument(job, content.value, office.standard, digest)) {
        const place = { document, index: entries.length };
        if (event.kind === 'audit') entries.push(await auditedEntry(office, event.audit, place, take));
        else entries.push(await otherEntry(office, event, place, take));
        await watch.pause(() => tallyOf({ ...document, entries }));
        if (watch.isStopped()) return { kind: 'stopped' };
      }
  } catch (error) {
    entries.push(broken(office, error, job, take));
  }
  office.pages?.check();
  return { kind: 'done', record: { ...document, entries } };
};
