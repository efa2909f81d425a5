import { type Command, Option } from 'commander';
import { act, type Cli, collect, langOption } from '../cli.ts';

/** `compare`, with what it takes and gives. */
export const addCompare = (program: Command, cli: Cli): void => {
  const { say } = cli;
  program
    .command('compare <old> <new>')
    .description(
      say(
        '比较两次结果（json、jsonl 或批量结果文件夹）：哪些变好、变差，为什么',
        'two results (json, jsonl, or folders of a batch): what got better or worse, and why',
      ),
    )
    .addOption(
      new Option(
        '-o, --output <format[=file]>',
        say(
          '报告格式或文件（可多次），默认在终端显示；格式：terminal markdown html docx json csv xlsx',
          'report format or file (repeatable); default: the terminal; formats: terminal markdown html docx json csv xlsx',
        ),
      ).argParser(collect),
    )
    .option(
      '--center <name>',
      say(
        '只比较一个中心：名称或乡镇，写一部分也行，不重名就好',
        'one centre only: its name or township, or a part that only one has',
      ),
    )
    .option('--all', say('列出每个中心的每条变化', 'list every change of every centre'))
    .addOption(
      new Option(
        '--fail-on <what>',
        say(
          '什么算不通过：worse 有中心变差时退出码为 1，none 不因此失败',
          'worse: end with 1 where a centre got worse; none: never',
        ),
      )
        .choices(['worse', 'none'])
        .default('worse'),
    )
    .option('--standards <folder>', say('存放本县标准（规则包）的文件夹', 'folder of rule packs of your own'))
    .option('-q, --quiet', say('不显示报告和提示，只给退出码', 'no report and no notes, just the exit code'))
    .addOption(langOption(cli))
    .action(act(cli, () => import('./compare.ts').then(({ compareCommand }) => compareCommand)));
};
