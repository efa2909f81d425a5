import { type Command, Option } from 'commander';
import { LEVELS } from '../../model/profile.ts';
import type { Lang } from '../../model/text.ts';
import { type Cli, langOption } from '../cli.ts';
import type { ExemplarOptions } from './exemplar.ts';
import type { TestOptions } from './test.ts';
import type { TraceOptions } from './trace.ts';

const addLint = (packs: Command, cli: Cli): void => {
  packs
    .command('lint [ids...]')
    .description(cli.say('检查规则包', 'check rule packs'))
    .addOption(langOption(cli))
    .action((ids: string[], options: { lang: Lang }) =>
      cli.run(import('./lint.ts').then(({ lintCommand }) => lintCommand(ids, options, cli.terminal))),
    );
};

const addTest = (packs: Command, cli: Cli): void => {
  packs
    .command('test [ids...]')
    .description(cli.say('运行规则包的示例', 'run the cases of packs'))
    .addOption(langOption(cli))
    .action((ids: string[], options: TestOptions) =>
      cli.run(import('./test.ts').then(({ testCommand }) => testCommand(ids, options, cli.terminal))),
    );
};

const addTrace = (packs: Command, cli: Cli): void => {
  packs
    .command('trace <id>')
    .description(cli.say('核对规则包与文件原文', 'hold a pack against its document'))
    .option('--source <file>', cli.say('文件原文（文本）', 'your copy of the document, as text'))
    .option('--was <file>', cli.say('修订前的原文', 'an earlier copy of the document'))
    .option('--draft', cli.say('按原文起草登记（不含原文）', 'draft the ledger, without the words of the document'))
    .addOption(langOption(cli))
    .action((id: string, options: TraceOptions) =>
      cli.run(import('./trace.ts').then(({ traceCommand }) => traceCommand(id, options, cli.terminal))),
    );
};

const addExemplar = (packs: Command, cli: Cli): void => {
  packs
    .command('exemplar <id>')
    .description(cli.say('生成一份全部符合的申报表', 'make a complete profile that passes every rule'))
    .addOption(new Option('--level <level>', cli.say('级别', 'level')).choices(LEVELS))
    .option('--failing <rule>', cli.say('只让这一条不符合，改动最少', 'fail just this rule, with the smallest change'))
    .option('-o, --output <file>', cli.say('写入文件，默认在终端显示', 'the file to write; default: the terminal'))
    .addOption(langOption(cli))
    .action((id: string, options: ExemplarOptions) =>
      cli.run(import('./exemplar.ts').then(({ exemplarCommand }) => exemplarCommand(id, options, cli.terminal))),
    );
};

/** The commands of those who write packs. */
export const addAuthoring = (packs: Command, cli: Cli): void => {
  for (const add of [addLint, addTest, addTrace, addExemplar]) add(packs, cli);
};
