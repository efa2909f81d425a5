import { lintScorecard } from '../../authoring/scorecard/lint.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Act } from '../cli.ts';
import { EXIT } from '../exit-code.ts';
import { printProblems, refuse } from '../problems.ts';
import { openCard, sayPassed, sayReach } from './open.ts';

/** What readers of a scorecard would ask about, and what it can come to at all. */
export const lintCommand: Act<{ readonly lang: Lang }, [string]> = async (file, { lang }, terminal) => {
  const card = await openCard(file);
  if (!card.ok) return refuse(card.problems, lang, terminal);
  const { root, vocabulary } = card.value;
  const doubts = lintScorecard(root, vocabulary);
  printProblems(doubts, lang, terminal);
  sayPassed(card.value, file, lang, terminal);
  sayReach(card.value, lang, terminal);
  return doubts.length > 0 ? EXIT.failed : EXIT.passed;
};
