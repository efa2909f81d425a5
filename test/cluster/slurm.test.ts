import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenBy, put, submissionsFolder } from '../support/folders.ts';
import { batch, DAY, run } from '../support/tool.ts';
import { type Cluster, hasSlurm, startCluster } from './slurm.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const TOOL = `${process.execPath} ${join(ROOT, 'bin', 'duibiao.js')}`;
const COUNT = 240;
const PARTS = ['1', '2', '3', '4'];
const WORDS = ['--fail-on', 'none'];

/** The tool, killed as soon as something of its work is kept. */
const KILLED = `#!/bin/sh
${TOOL} "$@" & tool=$!
while ! [ -s 部/2/.duibiao/journal.jsonl ] && kill -0 $tool; do sleep 0.01; done
kill -9 $tool
wait $tool
`;

const isHere = hasSlurm();

const WHERE = isHere ? 'on a cluster of two nodes' : 'not tried: Slurm is not here, or not to be started by this user';

describe.skipIf(!isHere)(`a batch in parts, ${WHERE}`, () => {
  let folder = '';
  let cluster: Cluster;

  beforeAll(async () => {
    folder = await submissionsFolder(COUNT);
    cluster = await startCluster(folder);
  });
  afterAll(() => cluster?.close());

  /** Runs these tasks of the array to their ends. */
  const queue = (tasks: string, tool = TOOL): Promise<void> =>
    cluster.queue([`--array=${tasks}`, join(ROOT, 'bin', 'batch-array.sh'), '报送', '部', '4', ...WORDS, ...DAY], {
      DUIBIAO: tool,
    });

  const merge = (...parts: readonly string[]) =>
    run(['merge', ...parts.map(part => join('部', part)), '-o', '合'], { cwd: folder });

  it('gives the bytes of one run, though a part was killed and went on', async () => {
    put(folder, 'killed.sh', KILLED);
    await Promise.all([queue('2', 'sh killed.sh'), queue('1,3,4'), batch(folder, '报送', '-o', '整', ...WORDS)]);
    expect((await merge(...PARTS)).err).toContain('还没有做完');
    const kept = readFileSync(join(folder, '部', '2', '.duibiao', 'journal.jsonl'), 'utf8').split('\n').length - 1;
    expect(kept).toBeGreaterThan(0);
    await queue('2');
    expect(existsSync(join(folder, '部', '2', 'run.json'))).toBe(true);
    expect((await merge(...PARTS)).code).toBe(0);
    expect(givenBy(join(folder, '合'))).toEqual(givenBy(join(folder, '整')));
  });
});
