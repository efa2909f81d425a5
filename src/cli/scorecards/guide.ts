import { reachOf } from '../../authoring/scorecard/reach.ts';
import type { Lang } from '../../model/base/text.ts';
import { DOCUMENTS } from '../../report/told/index.ts';
import { rowNamed, tellCard, tellRow } from '../../tell/card-guide.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { printProblems } from '../problems.ts';
import { readRequests, show } from '../show.ts';
import { errLine, type Terminal } from '../terminal.ts';
import { openCard } from './open.ts';

export interface GuideOptions {
  readonly lang: Lang;
  readonly output?: string;
}

/** Each row in the bureau's words, and beside them how the tool reckons it; all of them, or the one named. */
export const guideCommand = async (
  file: string,
  row: string | undefined,
  { lang, output = 'terminal' }: GuideOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const requests = readRequests([output], DOCUMENTS, lang, terminal);
  if (requests === undefined) return EXIT.usage;
  const card = await openCard(file);
  if (!card.ok) {
    printProblems(card.problems, lang, terminal);
    return EXIT.badInput;
  }
  const { scheme, vocabulary } = card.value;
  const item = row === undefined ? undefined : rowNamed(scheme.scorecard, row);
  if (row !== undefined && item === undefined) {
    errLine(terminal, `${lang === 'zh' ? '没有这一项：' : 'no such row: '}${row}`);
    return EXIT.usage;
  }
  const document = () =>
    item === undefined
      ? tellCard(scheme, vocabulary, reachOf(scheme.scorecard), lang)
      : tellRow(item, vocabulary, lang);
  await show({ lang, document }, requests, terminal);
  return EXIT.passed;
};
