import type { Command } from 'commander';

export interface OptionWord {
  /** `-p`, `--pack`. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  /** What it may be, where that is a list. */
  readonly choices: readonly string[];
}

/** A command by the words that lead to it; the tool itself by none. */
export interface Branch {
  readonly path: readonly string[];
  readonly description: string;
  readonly commands: readonly string[];
  readonly options: readonly OptionWord[];
}

/** Every command with its options, as it was defined. */
export const branchesOf = (command: Command, path: readonly string[] = []): readonly Branch[] => {
  const commands = command.commands.filter(sub => !('_hidden' in sub && sub._hidden === true));
  const options = command.createHelp().visibleOptions(command);
  return [
    {
      path,
      description: command.description(),
      commands: commands.map(sub => sub.name()),
      options: options.map(option => ({
        flags: [option.short, option.long].flatMap(flag => flag ?? []),
        description: option.description,
        takesValue: option.required || option.optional,
        choices: option.argChoices ?? [],
      })),
    },
    ...commands.flatMap(sub => branchesOf(sub, [...path, sub.name()])),
  ];
};
