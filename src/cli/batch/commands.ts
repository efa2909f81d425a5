import { InvalidArgumentError } from 'commander';
import { act, type Definition, hidden, once, option, type Parse } from '../cli.ts';
import { CHOICE, GATE, INSPECTION, QUIET } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { EACH_FORMATS, type EachFormat, readFormats } from './each.ts';
import type { BatchOptions } from './options.ts';

/** `2/8`. */
const aShard: Parse =
  ({ say }) =>
  text => {
    const [, index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/u.exec(text) ?? []).map(Number);
    if (index < 1 || index > count)
      throw new InvalidArgumentError(say('应为“第几份/共几份”，如 2/8', 'expected part/parts, such as 2/8'));
    return { index, count };
  };

/** Formats of reports for each centre, in one text or in several. */
export const someFormats: Parse =
  ({ say }) =>
  (text, earlier) => {
    const { formats, wrong } = readFormats([...((earlier as readonly EachFormat[] | undefined) ?? []), text].join(','));
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

/** Each holds memory of its own, and a machine that has none left ends without a word. */
const fewWorkers: Parse =
  ({ say }) =>
  text => {
    if (!/^(?:[1-9]|[1-5]\d|6[0-4])$/u.test(text))
      throw new InvalidArgumentError(say('应为 1～64 的整数', 'expected a whole number from 1 to 64'));
    return Number(text);
  };

export const BATCH: Definition = {
  words: 'batch [inputs...]',
  about: [
    '成批审核：文件夹、通配符、工作簿、CSV、JSON Lines，- 为标准输入',
    'many centres at once: folders, globs, workbooks, CSV, JSON Lines, - for standard input',
  ],
  options: [
    ...CHOICE,
    ...GATE,
    option(
      '-o, --output <folder>',
      '结果放在哪个文件夹；- 为标准输出（逐行 JSON）',
      'folder for the results; - for standard output (JSON Lines)',
      { mandatory: true, parse: once },
    ),
    option('--duplicates <rule>', '同一中心报了多份时', 'several submissions of one centre', {
      choices: ['latest', 'refuse'],
      default: 'latest',
    }),
    INSPECTION,
    option('--roster <file>', '应报名册，用来找出谁没有报', 'who was to submit, to see who did not'),
    option(
      '--each <formats>',
      `每个中心另出一份报告，放在“各份报告”里，可写几种：${EACH_FORMATS.join(',')}`,
      `a report of its own for each centre, in centres/; any of: ${EACH_FORMATS.join(',')}`,
      { parse: someFormats },
    ),
    option('--shard <i/n>', '只做第 i 份（共 n 份），之后用 merge 合并', 'only part i of n, for merge', {
      parse: aShard,
    }),
    option('--workers <n>', '同时用几个线程，默认自动', 'worker threads; default: as many as pay', {
      parse: fewWorkers,
    }),
    option('--resume', '接着做上次中断的', 'go on where a run was interrupted'),
    option('--fresh', '全部重审，不沿用上次的结果', 'audit everything anew'),
    QUIET('不显示汇总和提示', 'no summary and no notes'),
  ],
  action: (cli, command) =>
    act(() =>
      import('./batch.ts').then(
        ({ batchCommand }) =>
          (inputs: string[], options: BatchOptions, terminal: Terminal) =>
            batchCommand(inputs, options, name => command.getOptionValueSource(name) === 'cli', terminal),
      ),
    )(cli, command),
};

export const MERGE: Definition = {
  words: 'merge <folders...>',
  about: ['合并分份审核的结果', 'put the parts of a batch together'],
  options: [
    option('-o, --output <folder>', '合并结果放在哪个文件夹', 'folder for the merged results', {
      mandatory: true,
      parse: once,
    }),
    option('--roster <file>', '应报名册', 'who was to submit'),
    hidden('--each <formats>'),
    QUIET('不显示汇总', 'no summary'),
  ],
  action: act(() => import('./merge.ts').then(({ mergeCommand }) => mergeCommand)),
};
