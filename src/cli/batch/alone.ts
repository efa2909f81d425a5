import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { ExitCode } from '../exit-code.ts';
import { misused } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { takeFolder } from './lock.ts';

const TAKEN = (folder: string): Bilingual =>
  both(
    `另一次审核正在往“${folder}”里写；请等它做完，或用 -o 另写一个文件夹`,
    `another run is writing into "${folder}"; wait for it, or name another folder with -o`,
  );

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
