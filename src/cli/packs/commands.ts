import { type Command, Option } from 'commander';
import { LEVELS } from '../../model/profile/profile.ts';
import { act, type Cli, dateArgument, langOption } from '../cli.ts';
import { withConfig } from '../options.ts';

const addOwn = (command: Command, cli: Cli): Command =>
  command
    .option('--standards <folder>', cli.say('存放本县标准（规则包）的文件夹', 'folder of rule packs of your own'))
    .addOption(langOption(cli));

const addList = (packs: Command, cli: Cli): void => {
  const command = packs.command('list').description(cli.say('有哪些标准', 'the packs at hand'));
  addOwn(command, cli).action(act(cli, () => import('./list.ts').then(({ listCommand }) => listCommand)));
};

const addShow = (packs: Command, cli: Cli): void => {
  const command = packs
    .command('show <id>')
    .description(cli.say('一个标准的全部条目', 'every rule of a pack'))
    .option(
      '--effective',
      cli.say('套用别的标准时，每一处从哪里来', 'where each part comes from, of a pack that extends another'),
    );
  addOwn(command, cli).action(act(cli, () => import('./show.ts').then(({ showCommand }) => showCommand)));
};

const addLint = (packs: Command, cli: Cli): void => {
  const command = packs.command('lint [ids...]').description(cli.say('检查规则包', 'check rule packs'));
  addOwn(command, cli).action(act(cli, () => import('./lint.ts').then(({ lintCommand }) => lintCommand)));
};

const addTest = (packs: Command, cli: Cli): void => {
  const command = packs
    .command('test [ids...]')
    .description(cli.say('运行示例、自动生成的示例和变异', 'run the cases of packs, generated ones and mutants'))
    .option('--write', cli.say('把它提出的示例写进 cases.yaml', 'put the cases that it proposes into cases.yaml'));
  addOwn(command, cli).action(act(cli, () => import('./test.ts').then(({ testCommand }) => testCommand)));
};

const addTrace = (packs: Command, cli: Cli): void => {
  const command = packs
    .command('trace [ids...]')
    .description(cli.say('核对规则包与文件原文', 'hold packs against their documents'))
    .option(
      '--source <path>',
      cli.say(
        '文件原文（.docx、.txt、网页），或存放原文的文件夹',
        'your copy of the document (.docx, .txt, web page), or a folder of copies',
      ),
    )
    .option('--was <path>', cli.say('修订前的原文', 'an earlier copy of the document'))
    .option(
      '--draft',
      cli.say('按原文起草登记（不含原文），已登记的保留', 'draft the ledger, without the words of the document'),
    )
    .option('--write', cli.say('把起草的登记写入规则包', 'put the draft into the pack'));
  addOwn(command, cli).action(act(cli, () => import('./trace.ts').then(({ traceCommand }) => traceCommand)));
};

const addExemplar = (packs: Command, cli: Cli): void => {
  const command = packs
    .command('exemplar <id>')
    .description(cli.say('生成一份全部符合的申报表', 'make a complete profile that passes every rule'))
    .addOption(new Option('--level <level>', cli.say('级别', 'level')).choices(LEVELS))
    .option('--failing <rule>', cli.say('只让这一条不符合，改动最少', 'fail just this rule, with the smallest change'))
    .option(
      '-o, --output <file>',
      cli.say('写入文件（.yaml、.xlsx），默认在终端显示', 'the file to write (.yaml, .xlsx); default: the terminal'),
    );
  addOwn(withConfig(command, cli), cli).action(
    act(cli, () => import('./exemplar.ts').then(({ exemplarCommand }) => exemplarCommand)),
  );
};

const addDiff = (packs: Command, cli: Cli): void => {
  const command = packs
    .command('diff <a> <b>')
    .description(cli.say('两个标准有何不同', 'what two packs ask, side by side'))
    .addOption(new Option('--level <level>', cli.say('只比较一个级别', 'just one level')).choices(LEVELS))
    .option('--all', cli.say('连同相同的一起列出', 'list what both ask alike too'))
    .option(
      '-o, --output <format|file>',
      cli.say(
        'terminal、markdown、html、docx、csv、xlsx、json 或文件',
        'terminal, markdown, html, docx, csv, xlsx, json, or a file',
      ),
    );
  addOwn(command, cli).action(act(cli, () => import('./diff.ts').then(({ diffCommand }) => diffCommand)));
};

const addGuide = (packs: Command, cli: Cli): void => {
  const command = packs
    .command('guide <id>')
    .description(cli.say('把规则包写成供审阅签字的文稿', 'a pack as a document to read and sign'))
    .addOption(new Option('--level <level>', cli.say('只写一个级别', 'just one level')).choices(LEVELS))
    .option(
      '--source <path>',
      cli.say(
        '文件原文，或存放原文的文件夹：原文写在规则旁',
        'your copy of the document, or a folder of copies: its words stand beside the rules',
      ),
    )
    .option(
      '--sign',
      cli.say('逐条签字的文稿：附示例、读法和摘要', 'to be signed rule by rule, with cases, readings and digests'),
    )
    .option(
      '-o, --output <format|file>',
      cli.say(
        'terminal、markdown、html、docx 或文件（.md、.html）',
        'terminal, markdown, html, docx, or a file (.md, .html)',
      ),
    );
  addOwn(command, cli).action(act(cli, () => import('./guide/guide.ts').then(({ guideCommand }) => guideCommand)));
};

const addSign = (packs: Command, cli: Cli): void => {
  const command = packs
    .command('sign <id>')
    .description(cli.say('登记谁签了哪些条', 'record who signed which rules'))
    .requiredOption('--by <name>', cli.say('签字人', 'who signs'))
    .option('--on <date>', cli.say('签字日期，默认今天', 'the day; default: today'), dateArgument(cli))
    .option('--rule <ids...>', cli.say('只签这几条', 'just these rules'));
  addOwn(command, cli).action(act(cli, () => import('./guide/sign.ts').then(({ signCommand }) => signCommand)));
};

const addReadings = (packs: Command, cli: Cli): void => {
  const command = packs
    .command('readings [id...]')
    .description(cli.say('条文可以怎样读，供县里定', 'how the text can be read, for the county to settle'))
    .option(
      '-o, --output <format|file>',
      cli.say(
        'terminal、markdown、html、docx、csv、xlsx、json 或文件',
        'terminal, markdown, html, docx, csv, xlsx, json, or a file',
      ),
    );
  addOwn(command, cli).action(act(cli, () => import('./readings.ts').then(({ readingsCommand }) => readingsCommand)));
};

const addNew = (packs: Command, cli: Cli): void => {
  packs
    .command('new <folder>')
    .description(cli.say('新建一个规则包', 'begin a pack'))
    .option('--county <name>', cli.say('县区', 'the county'))
    .option('--title <title>', cli.say('文件标题', 'the title of the document'))
    .addOption(new Option('--level <level...>', cli.say('级别（可多个）', 'levels')).choices(LEVELS))
    .option(
      '--source <file>',
      cli.say('文件原文（.docx、.txt、网页）：据此起草', 'the document (.docx, .txt, web page), to draft from'),
    )
    .addOption(langOption(cli))
    .action(act(cli, () => import('./new.ts').then(({ newCommand }) => newCommand)));
};

const addSheet = (packs: Command, cli: Cli): void => {
  const command = packs
    .command('sheet <id>')
    .description(
      cli.say(
        '把规则包写成工作簿，一句一行，在 Excel 里改',
        'a pack as a workbook, a row a sentence, to edit in Excel',
      ),
    )
    .requiredOption('-o, --output <file>', cli.say('工作簿（.xlsx）', 'the workbook (.xlsx)'))
    .option(
      '--source <path>',
      cli.say('文件原文：写在各行旁', 'your copy of the document: its sentences stand in the rows'),
    );
  addOwn(command, cli).action(act(cli, () => import('./sheet/sheet.ts').then(({ sheetCommand }) => sheetCommand)));
};

const addFromSheet = (packs: Command, cli: Cli): void => {
  packs
    .command('from-sheet <file> <folder>')
    .description(cli.say('从工作簿读回规则包', 'a pack from its workbook'))
    .addOption(langOption(cli))
    .action(act(cli, () => import('./sheet/from-sheet.ts').then(({ fromSheetCommand }) => fromSheetCommand)));
};

/** The commands of those who write packs. */
export const addAuthoring = (packs: Command, cli: Cli): void => {
  for (const add of [
    addList,
    addShow,
    addLint,
    addTest,
    addTrace,
    addExemplar,
    addDiff,
    addGuide,
    addSign,
    addReadings,
    addNew,
    addSheet,
    addFromSheet,
  ])
    add(packs, cli);
};
