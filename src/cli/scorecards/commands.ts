import type { Command } from 'commander';
import { act, type Cli, langOption } from '../cli.ts';
import type { GuideOptions } from './guide.ts';

const addForm = (scorecards: Command, cli: Cli): Command =>
  scorecards
    .command('form')
    .description(cli.say('空白评分表，或把已有的评分表写成 Excel', 'a blank scorecard in Excel, or one that is there'))
    .requiredOption('-o, --output <file>', cli.say('写入的 .xlsx 文件', 'the .xlsx file to write'))
    .option('--from <file>', cli.say('已有的评分表（YAML）', 'a scorecard in YAML'))
    .action(act(cli, () => import('./form.ts').then(({ formCommand }) => formCommand)));

const addNew = (scorecards: Command, cli: Cli): Command =>
  scorecards
    .command('new <file>')
    .description(cli.say('读一份 Excel 评分表，写成 YAML', 'read a scorecard in Excel, and write it as YAML'))
    .option('-o, --output <folder>', cli.say('写入的文件夹', 'the folder to write into'))
    .action(act(cli, () => import('./new.ts').then(({ newCommand }) => newCommand)));

const withOutput = (command: Command, { say }: Cli): Command =>
  command.option(
    '-o, --output <format>',
    say(
      '格式或文件：terminal markdown html docx；默认在终端显示',
      'format or file: terminal markdown html docx; default: the terminal',
    ),
  );

const addGuide = (scorecards: Command, cli: Cli): Command => {
  const command = scorecards
    .command('guide <file>')
    .description(
      cli.say('逐行核对：原表文字旁写明工具怎样算，可签字', 'each row in its own words and as the tool reckons it'),
    );
  return withOutput(command, cli).action((file: string, options: GuideOptions) =>
    cli.run(import('./guide.ts').then(({ guideCommand }) => guideCommand(file, undefined, options, cli.terminal))),
  );
};

const addExplain = (scorecards: Command, cli: Cli): Command => {
  const command = scorecards
    .command('explain <file> <row>')
    .description(cli.say('一个评分项怎样算', 'how one row is reckoned'));
  return withOutput(command, cli).action(act(cli, () => import('./guide.ts').then(({ guideCommand }) => guideCommand)));
};

const addLint = (scorecards: Command, cli: Cli): Command =>
  scorecards
    .command('lint <file>')
    .description(cli.say('检查评分表', 'what a reader of the scorecard would ask about'))
    .action(act(cli, () => import('./lint.ts').then(({ lintCommand }) => lintCommand)));

const addTest = (scorecards: Command, cli: Cli): Command =>
  scorecards
    .command('test <file>')
    .description(cli.say('与手算的例子核对（“算例”表或 cases.yaml）', 'hold it against cases reckoned by hand'))
    .option(
      '--propose',
      cli.say('拟出最高、最低两个例子，供手算核对', 'propose the cases of the most and of the least'),
    )
    .option('--cases <file>', cli.say('算例文件（.yaml 或 .xlsx）', 'the file of cases (.yaml or .xlsx)'))
    .action(act(cli, () => import('./test.ts').then(({ testCommand }) => testCommand)));

/** Scorecards: made in Excel, read back, and proved. */
export const addScorecards = (program: Command, cli: Cli): void => {
  const scorecards = program
    .command('scorecards')
    .description(cli.say('评分表：用 Excel 做、读回核对、算例', 'scorecards: made in Excel, read back and proved'));
  for (const add of [addForm, addNew, addGuide, addExplain, addLint, addTest])
    add(scorecards, cli).addOption(langOption(cli));
};
