import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Location } from '../model/location.ts';
import { type Loaded, loaded, problem } from '../model/problem.ts';

const MAX_BYTES = 20_000_000;

const startOf = (file: string): Location => ({ file, line: 1, column: 1 });

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** The bytes of a file, or in a word why there are none. */
export const readBytes = (path: string): Loaded<Uint8Array> => {
  const location = startOf(path);
  const fail = <T>(found: ReturnType<typeof problem>): Loaded<T> => loaded<T>([found], () => undefined as T);
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return fail(problem('is-directory', location, {}));
    if (stats.size > MAX_BYTES) return fail(problem('too-large', location, { limit: `${MAX_BYTES / 1_000_000} MB` }));
    const bytes = readFileSync(path);
    return bytes.length === 0 ? fail(problem('empty-file', location, {})) : { ok: true, value: bytes, warnings: [] };
  } catch (error) {
    const code = codeOf(error);
    return fail(
      code === 'ENOENT'
        ? problem('file-missing', location, {})
        : problem('file-unreadable', location, { detail: code === '' ? String(error) : code }),
    );
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
