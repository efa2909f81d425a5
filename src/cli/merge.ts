import { resolve } from 'node:path';
import { findParts, type MergeFault, mergeParts } from '../batch/merge.ts';
import type { Bilingual, Lang } from '../model/text.ts';
import type { RecordedOptions } from './batch/options.ts';
import { readRoster, settleBatch } from './batch/settle.ts';
import { writeFault } from './batch/write-fault.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { printProblems } from './problems.ts';
import { openSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export interface MergeOptions {
  readonly lang: Lang;
  readonly output: string;
  readonly roster?: string;
  readonly quiet?: boolean;
}

const faultText = (fault: MergeFault): Bilingual => {
  switch (fault.kind) {
    case 'no-batch':
      return {
        zh: `“${fault.folder}”不是 duibiao batch 的结果文件夹`,
        en: `"${fault.folder}" was not written by duibiao batch`,
      };
    case 'unfinished':
      return {
        zh: `“${fault.folder}”还没有做完；先在那里加 --resume 做完`,
        en: `"${fault.folder}" is not finished; go on with --resume there first`,
      };
    case 'not-a-part':
      return {
        zh: `“${fault.folder}”不是分份审核的结果（没有用 --shard）`,
        en: `"${fault.folder}" is not a part (it was made without --shard)`,
      };
    case 'different':
      return {
        zh: `“${fault.folder}”和“${fault.from}”的标准、日期、选项或分份数不同，不能合并`,
        en: `"${fault.folder}" and "${fault.from}" differ in rules, date, options or number of parts`,
      };
    case 'twice':
      return {
        zh: `第 ${fault.index} 份给了两次：“${fault.folder}”`,
        en: `part ${fault.index} is given twice: "${fault.folder}"`,
      };
    case 'absent':
      return { zh: `缺第 ${fault.index}/${fault.count} 份`, en: `part ${fault.index}/${fault.count} is missing` };
  }
};

const IN_THE_WAY: Bilingual = {
  zh: '合并结果要放在另外的文件夹',
  en: 'the merged results need a folder of their own',
};

/** Puts the parts of a batch together: exactly what one run would have given. */
export const mergeCommand = async (
  folders: readonly string[],
  options: MergeOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { lang, output, quiet } = options;
  if (folders.some(folder => resolve(folder) === resolve(output))) {
    terminal.err(`${IN_THE_WAY[lang]}\n`);
    return EXIT.usage;
  }
  const parts = findParts(folders);
  const [first] = 'kind' in parts ? [] : parts;
  if ('kind' in parts || first === undefined) {
    terminal.err(`${faultText('kind' in parts ? parts : { kind: 'absent', index: 1, count: 1 })[lang]}\n`);
    return EXIT.badInput;
  }
  const recorded = first.state.command.options as unknown as RecordedOptions;
  const settings = await openSettings(recorded);
  const roster = settings.ok ? await readRoster(options.roster ?? recorded.roster, settings.value) : settings;
  if (!settings.ok || !roster.ok) {
    printProblems(roster.ok ? [] : roster.problems, lang, terminal);
    return EXIT.badInput;
  }
  const began = Date.now();
  try {
    const state = mergeParts(parts, output);
    return settleBatch({
      folder: output,
      state,
      settings: settings.value,
      options: { ...recorded, ...(quiet !== undefined && { quiet }) },
      roster: roster.value,
      timing: { startedAt: new Date(began).toISOString(), seconds: (Date.now() - began) / 1000, parts: parts.length },
      terminal,
    });
  } catch (error) {
    const fault = writeFault(error, output);
    if (fault === undefined) throw error;
    terminal.err(`${fault[lang]}\n`);
    return EXIT.internal;
  }
};
