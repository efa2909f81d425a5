import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { SRC } from './source.ts';

const ROOT = join(SRC, '..');

/** The sources as a release has them: with the shipped packs beside what opens them, read and checked by the build. */
const withPrepared = (folder: string): string => {
  for (const name of ['package.json', 'src']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  cpSync(join(ROOT, 'dist', 'rules'), join(folder, 'src', 'read', 'pack', 'rules'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return join(folder, 'src');
};

/** The files of the tool that a run from its sources loads. */
export const loadedBy = (argv: readonly string[]): readonly string[] => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'duibiao-loads-')));
  const list = join(folder, 'list');
  try {
    const src = withPrepared(folder);
    const hooks = ['--import', 'tsx', '--import', join(import.meta.dirname, 'record-loads.mjs')];
    execFileSync(process.execPath, [...hooks, join(src, 'cli', 'main.ts'), ...argv], {
      cwd: ROOT,
      env: { ...process.env, RECORD_LOADS: list },
      stdio: 'ignore',
    });
    const names = readFileSync(list, 'utf8').trim().split('\n');
    const own = names.map(name => relative(src, name).split(sep).join('/')).filter(name => !name.startsWith('..'));
    return [...new Set(own)].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
};
