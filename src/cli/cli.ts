import { type Command, InvalidArgumentError, Option } from 'commander';
import { isDay } from '../model/base/day.ts';
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

/** How the text of an option is read; `earlier` is what it was given before, where it may be given several times. */
export type Parse = (cli: Cli) => (text: string, earlier: unknown) => unknown;

interface Particulars {
  readonly choices?: readonly string[];
  readonly default?: string;
  readonly parse?: Parse;
  readonly mandatory?: boolean;
}

/** An option in the reader's language. */
export type OptionOf = (cli: Cli) => Option;

export const option =
  (flags: string, zh: string, en: string, { choices, parse, ...more }: Particulars = {}): OptionOf =>
  cli => {
    const made = new Option(flags, cli.say(zh, en));
    if (choices !== undefined) made.choices(choices);
    if (parse !== undefined) made.argParser(parse(cli));
    return made.default(more.default).makeOptionMandatory(more.mandatory ?? false);
  };

/** An option that nobody is told of. */
export const hidden =
  (flags: string): OptionOf =>
  () =>
    new Option(flags).hideHelp();

type Action = (cli: Cli, command: Command) => (...given: readonly unknown[]) => Promise<void>;

/** A command with what it takes and what does it, or with the commands below it. */
export interface Definition {
  readonly words: string;
  readonly about: readonly [zh: string, en: string];
  readonly options?: readonly OptionOf[];
  readonly action?: Action;
  readonly commands?: readonly Definition[];
}

/** What a command does with what it was given (names, unless said), its options and the terminal. */
export type Act<Options, Given extends readonly unknown[] = [readonly string[]]> = (
  ...given: readonly [...Given, Options, Terminal]
) => Promise<ExitCode>;

/** It is loaded when it is called. */
export const act =
  (load: () => Promise<(...given: never) => Promise<ExitCode>>): Action =>
  cli =>
  (...given) =>
    cli.run(
      load().then(body =>
        (body as (...given: readonly unknown[]) => Promise<ExitCode>)(...given.slice(0, -1), cli.terminal),
      ),
    );

export const LANG: OptionOf = cli =>
  option(
    '--lang <lang>',
    '语言；未写时看环境变量 LC_ALL、LC_MESSAGES、LANG，以 en 开头为英文，否则中文',
    'language; else by LC_ALL, LC_MESSAGES or LANG: English where it begins with en, Chinese otherwise',
    { choices: ['zh', 'en'], default: cli.lang },
  )(cli);

/** Puts a command into its program, or below another. */
export const addCommand = (program: Command, cli: Cli, definition: Definition): void => {
  const { words, about, options = [], action, commands = [] } = definition;
  const command = program.command(words).description(cli.say(...about));
  for (const sub of commands) addCommand(command, cli, sub);
  if (action === undefined) return;
  for (const make of [...options, LANG]) command.addOption(make(cli));
  command.action(action(cli, command));
};

const DATE = /^\d{4}-\d{2}-\d{2}$/u;

export const aDate: Parse =
  ({ say }) =>
  text => {
    if (!DATE.test(text) || !isDay(text))
      throw new InvalidArgumentError(say('应为日期，如 2026-01-31', 'expected a date such as 2026-01-31'));
    return text;
  };

export const aNumber: Parse =
  ({ say }) =>
  text => {
    const value = Number(text);
    if (!/^[-+\d.e]+$/u.test(text) || !Number.isFinite(value))
      throw new InvalidArgumentError(say('应为数字', 'expected a number'));
    return value;
  };

/** Of an option that stands for one file: of two, one would not be written. */
export const once: Parse =
  ({ say }) =>
  (text, earlier) => {
    if (earlier === undefined) return text;
    throw new InvalidArgumentError(
      say(`前面已写 ${earlier}，这里只能写一个`, `only one is written, and it is ${earlier}`),
    );
  };

/** Of an option that may be given several times. */
export const several: Parse = () => (text, earlier) => [...((earlier as readonly string[] | undefined) ?? []), text];
