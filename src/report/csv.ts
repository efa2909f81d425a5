import { formatLocation } from '../model/base/location.ts';
import type { Bilingual, Lang } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import { CSV_MARK, type CsvCell, csvLines } from '../sheets/write/csv.ts';
import { CHANGE_NAMES } from '../words/change/changes.ts';
import { expectedText } from '../words/checks/expressions.ts';
import { actualText, shortfallText } from '../words/findings/findings.ts';
import { waivedText } from '../words/findings/waivers.ts';
import { centerName, clauseText, levelName, OBLIGATION_NAMES, OUTCOME_NAMES, sectionTitle } from '../words/names.ts';
import { problemText } from '../words/problems/problems.ts';
import { LEDGER_KINDS, type LedgerLine, ledgerOf } from '../words/scoring/ledger.ts';
import type { Rejection, Report } from './index.ts';
import { placesOf } from './places.ts';

interface Place {
  readonly audit: Audit;
  readonly lang: Lang;
}

interface Row extends Place {
  readonly scored: ScoredFinding;
}

interface Column<R> {
  readonly heading: Bilingual;
  readonly cell: (row: R) => CsvCell;
}

const column = <R>(zh: string, en: string, cell: Column<R>['cell']): Column<R> => ({ heading: { zh, en }, cell });

const points =
  (key: 'low' | 'high' | 'max') =>
  ({ scored, audit }: Row): CsvCell =>
    audit.scorecard === undefined ? Number(scored.points[key]) : '';

const CENTRE: readonly Column<Place>[] = [
  column('中心', 'Centre', ({ audit }) => centerName(audit)),
  column('县区', 'County', ({ audit }) => audit.profile.center.county ?? ''),
  column('乡镇', 'Township', ({ audit }) => audit.profile.center.township ?? ''),
  column('级别', 'Level', ({ audit, lang }) => levelName(audit.level, lang, audit.pack)),
  column('标准', 'Pack', ({ audit }) => audit.pack.id),
  column('审核日期', 'As of', ({ audit }) => audit.asOf),
];

const FINDING: readonly Column<Row>[] = [
  column('条款', 'Clause', ({ scored }) => clauseText(scored.finding.rule)),
  column('章节', 'Section', ({ scored, audit, lang }) => sectionTitle(audit.pack, scored.finding.rule.section, lang)),
  column('规则', 'Rule', ({ scored }) => scored.finding.rule.id),
  column('事项', 'Title', ({ scored, lang }) => scored.finding.rule.title[lang]),
  column('约束', 'Obligation', ({ scored, lang }) => OBLIGATION_NAMES[scored.finding.rule.obligation][lang]),
  column('结果', 'Outcome', ({ scored, lang }) => OUTCOME_NAMES[scored.finding.outcome][lang]),
  column('要求', 'Asked', ({ scored, audit, lang }) => expectedText(scored.finding.rule, audit.pack.vocabulary, lang)),
  column('申报', 'Found', ({ scored, audit, lang }) => actualText(scored.finding, audit.pack.vocabulary, lang)),
  column('差距', 'Gap', ({ scored, audit, lang }) => shortfallText(scored.finding, audit.pack.vocabulary, lang)),
  column('位置', 'Place', ({ scored, audit }) => formatLocation(placesOf(scored.finding, audit.profile.root)[0])),
  column('得分', 'Low', points('low')),
  column('可达', 'High', points('high')),
  column('满分', 'Max', points('max')),
  column('豁免', 'Waived', ({ scored, lang }) => (scored.waived ? waivedText(scored.waived, lang) : '')),
  column('对比', 'Change', ({ scored, lang }) => (scored.change ? CHANGE_NAMES[scored.change][lang] : '')),
  column('整改', 'To do', ({ scored, lang }) =>
    scored.finding.outcome === 'fail' ? scored.finding.rule.remedy[lang] : '',
  ),
  column('指纹', 'Fingerprint', ({ scored }) => scored.finding.fingerprint),
];

const HEADINGS = [...CENTRE, ...FINDING].map(({ heading }) => heading);

/** A figure as a number; a fraction and what was left out stay as they are written. */
const figure = (text: string): CsvCell => (text === '' || text.includes('/') ? text : Number(text));

/** Lines of a scorecard fill the columns that apply. */
const ledgerCells = (line: LedgerLine, lang: Lang): Readonly<Record<string, CsvCell>> => ({
  Clause: line.clause,
  Section: line.section,
  Rule: line.id,
  Title: line.title,
  Outcome: LEDGER_KINDS[line.kind][lang],
  Found: line.work,
  Low: figure(line.low),
  High: figure(line.high),
  Max: figure(line.max),
});

const ledgerRows = (place: Place): readonly (readonly CsvCell[])[] =>
  ledgerOf(place.audit, place.lang).map(line => {
    const cells = ledgerCells(line, place.lang);
    return [...CENTRE.map(({ cell }) => cell(place)), ...FINDING.map(({ heading }) => cells[heading.en] ?? '')];
  });

const UNREADABLE = { zh: '无法审核', en: 'not audited' } as const;

/** Rows of a file that could not be audited fill the columns that apply: outcome, what is wrong, and where. */
const rejectedRows = ({ problems }: Rejection, lang: Lang): readonly (readonly string[])[] =>
  problems.map(problem =>
    HEADINGS.map(heading => {
      if (heading.en === 'Outcome') return UNREADABLE[lang];
      if (heading.en === 'Found') return problemText(problem, lang);
      return heading.en === 'Place' ? formatLocation(problem.location) : '';
    }),
  );

const findingRow = (row: Row): readonly CsvCell[] => [
  ...CENTRE.map(({ cell }) => cell(row)),
  ...FINDING.map(({ cell }) => cell(row)),
];

/** One line a finding, then those of a scorecard. */
const csv: Report = async function* (audits, { lang, rejected = [] }) {
  yield CSV_MARK + csvLines([HEADINGS.map(heading => heading[lang])]);
  for await (const audit of audits) {
    yield csvLines(audit.findings.map(scored => findingRow({ scored, audit, lang })));
    yield csvLines(ledgerRows({ audit, lang }));
  }
  for (const rejection of rejected) yield csvLines(rejectedRows(rejection, lang));
};

export default csv;
