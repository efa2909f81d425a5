import { bookMark } from '../model/base/own-book.ts';
import type { Audit } from '../model/finding/audit.ts';
import { bookBytes } from '../sheets/write/book.ts';
import type { Report } from './index.ts';
import { addAsk } from './workbook/ask-sheet.ts';
import { addFindings } from './workbook/findings-sheet.ts';
import { addPoints } from './workbook/points-sheet.ts';
import { addScorecard } from './workbook/scorecard-sheet.ts';
import { FOOTER } from './workbook/style.ts';
import { addBasis, addRejected, addSummary, tellSheets } from './workbook/summary-sheet.ts';

/** Summary, findings, points that add up by formula, a scorecard with its ledger, what is still to be asked, and what it rests on. */
const xlsx: Report = async function* (audits, options) {
  const { lang, tool } = options;
  const held: Audit[] = [];
  for await (const audit of audits) held.push(audit);
  const told = await tellSheets(held, options);
  yield bookBytes(
    { creator: tool.name, subject: bookMark('report'), footer: FOOTER[lang], recalculated: true },
    book => {
      addSummary(book, held, told, lang);
      addRejected(book, options);
      if (held.length === 0) return;
      const ruled = held.filter(({ pack }) => pack.rules.length > 0);
      const ranges = ruled.length > 0 ? addFindings(book, ruled, options) : undefined;
      if (options.part === undefined) {
        const scores = addScorecard(book, held, lang);
        if (ranges !== undefined) addPoints(book, ruled, { ranges, scores }, lang);
      }
      const [only, ...more] = held;
      if (only !== undefined && more.length === 0) addAsk(book, only, lang);
      addBasis(book, told, lang);
    },
  );
};

export default xlsx;
