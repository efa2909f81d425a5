import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newFolder, put } from '../support/folders.ts';
import { inside } from '../support/inside.ts';

const DEAD = spawnSync(process.execPath, ['--version']).pid;

const batch = (folder: string) =>
  inside('batch', 'fixtures/centers/luoshan-qingshiao.yaml', '-o', folder, '--no-config', '-q');

it.each([
  ['a run that goes on', `${process.ppid}@${hostname()}`, 64],
  ['one that was killed', `${DEAD}@${hostname()}`, 1],
  ['one of another machine', `${process.ppid}@${hostname()}.elsewhere`, 1],
  ['this very process', `${process.pid}@${hostname()}`, 1],
  ['half a note', `${process.ppid}`, 1],
])('a folder with the note of %s', async (_, note, code) => {
  const folder = newFolder();
  put(folder, '.duibiao/running', note);
  const ended = await batch(folder);
  expect(ended.code).toBe(code);
  expect(existsSync(join(folder, '.duibiao/running'))).toBe(code === 64);
  if (code !== 64) return;
  expect(ended.err).toContain('另一次审核正在往');
  expect(readdirSync(folder)).toEqual(['.duibiao']);
});
