import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const run = (command: string, words: readonly string[]): string =>
  execFileSync(command, words, { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });

const pack = (folder: string): void => {
  if (!existsSync(join(ROOT, 'dist', 'types', 'index.d.ts'))) run(process.execPath, [join('bin', 'types.mjs')]);
  const said = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]);
  const [packed] = JSON.parse(said) as readonly Packed[];
  if (packed === undefined) throw new Error('npm packed nothing');
  writeFileSync(join(folder, SAID), JSON.stringify(packed));
};

const SAID = 'packed.json';

/** Packed by whichever file of tests comes first, for all in this run; where two begin together both pack, and one stands. */
const packedOnce = (): string => {
  const shared = join(inject('scratch'), 'packed');
  if (existsSync(shared)) return shared;
  const own = mkdtempSync(join(tmpdir(), 'packing-'));
  pack(own);
  try {
    renameSync(own, shared);
  } catch {
    return own;
  }
  return shared;
};

/** What `npm pack` makes of the tool as it was built, put into a folder. */
export const packInto = (folder: string): Packed => {
  const from = packedOnce();
  const packed = JSON.parse(readFileSync(join(from, SAID), 'utf8')) as Packed;
  copyFileSync(join(from, packed.filename), join(folder, packed.filename));
  return packed;
};
