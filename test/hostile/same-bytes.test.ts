import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { givenBy, submissionsFolder } from '../support/folders.ts';
import { batch, DAY, run, start } from '../support/tool.ts';

/** More than two blocks of a worker that makes reports too. */
const COUNT = 10;

const folder = await submissionsFolder(COUNT);
await batch(folder, '报送', '-o', '一次', '--each', 'html');
const undisturbed = givenBy(join(folder, '一次'));

const TOOL = join(import.meta.dirname, '..', '..', 'bin', 'duibiao.js');

/** What has nothing to do with one another is tried in one run: whichever shows, the bytes differ. */
const surroundings: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a day ahead, in a country with letters of its own, with files that nobody else may read, by two workers',
    'umask 077; TZ=Pacific/Kiritimati LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8',
    ['报送', '--lang', 'zh', '--workers', '2'],
  ],
  [
    'a day behind, in no language at all, with files that everybody may write, its inputs one by one, the last first',
    'umask 000; TZ=America/Adak LC_ALL=C',
    ['报送/000[5-9].yaml', '报送/000[0-4].yaml', '--lang', 'zh'],
  ],
];

describe.skipIf(process.platform === 'win32')('a batch gives the same bytes', () => {
  it.each(surroundings)('with %s', (name, setting, words) => {
    const all = ['batch', ...words, '-o', name, '--each', 'html', ...DAY].map(word => `'${word}'`).join(' ');
    const shell = `${setting} "${process.execPath}" "${TOOL}" ${all}; test $? -eq 1`;
    execFileSync('bash', ['-c', shell], {
      cwd: folder,
      stdio: 'pipe',
      env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' },
    });
    expect(givenBy(join(folder, name))).toEqual(undisturbed);
  });

  it('killed at any moment and started again', async () => {
    const words = ['batch', '报送', '-o', '杀', '--each', 'html', '--workers', '1', ...DAY];
    for (const wait of [0, 100]) {
      const { child, ended } = start(words, { cwd: folder });
      while (child.exitCode === null && !existsSync(join(folder, '杀', '.duibiao', 'state.json'))) await setTimeout(3);
      await setTimeout(wait);
      child.kill('SIGKILL');
      await ended;
    }
    expect((await run(words, { cwd: folder })).code).toBe(1);
    expect(givenBy(join(folder, '杀'))).toEqual(undisturbed);
  });

  it('and when it began stands where nobody compares', () => {
    expect(readFileSync(join(folder, '一次', 'run.json'), 'utf8')).not.toMatch(/startedAt|seconds|timing|workers/u);
    expect(JSON.parse(readFileSync(join(folder, '一次', '.duibiao', 'timing.json'), 'utf8'))).toMatchObject({
      audited: COUNT,
    });
  });
});
