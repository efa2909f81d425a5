import { writeSync } from 'node:fs';
import { asWords, clean, cleanLines } from '../model/base/clean.ts';
import type { Lang } from '../model/base/text.ts';
import { EXIT } from './exit-code.ts';
import { systemFault } from './fault.ts';

/** What a command may use of the terminal. Reports go to `out`, all else to `err`. */
export interface Terminal {
  readonly out: (text: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  readonly color: boolean;
  /** Of standard output; 100 where it is no terminal. */
  readonly columns: number;
  readonly isTTY: boolean;
  /** Shows a text in place of the one shown before. */
  readonly status?: (text: string) => void;
  /** Whether someone watches what goes to `err`. */
  readonly isWatched?: boolean;
}

const AGAIN = '\r\u001b[K';

/** What files say reaches a terminal or a log through here, and only as what can be read. */
export const guarded = (terminal: Terminal): Terminal => ({
  ...terminal,
  out: text => terminal.out(typeof text === 'string' ? cleanLines(text, terminal.color) : text),
  err: text => terminal.err(cleanLines(text)),
  status: text => terminal.err(AGAIN + clean(text)),
});

const lineTo =
  (stream: 'out' | 'err') =>
  (terminal: Terminal, text: string): void =>
    terminal[stream](`${asWords(clean(text))}\n`);

/** One line of a report, whatever stands in its data. */
export const outLine = lineTo('out');

/** One line of what is said beside reports. */
export const errLine = lineTo('err');

const WIDTH_OF_A_PIPE = 100;

/**
 * A reader that has had enough (`| head`) closes the pipe: what is left unsaid is not an error. Where there is no room for
 * what is said, the one thing left to say is that, and nothing where that goes the same way.
 */
export const endQuietly = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'EPIPE') return;
  const fault = systemFault(error)?.[environmentLang()] ?? error.message;
  try {
    writeSync(process.stderr.fd, `${fault}\n`);
  } catch {}
  process.exit(EXIT.internal);
};

export const processTerminal = (): Terminal => {
  const isTTY = process.stdout.isTTY === true;
  for (const stream of [process.stdout, process.stderr])
    if (!stream.listeners('error').includes(endQuietly)) stream.on('error', endQuietly);
  return {
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    color: isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    columns: isTTY ? process.stdout.columns || WIDTH_OF_A_PIPE : Number(process.env.COLUMNS) || WIDTH_OF_A_PIPE,
    isTTY,
    isWatched: process.stderr.isTTY === true,
  };
};

/** Chinese unless the environment says otherwise. */
export const environmentLang = (): Lang => {
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return /^en/i.test(locale) ? 'en' : 'zh';
};

const AHEAD_OF_UTC = 8 * 3_600_000;

/** Today in China, `YYYY-MM-DD`: one zone, eight hours ahead, no summer time; asking the tables of the world costs 20 ms. */
export const today = (): string => new Date(Date.now() + AHEAD_OF_UTC).toISOString().slice(0, 10);
