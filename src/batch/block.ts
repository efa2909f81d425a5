import type { Frame } from '../model/summary.ts';
import { auditJob, type Job, type Office } from './document.ts';
import { encodeRecord, NO_TALLY, type Tally, tallyOf } from './journal.ts';
import { type Line, mostBytes, writeLine } from './parts.ts';

/** Some documents that a worker audits at a time. */
export interface Block {
  readonly jobs: readonly Job[];
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

/** Grows as it is written to. */
const makeBuffer = () => {
  let buffer = Buffer.allocUnsafeSlow(1_048_576);
  let used = 0;
  return {
    add: (line: Line): number => {
      const most = mostBytes(line);
      if (used + most > buffer.length) {
        const larger = Buffer.allocUnsafeSlow((used + most) * 2);
        buffer.copy(larger, 0, 0, used);
        buffer = larger;
      }
      const length = writeLine(line, buffer, used);
      used += length;
      return length;
    },
    bytes: (): Uint8Array => new Uint8Array(buffer.buffer, 0, used),
  };
};

/** Audits the documents of a block, in a worker. */
export const auditBlock = async ({ jobs }: Block, office: Office): Promise<BlockResult> => {
  const buffer = makeBuffer();
  const documents: BlockDocument[] = [];
  const known = office.frames.size;
  for (const job of jobs) {
    let length = 0;
    const outcome = await auditJob(job, office, line => {
      const added = buffer.add(line);
      length += added;
      return added;
    });
    if (outcome.unchanged) documents.push({ length: 0, tally: NO_TALLY });
    else {
      const { record } = outcome;
      documents.push({ journal: encodeRecord(record), length, tally: tallyOf(record) });
    }
  }
  return { results: buffer.bytes(), documents, frames: [...office.frames.values()].slice(known) };
};
