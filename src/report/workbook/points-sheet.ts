import type { Workbook, Worksheet } from 'exceljs';
import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { OUTCOMES } from '../../model/finding/finding.ts';
import { centerName, OUTCOME_NAMES, sectionTitle } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { gradeText, schemeText } from '../../words/scoring/score.ts';
import type { FindingsRange } from './findings-sheet.ts';
import { SHEETS } from './names.ts';
import type { ScoreCells } from './scorecard-sheet.ts';
import { fitRow, put, putAcross, putFormula, setPage, setWidths } from './style.ts';

const WIDTHS = [32, 9, 9, 9, 9, 10, 10, 10];
const COLUMNS = WIDTHS.length;
/** Facts named that decide a grade; the sheet of what is to be asked has them all. */
const DECIDING = 5;
const KEYS = ['low', 'high', 'max'] as const;
const SIDES = ['low', 'high'] as const;
const LETTERS = ['F', 'G', 'H'] as const;

const headOf = (lang: Lang): readonly string[] => [
  pick({ lang }, '章节', 'Section'),
  ...OUTCOMES.map(outcome => OUTCOME_NAMES[outcome][lang]),
  ...pick({ lang }, '得分 可达 满分', 'Low High Max').split(' '),
];

const escaped = (text: string): string => text.replaceAll('"', '""');

/** Where findings and the scores of scoring tables stand. */
interface Sources {
  readonly ranges: FindingsRange;
  readonly scores: ScoreCells;
}

interface Place extends Sources {
  readonly sheet: Worksheet;
  readonly audit: Audit;
  readonly several: boolean;
  readonly lang: Lang;
}

/** The points of single findings add up to those of the sections, unless a scoring table gives the points. */
const addsUp = ({ scheme }: Audit): boolean => scheme.table === undefined;

const criteria = ({ ranges, audit, several }: Place, row: number): string => {
  const section = `${ranges.of('section')},$A${row}`;
  return several ? `${section},${ranges.of('center')},"${escaped(centerName(audit))}"` : section;
};

const putSection = (place: Place, row: number, section: Audit['sections'][number]): void => {
  const { sheet, audit, ranges, lang } = place;
  put(sheet.getCell(row, 1), sectionTitle(audit.pack, section.section, lang), 'label');
  OUTCOMES.forEach((outcome, index) => {
    const count = audit.findings.filter(
      ({ finding }) => finding.rule.section === section.section && finding.outcome === outcome,
    ).length;
    const formula = `COUNTIFS(${criteria(place, row)},${ranges.of('outcome')},"${escaped(OUTCOME_NAMES[outcome][lang])}")`;
    putFormula(sheet.getCell(row, 2 + index), formula, count, 'number');
  });
  KEYS.forEach((key, index) => {
    const cell = sheet.getCell(row, 6 + index);
    if (!addsUp(audit)) put(cell, undefined, 'number');
    else putFormula(cell, `SUMIFS(${ranges.of(key)},${criteria(place, row)})`, Number(section[key]), 'number');
  });
};

const putTotal = ({ sheet, audit, lang }: Place, row: number, first: number): void => {
  put(sheet.getCell(row, 1), pick({ lang }, '合计', 'Total'), 'total');
  OUTCOMES.forEach((outcome, index) => {
    const letter = sheet.getColumn(2 + index).letter;
    putFormula(
      sheet.getCell(row, 2 + index),
      `SUM(${letter}${first}:${letter}${row - 1})`,
      audit.counts[outcome],
      'total',
    );
  });
  KEYS.forEach((key, index) => {
    const letter = LETTERS[index] ?? 'F';
    const sum = Number(audit.score?.points[key] ?? 0);
    if (!addsUp(audit)) put(sheet.getCell(row, 6 + index), undefined, 'total');
    else putFormula(sheet.getCell(row, 6 + index), `SUM(${letter}${first}:${letter}${row - 1})`, sum, 'total');
  });
};

/** Cut after the scheme's places, never rounded up. The inner rounding takes away what binary arithmetic adds. */
const shareOf = (letter: string, row: number, { scheme }: Audit): string =>
  `IF($H${row}=0,0,ROUNDDOWN(ROUND(${letter}${row}*${scheme.total}/$H${row},9),${scheme.places}))`;

/** How the score comes about. */
const scoreLabel = (audit: Audit, lang: Lang): string => {
  const { scheme } = audit;
  return addsUp(audit)
    ? pick(
        { lang },
        `得分（合计 ÷ 满分 × ${scheme.total}，保留 ${scheme.places} 位小数，其余舍去）`,
        `Score (total ÷ max × ${scheme.total}, cut after ${scheme.places} places)`,
      )
    : pick(
        { lang },
        `得分（由评分表给出，逐项见“${SHEETS.table.zh}”；上列条目只计数，不计分）`,
        `Score (given by the scoring table, row by row on "${SHEETS.table.en}"; the rules above are counted only)`,
      );
};

const putScore = ({ sheet, audit, scores, lang }: Place, row: number, total: number): void => {
  const { score, scheme } = audit;
  if (score === undefined) {
    putAcross(sheet, row, 1, COLUMNS, pick({ lang }, '没有可计分的条目', 'nothing counted'), 'text');
    return;
  }
  const format = `0${scheme.places > 0 ? `.${'0'.repeat(scheme.places)}` : ''}`;
  putAcross(sheet, row, 1, 5, scoreLabel(audit, lang), 'label');
  sheet.getRow(row).height = 22;
  SIDES.forEach((key, index) => {
    const formula = scores.get(audit)?.[key] ?? shareOf(LETTERS[index] ?? 'F', total, audit);
    putFormula(sheet.getCell(row, 6 + index), formula, Number(score[key]), 'total').numFmt = format;
  });
  put(sheet.getCell(row, 8), Number(scheme.total), 'total').numFmt = format;
  const grade = gradeText(audit, lang, DECIDING);
  put(sheet.getCell(row + 1, 1), pick({ lang }, '等次', 'Grade'), 'label');
  putAcross(sheet, row + 1, 2, COLUMNS, grade, 'text');
  fitRow(sheet, row + 1, [[grade, WIDTHS.slice(1).reduce((sum, width) => sum + width, 0)]]);
};

/** The points of each section, live from the findings, and the score that they add up to. */
export const addPoints = (workbook: Workbook, audits: readonly Audit[], from: Sources, lang: Lang): void => {
  const sheet = workbook.addWorksheet(SHEETS.points[lang]);
  setWidths(sheet, WIDTHS);
  let row = 1;
  for (const audit of audits) {
    const place: Place = { sheet, audit, ...from, several: audits.length > 1, lang };
    putAcross(sheet, row, 1, COLUMNS, `${centerName(audit)}　${schemeText(audit.scheme, lang)}`, 'heading');
    fitRow(sheet, row, [[schemeText(audit.scheme, lang) + centerName(audit), 70]], 24);
    headOf(lang).forEach((head, index) => {
      put(sheet.getCell(row + 1, index + 1), head, 'head');
    });
    sheet.getRow(row + 1).height = 22;
    const first = row + 2;
    audit.sections.forEach((section, index) => {
      putSection(place, first + index, section);
      fitRow(sheet, first + index, [[sectionTitle(audit.pack, section.section, lang), WIDTHS[0] ?? 30]]);
    });
    const total = first + audit.sections.length;
    putTotal(place, total, first);
    putScore(place, total + 1, total);
    row = total + 4;
  }
  setPage(sheet, 'portrait');
};
