import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../support/folders.ts';

const TOOL = join('bin', 'duibiao.js');

/** Everything in a folder, once something of this name is there. */
const once = async (folder: string, name: RegExp): Promise<readonly string[]> => {
  for (;;) {
    const found = readdirSync(folder);
    if (found.some(one => name.test(one))) return found;
    await new Promise(resolve => setTimeout(resolve, 5));
  }
};

/** A comparison of which one report is begun and the other waits for whoever reads it, and then is told to end. */
const endedBy = async (signal: NodeJS.Signals) => {
  const folder = newFolder();
  const pipe = join(folder, '管道');
  execFileSync('mkfifo', [pipe]);
  const words = ['fixtures/compare/spring', 'fixtures/compare/autumn', '-o', `json=${join(folder, '变化.json')}`];
  const child = spawn(process.execPath, [TOOL, 'compare', ...words, '-o', `csv=${pipe}`], { stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | null>(resolve => {
    child.on('exit', (_, by) => resolve(by));
  });
  await once(folder, /^\..*\.part$/u);
  child.kill(signal);
  const reader = openSync(pipe, 'r+');
  const by = await ended;
  closeSync(reader);
  return { by, left: readdirSync(folder) };
};

describe('a command that is told to end', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s leaves no half of a file', async signal => {
    expect(await endedBy(signal)).toEqual({ by: signal, left: ['管道'] });
  });
});
