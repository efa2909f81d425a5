import { Command, Option } from 'commander';
import { own } from '../model/base/own.ts';
import { addBatch, addMerge, addRounds } from './batch/commands.ts';
import { act, type Cli, collect, langOption } from './cli.ts';
import { addCompare } from './compare/command.ts';
import { addCompletion } from './completion/command.ts';
import { addDrop } from './drop/command.ts';
import { addExamples } from './examples.ts';
import { follow, refuseOverwriting } from './follow.ts';
import { speak } from './help.ts';
import { inspectionOption, outputOption, sourceWords, withChoice, withConfig, withGate, withPart } from './options.ts';
import { addAuthoring } from './packs/commands.ts';
import { addRender, addVerify } from './results/command.ts';
import { addScorecards } from './scorecards/commands.ts';
import { VERSION } from './version.ts';

const addAudit = (program: Command, cli: Cli): void => {
  const command = program
    .command('audit <profiles...>')
    .description(cli.say('审核一个或几个中心，给出可追溯的报告', 'hold one or several centres against their standard'));
  withPart(withGate(withChoice(command, cli), cli), cli)
    .addOption(outputOption(cli))
    .option('--stdin-name <name>', cli.say('标准输入（-）的文件名', 'what standard input (-) goes by'))
    .option('--source <path>', sourceWords(cli))
    .addOption(inspectionOption(cli))
    .option(
      '--plan',
      cli.say(
        '列出每项整改能得多少分、怎样最省力升一等',
        'what each fix gains, and the cheapest way to the next grade',
      ),
    )
    .option('--all', cli.say('连同符合和不适用的条目一起列出', 'list what passes and what does not apply too'))
    .option('-q, --quiet', cli.say('不显示报告和提示，只给退出码', 'no report and no notes, just the exit code'))
    .addOption(langOption(cli))
    .action(act(cli, () => import('./audit/audit.ts').then(({ auditCommand }) => auditCommand)));
};

const addBatchWith = (program: Command, cli: Cli): void =>
  addBatch(program, cli, command => withGate(withChoice(command, cli), cli));

const addDropWith = (program: Command, cli: Cli): void =>
  addDrop(program, cli, command => withGate(withChoice(command, cli), cli));

const addValidate = (program: Command, cli: Cli): void => {
  program
    .command('validate <files...>')
    .description(cli.say('检查申报表、标准或计分方案写得对不对', 'is this profile, pack or scheme well-formed?'))
    .option(
      '-p, --pack <id|dir>',
      cli.say('按哪个标准的填报项检查', 'the pack whose facts the profile may use'),
      collect,
    )
    .option('--verbose', cli.say('列出读懂了什么', 'show what was understood'))
    .option('--standards <folder>', cli.say('存放本县标准的文件夹', 'folder of standards of your own'))
    .addOption(langOption(cli))
    .action(act(cli, () => import('./validate/validate.ts').then(({ validateCommand }) => validateCommand)));
};

const addTemplate = (program: Command, cli: Cli): void => {
  const command = program
    .command('template')
    .description(cli.say('空白申报表，只含所选标准要问的内容', 'a blank form with just the facts that the packs ask'));
  withConfig(command, cli)
    .option('-p, --pack <id|dir>', cli.say('标准（可多次，取并集）', 'rule pack (repeatable: their union)'), collect)
    .addOption(
      new Option('--level <level>', cli.say('级别', 'kind of place')).choices(['township', 'village', 'sub_center']),
    )
    .option(
      '-o, --output <file>',
      cli.say(
        '写到 .xlsx、.yaml 或 .html（现场核查页）文件，默认在终端显示 YAML',
        'a .xlsx, .yaml or .html (a page for the site) file; default: YAML on standard output',
      ),
    )
    .option('--from <file>', cli.say('用以前的申报表预填', 'fill in what an earlier profile declares'))
    .option('--table', cli.say('汇总表：一个中心一行', 'one row for each centre'))
    .addOption(
      new Option(
        '--order <order>',
        cli.say('填报项按主题还是按文件条款的顺序', 'facts by theme or in the order of the document'),
      ).choices(['theme', 'document']),
    )
    .option(
      '--scheme <file>',
      cli.say('评分表；不写 --pack 时单独作标准', 'a scorecard; the standard by itself where no pack is named'),
    )
    .option('--standards <folder>', cli.say('存放本县标准的文件夹', 'folder of standards of your own'))
    .option(
      '--inspection',
      cli.say(
        '检查人用的空白记录：按现场走一遍的顺序；评分表则一个部门一张',
        'a blank record for inspectors, in the order of a walk; of a scorecard a sheet a bureau',
      ),
    )
    .option('--by <bureau>', cli.say('只要这个部门的评分记录', 'just the sheet of this bureau'))
    .option('--roster <file>', cli.say('评分记录里预填的中心名单', 'the centres on the sheets for inspectors'))
    .addOption(langOption(cli))
    .action(act(cli, () => import('./template.ts').then(({ templateCommand }) => templateCommand)));
};

const documentOption = ({ say }: Cli): Option =>
  new Option(
    '-o, --output <format[=file]>',
    say('terminal、markdown、html、docx 或文件（可多次）', 'terminal, markdown, html, docx, or a file (repeatable)'),
  ).argParser(collect);

const addExplain = (program: Command, cli: Cli): void => {
  const command = program
    .command('explain <rule>')
    .description(
      cli.say('用文字说明一条规则、一个填报项，或查一个词', 'one rule or fact in words, or where a word stands'),
    );
  withConfig(command, cli)
    .option('-p, --pack <id|dir>', cli.say('规则所在的标准', 'the pack of the rule'))
    .option('--standards <folder>', cli.say('存放本县标准（规则包）的文件夹', 'folder of rule packs of your own'))
    .option('--source <path>', sourceWords(cli))
    .addOption(documentOption(cli))
    .addOption(langOption(cli))
    .action(act(cli, () => import('./explain.ts').then(({ explainCommand }) => explainCommand)));
};

const addPacks = (program: Command, cli: Cli): void => {
  const packs = program.command('packs').description(cli.say('标准（规则包）', 'rule packs'));
  addAuthoring(packs, cli);
};

const addSchema = (program: Command, cli: Cli): void => {
  program
    .command('schema [name]')
    .description(cli.say('编辑器用的 JSON Schema', 'JSON Schemas, for editors'))
    .option('-p, --pack <id|dir>', cli.say('只含该标准用到的填报项', 'only the facts that this pack asks'))
    .option('--standards <folder>', cli.say('存放本县标准的文件夹', 'folder of standards of your own'))
    .addOption(langOption(cli))
    .action((name: string | undefined, options) =>
      cli.run(import('./schema.ts').then(({ schemaCommand }) => schemaCommand(name, options, cli.terminal))),
    );
};

const addConfig = (program: Command, cli: Cli): void => {
  const command = program
    .command('config')
    .description(cli.say('显示生效的配置和每一项的来处', 'the settings in force, and where each comes from'));
  withGate(withChoice(command, cli), cli)
    .addOption(outputOption(cli))
    .addOption(langOption(cli))
    .action(() =>
      cli.run(import('./config/config.ts').then(({ configCommand }) => configCommand(command, cli.lang, cli.terminal))),
    );
};

const COMMANDS: Readonly<Record<string, (program: Command, cli: Cli) => void>> = {
  audit: addAudit,
  batch: addBatchWith,
  drop: addDropWith,
  merge: addMerge,
  render: addRender,
  verify: addVerify,
  compare: addCompare,
  rounds: addRounds,
  validate: addValidate,
  template: addTemplate,
  explain: addExplain,
  packs: addPacks,
  scorecards: addScorecards,
  schema: addSchema,
  config: addConfig,
};

/** The command that is named, alone; every one, with its options, where the help or the shell asks for them. */
export const buildProgram = (cli: Cli, named?: string): Command => {
  const program = new Command('duibiao')
    .description(
      cli.say(
        '对标：便民服务中心（站）对照县级标准审核',
        'holds public-service centres against their county’s standard',
      ),
    )
    .version(VERSION, '-V, --version', cli.say('显示版本', 'show the version'))
    .exitOverride()
    .configureOutput({ writeOut: cli.terminal.out, writeErr: cli.terminal.err });
  speak(program, cli);
  const alone = named === undefined ? undefined : own(COMMANDS, named);
  for (const add of alone ? [alone] : [...Object.values(COMMANDS), addCompletion]) add(program, cli);
  addExamples(program, cli.lang);
  program.hook('preAction', (_, command) => follow(command, cli));
  program.hook('preAction', (_, command) => refuseOverwriting(command, cli));
  return program;
};
