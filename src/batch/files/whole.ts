import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file that appears whole or not at all: an older one survives a failed write. */
export interface WholeFile {
  readonly write: (content: string | Uint8Array) => void;
  /** Puts it in its place. */
  readonly keep: () => void;
  readonly discard: () => void;
}

export const openWhole = (file: string): WholeFile => {
  mkdirSync(dirname(file), { recursive: true });
  const part = join(dirname(file), `.${basename(file)}.part`);
  const opened = openSync(part, 'w');
  const discard = (): void => rmSync(part, { force: true });
  return {
    write: content => {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      for (let from = 0; from < bytes.length; ) from += writeSync(opened, bytes, from);
    },
    keep: () => {
      fsyncSync(opened);
      closeSync(opened);
      renameSync(part, file);
    },
    discard: () => {
      closeSync(opened);
      discard();
    },
  };
};

/** Writes a file by what `fill` puts into it. */
export const writeWhole = (file: string, fill: string | ((file: WholeFile) => void)): void => {
  const whole = openWhole(file);
  try {
    if (typeof fill === 'string') whole.write(fill);
    else fill(whole);
  } catch (error) {
    whole.discard();
    throw error;
  }
  whole.keep();
};
