import { main } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The tool in this process, without a terminal, or on one such as is told. */
export const heard = async (terminal: Partial<Terminal>, words: readonly string[]): Promise<Said> => {
  const [out, err]: readonly [string[], string[]] = [[], []];
  const code = await main(words, {
    out: text => void out.push(typeof text === 'string' ? text : Buffer.from(text).toString('utf8')),
    err: text => void err.push(text),
    color: false,
    columns: 100,
    isTTY: false,
    ...terminal,
  });
  return { code, out: out.join(''), err: err.join('') };
};

/** The same in Chinese. */
export const insideOn = (terminal: Partial<Terminal>, ...words: readonly string[]): Promise<Said> =>
  heard(terminal, words.includes('--lang') ? words : [...words, '--lang', 'zh']);

export const inside = (...words: readonly string[]): Promise<Said> => insideOn({}, ...words);
