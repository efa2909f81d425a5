import { type Command, Option } from 'commander';
import { OUTCOMES } from '../model/finding/finding.ts';
import { FAIL_ON } from '../model/finding/gate.ts';
import { REPORTS } from '../report/index.ts';
import { type Cli, collect, dateArgument, numberArgument } from './cli.ts';

/** Options that say what to hold a profile against. */
export const withChoice = (command: Command, cli: Cli): Command =>
  command
    .option(
      '-p, --pack <id|dir>',
      cli.say(
        '标准（可多次）；默认按县区、级别和日期自动选用',
        'rule pack (repeatable); default: the one in force for county, level and date',
      ),
      collect,
    )
    .option(
      '--as-of <date>',
      cli.say('按哪一天有效的标准，默认今天', 'the day whose rules hold; default: today'),
      dateArgument(cli),
    )
    .addOption(
      new Option('--level <level>', cli.say('级别，申报表未写时用', 'level, where the profile does not say')).choices([
        'township',
        'village',
        'sub_center',
      ]),
    )
    .option(
      '--scheme <id|file>',
      cli.say(
        '计分方案；默认用标准自带的，没有就用工具自拟的（default）',
        "score scheme; default: the pack's own, else the tool's (default)",
      ),
    )
    .option('--standards <folder>', cli.say('存放本县标准（规则包）的文件夹', 'folder of rule packs of your own'));

export const withVerdict = (command: Command, cli: Cli): Command =>
  command
    .addOption(
      new Option('--fail-on <what>', cli.say('什么算不通过', 'what fails the gate')).choices(FAIL_ON).default('must'),
    )
    .option('--min-score <n>', cli.say('最低分', 'lowest score that passes'), numberArgument(cli));

/** For commands that follow the settings. */
export const withConfig = (command: Command, cli: Cli): Command =>
  command
    .option(
      '--config <file>',
      cli.say('配置文件，默认向上查找 duibiao.yaml', 'settings; default: the nearest duibiao.yaml above'),
    )
    .option('--no-config', cli.say('不用配置文件', 'use no settings file'));

export const withGate = (command: Command, cli: Cli): Command =>
  withConfig(
    withVerdict(command, cli)
      .option(
        '--provisional',
        cli.say(
          '有读不懂的填报也先审能读的：读不懂的按未申报计，结论只是暂定',
          'audit what can be read of a profile with errors: what cannot be read counts as not declared',
        ),
      )
      .option('--waivers <file>', cli.say('豁免文件（可多次）', 'waivers (repeatable)'), collect)
      .option('--without-waivers', cli.say('不采用任何豁免', 'apply no waiver'))
      .option(
        '--only-new <result>',
        cli.say(
          '与以前的结果（json、jsonl）相比，只管新增和加重的',
          'gate only on what got worse since a result (json, jsonl)',
        ),
      ),
    cli,
  );

/** Options that narrow what documents tell; they leave the score alone. */
export const withPart = (command: Command, cli: Cli): Command =>
  command
    .option('--rule <id>', cli.say('报告只列这条规则（可多次）', 'tell of this rule only (repeatable)'), collect)
    .option(
      '--clause <clause>',
      cli.say('报告只列这一条款及其下各条（可多次）', 'tell of this clause and those below it only (repeatable)'),
      collect,
    )
    .option(
      '--section <section>',
      cli.say(
        '报告只列这一章节：编号、条号或标题（可多次）',
        'tell of this section only: id, clause or title (repeatable)',
      ),
      collect,
    )
    .addOption(
      new Option('--outcome <outcome...>', cli.say('报告只列这些结果', 'tell of these outcomes only')).choices(
        OUTCOMES,
      ),
    );

export const inspectionOption = (cli: Cli): Option =>
  new Option(
    '--inspection <path>',
    cli.say(
      '核查记录的文件或文件夹（可多次），按中心覆盖在申报表上',
      'records of inspections, files or folders, laid over the profiles of their centres (repeatable)',
    ),
  ).argParser(collect);

export const outputOption = (cli: Cli): Option =>
  new Option(
    '-o, --output <format[=file]>',
    `${cli.say('报告格式或文件（可多次），默认在终端显示；格式：', 'report format or file (repeatable); default: the terminal; formats: ')}${Object.keys(REPORTS).join(' ')}`,
  ).argParser(collect);

export const sourceWords = (cli: Cli): string =>
  cli.say(
    '文件原文，或存放原文的文件夹：原文写在规则旁',
    'your copy of the document, or a folder of copies: its words stand beside the rules',
  );
