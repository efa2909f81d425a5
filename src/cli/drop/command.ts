import { type Command, Option } from 'commander';
import { act, type Cli, langOption } from '../cli.ts';

/** `drop`: what a file manager gives, and results beside it. */
export const addDrop = (program: Command, cli: Cli, withStandard: (command: Command) => Command): void => {
  const { say } = cli;
  const command = program
    .command('drop [paths...]')
    .description(
      say(
        '把申报表、文件夹或汇总表拖给它：报告写在旁边并打开；什么都不给就问三个问题',
        'forms, folders or tables dropped on it: the reports go beside them and are opened; with nothing it asks three questions',
      ),
    );
  withStandard(command)
    .option('--no-open', say('只写报告，不打开', 'write the reports and open nothing'))
    .addOption(new Option('--script <name>').hideHelp())
    .addOption(langOption(cli))
    .action(act(cli, () => import('./drop.ts').then(({ dropCommand }) => dropCommand)));
};
