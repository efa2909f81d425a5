import type { Bilingual, Lang } from '../../model/base/text.ts';
import type { PackStatus } from '../../model/standard/pack.ts';
import { shippedLibrary } from '../../read/pack/library.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

const STATUS: Readonly<Record<PackStatus, Bilingual>> = {
  'in-force': { zh: '有效', en: 'in force' },
  draft: { zh: '征求意见稿', en: 'draft' },
  superseded: { zh: '已废止', en: 'superseded' },
};

const HEAD: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['编号', '标准', '适用', '状态', '施行'],
  en: ['id', 'standard', 'binds', 'status', 'from'],
};

/** The packs at hand, a row each. */
export const listCommand = async ({ lang }: { lang: Lang }, terminal: Terminal): Promise<ExitCode> => {
  const { default: Table } = await import('cli-table3');
  const table = new Table({ head: [...HEAD[lang]], style: { head: [], border: [] } });
  for (const { id, title, levels, status, period } of await shippedLibrary().summaries())
    table.push([
      id,
      title[lang],
      Object.values(levels)
        .map(level => level[lang])
        .join('\n'),
      STATUS[status][lang],
      period.from ?? '—',
    ]);
  terminal.out(`${table.toString()}\n`);
  return EXIT.passed;
};
