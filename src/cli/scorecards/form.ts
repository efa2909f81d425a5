import { basename, dirname, join } from 'node:path';
import { sheetOfCard } from '../../authoring/scorecard/sheet/card.ts';
import { type PlainMap, yamlOf } from '../../authoring/scorecard/sheet/plain.ts';
import { writeWhole } from '../../batch/files/whole.ts';
import { blankCard } from '../../forms/scorecard/blank.ts';
import { cardBytes } from '../../forms/scorecard/book.ts';
import { toPlain } from '../../model/base/source.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Act } from '../cli.ts';
import { EXIT } from '../exit-code.ts';
import { isHeldBack } from '../outputs/filled.ts';
import { writeReportFile } from '../outputs/report-file.ts';
import { refuse } from '../problems.ts';
import { outLine } from '../terminal.ts';
import { openCard } from './open.ts';

export interface FormOptions {
  readonly lang: Lang;
  readonly output: string;
  readonly from?: string;
}

/** What the sheet cannot say goes by the sheet's name. */
const restName = (file: string): string => `${basename(file).replace(/\.xlsx$/iu, '')}.补充.yaml`;

export const formCommand: Act<FormOptions, []> = async ({ lang, output, from }, terminal) => {
  if (from === undefined) {
    writeWhole(output, blankCard());
    outLine(terminal, output);
    return EXIT.passed;
  }
  const card = await openCard(from);
  if (!card.ok) return refuse(card.problems, lang, terminal);
  const { root, vocabulary } = card.value;
  const { book, rest } = sheetOfCard(toPlain(root) as PlainMap, vocabulary, restName(output));
  const beside = join(dirname(output), restName(output));
  if (rest !== undefined && (await isHeldBack(beside, false, lang, terminal))) return EXIT.usage;
  writeWhole(output, cardBytes(book));
  outLine(terminal, output);
  if (rest === undefined) return EXIT.passed;
  writeReportFile(beside, 'yaml', yamlOf(rest));
  outLine(terminal, beside);
  return EXIT.passed;
};
