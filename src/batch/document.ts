import { readBytes, sha256 } from '../load/files.ts';
import type { Audit } from '../model/audit.ts';
import type { GateVerdict } from '../model/gate.ts';
import type { Problem } from '../model/problem.ts';
import type { Frame } from '../model/summary.ts';
import type { DocumentRecord, Entry, SaidProblem } from './journal.ts';
import type { WriteLine } from './line-buffer.ts';
import { frameId, frameOf, rowOf } from './row.ts';
import { auditDocument, type BatchEvent, type Input, type Standard } from './stream.ts';

/** A document to audit; `known` is the digest of the bytes for which an earlier run has its results. */
export interface Job extends Input {
  readonly known?: string;
}

/** How what is found becomes text. */
export interface Clerk {
  /** An audit as a line of results, without the line break. */
  readonly result: (audit: Audit) => WriteLine;
  readonly problem: (problem: Problem) => SaidProblem;
  readonly fault: (error: unknown, job: Job) => SaidProblem;
  /** What stands in the results for a profile that could not be audited; without it, nothing does. */
  readonly rejection?: (job: Job, problems: readonly SaidProblem[]) => string;
  readonly gate: (audit: Audit) => GateVerdict['verdict'];
  /** What is still to be done with an audit, such as waivers. */
  readonly finish: (audit: Audit) => Audit;
}

export interface Office {
  readonly standard: Standard;
  readonly clerk: Clerk;
  /** Every frame met so far, by its id. */
  readonly frames: Map<string, Frame>;
}

/** Takes a line of results and answers with its length in bytes. */
export type TakeResult = (write: WriteLine) => number;

export type Outcome = { readonly unchanged: true } | { readonly unchanged: false; readonly record: DocumentRecord };

const frameFor = ({ frames, standard }: Office, { pack, level, scheme }: Audit): Frame => {
  const id = frameId(pack, level);
  const frame = frames.get(id) ?? frameOf(pack, level, scheme ?? standard.options.scheme);
  frames.set(id, frame);
  return frame;
};

const entryOf = (office: Office, event: BatchEvent, job: Job, take: TakeResult): Entry => {
  const { clerk } = office;
  if (event.kind === 'audit') {
    const audit = clerk.finish(event.audit);
    const row = rowOf(audit, frameFor(office, audit), clerk.gate(audit));
    return { kind: 'audited', bytes: take(clerk.result(audit)), row };
  }
  const problems = event.problems.map(clerk.problem);
  const { kind } = event;
  const answer = kind === 'rejected' ? clerk.rejection?.(job, problems) : undefined;
  const bytes = answer === undefined ? 0 : take(sink => sink.text(answer));
  return { kind, bytes, problems, ...('center' in event && event.center && { center: event.center }) };
};

const broken = ({ clerk }: Office, error: unknown, job: Job, take: TakeResult): Entry => {
  const problems = [clerk.fault(error, job)];
  const answer = clerk.rejection?.(job, problems);
  return { kind: 'broken', bytes: answer === undefined ? 0 : take(sink => sink.text(answer)), problems };
};

/** Audits a document to the end, whatever is wrong with it, unless its results are known already. */
export const auditJob = async (job: Job, office: Office, take: TakeResult): Promise<Outcome> => {
  const { file, line } = job;
  const content = job.content ?? readBytes(file);
  const digest = content.ok ? sha256(content.value) : '';
  if (digest !== '' && digest === job.known) return { unchanged: true };
  const entries: Entry[] = [];
  try {
    if (!content.ok) entries.push(entryOf(office, { kind: 'rejected', file, problems: content.problems }, job, take));
    else
      for await (const event of auditDocument(job, content.value, office.standard, digest))
        entries.push(entryOf(office, event, job, take));
  } catch (error) {
    entries.push(broken(office, error, job, take));
  }
  return { unchanged: false, record: { file, ...(line !== undefined && { line }), sha256: digest, entries } };
};
