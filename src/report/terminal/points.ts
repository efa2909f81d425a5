import type { Audit } from '../../model/audit.ts';
import { OUTCOMES, type Outcome } from '../../model/finding.ts';
import { OBLIGATIONS } from '../../model/pack.ts';
import type { Points } from '../../model/score.ts';
import { displayWidth, wrap } from '../layout.ts';
import { OBLIGATION_NAMES, OUTCOME_NAMES, sectionTitle } from '../words/names.ts';
import { pick } from '../words/reader.ts';
import { scoreFigure } from '../words/score.ts';
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

/** Figures want so much; the titles share what is left. */
const draw = async (rows: readonly Row[], page: Page): Promise<readonly string[]> => {
  const { default: Table } = await import('cli-table3');
  const [head = []] = rows;
  const widths = head
    .slice(1)
    .map((_, column) => Math.max(...rows.map(row => displayWidth(row[column + 1] ?? ''))) + 2);
  const titles = Math.max(...rows.map(row => displayWidth(row[0] ?? ''))) + 2;
  const room = page.columns - widths.reduce((total, width) => total + width, 0) - 2;
  const first = Math.min(titles, Math.max(room, 12));
  const table = new Table({
    chars: BORDERLESS,
    style: { 'padding-left': 2, 'padding-right': 0, head: [], border: [] },
    colWidths: [first + 2, ...widths],
    colAligns: ['left', ...widths.map(() => 'right' as const)],
  });
  for (const [title = '', ...cells] of rows) table.push([wrap(title, first).join('\n'), ...cells]);
  return table
    .toString()
    .split('\n')
    .map(line => line.trimEnd());
};

const BORDERLESS = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map(name => [name, '']),
);

const sumText = (audit: Audit, page: Page): readonly string[] => {
  const { score, scheme } = audit;
  if (score === undefined) return [];
  const share = (earned: string, result: string): string =>
    `${earned} ÷ ${score.points.max} × ${scheme.total} = ${scoreFigure(result, scheme)}`;
  const low = share(score.points.low, score.low);
  const high = share(score.points.high, score.high);
  return wrap(
    pick(
      page,
      `得分 ${low}，可达 ${high}（保留 ${scheme.places} 位小数，其余舍去，不进位）`,
      `Score ${low}, up to ${high} (cut after ${scheme.places} decimal ${scheme.places === 1 ? 'place' : 'places'}, never rounded up)`,
    ),
    page.columns - 2,
  );
};

const priceText = ({ scheme }: Audit, page: Page): readonly string[] => {
  const prices = OBLIGATIONS.map(
    obligation => `${OBLIGATION_NAMES[obligation][page.lang]} ${scheme.points[obligation]}${pick(page, ' 分', '')}`,
  ).join(pick(page, '，', ', '));
  const own =
    Object.keys(scheme.rules).length > 0
      ? pick(page, '，另有单列分值的条目', '; some rules have points of their own')
      : '';
  return wrap(
    pick(
      page,
      `每条分值：${prices}${own}；符合得满分，未定的只计入可达，不适用的不计入满分`,
      `Points a rule: ${prices}${own}; met earns them, undecided counts for "High" alone, not applicable leaves "Max"`,
    ),
    page.columns - 2,
  );
};

/** The points section by section, so that anyone can add them up again. */
export const points = async (audit: Audit, page: Page): Promise<readonly string[]> => {
  const total = audit.score?.points;
  if (total === undefined) return [];
  const counts = OUTCOMES.map(outcome => String(audit.counts[outcome]));
  const rows = [headOf(page), ...rowsOf(audit, page), [pick(page, '合计', 'Total'), ...counts, ...figures(total)]];
  return [
    ...heading(page, pick(page, '■ 分项得分', '■ Points by section')),
    '',
    ...(await draw(rows, page)),
    '',
    ...[...sumText(audit, page), ...priceText(audit, page)].map(line => `  ${line}`),
  ];
};
