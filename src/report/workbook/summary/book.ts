import type { Lang } from '../../../model/base/text.ts';
import type { Tool } from '../../../model/base/tool.ts';
import type { Gate } from '../../../model/finding/gate.ts';
import type { Summary } from '../../../model/result/summary.ts';
import { openBook } from '../../../sheets/write/book.ts';
import type { Write } from '../../../sheets/write/zip.ts';
import type { Rejected } from '../../html/summary/rejected.ts';
import { FOOTER } from '../style.ts';
import { addAbsent } from './absent.ts';
import { addCover } from './cover.ts';
import { addMatrix } from './matrix.ts';
import { addGaps, addMissing } from './missing.ts';
import { addNear } from './near.ts';
import { type CentersOf, partsOf } from './part.ts';
import { addRanking } from './ranking.ts';
import { addRules } from './rules.ts';
import { addSections } from './sections.ts';

export interface SummaryBookOptions {
  readonly lang: Lang;
  readonly tool: Tool;
  readonly gate: Gate;
  readonly rejected?: Rejected;
  readonly centersOf?: CentersOf;
  /** Takes the workbook piece by piece. */
  readonly write: Write;
}

/** A batch as a workbook, from the first sheet to the last. */
export const writeSummaryBook = (summary: Summary, options: SummaryBookOptions): void => {
  const { lang, tool, rejected, write } = options;
  const parts = partsOf(summary, lang, options.centersOf);
  const book = openBook(write, { creator: tool.name, footer: FOOTER[lang] });
  addCover(book, summary, parts, options, lang);
  for (const part of parts) {
    addRanking(book, part);
    addMatrix(book, part);
  }
  addRules(book, parts, lang);
  for (const part of parts) addSections(book, part);
  addNear(book, parts, lang);
  addMissing(book, parts, lang);
  addGaps(book, parts, lang);
  addAbsent(book, summary, rejected, lang);
  book.end();
};
