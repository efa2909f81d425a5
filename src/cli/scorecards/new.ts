import { join } from 'node:path';
import { lintScorecard } from '../../authoring/scorecard/lint.ts';
import { type Plain, yamlOf } from '../../authoring/scorecard/sheet/plain.ts';
import { toPlain } from '../../model/base/source.ts';
import type { Lang } from '../../model/base/text.ts';
import { cardMadeText } from '../../words/scoring/card-made.ts';
import type { Act } from '../cli.ts';
import { EXIT } from '../exit-code.ts';
import { isHeldBack } from '../outputs/filled.ts';
import { writeReportFile } from '../outputs/report-file.ts';
import { printProblems, refuse } from '../problems.ts';
import { outLine } from '../terminal.ts';
import { openCard, sayPassed } from './open.ts';

export interface NewOptions {
  readonly lang: Lang;
  readonly output?: string;
}

/** Reads a scorecard in Excel, says what was understood, and writes it as YAML where it is asked for. */
export const newCommand: Act<NewOptions, [string]> = async (file, options, terminal) => {
  const { lang, output } = options;
  const card = await openCard(file);
  if (!card.ok) return refuse(card.problems, lang, terminal);
  const { root, scheme, vocabulary } = card.value;
  printProblems([...card.warnings, ...lintScorecard(root, vocabulary)], lang, terminal);
  terminal.out(cardMadeText(scheme, lang));
  sayPassed(card.value, file, lang, terminal);
  if (output === undefined) return EXIT.passed;
  const path = join(output, `${scheme.id}.yaml`);
  if (await isHeldBack(path, true, lang, terminal)) return EXIT.usage;
  writeReportFile(path, 'yaml', yamlOf(toPlain(root) as Plain));
  outLine(terminal, path);
  return EXIT.passed;
};
