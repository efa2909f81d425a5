import { Argument, type Command } from 'commander';
import { type Cli, LANG } from '../cli.ts';
import { EXIT } from '../exit-code.ts';
import type { Shell } from './scripts.ts';

/** `completion`: what a shell runs to complete commands, options and their choices. */
export const addCompletion = (program: Command, cli: Cli): void => {
  program
    .command('completion')
    .description(
      cli.say(
        '让命令行会补全命令、选项和选项的取值',
        'a script by which a shell completes commands, options and choices',
      ),
    )
    .addArgument(new Argument('<shell>', cli.say('命令行程序', 'shell')).choices(['bash', 'zsh', 'fish', 'powershell']))
    .addOption(LANG(cli))
    .action((shell: Shell) =>
      cli.run(
        Promise.all([import('./scripts.ts'), import('./tree.ts'), import('./offered.ts')]).then(
          ([{ SHELLS }, { branchesOf }, { offeredWords }]) => {
            cli.terminal.out(SHELLS[shell](branchesOf(program, offeredWords())));
            return EXIT.passed;
          },
        ),
      ),
    );
};
