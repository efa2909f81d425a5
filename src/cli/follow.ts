import { type Command, CommanderError } from 'commander';
import type { Cli } from './cli.ts';
import { EXIT } from './exit-code.ts';

/** What ends a command whose settings cannot be read. */
export const BAD_CONFIG = 'duibiao.badConfig';

/** Commands that follow a settings file have the option to name one. */
export const follow = async (command: Command, cli: Cli): Promise<void> => {
  if (!command.options.some(option => option.attributeName() === 'config')) return;
  const { applyConfig, configOf } = await import('./config/apply.ts');
  const config = await configOf(command);
  if (config.ok) {
    if (config.value !== undefined) applyConfig(command, config.value);
    return;
  }
  const { printProblems } = await import('./problems.ts');
  printProblems(config.problems, cli.lang, cli.terminal);
  throw new CommanderError(EXIT.badInput, BAD_CONFIG, '');
};
