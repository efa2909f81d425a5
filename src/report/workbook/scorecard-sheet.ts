import type { Workbook } from 'exceljs';
import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { countedRows } from '../../model/scoring/counted-rows.ts';
import type { TableAccount } from '../../model/scoring/points.ts';
import { formOf } from '../../model/scoring/sections-of-rows.ts';
import { centerName } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { schemeText } from '../../words/scoring/score.ts';
import { quoted, SHEETS } from './names.ts';
import {
  COLUMNS,
  type ColumnName,
  type Ends,
  LAST,
  type Ledger,
  ref,
  type Side,
  sided,
  WIDTHS,
} from './scorecard/cells.ts';
import { putBureaus, putEnding } from './scorecard/ending.ts';
import { type PlacedSection, putSection } from './scorecard/sections.ts';
import { putTotals } from './scorecard/totals.ts';
import { fitRow, put, putAcross, setPage, setWidths } from './style.ts';

/** The cells of the score, by the centre's number among those reported. */
export type ScoreCells = ReadonlyMap<Audit, Ends<string>>;

const HOW = {
  zh: '改黄格里的数量、分值，或改上下限，本行、本项、小计和总分随之变。得分按未定事项最差计，可达按最好计。',
  en: 'Change a yellow cell, a floor or a cap, and rows, subtotals and the score follow. Low takes what is open at its worst, high at its best.',
} as const;

const putHead = ({ sheet, lang }: Ledger, row: number): void => {
  for (const name of Object.keys(COLUMNS) as ColumnName[])
    put(sheet.getCell(ref(name, row)), COLUMNS[name].head[lang], 'head');
  sheet.getRow(row).height = 46;
};

/** The table for one class of place, from its head to the score: where it begins and where the score stands. */
const putTable = (ledger: Ledger, first: number, accounts: Ends<TableAccount>): { first: number; total: number } => {
  putHead(ledger, first);
  const placed: PlacedSection[] = [];
  let row = first + 1;
  for (const section of formOf(ledger.table, accounts.low).sections) {
    const own = (side: Side) => accounts[side].sections.find(account => account.section === section.id);
    const next = putSection(ledger, row, section, { low: own('low'), high: own('high') });
    placed.push(next);
    row = next.subtotal + 1;
  }
  return { first: first + 1, total: putTotals(ledger, row, placed, accounts) };
};

const putTitle = ({ sheet, audit, lang }: Ledger, row: number): number => {
  const title = `${centerName(audit)}　${schemeText(audit.scheme, lang)}`;
  putAcross(sheet, row, 1, LAST, title, 'heading');
  fitRow(sheet, row, [[title, 120]], 24);
  putAcross(sheet, row + 1, 1, LAST, HOW[lang], 'note');
  return row + 2;
};

/** Where it is not known of which class a centre is, the least and the most come from different forms of the table. */
const putForms = (
  ledger: Ledger,
  first: number,
  { low, high }: Ends<TableAccount>,
): { next: number; cells: Ends<string> } => {
  if (low.class?.id === high.class?.id) {
    const { first: from, total } = putTable(ledger, first, { low, high });
    const next = putBureaus(ledger, total + 1, from, total);
    return { next, cells: { low: ref(sided('points', 'low'), total), high: ref(sided('points', 'high'), total) } };
  }
  const { sheet, lang } = ledger;
  const classText = ({ class: own }: TableAccount): string => own?.label[lang] ?? '';
  putAcross(
    sheet,
    first,
    1,
    LAST,
    pick({ lang }, `按“${classText(low)}”最低得分`, `At least, as ${classText(low)}`),
    'heading',
  );
  const worst = putTable(ledger, first + 1, { low, high: low });
  putAcross(
    sheet,
    worst.total + 2,
    1,
    LAST,
    pick({ lang }, `按“${classText(high)}”最高可达`, `At best, as ${classText(high)}`),
    'heading',
  );
  const best = putTable(ledger, worst.total + 3, { low: high, high });
  return {
    next: best.total + 1,
    cells: { low: ref(sided('points', 'low'), worst.total), high: ref(sided('points', 'high'), best.total) },
  };
};

const isOpen = ({ table }: Audit): boolean =>
  table !== undefined &&
  countedRows(table.result).some(({ low, high }) => JSON.stringify(low) !== JSON.stringify(high));

/** Where the head of the only table stands; none is repeated where several follow one another. */
const HEAD_ROW = 3;

const hasOneHead = (audits: readonly Audit[]): boolean => {
  const [only, ...more] = audits.map(({ table }) => table?.result);
  return only !== undefined && more.length === 0 && only.low.class?.id === only.high.class?.id;
};

/** Scoring tables filled in, every sum a formula over the counts and prices that it comes from. */
export const addTable = (workbook: Workbook, audits: readonly Audit[], lang: Lang): ScoreCells => {
  const name = SHEETS.table[lang];
  const cells = new Map<Audit, Ends<string>>();
  const filled = audits.filter(({ table }) => table !== undefined);
  if (filled.length === 0) return cells;
  const sheet = workbook.addWorksheet(name);
  setWidths(sheet, WIDTHS);
  let row = 1;
  for (const audit of filled) {
    if (audit.table === undefined) continue;
    const ledger: Ledger = { sheet, audit, table: audit.table.asked, lang };
    const placed = putForms(ledger, putTitle(ledger, row), audit.table.result);
    const at = (cell: string): string => `${quoted(name)}!${cell}`;
    cells.set(audit, { low: at(placed.cells.low), high: at(placed.cells.high) });
    row = putEnding(ledger, placed.next) + 2;
  }
  const hidden: readonly ColumnName[] = filled.some(isOpen) ? [] : ['countHigh', 'amountHigh', 'pointsHigh'];
  for (const column of hidden) sheet.getColumn(COLUMNS[column].letter).hidden = true;
  if (!filled.some(({ table }) => (table?.result.bureaus.length ?? 0) > 0))
    sheet.getColumn(COLUMNS.bureau.letter).hidden = true;
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: hasOneHead(filled) ? HEAD_ROW : 0 }];
  setPage(sheet, 'landscape', hasOneHead(filled) ? HEAD_ROW : undefined);
  return cells;
};
