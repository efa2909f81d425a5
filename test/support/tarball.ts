import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const run = (command: string, words: readonly string[]): string =>
  execFileSync(command, words, { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });

/** What `npm pack` makes of the tool as it was built, put into a folder. */
export const packInto = (folder: string): Packed => {
  if (!existsSync(join(ROOT, 'dist', 'types', 'index.d.ts'))) run(process.execPath, [join('bin', 'types.mjs')]);
  const said = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]);
  const [packed] = JSON.parse(said) as readonly Packed[];
  if (packed === undefined) throw new Error('npm packed nothing');
  return packed;
};
