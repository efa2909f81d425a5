import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { WORK, workFile } from '../../batch/files/store.ts';
import { makeFolder } from '../../batch/files/whole.ts';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { misused } from '../problems.ts';
import { batchFault, errLine, type Terminal } from '../terminal.ts';

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

const opened = (file: string): number | undefined => {
  try {
    return openSync(file, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined;
    throw error;
  }
};

/** Writes the file where there is none: of two that begin at once only one can. */
const put = (file: string): boolean => {
  const descriptor = opened(file);
  if (descriptor === undefined) return false;
  try {
    writeSync(descriptor, OWN);
    return true;
  } finally {
    closeSync(descriptor);
  }
};

/** Takes a folder for one run, and gives how it is let go; undefined where another run has it. */
const takeFolder = (folder: string): (() => void) | undefined => {
  const file = workFile(folder, RUNNING);
  makeFolder(join(folder, WORK));
  if (!put(file)) {
    if (isHeld(file)) return undefined;
    rmSync(file, { force: true });
    if (!put(file)) return undefined;
  }
  return () => {
    try {
      rmSync(file, { force: true });
    } catch {
      // What is left of it stops nobody once this process has ended.
    }
  };
};

const TAKEN = (folder: string): Bilingual => ({
  zh: `另一次审核正在往“${folder}”里写；请等它做完，或用 -o 另写一个文件夹`,
  en: `another run is writing into "${folder}"; wait for it, or name another folder with -o`,
});

interface Place {
  readonly output: string;
  readonly lang: Lang;
}

/** Runs with a folder to itself; two at once would mix what they write. */
export const alone = async (
  { output, lang }: Place,
  terminal: Terminal,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> => {
  const release = takeFolder(output);
  if (release === undefined) return misused(TAKEN(output)[lang], terminal);
  try {
    return await run();
  } finally {
    release();
  }
};

/** Runs into a folder; where a disk or a right stands in the way, that is said and no more. */
export const sayingFaults = async (
  { output, lang }: Place,
  terminal: Terminal,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> => {
  try {
    return await run();
  } catch (error) {
    const fault = batchFault(error, output);
    if (fault === undefined) throw error;
    errLine(terminal, fault[lang]);
    return EXIT.internal;
  }
};
