import type { Command } from 'commander';
import { OF_PROFILES } from '../../report/index.ts';
import { eachArgument } from '../batch/commands.ts';
import { EACH_FORMATS } from '../batch/each.ts';
import { act, type Cli, collect, langOption } from '../cli.ts';
import { outputOption, withPart, withVerdict } from '../options.ts';

const withResults = (command: Command, { say }: Cli): Command =>
  command
    .option(
      '--center <name>',
      say(
        '只要一个中心：名称或乡镇，写一部分也行，不重名就好',
        'one centre only: its name or township, or a part that only one has',
      ),
    )
    .option('--standards <folder>', say('存放本县标准（规则包）的文件夹', 'folder of rule packs of your own'));

/** `render`, with what it takes and gives. */
export const addRender = (program: Command, cli: Cli): void => {
  const { say } = cli;
  const command = program
    .command('render <results...>')
    .description(
      say(
        '用存下的结果（json、jsonl 或批量结果文件夹）重出报告，不用标准和申报表，与当时一字不差',
        'any report again from kept results (json, jsonl, or folders of a batch), without pack or profile, the same to the byte',
      ),
    );
  withPart(withVerdict(withResults(command, cli), cli), cli)
    .addOption(outputOption(cli))
    .option(
      '--each <formats>',
      `${say('每个中心各出一份报告，放进 -o 的文件夹，可写几种：', 'a report for each centre, into the folder of -o; any of: ')}${EACH_FORMATS.filter(format => !OF_PROFILES.includes(format)).join(',')}`,
      eachArgument(cli),
    )
    .option('--all', say('连同符合和不适用的条目一起列出', 'list what passes and what does not apply too'))
    .addOption(langOption(cli))
    .action(act(cli, () => import('./render.ts').then(({ renderCommand }) => renderCommand)));
};

/** `verify`, with what it takes and gives. */
export const addVerify = (program: Command, cli: Cli): void => {
  const { say } = cli;
  const command = program
    .command('verify <results...>')
    .description(
      say(
        '用申报表和标准重新计算，看存下的结果是否还是那个结果，指出第一处不同',
        'computes kept results anew from their profiles and packs, and shows the first difference',
      ),
    );
  withResults(command, cli)
    .option(
      '--profile <path>',
      say(
        '申报表现在的文件或文件夹（可多次）；默认照结果里写的',
        'where the profiles are now: files or folders (repeatable); default: where the result says',
      ),
      collect,
    )
    .option('-p, --pack <id|dir>', say('标准；默认照结果里写的', 'rule pack; default: as the result says'), collect)
    .option('--scheme <id|file>', say('计分方案；默认照结果里写的', 'score scheme; default: as the result says'))
    .option(
      '--waivers <file>',
      say('豁免文件（可多次）；默认照结果里写的', 'waivers (repeatable); default: as the result says'),
      collect,
    )
    .option(
      '--inspection <file>',
      say('核查记录（可多次）；默认照结果里写的', 'record of an inspection (repeatable); default: as the result says'),
      collect,
    )
    .option('--only-new <result>', say('当时与哪份结果相比', 'the earlier result that it was compared with'))
    .option('-q, --quiet', say('不显示，只给退出码', 'say nothing, just the exit code'))
    .addOption(langOption(cli))
    .action(act(cli, () => import('./verify.ts').then(({ verifyCommand }) => verifyCommand)));
};
