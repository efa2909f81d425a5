import { Worker } from 'node:worker_threads';
import { isTable } from '../../read/files/open.ts';
import type { Block, BlockResult } from './block.ts';
import type { Auditor } from './document.ts';
import { auditInto } from './here.ts';
import { entriesFrom, type RowBlock, type RowPool, type RowResult } from './rows.ts';
import type { PlannedJob, Process, Sink } from './run.ts';

/** Workers that audit blocks of documents side by side. */
export interface WorkerPool extends RowPool {
  readonly audit: (jobs: readonly PlannedJob[]) => Promise<BlockResult>;
  readonly close: () => Promise<unknown>;
}

type AnyResult = BlockResult & RowResult;

/** Of the memory that a worker uses for what it soon throws away. */
const YOUNG_MB = 24;

/** How many blocks each worker may be ahead of what is written. */
const AHEAD = 3;

const startWorker = (script: string, data: unknown) => {
  const worker = new Worker(script, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  const waiting: { resolve: (result: AnyResult) => void; reject: (error: unknown) => void }[] = [];
  const fail = (error: unknown): void => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('message', (result: AnyResult) => waiting.shift()?.resolve(result));
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('a worker ended before its work was done')));
  return {
    load: () => waiting.length,
    audit: (block: Block | RowBlock) =>
      new Promise<AnyResult>((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(block, block.memory === undefined ? [] : [block.memory]);
      }),
    close: () => worker.terminate(),
  };
};

export const startPool = (size: number, script: string, data: unknown): WorkerPool => {
  const workers = Array.from({ length: size }, () => startWorker(script, data));
  const free: ArrayBuffer[] = [];
  const audit = (block: Block | RowBlock): Promise<AnyResult> => {
    const [idle] = workers.toSorted((a, b) => a.load() - b.load());
    if (idle === undefined) throw new Error('a pool has at least one worker');
    const memory = free.pop();
    return idle.audit({ ...block, ...(memory && { memory }) });
  };
  return {
    ahead: size * AHEAD,
    release: ({ results: { buffer } }) => void free.push(buffer as ArrayBuffer),
    audit: jobs => audit({ jobs: jobs.map(({ earlier: _, ...job }) => job) }),
    auditRows: audit,
    close: () => Promise.all(workers.map(worker => worker.close())),
  };
};

const putBlock = (jobs: readonly PlannedJob[], block: BlockResult, sink: Sink): void => {
  block.frames.forEach(sink.frame);
  let from = 0;
  block.documents.forEach(({ journal, length, tally }, index) => {
    const job = jobs[index];
    if (journal === undefined && job !== undefined) sink.unchanged(job);
    if (journal === undefined) return;
    sink.addBytes(block.results.subarray(from, from + length));
    from += length;
    sink.record(journal, tally);
  });
};

/** How many documents, and bytes of lines, go to a worker at a time; pages take long to make. */
const DOCUMENTS = 16;
const WITH_PAGES = 4;
const BYTES = 262_144;

/** Cuts documents into blocks; a table comes alone, to be read here and handed over as it goes. */
async function* blocksOf(jobs: AsyncIterable<PlannedJob>, most: number): AsyncGenerator<readonly PlannedJob[]> {
  let block: PlannedJob[] = [];
  let bytes = 0;
  for await (const job of jobs) {
    const alone = isTable(job.file);
    if (block.length > 0 && (alone || block.length >= most || bytes >= BYTES)) {
      yield block;
      block = [];
      bytes = 0;
    }
    if (alone) {
      yield [job];
      continue;
    }
    block.push(job);
    bytes += job.content?.ok ? job.content.value.length : 0;
  }
  if (block.length > 0) yield block;
}

/** Audits with several workers; what comes of it is delivered in the order of the documents all the same. */
export const auditWithPool =
  (pool: WorkerPool, auditor: Auditor): Process =>
  async (jobs, sink) => {
    const queue: (() => Promise<void>)[] = [];
    const rows = auditor.pages === undefined ? entriesFrom(pool, auditor, sink) : undefined;
    const takeNext = async (): Promise<void> => {
      const next = queue.shift();
      if (!sink.isStopped()) await next?.();
    };
    for await (const block of blocksOf(jobs, auditor.pages === undefined ? DOCUMENTS : WITH_PAGES)) {
      const [first] = block;
      if (first !== undefined && isTable(first.file)) queue.push(() => auditInto(first, auditor, sink, rows));
      else {
        const result = pool.audit(block);
        result.catch(() => undefined);
        queue.push(async () => {
          putBlock(block, await result, sink);
          pool.release(await result);
        });
      }
      if (queue.length >= pool.ahead) await takeNext();
    }
    while (queue.length > 0) await takeNext();
  };
