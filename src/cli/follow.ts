import { type Command, CommanderError } from 'commander';
import type { Cli } from './cli.ts';
import { EXIT } from './exit-code.ts';
import { errLine } from './terminal.ts';

/** What ends a command whose settings cannot be read. */
export const BAD_CONFIG = 'duibiao.badConfig';

/** What ends a command that would write over what it reads. */
const OVERWRITES = 'duibiao.overwrites';

/** Whatever the command, no output of it takes the place of an input; this is known before anything is read. */
export const refuseOverwriting = async (command: Command, { lang, terminal }: Cli): Promise<void> => {
  if (command.opts().output === undefined) return;
  const { overwrites } = await import('./outputs/overwrite.ts');
  const refusal = await overwrites(command);
  if (refusal === undefined) return;
  errLine(terminal, refusal[lang]);
  throw new CommanderError(EXIT.usage, OVERWRITES, '');
};

/** Commands that follow a settings file have the option to name one. */
export const follow = async (command: Command, cli: Cli): Promise<void> => {
  const isFollowed = command.options.some(option => option.attributeName() === 'config');
  if (!isFollowed || command.opts().config === false) return;
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
