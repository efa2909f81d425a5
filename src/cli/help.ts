import type { Command } from 'commander';
import { clean } from '../model/base/clean.ts';
import type { Lang } from '../model/base/text.ts';
import type { Cli } from './cli.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.+?)'/mu, '错误：没有选项“$1”'],
  [/^error: unknown command '(.+?)'/mu, '错误：没有命令“$1”'],
  [/^error: missing required argument '(.+?)'/mu, '错误：缺少参数“$1”'],
  [/^error: required option '(.+?)' not specified/mu, '错误：须给出选项“$1”'],
  [/^error: option '(.+?)' argument missing/mu, '错误：选项“$1”后面缺少内容'],
  [
    /^error: option '(.+?)' argument '(.*?)' is invalid\. Allowed choices are (.+?)\./mu,
    '错误：选项“$1”不能是“$2”；可选：$3',
  ],
  [
    /^error: command-argument value '(.*?)' is invalid for argument '(.+?)'\. Allowed choices are (.+?)\./mu,
    '错误：参数“$2”不能是“$1”；可选：$3',
  ],
  [/^error: option '(.+?)' argument '(.*?)' is invalid\. ?/mu, '错误：选项“$1”的内容“$2”不对；'],
  [/^error: too many arguments.*$/mu, '错误：参数太多'],
  [/^\(Did you mean (.+?)\?\)$/mu, '（是不是想写 $1？）'],
];

const inChinese = (text: string): string =>
  ERRORS.reduce((said, [pattern, chinese]) => said.replace(pattern, chinese), text);

/** Words of the command line that are quoted in a message, as they may be shown. */
const quotedFrom = (argv: readonly string[]) => {
  const words = argv.flatMap(word => [word, word.slice(word.indexOf('=') + 1)]).filter(word => clean(word) !== word);
  return (text: string): string => words.reduce((said, word) => said.replaceAll(word, clean(word)), text);
};

/** Makes what commander says by itself follow the language of the rest. */
export const speak = (program: Command, { lang, terminal: { err }, argv }: Cli): void => {
  const chinese = lang === 'zh';
  const quoted = quotedFrom(argv);
  program.configureOutput({ outputError: text => err(chinese ? inChinese(quoted(text)) : quoted(text)) });
  if (chinese) program.configureHelp({ styleTitle: title => TITLES[title] ?? title });
  program.helpOption('-h, --help', chinese ? '显示帮助' : 'show this help');
  program.helpCommand('help [command]', chinese ? '显示某个命令的帮助' : 'show the help of a command');
};

/** What people do with a command, by the words that lead to it. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  audit: [
    'duibiao audit 申报表.xlsx',
    'duibiao audit 申报表.xlsx --inspection 核查记录.yaml --plan -o 报告.html -o 报告.docx',
    'duibiao audit 申报表.xlsx -o site=清单.现场.docx',
    'duibiao audit 申报表.yaml --fail-on must -o json=结果.json',
  ],
  batch: [
    'duibiao batch 申报表 -o 结果 --each html,xlsx',
    'duibiao batch 汇总表.xlsx -o 结果 --inspection 核查记录 --each site',
  ],
  merge: ['duibiao merge 结果1 结果2 -o 全县'],
  drop: ['duibiao drop 申报表.xlsx', 'duibiao drop 申报表', 'duibiao drop'],
  rounds: ['duibiao rounds 2024 2025 2026 -o xlsx=各轮.xlsx'],
  compare: ['duibiao compare 上次 这次', 'duibiao compare 上次.json 这次.json -o 变化.docx'],
  render: ['duibiao render 结果.json -o 报告.docx'],
  verify: ['duibiao verify 结果.json'],
  validate: ['duibiao validate 申报表.xlsx --verbose', 'duibiao validate 核查记录.yaml -p luoshan-2021'],
  template: [
    'duibiao template -p luoshan-2021 --level township -o 申报表.xlsx',
    'duibiao template -p luoshan-2021 --level township --from 申报表.xlsx -o 现场.html',
    'duibiao template --inspection -p luoshan-2021 --level township --from 申报表.xlsx -o 核查记录.xlsx',
  ],
  explain: ['duibiao explain hall-usable-area -p luoshan-2021'],
  packs: ['duibiao packs list'],
  scorecards: ['duibiao scorecards --help'],
  schema: ['duibiao schema profile -p luoshan-2021 > profile.schema.json'],
  config: ['duibiao config'],
  completion: ['source <(duibiao completion bash)', 'duibiao completion powershell | Out-String | Invoke-Expression'],
};

const pathOf = (command: Command): string => {
  const words: string[] = [];
  for (let at: Command | null = command; at?.parent; at = at.parent) words.unshift(at.name());
  return words.join(' ');
};

/** A command as it stands in its help, where nobody wrote an example: with its arguments. */
const bare = (command: Command): string => {
  const words = command.registeredArguments.map(argument => (argument.required ? `<${argument.name()}>` : ''));
  return ['duibiao', pathOf(command), ...words].filter(word => word !== '').join(' ');
};

export const examplesOf = (command: Command): readonly string[] => EXAMPLES[pathOf(command)] ?? [bare(command)];

/** Puts examples behind the help of every command. */
export const addExamples = (command: Command, lang: Lang): void => {
  for (const sub of command.commands) {
    const lines = examplesOf(sub).map(line => `  ${line}`);
    sub.addHelpText('after', `\n${lang === 'zh' ? '例如：' : 'Examples:'}\n${lines.join('\n')}`);
    addExamples(sub, lang);
  }
};
