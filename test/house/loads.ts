import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { SRC } from './source.ts';

const ROOT = join(SRC, '..');

/** The files of the tool that a run from its sources loads. */
export const loadedBy = (argv: readonly string[]): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-loads-'));
  const list = join(folder, 'list');
  try {
    const hooks = ['--import', 'tsx', '--import', join(import.meta.dirname, 'record-loads.mjs')];
    execFileSync(process.execPath, [...hooks, join(SRC, 'cli', 'main.ts'), ...argv], {
      cwd: ROOT,
      env: { ...process.env, RECORD_LOADS: list },
      stdio: 'ignore',
    });
    const names = readFileSync(list, 'utf8').trim().split('\n');
    const own = names.map(name => relative(SRC, name).split(sep).join('/')).filter(name => !name.startsWith('..'));
    return [...new Set(own)].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
};
