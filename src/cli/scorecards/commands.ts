import { act, type Definition, once, option, several } from '../cli.ts';

const OUTPUT = option(
  '-o, --output <format>',
  '格式或文件（可多次）：terminal markdown html docx；默认在终端显示',
  'format or file (repeatable): terminal markdown html docx; default: the terminal',
  { parse: several },
);

const FORM: Definition = {
  words: 'form',
  about: ['空白评分表，或把已有的评分表写成 Excel', 'a blank scorecard in Excel, or one that is there'],
  options: [
    option('-o, --output <file>', '写入的 .xlsx 文件', 'the .xlsx file to write', { mandatory: true, parse: once }),
    option('--from <file>', '已有的评分表（YAML）', 'a scorecard in YAML'),
  ],
  action: act(() => import('./form.ts').then(({ formCommand }) => formCommand)),
};

const NEW: Definition = {
  words: 'new <file>',
  about: ['读一份 Excel 评分表，写成 YAML', 'read a scorecard in Excel, and write it as YAML'],
  options: [option('-o, --output <folder>', '写入的文件夹', 'the folder to write into', { parse: once })],
  action: act(() => import('./new.ts').then(({ newCommand }) => newCommand)),
};

const GUIDE: Definition = {
  words: 'guide <file>',
  about: ['逐行核对：原表文字旁写明工具怎样算，可签字', 'each row in its own words and as the tool reckons it'],
  options: [OUTPUT],
  action: act(() => import('./guide.ts').then(({ guideCommand }) => guideCommand)),
};

const EXPLAIN: Definition = {
  words: 'explain <file> <row>',
  about: ['一个评分项怎样算', 'how one row is reckoned'],
  options: [OUTPUT],
  action: act(() => import('./guide.ts').then(({ explainCommand }) => explainCommand)),
};

const LINT: Definition = {
  words: 'lint <file>',
  about: ['检查评分表', 'what a reader of the scorecard would ask about'],
  action: act(() => import('./lint.ts').then(({ lintCommand }) => lintCommand)),
};

const TEST: Definition = {
  words: 'test <file>',
  about: ['与手算的例子核对（“算例”表或 cases.yaml）', 'hold it against cases reckoned by hand'],
  options: [
    option('--propose', '拟出最高、最低两个例子，供手算核对', 'propose the cases of the most and of the least'),
    option('--cases <file>', '算例文件（.yaml 或 .xlsx）', 'the file of cases (.yaml or .xlsx)'),
  ],
  action: act(() => import('./test.ts').then(({ testCommand }) => testCommand)),
};

/** Scorecards: made in Excel, read back, and proved. */
export const SCORECARDS: Definition = {
  words: 'scorecards',
  about: ['评分表：用 Excel 做、读回核对、算例', 'scorecards: made in Excel, read back and proved'],
  commands: [FORM, NEW, GUIDE, EXPLAIN, LINT, TEST],
};
