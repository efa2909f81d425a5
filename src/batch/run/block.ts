import type { Frame } from '../../model/result/summary.ts';
import { encodeRecord, lengthOf, NO_TALLY, type Tally, tallyOf } from '../files/journal.ts';
import { type Auditor, auditJob, type Job } from './document.ts';
import { makeLineBuffer } from './line-buffer.ts';

/** Some documents that a worker audits at a time. */
export interface Block {
  readonly jobs: readonly Job[];
  /** To write results into, as long as they fit. */
  readonly memory?: ArrayBuffer;
}

/** What came of a document; without a journal line, it is unchanged. */
export interface BlockDocument {
  readonly journal?: string;
  /** Of its results, in bytes. */
  readonly length: number;
  readonly tally: Tally;
}

export interface BlockResult {
  readonly results: Uint8Array;
  readonly documents: readonly BlockDocument[];
  readonly frames: readonly Frame[];
}

export const auditBlock = async ({ jobs, memory }: Block, auditor: Auditor): Promise<BlockResult> => {
  const buffer = makeLineBuffer(memory);
  const documents: BlockDocument[] = [];
  const known = auditor.frames.size;
  for (const job of jobs) {
    const outcome = await auditJob(job, auditor, buffer.add);
    if (outcome.kind === 'done') {
      const { record } = outcome;
      documents.push({ journal: encodeRecord(record), length: lengthOf(record), tally: tallyOf(record) });
    } else documents.push({ length: 0, tally: NO_TALLY });
  }
  return { results: buffer.lines(), documents, frames: [...auditor.frames.values()].slice(known) };
};
