import { isCell, type Location, placeInFile } from '../../model/base/location.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Finding } from '../../model/finding/finding.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { columnName, onSheet } from '../../sheets/address.ts';
import type { BookWriter } from '../../sheets/write/book.ts';
import { type Grid, makeGrid } from '../../sheets/write/grid.ts';
import type { Link } from '../../sheets/write/sheet.ts';
import { placesOf } from '../../tell/audit/places.ts';
import { expectedText } from '../../words/checks/expressions.ts';
import { verifyText } from '../../words/facts/verify.ts';
import { actualText, shortfallText } from '../../words/findings/findings.ts';
import { waivedText } from '../../words/findings/waivers.ts';
import { centerName, clauseText, OBLIGATION_NAMES, OUTCOME_NAMES, sectionTitle } from '../../words/names.ts';
import { SHEETS } from './names.ts';
import { LOOKS, type LookName, OUTCOME_LOOKS } from './style.ts';

/** A finding as one of those reported. */
interface Line {
  readonly scored: ScoredFinding;
  readonly audit: Audit;
  /** The centre's number among those reported. */
  readonly number: number;
}

interface Column {
  readonly key: 'number' | 'center' | 'section' | 'outcome' | 'place' | 'low' | 'high' | 'max' | 'other';
  readonly zh: string;
  readonly en: string;
  readonly width: number;
  readonly look: LookName;
  readonly value: (line: Line, lang: Lang) => string | number;
}

const toDo = ({ scored: { finding, waived }, audit: { pack } }: Line, lang: Lang): string => {
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

/** What is told of the finding, in the words of its vocabulary. */
const told =
  (say: (finding: Finding, vocabulary: Vocabulary, lang: Lang) => string): Column['value'] =>
  ({ scored, audit }, lang) =>
    say(scored.finding, audit.pack.vocabulary, lang);

const points = (key: 'low' | 'high' | 'max', zh: string, en: string): Column => ({
  ...text(zh, en, 6, ({ scored }) => Number(scored.points[key]), 'number'),
  key,
});

const COLUMNS: readonly Column[] = [
  { ...text('序号', 'No.', 6, ({ number }) => number, 'centre'), key: 'number' },
  { ...text('中心', 'Centre', 20, ({ audit }) => centerName(audit)), key: 'center' },
  {
    ...text('章节', 'Section', 12, ({ scored, audit }, lang) =>
      sectionTitle(audit.pack, scored.finding.rule.section, lang),
    ),
    key: 'section',
  },
  text(
    '条款',
    'Clause',
    8,
    told(({ rule }) => clauseText(rule)),
    'centre',
  ),
  text(
    '约束',
    'Obligation',
    7,
    told(({ rule }, _, lang) => OBLIGATION_NAMES[rule.obligation][lang]),
    'centre',
  ),
  text(
    '事项',
    'Title',
    18,
    told(({ rule }, _, lang) => rule.title[lang]),
  ),
  {
    ...text(
      '结果',
      'Outcome',
      7,
      told(({ outcome }, _, lang) => OUTCOME_NAMES[outcome][lang]),
      'centre',
    ),
    key: 'outcome',
  },
  text(
    '要求',
    'Asked',
    24,
    told(({ rule }, vocabulary, lang) => expectedText(rule, vocabulary, lang)),
  ),
  text('申报', 'Found', 24, told(actualText)),
  text('差距', 'Gap', 16, told(shortfallText)),
  text('怎样做', 'To do', 28, toDo),
  {
    ...text(
      '位置',
      'Place',
      12,
      ({ scored, audit }) => placeInFile(placesOf(scored.finding, audit.profile.root)[0]),
      'link',
    ),
    key: 'place',
  },
  points('low', '得分', 'Low'),
  points('high', '可达', 'High'),
  points('max', '满分', 'Max'),
];

/** A report of one centre has no need of these. */
const OF_SEVERAL: readonly Column['key'][] = ['number', 'center'];

/** A scorecard gives points for its rows, and not for these. */
const POINTS: readonly Column['key'][] = ['low', 'high', 'max'];

/** Where the columns that formulas look at ended up, and how far down they go. */
export interface FindingsRange {
  readonly of: (key: Column['key']) => string;
}

const HEAD_ROW = 1;

/** A cell of the profile, by the name that its file has beside the report. */
const linkTo = (location: Location): Link | undefined =>
  isCell(location)
    ? { file: encodeURI(location.file.replaceAll('\\', '/')), location: onSheet(location.sheet, location.cell) }
    : undefined;

const putLine = (sheet: Grid, row: number, columns: readonly Column[], line: Line, lang: Lang): void => {
  const { finding } = line.scored;
  const texts = columns.map((column, index) => {
    const value = column.value(line, lang);
    const look = column.key === 'outcome' ? OUTCOME_LOOKS[finding.outcome] : LOOKS[column.look];
    sheet.put(row, index + 1, value, look);
    const link = column.key === 'place' ? linkTo(placesOf(finding, line.audit.profile.root)[0]) : undefined;
    if (link !== undefined) sheet.link(row, index + 1, link);
    return [String(value), column.width] as const;
  });
  sheet.fit(row, texts);
};

/** Every finding on a line, to filter and print; the points, where findings have any, are numbers. */
export const addFindings = (book: BookWriter, audits: readonly Audit[], lang: Lang): FindingsRange => {
  const left = [
    ...(audits.length > 1 ? [] : OF_SEVERAL),
    ...(audits.every(({ scorecard }) => scorecard) ? POINTS : []),
  ];
  const columns = COLUMNS.filter(({ key }) => !left.includes(key));
  const name = SHEETS.findings[lang];
  const sheet = makeGrid();
  columns.forEach((column, index) => {
    sheet.put(HEAD_ROW, index + 1, column[lang], LOOKS.head);
  });
  sheet.height(HEAD_ROW, 22);
  const lines = audits.flatMap((audit, index) =>
    audit.findings.map((scored): Line => ({ scored, audit, number: index + 1 })),
  );
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
