import { cpSync, rmSync } from 'node:fs';
import { newFolder } from '../../support/folders.ts';
import { inside, type Said } from '../../support/inside.ts';
import { comeThrough } from '../../support/steering.ts';
import { drawFrom } from './odd.ts';
import type { Subject } from './subjects.ts';

/** A bad input that ended as none may. */
export interface Crash {
  readonly subject: string;
  readonly seed: number;
  readonly words: readonly string[];
  readonly said: string;
}

const wrongIn = ({ code, out, err }: Said): string | undefined => {
  if (code === 4 || ![0, 1, 2, 3, 64].includes(code)) return `${code}: ${err.slice(-400)}`;
  const through = [...comeThrough(out), ...comeThrough(err)];
  return through.length > 0 ? `steers: ${through[0]}` : undefined;
};

/** Tries one; `keep` is where what crashes is put for a person to look at. */
export const tryOne = async ({ name, make }: Subject, seed: number, keep?: string): Promise<Crash | undefined> => {
  const folder = newFolder();
  const words = make(folder, drawFrom(seed));
  const said = await inside(...words);
  const wrong = wrongIn(said);
  if (wrong !== undefined && keep !== undefined)
    cpSync(folder, `${keep}/${name.replaceAll(' ', '-')}-${seed}`, { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  return wrong === undefined ? undefined : { subject: name, seed, words, said: wrong };
};
