import { auditProfile, type FoundProfile, readDocument } from '../../audit/inputs.ts';
import type { Frame } from '../../model/result/summary.ts';
import type { Entry } from '../files/journal.ts';
import { type Auditor, broken, documentOf, type Entries, entryOf, type Job } from './document.ts';
import { makeLineBuffer } from './line-buffer.ts';
import type { Sink } from './run.ts';

/** Some profiles of a table that a worker audits at a time. */
export interface RowBlock {
  readonly job: Pick<Job, 'file'>;
  readonly profiles: readonly FoundProfile[];
  /** The frames of which the one who asks has been told: others may have been met in work that is handed over later. */
  readonly told: readonly string[];
  /** To write results into, as long as they fit. */
  readonly memory?: ArrayBuffer;
}

export interface RowResult {
  readonly results: Uint8Array;
  readonly entries: readonly Entry[];
  readonly frames: readonly Frame[];
  /** An error of the tool, which ends the document. */
  readonly ended: boolean;
}

/** Audits profiles of a table, in a worker; they have no pages, whose names hang on all that came before. */
export const auditRows = async ({ job, profiles, told, memory }: RowBlock, auditor: Auditor): Promise<RowResult> => {
  const buffer = makeLineBuffer(memory);
  const entries: Entry[] = [];
  let ended = false;
  try {
    for (const found of profiles)
      for await (const event of auditProfile(found, auditor.standard)) {
        const document = documentOf(job, found.source.sha256);
        entries.push(await entryOf(auditor, event, { document, index: 0 }, buffer.add));
      }
  } catch (error) {
    entries.push(broken(auditor, error, job, buffer.add));
    ended = true;
  }
  const frames = [...auditor.frames.values()].filter(({ id }) => !told.includes(id));
  return { results: buffer.lines(), entries, frames, ended };
};

/** What workers are asked for. */
export interface RowPool {
  readonly auditRows: (block: RowBlock) => Promise<RowResult>;
  /** The results have been written; their memory may be used again. */
  readonly release: (result: Pick<RowResult, 'results'>) => void;
  /** How many blocks may be ahead of what is written. */
  readonly ahead: number;
}

/** How many profiles of a table go to a worker at a time. */
const PROFILES = 16;

/** The entries of a table that is read here and audited by workers; what comes of them is written in their order. */
export const entriesFrom = (pool: RowPool, auditor: Auditor, sink: Sink): Entries =>
  async function* (job, content, digest) {
    const waiting: Promise<RowResult>[] = [];
    let profiles: FoundProfile[] = [];
    let ended = false;
    const told = new Set<string>();
    const send = (): void => {
      if (profiles.length === 0) return;
      const result = pool.auditRows({ job: { file: job.file }, profiles, told: [...told] });
      result.catch(() => undefined);
      waiting.push(result);
      profiles = [];
    };
    const take = async function* (most: number): AsyncGenerator<Entry> {
      for (let next = waiting[0]; next !== undefined && waiting.length > most && !ended; next = waiting[0]) {
        const result = await next;
        waiting.shift();
        result.frames.forEach(sink.frame);
        for (const { id } of result.frames) told.add(id);
        sink.addBytes(result.results);
        pool.release(result);
        ended = result.ended;
        yield* result.entries;
      }
    };
    try {
      for await (const found of readDocument(job, content, auditor.standard, digest)) {
        if (ended) return;
        if (found.kind === 'profile') {
          profiles.push({ ...found, problems: [...found.problems] });
          if (profiles.length < PROFILES) continue;
          send();
          yield* take(pool.ahead);
        } else {
          send();
          yield* take(0);
          if (!ended) yield entryOf(auditor, found, { document: documentOf(job, digest), index: 0 }, sink.add);
        }
      }
    } catch (error) {
      send();
      yield* take(0);
      if (!ended) throw error;
    }
    send();
    yield* take(0);
  };
