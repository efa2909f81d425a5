import { main } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The tool in this process, in Chinese and without a terminal, or on one such as is told. */
export const insideOn = async (terminal: Partial<Terminal>, ...words: readonly string[]): Promise<Said> => {
  const [out, err]: readonly [string[], string[]] = [[], []];
  const code = await main([...words, ...(words.includes('--lang') ? [] : ['--lang', 'zh'])], {
    out: text => void out.push(typeof text === 'string' ? text : Buffer.from(text).toString('utf8')),
    err: text => void err.push(text),
    color: false,
    columns: 100,
    isTTY: false,
    ...terminal,
  });
  return { code, out: out.join(''), err: err.join('') };
};

export const inside = (...words: readonly string[]): Promise<Said> => insideOn({}, ...words);
