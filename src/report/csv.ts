import { formatLocation } from '../model/base/location.ts';
import type { Problem } from '../model/base/problem.ts';
import type { Bilingual, Lang } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import { fingerprintOf } from '../model/finding/fingerprint.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import { CSV_MARK, type CsvCell, csvLines } from '../sheets/write/csv.ts';
import { detailText, foundText, tellFinding } from '../tell/audit/finding.ts';
import { partText } from '../tell/audit/part.ts';
import { subjectOf } from '../tell/audit/subject.ts';
import type { FindingWords, LedgerLine } from '../tell/block.ts';
import { hasScorecard, LINE_KINDS, ledgerLines, tellScorecard, workText } from '../tell/scorecard.ts';
import { centerName, LABELS, levelName, OUTCOME_NAMES } from '../words/names.ts';
import { problemText } from '../words/problems/problems.ts';
import { unreadIn } from '../words/scoring/score.ts';
import { stageLines } from '../words/scoring/stages.ts';
import type { Report, ReportOptions } from './index.ts';

interface Center {
  readonly audit: Audit;
  readonly lang: Lang;
}

interface Line extends Center {
  readonly scored: ScoredFinding;
  readonly words: FindingWords;
}

interface Column<R> {
  readonly heading: Bilingual;
  readonly cell: (row: R) => CsvCell;
}

const column = <R>(heading: Bilingual, cell: Column<R>['cell']): Column<R> => ({ heading, cell });

const points =
  (key: 'low' | 'high' | 'max') =>
  ({ scored, audit }: Line): CsvCell =>
    hasScorecard(audit) ? '' : Number(scored.points[key]);

const CENTER: readonly Column<Center>[] = [
  column({ zh: '名称', en: 'Name' }, ({ audit }) => centerName(audit)),
  column({ zh: '县区', en: 'County' }, ({ audit }) => audit.profile.center.county ?? ''),
  column({ zh: '乡镇', en: 'Township' }, ({ audit }) => audit.profile.center.township ?? ''),
  column({ zh: '级别', en: 'Level' }, ({ audit, lang }) => levelName(audit.level, lang, audit.pack)),
  column(LABELS.pack, ({ audit }) => audit.pack.id),
  column(LABELS.asOf, ({ audit }) => audit.asOf),
];

const FINDING = {
  clause: column<Line>(LABELS.clause, ({ words }) => words.clause),
  section: column<Line>(LABELS.section, ({ words }) => words.section.title),
  rule: column<Line>({ zh: '规则', en: 'Rule' }, ({ words }) => words.rule),
  title: column<Line>(LABELS.title, ({ words }) => words.title),
  binds: column<Line>(LABELS.binds, ({ words }) => words.binds),
  outcome: column<Line>(LABELS.outcome, ({ words, lang }) => OUTCOME_NAMES[words.outcome][lang]),
  asked: column<Line>(LABELS.asked, ({ words }) => detailText(words, 'asked')),
  found: column<Line>(LABELS.found, ({ words, lang }) => foundText(words, lang)),
  gap: column<Line>(LABELS.gap, ({ words }) => detailText(words, 'gap')),
  place: column<Line>(LABELS.place, ({ words }) => formatLocation(words.place)),
  low: column<Line>(LABELS.low, points('low')),
  high: column<Line>(LABELS.high, points('high')),
  max: column<Line>(LABELS.max, points('max')),
  waived: column<Line>(LABELS.waived, ({ words }) => detailText(words, 'waived')),
  reading: column<Line>(LABELS.reading, ({ words }) => detailText(words, 'reading')),
  change: column<Line>(LABELS.change, ({ words }) => words.change ?? ''),
  remedy: column<Line>(LABELS.remedy, ({ words }) => detailText(words, 'remedy')),
  fingerprint: column<Line>({ zh: '指纹', en: 'Fingerprint' }, ({ scored, audit }) =>
    fingerprintOf(scored.finding, audit.profile),
  ),
} as const;

type Key = keyof typeof FINDING;

const KEYS = Object.keys(FINDING) as readonly Key[];

type Cells = readonly CsvCell[];

/** What is no finding fills the columns that apply. */
const filled = (center: Cells, cells: Readonly<Partial<Record<Key, CsvCell>>>): Cells => [
  ...center,
  ...KEYS.map(key => cells[key] ?? ''),
];

/** A figure as a number; a fraction and what was left out stay as they are written. */
const figure = (text: string): CsvCell => (text === '' || text.includes('/') ? text : Number(text));

const lineCells = (line: LedgerLine, lang: Lang): Readonly<Partial<Record<Key, CsvCell>>> => {
  const { id: rule, kind, clause, section, title, low, high, max } = line;
  const amounts = { low: figure(low), high: figure(high), max: figure(max) };
  return { clause, section, rule, title, outcome: LINE_KINDS[kind][lang], found: workText(line, lang), ...amounts };
};

/** Rows, sums and the score of a scorecard, then what else bears on the score. */
const scorecardRows = (center: Center, part: ReportOptions['part']): readonly Cells[] => {
  const { audit, lang } = center;
  if (!hasScorecard(audit)) return [];
  const told = tellScorecard(audit, lang, part);
  const head = headOf(center);
  const lines = ledgerLines(told).map(line => filled(head, lineCells(line, lang)));
  return [...lines, ...told.remarks.map(({ name, text }) => filled(head, { outcome: name, found: text }))];
};

const PROVISIONAL = { zh: '暂定：读不懂', en: 'provisional: unreadable' } as const;

const UNREADABLE = { zh: '无法审核', en: 'not audited' } as const;

const NO_CENTER = CENTER.map(() => '');

const headOf = (center: Center): Cells => CENTER.map(({ cell }) => cell(center));

/** What could not be read, of a centre that is audited all the same or of none. */
const problemRows = (center: Cells, problems: readonly Problem[], outcome: Bilingual, lang: Lang): readonly Cells[] =>
  problems.map(problem =>
    filled(center, {
      outcome: outcome[lang],
      found: problemText(problem, lang),
      place: formatLocation(problem.location),
    }),
  );

/** Who inspected and when, both scores, and every change with its reason. */
const inspectionRows = (center: Center): readonly Cells[] =>
  stageLines(center.audit, center.lang).map(([outcome, found]) => filled(headOf(center), { outcome, found }));

const findingRows = (audit: Audit, options: ReportOptions): readonly Cells[] => {
  const { lang } = options;
  const subject = subjectOf(audit, options);
  const head = headOf({ audit, lang });
  const rows = subject.findings.map(scored => {
    const row = { audit, lang, scored, words: tellFinding(scored, subject) };
    return [...head, ...KEYS.map(key => FINDING[key].cell(row))];
  });
  const scope = partText(subject.part, rows.length, audit.findings.length, lang);
  return scope === '' ? rows : [filled(head, { outcome: LABELS.scope[lang], found: scope }), ...rows];
};

/** One line a finding, then those of a scorecard and of inspections. */
const csv: Report = async function* (audits, options) {
  const { lang, rejected = [] } = options;
  const heads = [...CENTER, ...KEYS.map(key => FINDING[key])].map(({ heading }) => heading[lang]);
  yield CSV_MARK + csvLines([heads]);
  for await (const audit of audits)
    yield csvLines([
      ...problemRows(headOf({ audit, lang }), unreadIn(audit), PROVISIONAL, lang),
      ...findingRows(audit, options),
      ...scorecardRows({ audit, lang }, options.part),
      ...inspectionRows({ audit, lang }),
    ]);
  for (const { problems } of rejected) yield csvLines(problemRows(NO_CENTER, problems, UNREADABLE, lang));
};

export default csv;
