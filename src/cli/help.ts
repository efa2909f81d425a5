import type { Command } from 'commander';
import { clean } from '../model/base/clean.ts';
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
