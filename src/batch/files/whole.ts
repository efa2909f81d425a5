import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

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

const writeAll = (opened: number, bytes: Uint8Array): void => {
  for (let from = 0; from < bytes.length; ) from += writeSync(opened, bytes, from);
};

export const openWhole = (file: string, { synced }: Keeping = { synced: true }): WholeFile => {
  mkdirSync(dirname(file), { recursive: true });
  const part = join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}.part`);
  const opened = openSync(part, 'wx');
  let open = true;
  const close = (): void => {
    if (open) closeSync(opened);
    open = false;
  };
  const discard = (): void => {
    close();
    rmSync(part, { force: true });
  };
  return {
    write: content => writeAll(opened, typeof content === 'string' ? Buffer.from(content, 'utf8') : content),
    keep: () => {
      try {
        if (synced) fsyncSync(opened);
        close();
        renameSync(part, file);
      } catch (error) {
        discard();
        throw error;
      }
    },
    discard,
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
