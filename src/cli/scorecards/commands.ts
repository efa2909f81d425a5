import type { Command } from 'commander';
import { type Cli, langOption } from '../cli.ts';
import type { FormOptions } from './form.ts';
import type { NewOptions } from './new.ts';

/** Scorecards: made in Excel, read back, and proved. */
export const addScorecards = (program: Command, cli: Cli): void => {
  const scorecards = program
    .command('scorecards')
    .description(cli.say('评分表：用 Excel 做、读回核对、算例', 'scorecards: made in Excel, read back and proved'));
  scorecards
    .command('form')
    .description(cli.say('空白评分表，或把已有的评分表写成 Excel', 'a blank scorecard in Excel, or one that is there'))
    .requiredOption('-o, --output <file>', cli.say('写入的 .xlsx 文件', 'the .xlsx file to write'))
    .option('--from <file>', cli.say('已有的评分表（YAML）', 'a scorecard in YAML'))
    .addOption(langOption(cli))
    .action((options: FormOptions) =>
      cli.run(import('./form.ts').then(({ formCommand }) => formCommand(options, cli.terminal))),
    );
  scorecards
    .command('new <file>')
    .description(cli.say('读一份 Excel 评分表，写成 YAML', 'read a scorecard in Excel, and write it as YAML'))
    .option('-o, --output <folder>', cli.say('写入的文件夹', 'the folder to write into'))
    .addOption(langOption(cli))
    .action((file: string, options: NewOptions) =>
      cli.run(import('./new.ts').then(({ newCommand }) => newCommand(file, options, cli.terminal))),
    );
};
