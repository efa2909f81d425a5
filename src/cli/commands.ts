import { act, type Definition, once, option } from './cli.ts';
import {
  ALL,
  CHOICE,
  CONFIG,
  GATE,
  INSPECTION,
  LEVEL,
  OUTPUTS,
  OWN_PACKS,
  OWN_STANDARDS,
  PACK,
  PACKS,
  PART,
  QUIET,
  REPORT,
  SOURCE,
} from './options.ts';

export const AUDIT: Definition = {
  words: 'audit <profiles...>',
  about: ['审核一个或几个中心，给出可追溯的报告', 'hold one or several centres against their standard'],
  options: [
    ...CHOICE,
    ...GATE,
    ...PART,
    REPORT,
    option('--stdin-name <name>', '标准输入（-）的文件名', 'what standard input (-) goes by'),
    SOURCE,
    INSPECTION,
    option(
      '--plan',
      '列出每项整改能得多少分、怎样最省力升一等',
      'what each fix gains, and the cheapest way to the next grade',
    ),
    ALL,
    QUIET('不显示报告和提示，只给退出码', 'no report and no notes, just the exit code'),
  ],
  action: act(() => import('./audit/audit.ts').then(({ auditCommand }) => auditCommand)),
};

export const VALIDATE: Definition = {
  words: 'validate <files...>',
  about: ['检查申报表、标准或计分方案写得对不对', 'is this profile, pack or scheme well-formed?'],
  options: [
    PACKS('按哪个标准的填报项检查', 'the pack whose facts the profile may use'),
    option('--scheme <id|file>', '按哪张评分表检查申报表、评分记录', 'the scorecard whose facts and entries are meant'),
    option('--verbose', '列出读懂了什么', 'show what was understood'),
    OWN_STANDARDS,
  ],
  action: act(() => import('./validate/validate.ts').then(({ validateCommand }) => validateCommand)),
};

export const TEMPLATE: Definition = {
  words: 'template',
  about: ['空白申报表，只含所选标准要问的内容', 'a blank form with just the facts that the packs ask'],
  options: [
    ...CONFIG,
    PACKS('标准（可多次，取并集）', 'rule pack (repeatable: their union)'),
    LEVEL('级别', 'kind of place'),
    option(
      '-o, --output <file>',
      '写到 .xlsx、.yaml 或 .html（现场核查页）文件，默认在终端显示 YAML',
      'a .xlsx, .yaml or .html (a page for the site) file; default: YAML on standard output',
      { parse: once },
    ),
    option('--from <file>', '用以前的申报表预填', 'fill in what an earlier profile declares'),
    option('--table', '汇总表：一个中心一行', 'one row for each centre'),
    option('--order <order>', '填报项按主题还是按文件条款的顺序', 'facts by theme or in the order of the document', {
      choices: ['theme', 'document'],
    }),
    option(
      '--scheme <file>',
      '评分表；不写 --pack 时单独作标准',
      'a scorecard; the standard by itself where no pack is named',
    ),
    OWN_STANDARDS,
    option(
      '--inspection',
      '检查人用的空白记录：按现场走一遍的顺序；评分表则一个部门一张',
      'a blank record for inspectors, in the order of a walk; of a scorecard a sheet a bureau',
    ),
    option('--by <bureau>', '只要这个部门的评分记录', 'just the sheet of this bureau'),
    option('--roster <file>', '评分记录里预填的中心名单', 'the centres on the sheets for inspectors'),
  ],
  action: act(() => import('./template.ts').then(({ templateCommand }) => templateCommand)),
};

export const EXPLAIN: Definition = {
  words: 'explain <rule>',
  about: ['用文字说明一条规则、一个填报项，或查一个词', 'one rule or fact in words, or where a word stands'],
  options: [
    ...CONFIG,
    PACK('规则所在的标准', 'the pack of the rule'),
    OWN_PACKS,
    SOURCE,
    OUTPUTS(
      'terminal、markdown、html、docx 或文件（可多次）',
      'terminal, markdown, html, docx, or a file (repeatable)',
    ),
  ],
  action: act(() => import('./explain.ts').then(({ explainCommand }) => explainCommand)),
};

export const SCHEMA: Definition = {
  words: 'schema [name]',
  about: ['编辑器用的 JSON Schema', 'JSON Schemas, for editors'],
  options: [PACK('只含该标准用到的填报项', 'only the facts that this pack asks'), OWN_STANDARDS],
  action: act(() => import('./schema.ts').then(({ schemaCommand }) => schemaCommand)),
};

export const SETTINGS: Definition = {
  words: 'config',
  about: ['显示生效的配置和每一项的来处', 'the settings in force, and where each comes from'],
  options: [...CHOICE, ...GATE, REPORT],
  action:
    ({ run, lang, terminal }, command) =>
    () =>
      run(import('./config/config.ts').then(({ configCommand }) => configCommand(command, lang, terminal))),
};
