import { both, type Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { OUTCOMES } from '../../model/finding/finding.ts';
import { cellName, columnName, rangeName } from '../../sheets/address.ts';
import { countOf, type Held, sumOf } from '../../sheets/formula.ts';
import type { BookWriter } from '../../sheets/write/book.ts';
import { type Grid, makeGrid } from '../../sheets/write/grid.ts';
import type { Look } from '../../sheets/write/look.ts';
import { centerName, OUTCOME_NAMES, sectionTitle } from '../../words/names.ts';
import { gradeText } from '../../words/scoring/score.ts';
import { SHEETS } from '../../words/sheets.ts';
import type { FindingsRange } from './findings-sheet.ts';
import type { ScoreCells } from './scorecard-sheet.ts';
import { LOOKS } from './style.ts';

const WIDTHS = [32, 9, 9, 9, 9, 10, 10, 10] as const;
const COLUMNS = WIDTHS.length;
/** Facts named that decide a grade; the sheet of what is to be asked has them all. */
const DECIDING = 5;
const KEYS = ['low', 'high', 'max'] as const;
const SIDES = ['low', 'high'] as const;
/** The first columns of the counts, and of the points. */
const [COUNTS, POINTS] = [2, 6];
const MAX = POINTS + 2;

const headOf = (lang: Lang): readonly string[] => [
  both('章节', 'Section')[lang],
  ...OUTCOMES.map(outcome => OUTCOME_NAMES[outcome][lang]),
  ...both('得分 可达 满分', 'Low High Max')[lang].split(' '),
];

interface Sources {
  readonly ranges: FindingsRange;
  readonly scores: ScoreCells;
}

interface Place extends Sources {
  readonly sheet: Grid;
  readonly audit: Audit;
  /** The cell of the centre's number, where several are reported: two may have the same name. */
  readonly number: string | undefined;
  readonly lang: Lang;
}

/** The points of single findings add up to those of the sections, unless a scorecard gives the points. */
const addsUp = ({ scheme }: Audit): boolean => scheme.scorecard === undefined;

const ownRows = ({ ranges, number }: Place, row: number): readonly Held[] => [
  [ranges.of('section'), `$A${row}`],
  ...(number === undefined ? [] : [[ranges.of('number'), number] as const]),
];

const putSection = (place: Place, row: number, headRow: number, section: Audit['sections'][number]): void => {
  const { sheet, audit, ranges, lang } = place;
  sheet.put(row, 1, sectionTitle(audit.pack, section.section, lang), LOOKS.label);
  OUTCOMES.forEach((outcome, index) => {
    const result = audit.findings.filter(
      ({ finding }) => finding.rule.section === section.section && finding.outcome === outcome,
    ).length;
    const head = `${columnName(COUNTS + index)}$${headRow}`;
    const formula = countOf(...ownRows(place, row), [ranges.of('outcome'), head]);
    sheet.put(row, COUNTS + index, { formula, result }, LOOKS.number);
  });
  KEYS.forEach((key, index) => {
    const formula = sumOf(ranges.of(key), ...ownRows(place, row));
    const value = addsUp(audit) ? { formula, result: Number(section[key]) } : undefined;
    sheet.put(row, POINTS + index, value, LOOKS.number);
  });
};

const putTotal = ({ sheet, audit, lang }: Place, row: number, first: number): void => {
  const sum = (column: number, result: number) => ({
    formula: `SUM(${rangeName({ top: first, left: column, bottom: row - 1, right: column })})`,
    result,
  });
  sheet.put(row, 1, both('合计', 'Total')[lang], LOOKS.total);
  OUTCOMES.forEach((outcome, index) => {
    sheet.put(row, COUNTS + index, sum(COUNTS + index, audit.counts[outcome]), LOOKS.total);
  });
  KEYS.forEach((key, index) => {
    const value = sum(POINTS + index, Number(audit.score?.points[key] ?? 0));
    sheet.put(row, POINTS + index, addsUp(audit) ? value : undefined, LOOKS.total);
  });
};

/** Cut after the scheme's places, never rounded up. The inner rounding takes away what binary arithmetic adds. */
const shareOf = (column: number, row: number, { scheme }: Audit): string => {
  const max = `$${cellName(row, MAX)}`;
  return `IF(${max}=0,0,ROUNDDOWN(ROUND(${cellName(row, column)}*${scheme.total}/${max},9),${scheme.places}))`;
};

/** How the score comes about. */
const scoreLabel = (audit: Audit, lang: Lang): string => {
  const { scheme } = audit;
  return addsUp(audit)
    ? both(
        `得分（合计 ÷ 满分 × ${scheme.total}，保留 ${scheme.places} 位小数，其余舍去）`,
        `Score (total ÷ max × ${scheme.total}, cut after ${scheme.places} places)`,
      )[lang]
    : both(
        `得分（由评分表给出，逐项见“${SHEETS.table.zh}”；上列条目只计数，不计分）`,
        `Score (given by the scorecard, row by row on "${SHEETS.table.en}"; the rules above are counted only)`,
      )[lang];
};

const putScore = ({ sheet, audit, scores, lang }: Place, row: number, total: number): void => {
  const { score, scheme } = audit;
  if (score === undefined) {
    sheet.across(row, 1, COLUMNS, both('没有可计分的条目', 'nothing counted')[lang], LOOKS.text);
    return;
  }
  const look: Look = { ...LOOKS.total, format: `0${scheme.places > 0 ? `.${'0'.repeat(scheme.places)}` : ''}` };
  sheet.across(row, 1, POINTS - 1, scoreLabel(audit, lang), LOOKS.label);
  sheet.height(row, 22);
  SIDES.forEach((key, index) => {
    const formula = scores.get(audit)?.[key] ?? shareOf(POINTS + index, total, audit);
    sheet.put(row, POINTS + index, { formula, result: Number(score[key]) }, look);
  });
  sheet.put(row, MAX, Number(scheme.total), look);
  const grade = gradeText(audit, lang, DECIDING);
  sheet.put(row + 1, 1, both('等次', 'Grade')[lang], LOOKS.label);
  sheet.across(row + 1, 2, COLUMNS, grade, LOOKS.text);
  sheet.fit(row + 1, [[grade, WIDTHS.slice(1).reduce((sum, width) => sum + width, 0)]]);
};

/** Whose points follow: the name over all columns, or with the centre's number at the end. */
const putTitle = (sheet: Grid, row: number, audit: Audit, number: number | undefined, lang: Lang): void => {
  const title = `${centerName(audit)}　${audit.scheme.title[lang]}`;
  sheet.across(row, 1, number === undefined ? COLUMNS : COLUMNS - 1, title, LOOKS.heading);
  if (number !== undefined) sheet.put(row, COLUMNS, number, { ...LOOKS.heading, across: 'right' });
  sheet.fit(row, [[title, 70]], 24);
};

/** The points of each section, live from the findings, and the score that they add up to. */
export const addPoints = (book: BookWriter, audits: readonly Audit[], from: Sources, lang: Lang): void => {
  const sheet = makeGrid();
  let row = 1;
  for (const [index, audit] of audits.entries()) {
    const number = audits.length > 1 ? index + 1 : undefined;
    const place: Place = {
      sheet,
      audit,
      ...from,
      number: number === undefined ? undefined : `$${columnName(COLUMNS)}$${row}`,
      lang,
    };
    putTitle(sheet, row, audit, number, lang);
    const headRow = row + 1;
    headOf(lang).forEach((head, column) => {
      sheet.put(headRow, column + 1, head, LOOKS.head);
    });
    sheet.height(headRow, 22);
    const first = row + 2;
    audit.sections.forEach((section, at) => {
      putSection(place, first + at, headRow, section);
      sheet.fit(first + at, [[sectionTitle(audit.pack, section.section, lang), WIDTHS[0]]]);
    });
    const total = first + audit.sections.length;
    putTotal(place, total, first);
    putScore(place, total + 1, total);
    row = total + 4;
  }
  sheet.write(book, { name: SHEETS.points[lang], widths: WIDTHS, orientation: 'portrait' });
};
