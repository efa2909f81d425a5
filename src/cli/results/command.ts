import { OF_PROFILES } from '../../report/index.ts';
import { someFormats } from '../batch/commands.ts';
import { EACH_FORMATS } from '../batch/each.ts';
import { act, type Definition, option, several } from '../cli.ts';
import { ALL, CENTER, OWN_PACKS, PACKS, PART, QUIET, REPORT, VERDICT } from '../options.ts';

const RESULTS = [CENTER('只要'), OWN_PACKS];

const FORMATS = EACH_FORMATS.filter(format => !OF_PROFILES.includes(format)).join(',');

/** `render`, with what it takes and gives. */
export const RENDER: Definition = {
  words: 'render <results...>',
  about: [
    '用存下的结果（json、jsonl 或批量结果文件夹）重出报告，不用标准和申报表，与当时一字不差',
    'any report again from kept results (json, jsonl, or folders of a batch), without pack or profile, the same to the byte',
  ],
  options: [
    ...RESULTS,
    ...VERDICT,
    ...PART,
    REPORT,
    option(
      '--each <formats>',
      `每个中心各出一份报告，放进 -o 的文件夹，可写几种：${FORMATS}`,
      `a report for each centre, into the folder of -o; any of: ${FORMATS}`,
      { parse: someFormats },
    ),
    ALL,
  ],
  action: act(() => import('./render.ts').then(({ renderCommand }) => renderCommand)),
};

/** `verify`, with what it takes and gives. */
export const VERIFY: Definition = {
  words: 'verify <results...>',
  about: [
    '用申报表和标准重新计算，看存下的结果是否还是那个结果，指出第一处不同',
    'computes kept results anew from their profiles and packs, and shows the first difference',
  ],
  options: [
    ...RESULTS,
    option(
      '--profile <path>',
      '申报表现在的文件或文件夹（可多次）；默认照结果里写的',
      'where the profiles are now: files or folders (repeatable); default: where the result says',
      { parse: several },
    ),
    PACKS('标准；默认照结果里写的', 'rule pack; default: as the result says'),
    option('--scheme <id|file>', '计分方案；默认照结果里写的', 'score scheme; default: as the result says'),
    option(
      '--waivers <file>',
      '豁免文件（可多次）；默认照结果里写的',
      'waivers (repeatable); default: as the result says',
      { parse: several },
    ),
    option(
      '--inspection <file>',
      '核查记录（可多次）；默认照结果里写的',
      'record of an inspection (repeatable); default: as the result says',
      { parse: several },
    ),
    option('--only-new <result>', '当时与哪份结果相比', 'the earlier result that it was compared with'),
    QUIET('不显示，只给退出码', 'say nothing, just the exit code'),
  ],
  action: act(() => import('./verify.ts').then(({ verifyCommand }) => verifyCommand)),
};
