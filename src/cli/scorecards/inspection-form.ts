import { writeWhole } from '../../batch/files/whole.ts';
import { loadRoster } from '../../batch/summary/roster.ts';
import { inspectionBytes } from '../../forms/scorecard/inspection.ts';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import type { Level } from '../../model/profile/profile.ts';
import { bureausOf } from '../../model/scoring/bureaus.ts';
import { ownScheme, type Pack } from '../../model/standard/pack.ts';
import type { Act } from '../cli.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { misused, refuse } from '../problems.ts';
import { errLine } from '../terminal.ts';

export interface InspectionFormOptions {
  readonly lang: Lang;
  readonly output?: string;
  readonly by?: string;
  readonly roster?: string;
}

const WORDS = {
  noCard: {
    zh: '这个标准没有由检查人填写的评分项',
    en: 'this standard has no scorecard of which inspectors fill anything in',
  },
  noBureau: { zh: '没有由这个部门填写的评分项；有：', en: 'nothing is filled in by this bureau; there are: ' },
  noBureaus: {
    zh: '评分表没有写明哪一项由哪个部门填写，不能用 --by',
    en: 'the scorecard says of no item which bureau fills it in; leave --by out',
  },
  output: { zh: '请用 -o 写明 .xlsx 文件', en: 'name an .xlsx file with -o' },
  written: { zh: '已生成：', en: 'written: ' },
} as const;

/** Blank sheets for inspectors, by bureau. */
export const inspectionForm: Act<InspectionFormOptions, [Pack, Level]> = async (pack, level, options, terminal) => {
  const { lang, output, by, roster } = options;
  const complain = (words: Bilingual, more = ''): ExitCode => misused(words[lang] + more, terminal);
  const scheme = ownScheme(pack, level);
  if (scheme?.scorecard === undefined || scheme.scorecard.entries.length === 0) return complain(WORDS.noCard);
  if (!output?.toLowerCase().endsWith('.xlsx')) return complain(WORDS.output);
  const bureaus = bureausOf(scheme.scorecard);
  if (by !== undefined && !bureaus.includes(by))
    return bureaus.length === 0 ? complain(WORDS.noBureaus) : complain(WORDS.noBureau, bureaus.join('、'));
  const listed = roster === undefined ? undefined : await loadRoster(roster, pack.vocabulary);
  if (listed?.ok === false) return refuse(listed.problems, lang, terminal);
  const centers = (listed?.value ?? []).map(({ center }) => center.name ?? center.township ?? '');
  const card = { id: scheme.id, title: scheme.title, scorecard: scheme.scorecard };
  writeWhole(output, inspectionBytes({ scheme: card, centers, ...(by !== undefined && { by }) }));
  errLine(terminal, WORDS.written[lang] + output);
  return EXIT.passed;
};
