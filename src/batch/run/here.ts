import { encodeRecord, tallyOf } from '../files/journal.ts';
import { auditJob, type Office } from './document.ts';
import type { Delivery, PlannedJob, Process } from './run.ts';

/** Audits a document in this thread and hands over what comes of it. */
export const deliverJob = async (job: PlannedJob, office: Office, delivery: Delivery): Promise<void> => {
  const outcome = await auditJob(job, office, delivery.add, delivery);
  for (const frame of office.frames.values()) delivery.frame(frame);
  if (outcome.kind === 'unchanged') delivery.unchanged(job);
  if (outcome.kind === 'done') delivery.record(encodeRecord(outcome.record), tallyOf(outcome.record));
};

/** Audits one document after another, in this thread. */
export const auditHere =
  (office: Office): Process =>
  async (jobs, delivery) => {
    for await (const job of jobs) await deliverJob(job, office, delivery);
  };
