import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Shard } from '../../batch/state.ts';
import { type Cli, langOption, numberArgument } from '../cli.ts';
import type { MergeOptions } from '../merge.ts';
import type { BatchOptions } from './options.ts';

const shardArgument =
  ({ say }: Cli) =>
  (text: string): Shard => {
    const [, index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/u.exec(text) ?? []).map(Number);
    if (index < 1 || index > count)
      throw new InvalidArgumentError(say('应为“第几份/共几份”，如 2/8', 'expected part/parts, such as 2/8'));
    return { index, count };
  };

/** `batch`, with the options that say what centres are held against. */
export const addBatch = (program: Command, cli: Cli, withStandard: (command: Command) => Command): void => {
  const { say } = cli;
  const command = program
    .command('batch [inputs...]')
    .description(
      say(
        '成批审核：文件夹、通配符、工作簿、CSV、JSON Lines，- 为标准输入',
        'many centres at once: folders, globs, workbooks, CSV, JSON Lines, - for standard input',
      ),
    );
  withStandard(command)
    .requiredOption(
      '-o, --output <folder>',
      say(
        '结果放在哪个文件夹；- 为标准输出（逐行 JSON）',
        'folder for the results; - for standard output (JSON Lines)',
      ),
    )
    .addOption(
      new Option('--duplicates <rule>', say('同一中心报了多份时', 'several submissions of one centre'))
        .choices(['latest', 'refuse'])
        .default('latest'),
    )
    .option('--roster <file>', say('应报名册，用来找出谁没有报', 'who was to submit, to see who did not'))
    .option(
      '--shard <i/n>',
      say('只做第 i 份（共 n 份），之后用 merge 合并', 'only part i of n, for merge'),
      shardArgument(cli),
    )
    .option(
      '--workers <n>',
      say('同时用几个线程，默认自动', 'worker threads; default: as many as pay'),
      numberArgument(cli),
    )
    .option('--resume', say('接着做上次中断的', 'go on where a run was interrupted'))
    .option('--fresh', say('全部重审，不沿用上次的结果', 'audit everything anew'))
    .option('-q, --quiet', say('不显示汇总和提示', 'no summary and no notes'))
    .addOption(langOption(cli))
    .action((inputs: string[], options: BatchOptions) =>
      cli.run(
        import('../batch.ts').then(({ batchCommand }) =>
          batchCommand(inputs, options, name => command.getOptionValueSource(name) === 'cli', cli.terminal),
        ),
      ),
    );
};

export const addMerge = (program: Command, cli: Cli): void => {
  program
    .command('merge <folders...>')
    .description(cli.say('合并分份审核的结果', 'put the parts of a batch together'))
    .requiredOption('-o, --output <folder>', cli.say('合并结果放在哪个文件夹', 'folder for the merged results'))
    .option('--roster <file>', cli.say('应报名册', 'who was to submit'))
    .option('-q, --quiet', cli.say('不显示汇总', 'no summary'))
    .addOption(langOption(cli))
    .action((folders: string[], options: MergeOptions) =>
      cli.run(import('../merge.ts').then(({ mergeCommand }) => mergeCommand(folders, options, cli.terminal))),
    );
};
