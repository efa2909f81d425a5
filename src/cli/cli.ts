import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Lang } from '../model/base/text.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** What the definition of a command has at hand: the terminal, the reader's language, and a way to run its body. */
export interface Cli {
  readonly terminal: Terminal;
  readonly lang: Lang;
  /** The words after the tool's name, as they were given. */
  readonly argv: readonly string[];
  readonly say: (zh: string, en: string) => string;
  readonly run: (code: Promise<ExitCode>) => Promise<void>;
}

/** What a command does with what it was given; it is loaded when it is called. */
export const act =
  <A extends readonly unknown[]>(
    cli: Cli,
    load: () => Promise<(...given: [...words: A, terminal: Terminal]) => Promise<ExitCode>>,
  ) =>
  (...given: [...words: A, command: Command]): Promise<void> => {
    const words = given.slice(0, -1) as unknown as A;
    return cli.run(load().then(command => command(...words, cli.terminal)));
  };

export const langOption = ({ lang, say }: Cli): Option =>
  new Option(
    '--lang <lang>',
    say(
      '语言；未写时看环境变量 LC_ALL、LC_MESSAGES、LANG，以 en 开头为英文，否则中文',
      'language; else by LC_ALL, LC_MESSAGES or LANG: English where it begins with en, Chinese otherwise',
    ),
  )
    .choices(['zh', 'en'])
    .default(lang);

const DATE = /^\d{4}-\d{2}-\d{2}$/u;

export const dateArgument =
  ({ say }: Cli) =>
  (text: string): string => {
    const time = Date.parse(`${text}T00:00:00Z`);
    if (!DATE.test(text) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
      throw new InvalidArgumentError(say('应为日期，如 2026-01-31', 'expected a date such as 2026-01-31'));
    return text;
  };

export const numberArgument =
  ({ say }: Cli) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value))
      throw new InvalidArgumentError(say('应为数字', 'expected a number'));
    return value;
  };

/** For an option that may be given several times. */
export const collect = (text: string, earlier: readonly string[] | undefined): readonly string[] => [
  ...(earlier ?? []),
  text,
];
