import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditBlock } from '../../src/batch/run/block.ts';
import type { Auditor } from '../../src/batch/run/document.ts';
import { auditHere } from '../../src/batch/run/here.ts';
import { makeLineBuffer } from '../../src/batch/run/line-buffer.ts';
import { auditWithPool, startPool, type WorkerPool } from '../../src/batch/run/pool.ts';
import { auditRows } from '../../src/batch/run/rows.ts';
import type { PlannedJob, Process, Sink } from '../../src/batch/run/run.ts';
import { openSettings, type Settings } from '../../src/cli/audit/settings.ts';
import { makeAuditor } from '../../src/cli/batch/auditor.ts';
import { sha256 } from '../../src/read/files/files.ts';
import { newFolder, put } from '../support/folders.ts';
import { succeed } from '../support/inline.ts';

const folder = newFolder();
let settings: Settings;

beforeAll(async () => {
  settings = succeed(await openSettings({ standards: 'fixtures/packs', pack: ['qingyuan-2024'], asOf: '2026-11-20' }));
});

const auditor = (): Auditor => makeAuditor(settings, { failOn: 'must' }, { frames: [], answers: true });

const profile = (name: string): string => `名称: ${name}\n县区: 青源县\n级别: 乡镇\n大厅使用面积: 150\n`;

const job = (name: string, text: string): PlannedJob => ({
  file: `${name}.yaml`,
  content: { ok: true, value: Buffer.from(text), warnings: [] },
});

const jobs = (count: number): readonly PlannedJob[] =>
  Array.from({ length: count }, (_, number) => job(`${number}`, profile(`${number}镇便民服务中心`)));

/** A table of so many centres; every `bad`-th cannot be read. */
const table = (name: string, count: number, bad = Number.POSITIVE_INFINITY): PlannedJob => {
  const rows = Array.from({ length: count }, (_, row) => {
    const area = row % bad === bad - 1 ? '很大' : 100 + row;
    return `${name}${row}镇便民服务中心,青源县,乡镇,${area}`;
  });
  put(folder, `${name}.csv`, `名称,县区,级别,大厅使用面积\n${rows.join('\n')}\n`);
  return { file: join(folder, `${name}.csv`) };
};

/** What a process hands over, in its order; it is stopped after so many records. */
const comeOf = async (process: Process, all: readonly PlannedJob[], stopAfter = Number.POSITIVE_INFINITY) => {
  const lines: string[] = [];
  const records: unknown[] = [];
  const unchanged: string[] = [];
  const frames = new Set<string>();
  const sink: Sink = {
    add: line => {
      lines.push(`${line}\n`);
      return Buffer.byteLength(line) + 1;
    },
    addBytes: bytes => void lines.push(Buffer.from(bytes).toString()),
    record: (journal, tally, more) => void records.push([JSON.parse(journal), tally, more === true, frames.size]),
    unchanged: ({ file }) => void unchanged.push(file),
    frame: ({ id }) => void frames.add(id),
    pause: async () => undefined,
    isStopped: () => records.length >= stopAfter,
  };
  async function* each(): AsyncGenerator<PlannedJob> {
    yield* all;
  }
  await process(each(), sink);
  return { lines: lines.join(''), records, unchanged, frames: [...frames] };
};

/** Workers that work in this thread, one block after another, with what they were asked. */
const poolHere = (ahead = 3) => {
  const own = auditor();
  const asked: number[] = [];
  const given: unknown[] = [];
  const released: unknown[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let most = 0;
  const queued = async <T extends { readonly results: Uint8Array }>(
    count: number,
    work: () => Promise<T>,
  ): Promise<T> => {
    asked.push(count);
    most = Math.max(most, asked.length - released.length);
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    given.push((await done).results);
    return done;
  };
  const pool: WorkerPool = {
    ahead,
    release: ({ results }) => void released.push(results),
    audit: block => queued(block.length, () => auditBlock({ jobs: block.map(({ earlier: _, ...one }) => one) }, own)),
    auditRows: block => queued(block.profiles.length, () => auditRows(block, own)),
    close: async () => undefined,
  };
  return { pool, asked, given, released, most: () => most };
};

const big = (name: string): PlannedJob => job(name, `${profile(`${name}镇便民服务中心`)}# ${'x'.repeat(150_000)}\n`);

const [same] = jobs(1);
const known: PlannedJob = { ...(same as PlannedJob), known: sha256(Buffer.from(profile('0镇便民服务中心'))) };

const LISTS: readonly (readonly [name: string, make: () => readonly PlannedJob[], asked: readonly number[]])[] = [
  ['nothing', () => [], []],
  ['one document', () => jobs(1), [1]],
  ['as many as a block has, and one more', () => jobs(17), [16, 1]],
  ['three blocks', () => jobs(40), [16, 16, 8]],
  ['documents that are large', () => [big('甲'), big('乙'), big('丙')], [2, 1]],
  [
    'bad ones among them',
    () => [...jobs(2), job('坏', '名称: [\n'), { file: join(folder, '没有.yaml') }, ...jobs(1)],
    [5],
  ],
  ['one that is known', () => [...jobs(1), known, ...jobs(2)], [4]],
  ['a table', () => [table('甲', 40)], [16, 16, 8]],
  ['a table between documents', () => [...jobs(2), table('乙', 17), ...jobs(1)], [2, 16, 1, 1]],
  ['a table with rows that cannot be read', () => [table('丙', 20, 7), ...jobs(1)], []],
  ['an empty table', () => [table('丁', 0), ...jobs(1)], [1]],
  ['a table longer than a part of the journal', () => [table('戊', 260)], []],
];

describe('workers', () => {
  it.each(LISTS.map(([name, ...list], at) => [name, at % 2 === 0 ? 1 : 3, ...list] as const))(
    'give what one thread gives, in its order: %s, %i ahead',
    async (_, ahead, make, asked) => {
      const all = make();
      const here = await comeOf(auditHere(auditor()), all);
      const { pool, ...seen } = poolHere(ahead);
      expect(await comeOf(auditWithPool(pool, auditor()), all)).toEqual(here);
      expect(new Set(seen.released)).toEqual(new Set(seen.given));
      if (asked.length > 0 || all.length === 0)
        expect(seen.asked.toSorted((a, b) => b - a)).toEqual(asked.toSorted((a, b) => b - a));
    },
  );

  it('audit what they are given', async () => {
    const { lines } = await comeOf(auditHere(auditor()), jobs(1));
    expect(JSON.parse(lines)).toMatchObject({ pack: { id: 'qingyuan-2024' }, score: { max: 100 } });
  });

  it.each([1, 2, 3])('are ahead of what is written by no more than %i', async ahead => {
    const { pool, most } = poolHere(ahead);
    await comeOf(auditWithPool(pool, auditor()), jobs(64));
    expect(most()).toBe(ahead);
  });

  it('hand over nothing more once they are stopped', async () => {
    const { pool } = poolHere(2);
    const stopped = await comeOf(auditWithPool(pool, auditor()), jobs(64), 16);
    expect(stopped.records).toHaveLength(16);
  });

  it('that fail fail the run', async () => {
    const pool: WorkerPool = { ...poolHere().pool, audit: () => Promise.reject(new Error('gone')) };
    await expect(comeOf(auditWithPool(pool, auditor()), jobs(3))).rejects.toThrow('gone');
  });
});

const SCRIPT = `import { parentPort, threadId, workerData } from 'node:worker_threads';
parentPort.on('message', ({ jobs, memory }) => {
  const [{ file }] = jobs;
  if (file === 'throws') throw new Error('thrown in a worker');
  if (file === 'ends') process.exit(0);
  const results = new Uint8Array(memory ?? new ArrayBuffer(8));
  parentPort.postMessage({ results, file, threadId, given: memory !== undefined, workerData, keys: Object.keys(jobs[0]) }, [results.buffer]);
});
`;

interface Answer {
  readonly results: Uint8Array;
  readonly file: string;
  readonly threadId: number;
  readonly given: boolean;
  readonly workerData: string;
  readonly keys: readonly string[];
}

describe('a pool of workers', () => {
  const withPool = async (size: number, use: (pool: WorkerPool) => Promise<void>): Promise<void> => {
    put(folder, 'worker.mjs', SCRIPT);
    const pool = startPool(size, join(folder, 'worker.mjs'), 'orders');
    try {
      await use(pool);
    } finally {
      await pool.close();
    }
  };
  const ask = async (pool: WorkerPool, file: string): Promise<Answer> =>
    (await pool.audit([{ file, earlier: {} } as unknown as PlannedJob])) as unknown as Answer;

  it('gives each block to who has least to do, and the answer to who asked', () =>
    withPool(2, async pool => {
      expect(pool.ahead).toBe(6);
      const answers = await Promise.all(['a', 'b', 'c', 'd'].map(file => ask(pool, file)));
      expect(answers.map(({ file }) => file)).toEqual(['a', 'b', 'c', 'd']);
      const [one, other, ...more] = answers.map(({ threadId }) => threadId);
      expect(one).not.toBe(other);
      expect(more).toEqual([one, other]);
      expect(answers.map(({ workerData, keys }) => [workerData, keys])).toEqual(
        answers.map(() => ['orders', ['file']]),
      );
    }));

  it('hands memory back to be used again', () =>
    withPool(1, async pool => {
      const first = await ask(pool, 'a');
      expect(first.given).toBe(false);
      pool.release(first);
      expect((await ask(pool, 'b')).given).toBe(true);
      expect((await ask(pool, 'c')).given).toBe(false);
    }));

  it.each([
    ['throws', 'thrown in a worker'],
    ['ends', 'a worker ended before its work was done'],
  ])('says so when a worker %s', (file, said) =>
    withPool(1, async pool => {
      await expect(ask(pool, file)).rejects.toThrow(said);
    }),
  );
});

describe('lines in memory', () => {
  it('are as long as they are in bytes, whatever memory there was', () => {
    for (const memory of [undefined, new ArrayBuffer(0), new ArrayBuffer(4), new ArrayBuffer(64)]) {
      const buffer = makeLineBuffer(memory);
      expect(['a', '', '镇😀', 'x'.repeat(100)].map(buffer.add)).toEqual([2, 1, 8, 101]);
      expect(Buffer.from(buffer.lines()).toString()).toBe(`a\n\n镇😀\n${'x'.repeat(100)}\n`);
      buffer.clear();
      expect(buffer.add('b')).toBe(2);
      expect(Buffer.from(buffer.lines()).toString()).toBe('b\n');
    }
  });

  it('fill the memory that is given as long as they fit', () => {
    const memory = new ArrayBuffer(32);
    const buffer = makeLineBuffer(memory);
    buffer.add('甲'.repeat(5));
    const first = buffer.lines().buffer === memory;
    buffer.add('甲'.repeat(6));
    expect([first, buffer.lines().buffer === memory]).toEqual([true, false]);
  });
});
