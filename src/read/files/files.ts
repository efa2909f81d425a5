import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, type Stats, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Loaded, type Problem, problem, refused } from '../../model/base/problem.ts';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Where the machine has no more to give, no file is to blame. */
const OF_THE_MACHINE: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOMEM']);

/** Why a file could not be opened or read. Throws on what is no fault of the file. */
export const unreadable = (path: string, error: unknown): Loaded<never> => {
  const code = codeOf(error);
  if (OF_THE_MACHINE.has(code)) throw error;
  return refused([
    code === 'ENOENT'
      ? problem('file-missing', path, {})
      : problem('file-unreadable', path, { detail: code === '' ? String(error) : code }),
  ]);
};

/** What stands at a path, links followed; undefined where nothing does, or nothing that can be reached. */
export const statsOf = (path: string): Stats | undefined => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};

export const isFolder = (path: string): boolean => statsOf(path)?.isDirectory() === true;

const folderProblem = (path: string): Problem => {
  try {
    readdirSync(path);
    return problem('is-directory', path, {});
  } catch (error) {
    return problem('file-unreadable', path, { detail: codeOf(error) });
  }
};

/** Why what stands at a path is no file to be read: a folder, or what never ends, waits, or does something when it is opened. */
const kindProblem = (path: string, stats: Stats): Problem | undefined => {
  if (stats.isFile()) return undefined;
  if (stats.isDirectory()) return folderProblem(path);
  const kind = stats.isFIFO() ? 'pipe' : stats.isSocket() ? 'socket' : 'device';
  return problem('special-file', path, { kind });
};

/** What takes the file's place between two looks at it does not make its opener wait. */
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens a file and nothing else: its kind is known before it is opened, and looked at again when it is. */
export const openRegular = (path: string): Loaded<{ readonly file: number; readonly stats: Stats }> => {
  let file: number | undefined;
  try {
    const before = kindProblem(path, statSync(path));
    if (before !== undefined) return refused([before]);
    file = openSync(path, READING);
    const stats = fstatSync(file);
    const after = kindProblem(path, stats);
    if (after === undefined) return { ok: true, value: { file, stats }, warnings: [] };
    closeSync(file);
    return refused([after]);
  } catch (error) {
    if (file !== undefined) closeSync(file);
    return unreadable(path, error);
  }
};

const PIECE = 65_536;

/** As much of a file as is there now, of which `most` bytes and no more are held; undefined where there is more. */
const readUpTo = (file: number, size: number, most: number): Uint8Array | undefined => {
  let bytes = Buffer.allocUnsafeSlow(Math.min(size, most) + 1);
  let length = 0;
  for (;;) {
    const read = readSync(file, bytes, length, bytes.length - length, null);
    if (read === 0) return bytes.subarray(0, length);
    length += read;
    if (length > most) return undefined;
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(length + PIECE, most + 1));
  }
};

export const MAX_BYTES = 20_000_000;

/** The bytes of a file, or in a word why there are none. What says that it is empty, as what the system makes up does, is not read. */
export const readBytes = (path: string, most = MAX_BYTES): Loaded<Uint8Array> => {
  const opened = openRegular(path);
  if (!opened.ok) return opened;
  const { file, stats } = opened.value;
  const tooLarge = (): Loaded<never> => refused([problem('too-large', path, { limit: `${most / 1_000_000} MB` })]);
  try {
    if (stats.size > most) return tooLarge();
    const bytes = stats.size === 0 ? new Uint8Array(0) : readUpTo(file, stats.size, most);
    if (bytes === undefined) return tooLarge();
    return bytes.length === 0 ? refused([problem('empty-file', path, {})]) : { ok: true, value: bytes, warnings: [] };
  } catch (error) {
    return unreadable(path, error);
  } finally {
    closeSync(file);
  }
};

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Names of what stands in a folder; undefined for what is no folder, or cannot be looked into. */
export const namesIn = (folder: string): readonly string[] | undefined => {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
};

/** Names of the files of a folder with one of these endings, in a fixed order; empty when there is no such folder. */
export const filesOf = (folder: string, endings: readonly string[]): readonly string[] => {
  const names = namesIn(folder) ?? [];
  return names.filter(name => endings.includes(extname(name).toLowerCase()) && !name.startsWith('~$')).toSorted();
};

export const yamlFiles = (folder: string): readonly string[] => filesOf(folder, ['.yaml', '.yml']);

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
