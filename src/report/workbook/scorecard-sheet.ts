import { sumOfDecimals } from '../../model/base/exact.ts';
import { both, type Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { countedRows } from '../../model/scoring/counted-rows.ts';
import type { ScorecardAccount } from '../../model/scoring/points.ts';
import { formOf } from '../../model/scoring/rows.ts';
import { onSheet } from '../../sheets/address.ts';
import { sumOf } from '../../sheets/formula.ts';
import type { BookWriter } from '../../sheets/write/book.ts';
import { makeGrid } from '../../sheets/write/grid.ts';
import { hasScorecard, scorecardRemarks } from '../../tell/scorecard.ts';
import { centerName, label } from '../../words/names.ts';
import { gradeText } from '../../words/scoring/score.ts';
import { stageLines } from '../../words/scoring/stages.ts';
import { SHEETS } from '../../words/sheets.ts';
import {
  COLUMNS,
  type ColumnName,
  type Ends,
  ends,
  LAST,
  type Ledger,
  makeLine,
  numberOf,
  ref,
  SIDES,
  sided,
  span,
  WIDTHS,
} from './scorecard/cells.ts';
import { putItem } from './scorecard/rows.ts';
import { type PlacedSection, putSection, putTotals } from './scorecard/sums.ts';
import { LOOKS } from './style.ts';

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

/** What each bureau gives, added up by its name. */
const putBureaus = (ledger: Ledger, first: number, from: number, to: number): number => {
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
      line.amount(name, { formula, amount: sumOfDecimals(own.map(row => row[side].points)) }, 'number');
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
const putEnding = (ledger: Ledger, first: number): number =>
  lines(ledger.audit, ledger.lang).reduce((row, [name, text]) => putSaid(ledger, row, name, text), first);

/** The cells of the score, by the centre's number among those reported. */
export type ScoreCells = ReadonlyMap<Audit, Ends<string>>;

const HOW = {
  zh: '改黄格里的数量、分值，或改上下限，本行、本项、小计和总分随之变。得分按未定事项最差计，可达按最好计。',
  en: 'Change a yellow cell, a floor or a cap, and rows, subtotals and the score follow. Low takes what is open at its worst, high at its best.',
} as const;

const putHead = ({ sheet, lang }: Ledger, row: number): void => {
  for (const name of Object.keys(COLUMNS) as ColumnName[])
    sheet.put(row, numberOf(name), COLUMNS[name].head[lang], LOOKS.head);
  sheet.height(row, 46);
};

/** The scorecard for one class of place, from its head to the score: where it begins and where the score stands. */
const putScorecard = (
  ledger: Ledger,
  first: number,
  accounts: Ends<ScorecardAccount>,
): { first: number; total: number } => {
  putHead(ledger, first);
  const placed: PlacedSection[] = [];
  let row = first + 1;
  for (const section of formOf(ledger.scorecard, accounts.low).sections) {
    const own = ends(side => accounts[side].sections.find(account => account.section === section.id));
    const next = putSection(ledger, row, section, own);
    placed.push(next);
    row = next.subtotal + 1;
  }
  return { first: first + 1, total: putTotals(ledger, row, placed, accounts) };
};

const putTitle = ({ sheet, audit, lang }: Ledger, row: number): number => {
  const title = `${centerName(audit)}　${audit.scheme.title[lang]}`;
  sheet.across(row, 1, LAST, title, LOOKS.heading);
  sheet.fit(row, [[title, 120]], 24);
  sheet.across(row + 1, 1, LAST, HOW[lang], LOOKS.note);
  return row + 2;
};

/** Where it is not known of which class a centre is, the least and the most come from different forms of the scorecard. */
const putForms = (
  ledger: Ledger,
  first: number,
  { low, high }: Ends<ScorecardAccount>,
): { next: number; cells: Ends<string> } => {
  if (low.class?.id === high.class?.id) {
    const { first: from, total } = putScorecard(ledger, first, { low, high });
    const next = putBureaus(ledger, total + 1, from, total);
    return { next, cells: ends(side => ref(sided('points', side), total)) };
  }
  const { sheet, lang } = ledger;
  const classText = ({ class: own }: ScorecardAccount): string => own?.label[lang] ?? '';
  const heading = (row: number, zh: string, en: string): void =>
    sheet.across(row, 1, LAST, both(zh, en)[lang], LOOKS.heading);
  heading(first, `按“${classText(low)}”最低得分`, `At least, as ${classText(low)}`);
  const worst = putScorecard(ledger, first + 1, { low, high: low });
  heading(worst.total + 2, `按“${classText(high)}”最高可达`, `At best, as ${classText(high)}`);
  const best = putScorecard(ledger, worst.total + 3, { low: high, high });
  return {
    next: best.total + 1,
    cells: { low: ref(sided('points', 'low'), worst.total), high: ref(sided('points', 'high'), best.total) },
  };
};

const isOpen = ({ scorecard }: Audit): boolean =>
  scorecard !== undefined &&
  countedRows(scorecard.result).some(({ low, high }) => JSON.stringify(low) !== JSON.stringify(high));

/** Where the head of the only scorecard stands; none is repeated where several follow one another. */
const HEAD_ROW = 3;

const hasOneHead = (audits: readonly Audit[]): boolean => {
  const [only, ...more] = audits.map(({ scorecard }) => scorecard?.result);
  return only !== undefined && more.length === 0 && only.low.class?.id === only.high.class?.id;
};

/** Scorecards filled in, every sum a formula over the counts and prices that it comes from. */
export const addScorecard = (book: BookWriter, audits: readonly Audit[], lang: Lang): ScoreCells => {
  const name = SHEETS.table[lang];
  const cells = new Map<Audit, Ends<string>>();
  const filled = audits.filter(({ scorecard }) => scorecard !== undefined);
  if (filled.length === 0) return cells;
  const sheet = makeGrid();
  let row = 1;
  for (const audit of filled) {
    if (audit.scorecard === undefined) continue;
    const ledger: Ledger = { sheet, audit, scorecard: audit.scorecard.asked, lang, putItem };
    const placed = putForms(ledger, putTitle(ledger, row), audit.scorecard.result);
    const sums = ends(side => onSheet(name, placed.cells[side]));
    cells.set(audit, sums);
    row = putEnding(ledger, placed.next) + 2;
  }
  const hidden: readonly ColumnName[] = [
    ...(filled.some(isOpen) ? [] : (['countHigh', 'amountHigh', 'pointsHigh'] as const)),
    ...(filled.some(({ scorecard }) => scorecard?.result.bureaus.length) ? [] : (['bureau'] as const)),
  ];
  const headRow = hasOneHead(filled) ? HEAD_ROW : 0;
  sheet.write(book, {
    name,
    widths: WIDTHS,
    hidden: hidden.map(numberOf),
    frozen: { rows: headRow, columns: 2 },
    orientation: 'landscape',
    ...(headRow > 0 && { titles: { rows: [headRow, headRow] } }),
  });
  return cells;
};
