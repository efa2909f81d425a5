import { writeSync } from 'node:fs';
import { asWords, clean, cleanLines } from '../model/base/clean.ts';
import { type Bilingual, both, type Lang } from '../model/base/text.ts';
import { EXIT } from './exit-code.ts';

const TOO_MANY = both('同时打开的文件太多', 'too many files are open');
const NOT_PERMITTED = both('没有权限', 'it is not permitted');
const IN_THE_WAY = both('这个位置已有同名的文件或文件夹', 'a file or a folder of that name is in the way');

const FAULTS: Readonly<Record<string, Bilingual>> = {
  ENOSPC: both('磁盘已满', 'the disk is full'),
  EDQUOT: both('磁盘配额已用完', 'the disk quota is used up'),
  EFBIG: both('文件超过系统允许的大小', 'the file is larger than the system allows'),
  EROFS: both('磁盘是只读的', 'the disk is read-only'),
  EACCES: NOT_PERMITTED,
  EPERM: NOT_PERMITTED,
  EIO: both('磁盘读写出错', 'the disk reports an error'),
  EBUSY: both('文件正被别的程序占用', 'another program holds the file'),
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
  ENOTDIR: IN_THE_WAY,
  EEXIST: IN_THE_WAY,
  EISDIR: IN_THE_WAY,
  ENOTEMPTY: IN_THE_WAY,
  ENOENT: both('文件或文件夹刚被移走', 'a file or a folder has just been taken away'),
  ELOOP: both('链接绕成了圈', 'links lead in a circle'),
  ENAMETOOLONG: both('名称太长', 'the name is too long'),
  ENXIO: both('设备不在', 'there is no such device'),
};

/** Why the system did not do what was asked of it, in words; undefined for anything else. */
export const systemFault = (error: unknown): Bilingual | undefined => {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const found = FAULTS[String(error.code)] ?? both(`系统报告 ${error.code}`, `the system reports ${error.code}`);
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  return path === undefined
    ? both(
        `读写文件出错：${found.zh}。原有的文件没有动`,
        `a file could not be read or written: ${found.en}. Earlier files are as they were`,
      )
    : both(
        `“${path}”读写出错：${found.zh}。原有的文件没有动`,
        `"${path}" could not be read or written: ${found.en}. Earlier files are as they were`,
      );
};

/** Why the results of a batch could not be written, and that they can be gone on with; undefined for anything else. */
export const batchFault = (error: unknown, folder: string): Bilingual | undefined => {
  const found =
    systemFault(error) && error instanceof Error && 'code' in error ? FAULTS[String(error.code)] : undefined;
  return (
    found &&
    both(
      `写不进“${folder}”：${found.zh}。已写好的都在，排除后加 --resume 接着做`,
      `cannot write to "${folder}": ${found.en}. What was written is kept; put it right and go on with --resume`,
    )
  );
};

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
