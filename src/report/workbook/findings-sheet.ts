import { placeInFile } from '../../model/base/location.ts';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import { columnName, onSheet } from '../../sheets/address.ts';
import type { BookWriter } from '../../sheets/write/book.ts';
import { type Grid, makeGrid } from '../../sheets/write/grid.ts';
import { detailText, foundText, tellFinding } from '../../tell/audit/finding.ts';
import { subjectOf } from '../../tell/audit/subject.ts';
import type { FindingWords } from '../../tell/block.ts';
import { centerName, LABELS, OUTCOME_NAMES } from '../../words/names.ts';
import { called, calledAll } from '../../words/reader.ts';
import { SHEETS } from '../../words/sheets.ts';
import type { ReportOptions } from '../index.ts';
import { linkTo } from './blocks.ts';
import { LOOKS, type LookName, OUTCOME_LOOKS } from './style.ts';

/** A finding as one of those reported. */
interface Line {
  readonly scored: ScoredFinding;
  readonly words: FindingWords;
  readonly center: string;
  /** The centre's number among those reported. */
  readonly number: number;
}

interface Column {
  readonly key: 'number' | 'center' | 'section' | 'outcome' | 'place' | 'low' | 'high' | 'max' | 'other';
  readonly head: Bilingual;
  readonly width: number;
  readonly look: LookName;
  readonly value: (line: Line, lang: Lang) => string | number;
}

const column = (
  head: Bilingual,
  width: number,
  value: Column['value'],
  { key = 'other', look = 'text' }: Partial<Pick<Column, 'key' | 'look'>> = {},
): Column => ({ key, head, width, look, value });

const points = (key: 'low' | 'high' | 'max'): Column =>
  column(LABELS[key], 6, ({ scored }) => Number(scored.points[key]), { key, look: 'number' });

const COLUMNS: readonly Column[] = [
  column(LABELS.number, 6, ({ number }) => number, { key: 'number', look: 'centre' }),
  column(LABELS.center, 20, ({ center }) => center, { key: 'center' }),
  column(LABELS.section, 12, ({ words }) => words.section.title, { key: 'section' }),
  column(LABELS.clause, 8, ({ words }) => words.clause, { look: 'centre' }),
  column(LABELS.binds, 7, ({ words }) => words.binds, { look: 'centre' }),
  column(LABELS.title, 18, ({ words }) => words.title),
  column(LABELS.outcome, 7, ({ words }, lang) => OUTCOME_NAMES[words.outcome][lang], {
    key: 'outcome',
    look: 'centre',
  }),
  column(LABELS.asked, 24, ({ words }) => detailText(words, 'asked')),
  column(LABELS.found, 24, ({ words }, lang) => foundText(words, lang)),
  column(LABELS.gap, 16, ({ words }) => detailText(words, 'gap')),
  column({ zh: '怎样做', en: 'To do' }, 28, ({ words }) => toDo(words)),
  column(LABELS.reading, 16, ({ words }) => detailText(words, 'reading')),
  column(LABELS.place, 12, ({ words }) => placeInFile(words.place), { key: 'place', look: 'link' }),
  points('low'),
  points('high'),
  points('max'),
];

const toDo = (words: FindingWords): string => {
  if (words.waived) return detailText(words, 'waived');
  if (words.outcome === 'fail') return detailText(words, 'remedy');
  return words.outcome === 'unknown' ? detailText(words, 'verify') : '';
};

/** A report of one centre has no need of these. */
const OF_SEVERAL: readonly Column['key'][] = ['number', 'center'];

/** A scorecard gives points for its rows, and not for these. */
const POINTS: readonly Column['key'][] = ['low', 'high', 'max'];

/** Where the columns that formulas look at ended up, and how far down they go. */
export interface FindingsRange {
  readonly of: (key: Column['key']) => string;
}

const HEAD_ROW = 1;

const putLine = (sheet: Grid, row: number, columns: readonly Column[], line: Line, lang: Lang): void => {
  const { outcome, place } = line.words;
  const texts = columns.map((each, index) => {
    const value = each.value(line, lang);
    const look = each.key === 'outcome' ? OUTCOME_LOOKS[outcome] : LOOKS[each.look];
    sheet.put(row, index + 1, value, look);
    const link = each.key === 'place' ? linkTo(place) : undefined;
    if (link !== undefined) sheet.link(row, index + 1, link);
    return [String(value), each.width] as const;
  });
  sheet.fit(row, texts);
};

/** Every finding on a line, to filter and print; the points, where findings have any, are numbers. */
export const addFindings = (book: BookWriter, audits: readonly Audit[], options: ReportOptions): FindingsRange => {
  const { lang } = options;
  const left = [
    ...(audits.length > 1 ? [] : OF_SEVERAL),
    ...(audits.every(({ scorecard }) => scorecard) ? POINTS : []),
  ];
  const columns = COLUMNS.filter(({ key }) => !left.includes(key));
  const name = SHEETS.findings[lang];
  const of = calledAll(audits.map(({ pack }) => pack.vocabulary));
  const sheet = makeGrid();
  columns.forEach((column, index) => {
    sheet.put(HEAD_ROW, index + 1, called(of, column.head)[lang], LOOKS.head);
  });
  sheet.height(HEAD_ROW, 22);
  const lines = audits.flatMap((audit, index) => {
    const subject = subjectOf(audit, options);
    const common = { center: centerName(audit), number: index + 1 };
    return subject.findings.map((scored): Line => ({ ...common, scored, words: tellFinding(scored, subject) }));
  });
  lines.forEach((line, index) => {
    putLine(sheet, HEAD_ROW + 1 + index, columns, line, lang);
  });
  const last = HEAD_ROW + lines.length;
  sheet.filter(HEAD_ROW, last, columns.length);
  sheet.write(book, {
    name,
    widths: columns.map(({ width }) => width),
    orientation: 'landscape',
    frozen: { rows: HEAD_ROW, columns: 0 },
    titles: { rows: [HEAD_ROW, HEAD_ROW] },
  });
  return {
    of: key => {
      const letter = columnName(columns.findIndex(column => column.key === key) + 1);
      return onSheet(name, `$${letter}$${HEAD_ROW + 1}:$${letter}$${Math.max(last, HEAD_ROW + 1)}`);
    },
  };
};
