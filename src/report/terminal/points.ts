import type { Audit } from '../../model/finding/audit.ts';
import { OUTCOMES, type Outcome } from '../../model/finding/finding.ts';
import type { Points } from '../../model/scoring/score.ts';
import { OUTCOME_NAMES, sectionTitle } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { priceText, sumText } from '../../words/scoring/points.ts';
import { displayWidth, padEnd, wrap } from '../text/layout.ts';
import { heading, type Page } from './page.ts';

type Row = readonly string[];

const countOf = (audit: Audit, section: string, outcome: Outcome): number =>
  audit.findings.filter(({ finding }) => finding.rule.section === section && finding.outcome === outcome).length;

const figures = ({ low, high, max }: Points): Row => [low, high, max];

const rowsOf = (audit: Audit, page: Page): readonly Row[] =>
  audit.sections.flatMap(points => {
    const counts = OUTCOMES.map(outcome => countOf(audit, points.section, outcome));
    const title = sectionTitle(audit.pack, points.section, page.lang);
    return counts.every(count => count === 0) ? [] : [[title, ...counts.map(String), ...figures(points)]];
  });

const headOf = (page: Page): Row => [
  pick(page, '章节', 'Section'),
  ...OUTCOMES.map(outcome => pick(page, OUTCOME_NAMES[outcome].zh, SHORT[outcome])),
  ...pick(page, '得分 可达 满分', 'Low High Max').split(' '),
];

const SHORT: Readonly<Record<Outcome, string>> = {
  pass: 'Pass',
  fail: 'Fail',
  unknown: 'Open',
  'not-applicable': 'N/A',
};

const widthsOf = (rows: readonly Row[]): readonly number[] =>
  (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => displayWidth(row[column] ?? ''))) + GAP);

const GAP = 2;

/** A title narrower than this is no title. */
const NARROWEST = 14;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);

/** Titles take what the figures leave; where that is too little, the counts give way. */
const fitted = (rows: readonly Row[], columns: number): { rows: readonly Row[]; widths: readonly number[] } => {
  const [titles = 0, ...figures] = widthsOf(rows);
  const room = columns - sum(figures);
  if (room < NARROWEST && figures.length > POINTS)
    return fitted(
      rows.map(([title = '', ...cells]) => [title, ...cells.slice(-POINTS)]),
      columns,
    );
  return { rows, widths: [Math.min(titles, Math.max(room, NARROWEST)), ...figures] };
};

/** Columns of points, after those of counts. */
const POINTS = 3;

const alignRight = (cell: string, width: number): string => ' '.repeat(Math.max(0, width - displayWidth(cell))) + cell;

/** A table library takes a quarter of a whole start for these few rows. */
const draw = (all: readonly Row[], page: Page): readonly string[] => {
  const { rows, widths } = fitted(all, page.columns);
  const [titles = 0, ...columns] = widths;
  return rows.flatMap(([title = '', ...cells]) => {
    const row = cells.map((cell, index) => alignRight(cell, columns[index] ?? 0)).join('');
    return wrap(title, titles - GAP).map(
      (line, index) => `${' '.repeat(GAP)}${index === 0 ? padEnd(line, titles - GAP) + row : line}`,
    );
  });
};

/** The points section by section, so that anyone can add them up again. */
export const points = (audit: Audit, page: Page): readonly string[] => {
  const total = audit.score?.points;
  if (total === undefined) return [];
  const counts = OUTCOMES.map(outcome => String(audit.counts[outcome]));
  const rows = [headOf(page), ...rowsOf(audit, page), [pick(page, '合计', 'Total'), ...counts, ...figures(total)]];
  return [
    ...heading(page, pick(page, '■ 分项得分', '■ Points by section')),
    '',
    ...draw(rows, page),
    '',
    ...[sumText(audit, page.lang), priceText(audit, page.lang)]
      .flatMap(text => wrap(text, page.columns - 2))
      .map(line => `  ${line}`),
  ];
};
