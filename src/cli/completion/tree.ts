import type { Argument, Command } from 'commander';

/** What may be meant where a command or an option asks for a thing by this word (`id|dir`), a file of one's own aside. */
export interface Offered {
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly arguments: Readonly<Record<string, readonly string[]>>;
}

export interface OptionWord {
  /** `-p`, `--pack`. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  /** What it may be, where that is a list. */
  readonly choices: readonly string[];
  /** Whether it may be something else too, such as a file. */
  readonly isOpen: boolean;
}

/** A command by the words that lead to it; the tool itself by none. */
export interface Branch {
  readonly path: readonly string[];
  readonly description: string;
  readonly commands: readonly string[];
  /** What it may be given, where that is known. */
  readonly values: readonly string[];
  readonly options: readonly OptionWord[];
}

const valuesOf = ([first]: readonly Argument[], offered: Offered): readonly string[] =>
  first?.argChoices ?? offered.arguments[first?.name() ?? ''] ?? [];

const NOTHING: Offered = { options: {}, arguments: {} };

/** Every command with its options, as it was defined. */
export const branchesOf = (command: Command, offered = NOTHING, path: readonly string[] = []): readonly Branch[] => {
  const commands = command.commands.filter(sub => !('_hidden' in sub && sub._hidden === true));
  const options = command.createHelp().visibleOptions(command);
  return [
    {
      path,
      description: command.description(),
      commands: commands.map(sub => sub.name()),
      values: valuesOf(command.registeredArguments, offered),
      options: options.map(option => ({
        flags: [option.short, option.long].flatMap(flag => flag ?? []),
        description: option.description,
        takesValue: option.required || option.optional,
        choices: option.argChoices ?? offered.options[/<(.+)>/u.exec(option.flags)?.[1] ?? ''] ?? [],
        isOpen: option.argChoices === undefined,
      })),
    },
    ...commands.flatMap(sub => branchesOf(sub, offered, [...path, sub.name()])),
  ];
};
