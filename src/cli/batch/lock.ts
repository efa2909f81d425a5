import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { WORK, workFile } from '../../batch/files/store.ts';

/** Says which run is at a folder, as long as it is. */
const RUNNING = 'running';

const OWN = `${process.pid}@${hostname()}`;

const isAlive = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Whether another run that can be seen from here is at it; what a killed one left, or one elsewhere, stops nobody. */
const isHeld = (file: string): boolean => {
  const [, id, host] = /^([1-9]\d*)@(.+)$/su.exec(existsSync(file) ? readFileSync(file, 'utf8') : '') ?? [];
  return id !== undefined && host === hostname() && Number(id) !== process.pid && isAlive(Number(id));
};

const put = (file: string): void => {
  const opened = openSync(file, 'wx');
  try {
    writeSync(opened, OWN);
  } finally {
    closeSync(opened);
  }
};

/** Takes a folder for one run, and gives how it is let go; undefined where another run has it. */
export const takeFolder = (folder: string): (() => void) | undefined => {
  const file = workFile(folder, RUNNING);
  if (isHeld(file)) return undefined;
  mkdirSync(join(folder, WORK), { recursive: true });
  rmSync(file, { force: true });
  put(file);
  return () => {
    try {
      rmSync(file, { force: true });
    } catch {
      // What is left of it stops nobody once this process has ended.
    }
  };
};
