import { OUTCOMES } from '../model/finding/finding.ts';
import { FAIL_ON } from '../model/finding/gate.ts';
import { LEVELS } from '../model/profile/profile.ts';
import { REPORTS } from '../report/index.ts';
import { aDate, aNumber, type OptionOf, option, several } from './cli.ts';

const many = { parse: several } as const;

export const PACKS = (zh: string, en: string): OptionOf => option('-p, --pack <id|dir>', zh, en, many);

export const PACK = (zh: string, en: string): OptionOf => option('-p, --pack <id|dir>', zh, en);

export const LEVEL = (zh: string, en: string, flags = '--level <level>'): OptionOf =>
  option(flags, zh, en, { choices: LEVELS });

export const OWN_PACKS = option(
  '--standards <folder>',
  '存放本县标准（规则包）的文件夹',
  'folder of rule packs of your own',
);

export const OWN_STANDARDS = option('--standards <folder>', '存放本县标准的文件夹', 'folder of standards of your own');

export const OUTPUTS = (zh: string, en: string): OptionOf => option('-o, --output <format[=file]>', zh, en, many);

export const ALL = option('--all', '连同符合和不适用的条目一起列出', 'list what passes and what does not apply too');

export const QUIET = (zh: string, en: string): OptionOf => option('-q, --quiet', zh, en);

/** Options that say what to hold a profile against. */
export const CHOICE: readonly OptionOf[] = [
  PACKS(
    '标准（可多次）；默认按县区、级别和日期自动选用',
    'rule pack (repeatable); default: the one in force for county, level and date',
  ),
  option('--as-of <date>', '按哪一天有效的标准，默认今天', 'the day whose rules hold; default: today', {
    parse: aDate,
  }),
  LEVEL('级别，申报表未写时用', 'level, where the profile does not say'),
  option(
    '--scheme <id|file>',
    '计分方案；默认用标准自带的，没有就用工具自拟的（default）',
    "score scheme; default: the pack's own, else the tool's (default)",
  ),
  OWN_PACKS,
];

export const VERDICT: readonly OptionOf[] = [
  option('--fail-on <what>', '什么算不通过', 'what fails the gate', { choices: FAIL_ON, default: 'must' }),
  option('--min-score <n>', '最低分', 'lowest score that passes', { parse: aNumber }),
];

/** For commands that follow the settings. */
export const CONFIG: readonly OptionOf[] = [
  option('--config <file>', '配置文件，默认向上查找 duibiao.yaml', 'settings; default: the nearest duibiao.yaml above'),
  option('--no-config', '不用配置文件', 'use no settings file'),
];

export const GATE: readonly OptionOf[] = [
  ...VERDICT,
  option(
    '--provisional',
    '有读不懂的填报也先审能读的：读不懂的按未申报计，结论只是暂定',
    'audit what can be read of a profile with errors: what cannot be read counts as not declared',
  ),
  option('--waivers <file>', '豁免文件（可多次）', 'waivers (repeatable)', many),
  option('--without-waivers', '不采用任何豁免', 'apply no waiver'),
  option(
    '--only-new <result>',
    '与以前的结果（json、jsonl）相比，只管新增和加重的',
    'gate only on what got worse since a result (json, jsonl)',
  ),
  ...CONFIG,
];

/** Options that narrow what documents tell; they leave the score alone. */
export const PART: readonly OptionOf[] = [
  option('--rule <id>', '报告只列这条规则（可多次）', 'tell of this rule only (repeatable)', many),
  option(
    '--clause <clause>',
    '报告只列这一条款及其下各条（可多次）',
    'tell of this clause and those below it only (repeatable)',
    many,
  ),
  option(
    '--section <section>',
    '报告只列这一章节：编号、条号或标题（可多次）',
    'tell of this section only: id, clause or title (repeatable)',
    many,
  ),
  option('--outcome <outcome...>', '报告只列这些结果', 'tell of these outcomes only', { choices: OUTCOMES }),
];

export const INSPECTION = option(
  '--inspection <path>',
  '核查记录的文件或文件夹（可多次），按中心覆盖在申报表上',
  'records of inspections, files or folders, laid over the profiles of their centres (repeatable)',
  many,
);

const FORMATS = Object.keys(REPORTS).join(' ');

export const REPORT = OUTPUTS(
  `报告格式或文件（可多次），默认在终端显示；格式：${FORMATS}`,
  `report format or file (repeatable); default: the terminal; formats: ${FORMATS}`,
);

export const SOURCE = option(
  '--source <path>',
  '文件原文，或存放原文的文件夹：原文写在规则旁',
  'your copy of the document, or a folder of copies: its words stand beside the rules',
);

export const CENTER = (zh: string): OptionOf =>
  option(
    '--center <name>',
    `${zh}一个中心：名称或乡镇，写一部分也行，不重名就好`,
    'one centre only: its name or township, or a part that only one has',
  );
