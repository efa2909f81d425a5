import { existsSync } from 'node:fs';
import { findInputs } from '../../batch/files/inputs.ts';
import {
  changedPart,
  findParts,
  type MergeFault,
  mergeAsPass,
  mergeParts,
  type Part,
} from '../../batch/merge/merge.ts';
import type { Roster } from '../../batch/summary/roster.ts';
import type { Bilingual, Lang, NonEmpty } from '../../model/base/text.ts';
import { STDIN } from '../../read/files/open.ts';
import { openSettings, type Settings } from '../audit/settings.ts';
import type { Act } from '../cli.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { misused, refuse } from '../problems.ts';
import { errLine, type Terminal } from '../terminal.ts';
import { alone, sayingFaults } from './alone.ts';
import type { RecordedOptions } from './options.ts';
import { passesOf } from './rounds.ts';
import { readRoster, settleBatch } from './settle.ts';

export interface MergeOptions {
  readonly lang: Lang;
  readonly output: string;
  readonly roster?: string;
  readonly each?: string;
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
    case 'no-pages':
      return {
        zh: `“${fault.folder}”里各中心的报告不见了（在 .duibiao 里）；请在那里重新审核`,
        en: `the reports for each centre are gone from "${fault.folder}" (they stand in .duibiao); audit that part again`,
      };
    case 'changed':
      return {
        zh: `“${fault.folder}”里的结果不是当时写下的样子（改过、换过或缺了一段），合并会张冠李戴；请在那里重新审核`,
        en: `the results in "${fault.folder}" are not as they were written (edited, exchanged or cut), and would go to the wrong centres; audit that part again`,
      };
    case 'different':
      return {
        zh: `“${fault.folder}”和“${fault.from}”的申报、标准、日期、选项或分份数不同，不能合并`,
        en: `"${fault.folder}" and "${fault.from}" differ in inputs, rules, date, options or number of parts`,
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

const NO_REPORTS: Bilingual = {
  zh: 'merge 不另做报告：审核每一份时加 --each，合并时一并带过来',
  en: 'merge makes no reports: give --each when the parts are audited, and it takes theirs over',
};

const NO_FOLDER: Bilingual = {
  zh: '合并结果要放在文件夹里，不能写 -o -',
  en: 'the merged results need a folder; -o - will not do',
};

const NOT_HERE: Bilingual = {
  zh: '评分表里有和其他中心比较的项目，合并时要重读一遍申报，可是这里读不到它们；请在审核各份时所在的文件夹里合并：',
  en: 'rows of the scorecard are compared between centres, so merging reads the profiles again, which are not here; merge in the folder where the parts were audited: ',
};

interface Merge {
  readonly settings: Settings;
  readonly recorded: RecordedOptions;
  readonly roster: Roster | undefined;
  readonly options: MergeOptions;
  readonly terminal: Terminal;
}

/** A part has not seen the others: what is compared between centres is settled now. */
const mergeCompared = async (parts: NonEmpty<Part>, merge: Merge): Promise<ExitCode> => {
  const { settings, recorded, roster, options, terminal } = merge;
  const { output, lang, quiet } = options;
  const { inputs } = parts[0].state.command;
  const { files } = findInputs(inputs);
  const absent = files.filter(file => !existsSync(file));
  if (files.length === 0 || absent.length > 0) {
    errLine(terminal, `${NOT_HERE[lang]}${(absent.length > 0 ? absent : inputs).slice(0, 3).join(' ')}`);
    return EXIT.badInput;
  }
  mergeAsPass(parts, output);
  const { shard: _, ...whole } = recorded;
  const asked = { inputs, options: { ...whole, output, ...(quiet !== undefined && { quiet }) } };
  const { auditInto } = await import('./batch.ts');
  return auditInto(asked, settings, roster, terminal);
};

/** What no centre settles for another stands in the parts as it is. */
const mergeAlone = (parts: NonEmpty<Part>, merge: Merge): Promise<ExitCode> => {
  const { settings, recorded, roster, options, terminal } = merge;
  const { output, quiet } = options;
  const began = Date.now();
  return settleBatch({
    folder: output,
    state: mergeParts(parts, output),
    settings,
    options: { ...recorded, ...(quiet !== undefined && { quiet }) },
    roster,
    timing: { startedAt: new Date(began).toISOString(), seconds: (Date.now() - began) / 1000, parts: parts.length },
    terminal,
  });
};

/** Puts the parts of a batch together: exactly what one run would have given. */
export const mergeCommand: Act<MergeOptions> = async (folders, options, terminal) => {
  const { lang } = options;
  if (options.each !== undefined) return misused(NO_REPORTS[lang], terminal);
  if (options.output === STDIN) return misused(NO_FOLDER[lang], terminal);
  const found = findParts(folders);
  const parts = 'kind' in found ? found : (changedPart(found) ?? found);
  if ('kind' in parts) {
    errLine(terminal, faultText(parts)[lang]);
    return EXIT.badInput;
  }
  const recorded = parts[0].state.command.options as unknown as RecordedOptions;
  const settings = await openSettings({ ...recorded, namedRecords: true });
  const roster = settings.ok ? await readRoster(options.roster ?? recorded.roster, settings.value) : settings;
  if (!settings.ok || !roster.ok) return refuse(roster.ok ? [] : roster.problems, lang, terminal);
  const merge = { settings: settings.value, recorded, roster: roster.value, options, terminal };
  const isCompared = (await passesOf(settings.value)) > 0;
  return sayingFaults(options, terminal, () =>
    isCompared ? mergeCompared(parts, merge) : alone(options, terminal, () => mergeAlone(parts, merge)),
  );
};
