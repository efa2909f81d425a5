import { act, aDate, type Definition, once, option, several } from '../cli.ts';
import { CONFIG, LEVEL, OWN_PACKS, SOURCE } from '../options.ts';

const OUTPUT = (zh: string, en: string) => option('-o, --output <format|file>', zh, en, { parse: several });

const TOLD = OUTPUT(
  'terminal、markdown、html、docx、csv、xlsx、json 或文件（可多次）',
  'terminal, markdown, html, docx, csv, xlsx, json, or a file (repeatable)',
);

const COMMANDS: readonly Definition[] = [
  {
    words: 'list',
    about: ['有哪些标准', 'the packs at hand'],
    options: [OWN_PACKS],
    action: act(() => import('./list.ts').then(({ listCommand }) => listCommand)),
  },
  {
    words: 'show <id>',
    about: ['一个标准的全部条目', 'every rule of a pack'],
    options: [
      option(
        '--effective',
        '套用别的标准时，每一处从哪里来',
        'where each part comes from, of a pack that extends another',
      ),
      OWN_PACKS,
    ],
    action: act(() => import('./show.ts').then(({ showCommand }) => showCommand)),
  },
  {
    words: 'lint [ids...]',
    about: ['检查规则包', 'check rule packs'],
    options: [OWN_PACKS],
    action: act(() => import('./lint.ts').then(({ lintCommand }) => lintCommand)),
  },
  {
    words: 'test [ids...]',
    about: ['运行示例、自动生成的示例和变异', 'run the cases of packs, generated ones and mutants'],
    options: [
      option('--write', '把它提出的示例写进 cases.yaml', 'put the cases that it proposes into cases.yaml'),
      OWN_PACKS,
    ],
    action: act(() => import('./test.ts').then(({ testCommand }) => testCommand)),
  },
  {
    words: 'trace [ids...]',
    about: ['核对规则包与文件原文', 'hold packs against their documents'],
    options: [
      option(
        '--source <path>',
        '文件原文（.docx、.txt、网页），或存放原文的文件夹',
        'your copy of the document (.docx, .txt, web page), or a folder of copies',
      ),
      option('--was <path>', '修订前的原文', 'an earlier copy of the document'),
      option(
        '--draft',
        '按原文起草登记（不含原文），已登记的保留',
        'draft the ledger, without the words of the document',
      ),
      option('--write', '把起草的登记写入规则包', 'put the draft into the pack'),
      OWN_PACKS,
    ],
    action: act(() => import('./trace.ts').then(({ traceCommand }) => traceCommand)),
  },
  {
    words: 'exemplar <id>',
    about: ['生成一份全部符合的申报表', 'make a complete profile that passes every rule'],
    options: [
      LEVEL('级别', 'level'),
      option('--failing <rule>', '只让这一条不符合，改动最少', 'fail just this rule, with the smallest change'),
      option(
        '-o, --output <file>',
        '写入文件（.yaml、.xlsx），默认在终端显示',
        'the file to write (.yaml, .xlsx); default: the terminal',
        { parse: once },
      ),
      ...CONFIG,
      OWN_PACKS,
    ],
    action: act(() => import('./exemplar.ts').then(({ exemplarCommand }) => exemplarCommand)),
  },
  {
    words: 'diff <a> <b>',
    about: ['两个标准有何不同', 'what two packs ask, side by side'],
    options: [
      LEVEL('只比较一个级别', 'just one level'),
      option('--all', '连同相同的一起列出', 'list what both ask alike too'),
      TOLD,
      OWN_PACKS,
    ],
    action: act(() => import('./diff.ts').then(({ diffCommand }) => diffCommand)),
  },
  {
    words: 'guide <id>',
    about: ['把规则包写成供审阅签字的文稿', 'a pack as a document to read and sign'],
    options: [
      LEVEL('只写一个级别', 'just one level'),
      SOURCE,
      option(
        '--sign',
        '逐条签字的文稿：附示例、读法和摘要',
        'to be signed rule by rule, with cases, readings and digests',
      ),
      OUTPUT(
        'terminal、markdown、html、docx 或文件（.md、.html），可多次',
        'terminal, markdown, html, docx, or a file (.md, .html), repeatable',
      ),
      OWN_PACKS,
    ],
    action: act(() => import('./guide/guide.ts').then(({ guideCommand }) => guideCommand)),
  },
  {
    words: 'sign <id>',
    about: ['登记谁签了哪些条', 'record who signed which rules'],
    options: [
      option('--by <name>', '签字人', 'who signs', { mandatory: true }),
      option('--on <date>', '签字日期，默认今天', 'the day; default: today', { parse: aDate }),
      option('--rule <ids...>', '只签这几条', 'just these rules'),
      OWN_PACKS,
    ],
    action: act(() => import('./guide/sign.ts').then(({ signCommand }) => signCommand)),
  },
  {
    words: 'readings [id...]',
    about: ['条文可以怎样读，供县里定', 'how the text can be read, for the county to settle'],
    options: [TOLD, OWN_PACKS],
    action: act(() => import('./readings.ts').then(({ readingsCommand }) => readingsCommand)),
  },
  {
    words: 'new <folder>',
    about: ['新建一个规则包', 'begin a pack'],
    options: [
      option('--county <name>', '县区', 'the county'),
      option('--title <title>', '文件标题', 'the title of the document'),
      LEVEL('级别（可多个）', 'levels', '--level <level...>'),
      option(
        '--source <file>',
        '文件原文（.docx、.txt、网页）：据此起草',
        'the document (.docx, .txt, web page), to draft from',
      ),
    ],
    action: act(() => import('./new.ts').then(({ newCommand }) => newCommand)),
  },
  {
    words: 'sheet <id>',
    about: ['把规则包写成工作簿，一句一行，在 Excel 里改', 'a pack as a workbook, a row a sentence, to edit in Excel'],
    options: [
      option('-o, --output <file>', '工作簿（.xlsx）', 'the workbook (.xlsx)', { mandatory: true, parse: once }),
      option('--source <path>', '文件原文：写在各行旁', 'your copy of the document: its sentences stand in the rows'),
      OWN_PACKS,
    ],
    action: act(() => import('./sheet/sheet.ts').then(({ sheetCommand }) => sheetCommand)),
  },
  {
    words: 'from-sheet <file> <folder>',
    about: ['从工作簿读回规则包', 'a pack from its workbook'],
    action: act(() => import('./sheet/from-sheet.ts').then(({ fromSheetCommand }) => fromSheetCommand)),
  },
];

/** The commands of those who write packs. */
export const PACKS: Definition = { words: 'packs', about: ['标准（规则包）', 'rule packs'], commands: COMMANDS };
