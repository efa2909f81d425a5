import { randomBytes } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isFolder } from '../../read/files/files.ts';

/** A file that appears whole or not at all: an older one survives a failed write, and nothing else is left behind. */
export interface WholeFile {
  readonly write: (content: string | Uint8Array) => void;
  /** Puts it in its place. */
  readonly keep: () => void;
  readonly discard: () => void;
}

export interface Keeping {
  /** Whether the file is on the disk before it is in its place; one whose length is known elsewhere need not wait. */
  readonly synced: boolean;
}

/** A file of which a part is written: said before it is there, and when it is kept or discarded. */
export interface Part {
  readonly path: string;
  readonly isOpen: boolean;
}

/** Whoever knows the process takes them away when it is told to end. */
const parts = channel('duibiao.parts');

export type Write = (file: number, bytes: Uint8Array) => number;

export const writeAll = (opened: number, bytes: Uint8Array, write: Write = writeSync): void => {
  for (let from = 0; from < bytes.length; ) from += write(opened, bytes.subarray(from));
};

const isSpecial = (stats: Stats | undefined): boolean => stats !== undefined && !stats.isFile() && !stats.isDirectory();

const toBytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'utf8') : content;

/** A device or a pipe takes what is written as it comes: there is nothing to put in its place. */
const openSpecial = (file: string): WholeFile => {
  const opened = openSync(file, 'w');
  return {
    write: content => writeAll(opened, toBytes(content)),
    keep: () => closeSync(opened),
    discard: () => closeSync(opened),
  };
};

/** A folder with all that are above it; the system's own way never ends in places such as /proc, where none can be made. */
export const makeFolder = (folder: string): void => {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
};

/** What a file is called as long as it is written. */
const partFor = (file: string): string =>
  join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}.part`);

/** The name of a file in its folder, also of one that was left unfinished. */
export const wholeName = (name: string): string => name.replace(/^\.(.+)\.[0-9a-f]{8}\.part$/u, '$1');

/** A fault of the system names the file that was asked for, and not what it is called meanwhile. */
const naming = <T>(file: string, act: () => T): T => {
  try {
    return act();
  } catch (error) {
    throw error instanceof Error && 'path' in error ? Object.assign(error, { path: file }) : error;
  }
};

const openPart = (part: string, found: Stats | undefined, tell: (isOpen: boolean) => void): number => {
  try {
    return openSync(part, 'wx', found && found.mode & 0o777);
  } catch (error) {
    tell(false);
    throw error;
  }
};

export const openWhole = (asked: string, { synced }: Keeping = { synced: true }): WholeFile => {
  const found = statSync(asked, { throwIfNoEntry: false });
  if (isSpecial(found)) return openSpecial(asked);
  // A link stays one, and what it leads to is written.
  const file = found === undefined ? asked : realpathSync(asked);
  makeFolder(dirname(file));
  const part = partFor(file);
  const tell = (isOpen: boolean): void => parts.publish({ path: part, isOpen } satisfies Part);
  tell(true);
  const opened = naming(file, () => openPart(part, found, tell));
  let open = true;
  const close = (): void => {
    const wasOpen = open;
    open = false;
    if (wasOpen) closeSync(opened);
  };
  const discard = (): void => {
    try {
      close();
    } finally {
      rmSync(part, { force: true });
      tell(false);
    }
  };
  const keep = (): void => {
    try {
      if (synced) fsyncSync(opened);
      close();
      renameSync(part, file);
      tell(false);
    } catch (error) {
      discard();
      throw error;
    }
  };
  return {
    write: content => writeAll(opened, toBytes(content)),
    keep: () => naming(file, keep),
    discard: () => naming(file, discard),
  };
};

/** Writes a file by its content, or by what `fill` puts into it. */
export const writeWhole = (
  file: string,
  content: string | Uint8Array | ((file: WholeFile) => void),
  keeping?: Keeping,
): void => {
  const whole = openWhole(file, keeping);
  try {
    if (typeof content === 'function') content(whole);
    else whole.write(content);
  } catch (error) {
    whole.discard();
    throw error;
  }
  whole.keep();
};
