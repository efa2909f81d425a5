import { type DocumentRecord, encodeRecord, tallyOf } from '../files/journal.ts';
import { type Auditor, auditJob, type Entries } from './document.ts';
import type { PlannedJob, Process, Sink } from './run.ts';

/** Audits a document, in this thread unless its entries come from elsewhere, and hands over what comes of it. */
export const auditInto = async (job: PlannedJob, auditor: Auditor, sink: Sink, entries?: Entries): Promise<void> => {
  const put = (record: DocumentRecord): void => {
    for (const frame of auditor.frames.values()) sink.frame(frame);
    sink.record(encodeRecord(record), tallyOf(record), record.more);
  };
  const outcome = await auditJob(job, auditor, sink.add, { ...sink, part: put }, entries);
  if (outcome.kind === 'unchanged') sink.unchanged(job);
  if (outcome.kind === 'done') put(outcome.record);
};

/** Audits one document after another, in this thread. */
export const auditHere =
  (auditor: Auditor): Process =>
  async (jobs, sink) => {
    for await (const job of jobs) await auditInto(job, auditor, sink);
  };
