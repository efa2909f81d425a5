import { act, type Definition, option } from '../cli.ts';
import { CENTER, OUTPUTS, OWN_PACKS, QUIET } from '../options.ts';

export const COMPARE: Definition = {
  words: 'compare <old> <new>',
  about: [
    '比较两次结果（json、jsonl 或批量结果文件夹）：哪些变好、变差，为什么',
    'two results (json, jsonl, or folders of a batch): what got better or worse, and why',
  ],
  options: [
    OUTPUTS(
      '报告格式或文件（可多次），默认在终端显示；格式：terminal markdown html docx json csv xlsx',
      'report format or file (repeatable); default: the terminal; formats: terminal markdown html docx json csv xlsx',
    ),
    CENTER('只比较'),
    option('--all', '列出每个中心的每条变化', 'list every change of every centre'),
    option(
      '--fail-on <what>',
      '什么算不通过：worse 有中心变差时退出码为 1，none 不因此失败',
      'worse: end with 1 where a centre got worse; none: never',
      { choices: ['worse', 'none'], default: 'worse' },
    ),
    OWN_PACKS,
    QUIET('不显示报告和提示，只给退出码', 'no report and no notes, just the exit code'),
  ],
  action: act(() => import('./compare.ts').then(({ compareCommand }) => compareCommand)),
};

export const ROUNDS: Definition = {
  words: 'rounds <results...>',
  about: [
    '同一批中心的几轮结果（批量结果文件夹或结果文件）：重复失分、连续不合格、各轮合计',
    'several rounds of the same centres (batch folders or results): repeats, bad rounds running, sums',
  ],
  options: [
    option('--scheme <id|file>', '计分方案；默认用最近一轮的', 'score scheme; default: that of the latest round'),
    OWN_PACKS,
    OUTPUTS(
      '报告格式或文件（可多次），默认在终端显示；格式：terminal markdown html docx csv xlsx json',
      'report format or file (repeatable); default: the terminal; formats: terminal markdown html docx csv xlsx json',
    ),
    CENTER('只看'),
    option('--all', '终端上列出每个中心', 'every centre on the terminal'),
  ],
  action: act(() => import('./rounds.ts').then(({ roundsCommand }) => roundsCommand)),
};
