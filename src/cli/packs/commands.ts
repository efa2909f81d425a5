import { type Command, Option } from 'commander';
import type { Lang } from '../../model/text.ts';
import type { ExitCode } from '../exit-code.ts';
import { environmentLang, type Terminal } from '../terminal.ts';
import type { TestOptions } from './test.ts';
import type { TraceOptions } from './trace.ts';

type Run = (code: Promise<ExitCode>) => Promise<void>;

const langOption = (): Option =>
  new Option('--lang <lang>', '语言 / language').choices(['zh', 'en']).default(environmentLang(), 'LANG, zh');

/** The commands of those who write packs. */
export const addAuthoring = (packs: Command, terminal: Terminal, run: Run): void => {
  packs
    .command('lint [ids...]')
    .description('检查规则包 / check rule packs')
    .addOption(langOption())
    .action(async (ids: string[], options: { lang: Lang }) =>
      run(import('./lint.ts').then(({ lintCommand }) => lintCommand(ids, options, terminal))),
    );
  packs
    .command('test [ids...]')
    .description('运行规则包的示例 / run the cases of packs')
    .addOption(langOption())
    .action(async (ids: string[], options: TestOptions) =>
      run(import('./test.ts').then(({ testCommand }) => testCommand(ids, options, terminal))),
    );
  packs
    .command('trace <id>')
    .description('核对规则包与文件原文 / hold a pack against its document')
    .option('--source <file>', '文件原文（文本） / your copy of the document, as text')
    .option('--was <file>', '修订前的原文 / an earlier copy of the document')
    .option('--draft', '按原文起草登记（不含原文） / draft the ledger, without the words of the document')
    .addOption(langOption())
    .action(async (id: string, options: TraceOptions) =>
      run(import('./trace.ts').then(({ traceCommand }) => traceCommand(id, options, terminal))),
    );
};
