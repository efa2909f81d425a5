import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly scratch: string;
  }
}

const MEMORY = '/dev/shm';

const ENOUGH = 2 ** 31;

const folderIn = (place: string): string => mkdtempSync(join(place, 'duibiao-tests-'));

const clear = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** A folder in memory, where there is such a place with room in which what is put there may be run. */
const folderInMemory = (): string | undefined => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < ENOUGH) return undefined;
    const folder = folderIn(MEMORY);
    const script = join(folder, 'script');
    writeFileSync(script, '#!/bin/sh\n', { mode: 0o755 });
    if (spawnSync(script).status === 0) return folder;
    clear(folder);
  } catch {}
  return undefined;
};

/** One folder for all that tests write, gone when they end; in memory if it can be: what is written whole waits for the disk each time. */
export default ({ provide }: TestProject): (() => void) => {
  const folder = folderInMemory() ?? folderIn(tmpdir());
  provide('scratch', folder);
  Object.assign(process.env, { TMPDIR: folder, TEMP: folder, TMP: folder });
  return () => clear(folder);
};
