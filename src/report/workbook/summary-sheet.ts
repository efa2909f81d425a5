import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { BookWriter } from '../../sheets/write/book.ts';
import { makeGrid } from '../../sheets/write/grid.ts';
import { centersTable } from '../../tell/audit/centers.ts';
import { type ChapterName, tellAudit } from '../../tell/audit/document.ts';
import { subjectOf } from '../../tell/audit/subject.ts';
import { type Document, isDrawing, plainOf, type Table } from '../../tell/block.ts';
import { aside } from '../../tell/problems.ts';
import { calledAll, pick } from '../../words/reader.ts';
import { SHEETS } from '../../words/sheets.ts';
import type { ReportOptions } from '../index.ts';
import { PAGE_WIDTHS, putChapter, putDocument } from './blocks.ts';
import { LOOKS, OUTCOME_LOOKS } from './style.ts';

/** What fits on a page that is handed over and signed. */
const CHAPTERS: readonly ChapterName[] = ['failed', 'readings', 'stages', 'plan', 'signatures'];

/** Where only a part is told, its rows stand here: a sheet that adds up would not. */
const OF_PART: readonly ChapterName[] = ['failed', 'undecided', 'scorecard', 'signatures'];

const BASIS: readonly ChapterName[] = ['warnings', 'basis'];

/** What sheets tell in words: a single centre on a page, and of each what was held against what. */
export interface Told {
  readonly only: Document | undefined;
  readonly bases: readonly Document[];
}

export const tellSheets = async (audits: readonly Audit[], options: ReportOptions): Promise<Told> => {
  const [only, ...more] = audits.map(audit => subjectOf(audit, options));
  const isOne = only !== undefined && more.length === 0;
  return {
    only: isOne ? await tellAudit(only, 'summary', options.part === undefined ? CHAPTERS : OF_PART) : undefined,
    bases: await Promise.all(audits.map(audit => tellAudit(subjectOf(audit, options), 'particulars', BASIS))),
  };
};

const putOne = (book: BookWriter, told: Document, lang: Lang): void => {
  const sheet = makeGrid();
  putDocument(sheet, 1, told);
  sheet.write(book, { name: SHEETS.summary[lang], widths: PAGE_WIDTHS, orientation: 'portrait' });
};

const HEAD_ROW = 2;

/** A table of its own, a column of the sheet for each of its own: to filter and sort. */
const putTable = (book: BookWriter, title: string, { columns, rows }: Table, name: string): void => {
  const sheet = makeGrid();
  sheet.across(1, 1, columns.length, title, LOOKS.title);
  sheet.height(1, 34);
  columns.forEach((column, index) => {
    sheet.put(HEAD_ROW, index + 1, column.title, LOOKS.head);
  });
  rows.forEach(({ cells }, at) => {
    const row = HEAD_ROW + 1 + at;
    const fitted = cells.map((cell, index) => {
      const isMarked = typeof cell === 'object' && 'outcome' in cell;
      const text = isMarked
        ? cell.text
        : isDrawing(cell) || (typeof cell === 'object' && 'places' in cell)
          ? ''
          : plainOf(cell);
      const isFigure = columns[index]?.kind === 'figure';
      const value = isFigure && text !== '—' ? Number(text) : text;
      sheet.put(row, index + 1, value, isMarked ? OUTCOME_LOOKS[cell.outcome] : isFigure ? LOOKS.number : LOOKS.text);
      return [text, columns[index]?.width ?? 10] as const;
    });
    sheet.fit(row, fitted);
  });
  sheet.filter(HEAD_ROW, HEAD_ROW + rows.length, columns.length);
  sheet.write(book, {
    name,
    widths: columns.map(({ width }) => width),
    orientation: 'landscape',
    frozen: { rows: HEAD_ROW, columns: 1 },
    titles: { rows: [HEAD_ROW, HEAD_ROW] },
  });
};

/** One centre on a page, the verdict first; several a line each. */
export const addSummary = (book: BookWriter, audits: readonly Audit[], { only }: Told, lang: Lang): void => {
  if (only !== undefined) putOne(book, only, lang);
  if (only !== undefined || audits.length === 0) return;
  const voice = { lang, of: calledAll(audits.map(({ pack }) => pack.vocabulary)) };
  const entries = audits.map(audit => ({ audit }));
  const title = pick(voice, '便民服务中心对标审核汇总', 'Centres held against their standard');
  putTable(book, title, centersTable(entries, lang), SHEETS.summary[lang]);
};

/** Files that could not be audited and what is to be said of the run, where there is either. */
export const addRejected = (book: BookWriter, options: ReportOptions): void => {
  const chapters = aside(options);
  if (chapters.length === 0) return;
  const sheet = makeGrid();
  chapters.reduce((row, chapter) => putChapter(sheet, row, chapter, { lang: options.lang }) + 1, 1);
  sheet.write(book, { name: SHEETS.rejected[options.lang], widths: PAGE_WIDTHS, orientation: 'portrait' });
};

/** What was held against what, to the byte, and what is to be said of either. */
export const addBasis = (book: BookWriter, { bases }: Told, lang: Lang): void => {
  const sheet = makeGrid();
  bases.reduce((row, { kind: _, ...told }) => putDocument(sheet, row, told) + 1, 1);
  sheet.write(book, { name: SHEETS.basis[lang], widths: PAGE_WIDTHS, orientation: 'portrait' });
};
