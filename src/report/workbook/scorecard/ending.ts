import { decimalOf, exact, sumExact } from '../../../model/base/exact.ts';
import { both } from '../../../model/base/text.ts';
import type { Audit } from '../../../model/finding/audit.ts';
import { countedRows } from '../../../model/scoring/counted-rows.ts';
import type { ItemResult } from '../../../model/scoring/points.ts';
import { sumOf } from '../../../sheets/formula.ts';
import { hasScorecard, scorecardRemarks } from '../../../tell/scorecard.ts';
import { label } from '../../../words/labels.ts';
import { gradeText } from '../../../words/scoring/score.ts';
import { stageLines } from '../../../words/scoring/stages.ts';
import { LOOKS } from '../style.ts';
import { LAST, type Ledger, makeLine, SIDES, sided, span, WIDTHS } from './cells.ts';

const WIDE = WIDTHS.slice(1).reduce((sum, width) => sum + width, 0);

const putSaid = ({ sheet }: Ledger, row: number, name: string, text: string): number => {
  sheet.put(row, 1, name, LOOKS.label);
  sheet.across(row, 2, LAST, text, LOOKS.text);
  sheet.fit(row, [
    [text, WIDE],
    [name, WIDTHS[0] ?? 8],
  ]);
  return row + 1;
};

const sum = (rows: readonly ItemResult[], side: 'low' | 'high'): string =>
  decimalOf(sumExact(rows.map(row => exact(row[side].points))));

/** What each bureau gives, added up by its name. */
export const putBureaus = (ledger: Ledger, first: number, from: number, to: number): number => {
  const { audit, lang } = ledger;
  const result = audit.scorecard?.result;
  if (result === undefined || result.bureaus.length === 0) return first;
  const rows = countedRows(result);
  result.bureaus.forEach(({ bureau }, index) => {
    const line = makeLine(ledger, first + index, 'text');
    line.text('title', both(`${bureau}评分合计`, `Given by ${bureau}`)[lang]);
    line.text('bureau', bureau);
    const own = rows.filter(item => item.bureau === bureau);
    for (const side of SIDES) {
      const name = sided('points', side);
      const formula = sumOf(span(name, from, to), [span('bureau', from, to), line.at('bureau')]);
      line.amount(name, { formula, amount: sum(own, side) }, 'number');
    }
  });
  return first + result.bureaus.length;
};

const lines = (audit: Audit, lang: Ledger['lang']): readonly (readonly [string, string])[] => {
  const again = both(
    '（改数后请重新审核，等次还要看下列条件）',
    ' (audit again after changes: grades also ask what follows)',
  )[lang];
  const remarks = hasScorecard(audit) ? scorecardRemarks(audit, lang) : [];
  return [
    ...(audit.scheme.grades.length === 0 ? [] : [[label('grade', lang), gradeText(audit, lang) + again] as const]),
    ...remarks.map(({ name, text }) => [name, text] as const),
    ...stageLines(audit, lang),
  ];
};

/** What no formula gives: the grade and what it asks, charges to others, and what inspectors changed. */
export const putEnding = (ledger: Ledger, first: number): number =>
  lines(ledger.audit, ledger.lang).reduce((row, [name, text]) => putSaid(ledger, row, name, text), first);
