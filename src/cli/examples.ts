import type { Command } from 'commander';
import type { Lang } from '../model/base/text.ts';

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
