import { lintScorecard } from '../../authoring/scorecard/lint.ts';
import { reachOf } from '../../authoring/scorecard/reach.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Act } from '../cli.ts';
import { EXIT } from '../exit-code.ts';
import { printProblems, refuse } from '../problems.ts';
import { outLine } from '../terminal.ts';
import { openCard, sayPassed } from './open.ts';

/** What readers of a scorecard would ask about, and what it can come to at all. */
export const lintCommand: Act<{ readonly lang: Lang }, [string]> = async (file, { lang }, terminal) => {
  const card = await openCard(file);
  if (!card.ok) return refuse(card.problems, lang, terminal);
  const { root, scheme, vocabulary } = card.value;
  const doubts = lintScorecard(root, vocabulary);
  printProblems(doubts, lang, terminal);
  sayPassed(card.value, file, lang, terminal);
  const [low, high] = reachOf(scheme.scorecard);
  const { total } = scheme;
  outLine(
    terminal,
    lang === 'zh' ? `可得 ${low} 至 ${high}，满分 ${total}` : `${low} to ${high} can be reached, of ${total}`,
  );
  return doubts.length > 0 ? EXIT.failed : EXIT.passed;
};
