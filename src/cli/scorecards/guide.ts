import { reachOf } from '../../authoring/scorecard/reach.ts';
import type { Lang } from '../../model/base/text.ts';
import { DOCUMENTS } from '../../report/told/index.ts';
import { rowNamed, tellCard, tellRow } from '../../tell/card-guide.ts';
import type { Act } from '../cli.ts';
import { EXIT } from '../exit-code.ts';
import { misused, refuse } from '../problems.ts';
import { readFormats, show } from '../show.ts';
import { openCard } from './open.ts';

export interface GuideOptions {
  readonly lang: Lang;
  readonly output?: readonly string[];
}

/** Each row in the bureau's words, and beside them how the tool reckons it; all of them, or the one named. */
export const explainCommand: Act<GuideOptions, [string, string | undefined]> = async (
  file,
  row,
  { lang, output = ['terminal'] },
  terminal,
) => {
  const requests = readFormats(output, DOCUMENTS, lang, terminal);
  if (requests === undefined) return EXIT.usage;
  const card = await openCard(file);
  if (!card.ok) return refuse(card.problems, lang, terminal);
  const { scheme, vocabulary, passed } = card.value;
  const item = row === undefined ? undefined : rowNamed(scheme.scorecard, row);
  if (row !== undefined && item === undefined)
    return misused(`${lang === 'zh' ? '没有这一项：' : 'no such row: '}${row}`, terminal);
  const document = () =>
    item === undefined
      ? tellCard(scheme, vocabulary, { reach: reachOf(scheme.scorecard), passed, file }, lang)
      : tellRow(item, vocabulary, lang);
  return show({ lang, document }, requests, terminal);
};

export const guideCommand: Act<GuideOptions, [string]> = (file, options, terminal) =>
  explainCommand(file, undefined, options, terminal);
