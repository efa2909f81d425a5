import type { Workbook } from 'exceljs';
import { isCell, type Location, placeInFile } from '../../model/base/location.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import { expectedText } from '../../words/checks/expressions.ts';
import { verifyText } from '../../words/facts/verify.ts';
import { actualText, shortfallText } from '../../words/findings/findings.ts';
import { waivedText } from '../../words/findings/waivers.ts';
import { centerName, clauseText, OBLIGATION_NAMES, OUTCOME_NAMES, sectionTitle } from '../../words/names.ts';
import { placesOf } from '../places.ts';
import { quoted, SHEETS } from './names.ts';
import { fillWith, fitRow, type LookName, OUTCOME_FILLS, put, setPage, setWidths } from './style.ts';

interface Column {
  readonly key: 'center' | 'section' | 'outcome' | 'place' | 'low' | 'high' | 'max' | 'other';
  readonly zh: string;
  readonly en: string;
  readonly width: number;
  readonly look: LookName;
  readonly value: (scored: ScoredFinding, audit: Audit, lang: Lang) => string | number;
}

const toDo = ({ finding, waived }: ScoredFinding, { pack }: Audit, lang: Lang): string => {
  if (waived !== undefined) return waivedText(waived, lang);
  if (finding.outcome === 'fail') return finding.rule.remedy[lang];
  return finding.outcome === 'unknown'
    ? verifyText(finding.rule, finding.gaps, { vocabulary: pack.vocabulary, lang })
    : '';
};

const text = (zh: string, en: string, width: number, value: Column['value'], look: LookName = 'text'): Column => ({
  key: 'other',
  zh,
  en,
  width,
  look,
  value,
});

const points = (key: 'low' | 'high' | 'max', zh: string, en: string): Column => ({
  key,
  zh,
  en,
  width: 6,
  look: 'number',
  value: scored => Number(scored.points[key]),
});

const COLUMNS: readonly Column[] = [
  { ...text('中心', 'Centre', 20, (_, audit) => centerName(audit)), key: 'center' },
  {
    ...text('章节', 'Section', 12, ({ finding }, { pack }, lang) => sectionTitle(pack, finding.rule.section, lang)),
    key: 'section',
  },
  text('条款', 'Clause', 8, ({ finding }) => clauseText(finding.rule), 'centre'),
  text('约束', 'Obligation', 7, ({ finding }, _, lang) => OBLIGATION_NAMES[finding.rule.obligation][lang], 'centre'),
  text('事项', 'Title', 18, ({ finding }, _, lang) => finding.rule.title[lang]),
  {
    ...text('结果', 'Outcome', 7, ({ finding }, _, lang) => OUTCOME_NAMES[finding.outcome][lang], 'centre'),
    key: 'outcome',
  },
  text('要求', 'Asked', 24, ({ finding }, { pack }, lang) => expectedText(finding.rule, pack.vocabulary, lang)),
  text('申报', 'Found', 24, ({ finding }, { pack }, lang) => actualText(finding, pack.vocabulary, lang)),
  text('差距', 'Gap', 16, ({ finding }, { pack }, lang) => shortfallText(finding, pack.vocabulary, lang)),
  text('怎样做', 'To do', 28, toDo),
  {
    ...text('位置', 'Place', 12, ({ finding }, { profile }) => placeInFile(placesOf(finding, profile.root)[0]), 'link'),
    key: 'place',
  },
  points('low', '得分', 'Low'),
  points('high', '可达', 'High'),
  points('max', '满分', 'Max'),
];

/** A scoring table gives points for its rows, and not for these. */
const POINTS: readonly string[] = ['low', 'high', 'max'];

/** Where the columns that formulas look at ended up, and how far down they go. */
export interface FindingsRange {
  readonly of: (key: Column['key']) => string;
}

const HEAD_ROW = 1;

const linkTo = (location: Location): string | undefined =>
  isCell(location)
    ? `${encodeURI(location.file.replaceAll('\\', '/'))}#${quoted(location.sheet)}!${location.cell}`
    : undefined;

/** Every finding on a line, to filter and print; the points, where findings have any, are numbers. */
export const addFindings = (workbook: Workbook, audits: readonly Audit[], lang: Lang): FindingsRange => {
  const left = [...(audits.length > 1 ? [] : ['center']), ...(audits.every(({ table }) => table) ? POINTS : [])];
  const columns = COLUMNS.filter(({ key }) => !left.includes(key));
  const name = SHEETS.findings[lang];
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 0, ySplit: HEAD_ROW }] });
  setWidths(
    sheet,
    columns.map(({ width }) => width),
  );
  columns.forEach((column, index) => {
    put(sheet.getCell(HEAD_ROW, index + 1), column[lang], 'head');
  });
  sheet.getRow(HEAD_ROW).height = 22;
  let row = HEAD_ROW;
  for (const audit of audits)
    for (const scored of audit.findings) {
      row++;
      const values = columns.map(column => column.value(scored, audit, lang));
      const location = placesOf(scored.finding, audit.profile.root)[0];
      columns.forEach((column, index) => {
        const cell = put(sheet.getCell(row, index + 1), values[index], column.look);
        const hyperlink = column.key === 'place' ? linkTo(location) : undefined;
        if (hyperlink !== undefined) cell.value = { text: String(values[index]), hyperlink };
        if (column.key === 'outcome') fillWith(cell, OUTCOME_FILLS[scored.finding.outcome]);
      });
      fitRow(
        sheet,
        row,
        columns.map((column, index) => [String(values[index]), column.width] as const),
      );
    }
  sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row, column: columns.length } };
  setPage(sheet, 'landscape', HEAD_ROW);
  return {
    of: key => {
      const { letter } = sheet.getColumn(columns.findIndex(column => column.key === key) + 1);
      return `${quoted(name)}!$${letter}$${HEAD_ROW + 1}:$${letter}$${Math.max(row, HEAD_ROW + 1)}`;
    },
  };
};
