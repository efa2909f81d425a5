import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Shard } from '../../batch/files/state.ts';
import { act, type Cli, collect, langOption, numberArgument } from '../cli.ts';
import { inspectionOption } from '../options.ts';
import { EACH_FORMATS, type EachFormat, readFormats } from './each.ts';
import type { BatchOptions } from './options.ts';

const shardArgument =
  ({ say }: Cli) =>
  (text: string): Shard => {
    const [, index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/u.exec(text) ?? []).map(Number);
    if (index < 1 || index > count)
      throw new InvalidArgumentError(say('应为“第几份/共几份”，如 2/8', 'expected part/parts, such as 2/8'));
    return { index, count };
  };

export const eachArgument =
  ({ say }: Cli) =>
  (text: string, earlier: readonly EachFormat[] = []): readonly EachFormat[] => {
    const { formats, wrong } = readFormats([...earlier, text].join(','));
    if (formats.length > 0 && wrong.length === 0) return formats;
    const known = EACH_FORMATS.join(say('、', ', '));
    throw new InvalidArgumentError(
      wrong.length === 0
        ? say(`请写明格式：${known}`, `name the formats: ${known}`)
        : say(
            `各中心的报告只能是 ${known}，不能是 ${wrong.join('、')}`,
            `reports for each centre come as ${known}, not as ${wrong.join(', ')}`,
          ),
    );
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
    .addOption(inspectionOption(cli))
    .option('--roster <file>', say('应报名册，用来找出谁没有报', 'who was to submit, to see who did not'))
    .option(
      '--each <formats>',
      `${say('每个中心另出一份报告，放在“各中心报告”里，可写几种：', 'a report of its own for each centre, in centres/; any of: ')}${EACH_FORMATS.join(',')}`,
      eachArgument(cli),
    )
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
        import('./batch.ts').then(({ batchCommand }) =>
          batchCommand(inputs, options, name => command.getOptionValueSource(name) === 'cli', cli.terminal),
        ),
      ),
    );
};

export const addRounds = (program: Command, cli: Cli): void => {
  const { say } = cli;
  program
    .command('rounds <results...>')
    .description(
      say(
        '同一批中心的几轮结果（批量结果文件夹或结果文件）：重复失分、连续不合格、各轮合计',
        'several rounds of the same centres (batch folders or results): repeats, bad rounds running, sums',
      ),
    )
    .option('--scheme <id|file>', say('计分方案；默认用最近一轮的', 'score scheme; default: that of the latest round'))
    .option('--standards <folder>', say('存放本县标准（规则包）的文件夹', 'folder of rule packs of your own'))
    .addOption(
      new Option(
        '-o, --output <format[=file]>',
        say(
          '报告格式或文件（可多次），默认在终端显示；格式：terminal markdown html docx csv xlsx json',
          'report format or file (repeatable); default: the terminal; formats: terminal markdown html docx csv xlsx json',
        ),
      ).argParser(collect),
    )
    .option(
      '--center <name>',
      say(
        '只看一个中心：名称或乡镇，写一部分也行，不重名就好',
        'one centre only: its name or township, or a part that only one has',
      ),
    )
    .option('--all', say('终端上列出每个中心', 'every centre on the terminal'))
    .addOption(langOption(cli))
    .action(act(cli, () => import('../compare/rounds.ts').then(({ roundsCommand }) => roundsCommand)));
};

export const addMerge = (program: Command, cli: Cli): void => {
  program
    .command('merge <folders...>')
    .description(cli.say('合并分份审核的结果', 'put the parts of a batch together'))
    .requiredOption('-o, --output <folder>', cli.say('合并结果放在哪个文件夹', 'folder for the merged results'))
    .option('--roster <file>', cli.say('应报名册', 'who was to submit'))
    .addOption(new Option('--each <formats>').hideHelp())
    .option('-q, --quiet', cli.say('不显示汇总', 'no summary'))
    .addOption(langOption(cli))
    .action(act(cli, () => import('./merge.ts').then(({ mergeCommand }) => mergeCommand)));
};
