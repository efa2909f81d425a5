import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, problem } from '../../model/base/problem.ts';

export const MAX_BYTES = 20_000_000;

const startOf = (file: string): Location => ({ file, line: 1, column: 1 });

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Why a file could not be opened or read. */
export const unreadable = (path: string, error: unknown): Loaded<never> => {
  const code = codeOf(error);
  const found =
    code === 'ENOENT'
      ? problem('file-missing', startOf(path), {})
      : problem('file-unreadable', startOf(path), { detail: code === '' ? String(error) : code });
  return { ok: false, problems: [found] };
};

/** The bytes of a file, or in a word why there are none. */
export const readBytes = (path: string, most = MAX_BYTES): Loaded<Uint8Array> => {
  const fail = (found: ReturnType<typeof problem>): Loaded<never> => ({ ok: false, problems: [found] });
  const location = startOf(path);
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return fail(problem('is-directory', location, {}));
    if (stats.size > most) return fail(problem('too-large', location, { limit: `${most / 1_000_000} MB` }));
    const bytes = readFileSync(path);
    return bytes.length === 0 ? fail(problem('empty-file', location, {})) : { ok: true, value: bytes, warnings: [] };
  } catch (error) {
    return unreadable(path, error);
  }
};

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Names of the YAML files of a folder, in a fixed order; empty when there is no such folder. */
export const yamlFiles = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
      .filter(name => ['.yaml', '.yml'].includes(extname(name)))
      .sort();
  } catch {
    return [];
  }
};

export const subfolders = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => join(folder, entry.name))
      .sort();
  } catch {
    return [];
  }
};
