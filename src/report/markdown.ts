import { formatLocation, placeInFile } from '../model/base/location.ts';
import type { Problem } from '../model/base/problem.ts';
import type { Lang } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { Outcome } from '../model/finding/finding.ts';
import { OUTCOMES } from '../model/finding/finding.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import { changesText } from '../words/change/changes.ts';
import { gistOf, headingOf } from '../words/findings/notes.ts';
import { waivedText, waiversText } from '../words/findings/waivers.ts';
import { centerName, OBLIGATION_NAMES, OUTCOME_NAMES, packText } from '../words/names.ts';
import { problemText } from '../words/problems/problems.ts';
import { pick } from '../words/reader.ts';
import { LEDGER_KINDS, type LedgerLine, ledgerOf } from '../words/scoring/ledger.ts';
import { gradeText, scoreText } from '../words/scoring/score.ts';
import { stageLines } from '../words/scoring/stages.ts';
import type { Report, ReportOptions } from './index.ts';
import { placesOf } from './places.ts';
import { escaped, markdownTable as table } from './text/markdown-text.ts';

const MARKS = { passed: '✅', failed: '❌', undecided: '❔' } as const;

const gateText = (audit: Audit, { gate, lang }: ReportOptions): string => {
  const said = gate?.(audit);
  return said === undefined ? '' : `${MARKS[said.verdict]} ${escaped(said.reason[lang])}`;
};

const overview = (audit: Audit, options: ReportOptions): readonly string[] => [
  escaped(centerName(audit)),
  gateText(audit, options),
  escaped(scoreText(audit, options.lang)),
  ...OUTCOMES.map(outcome => String(audit.counts[outcome])),
];

const headOf = (lang: Lang): readonly string[] => [
  ...pick({ lang }, '中心 门槛 得分', 'Centre Gate Score').split(' '),
  ...OUTCOMES.map(outcome => OUTCOME_NAMES[outcome][lang]),
];

const findingRow = (scored: ScoredFinding, audit: Audit, lang: Lang): readonly string[] => {
  const { finding, waived } = scored;
  const [place] = placesOf(finding, audit.profile.root);
  const waiver = waived ? `<br>${pick({ lang }, '已豁免：', 'waived: ')}${escaped(waivedText(waived, lang))}` : '';
  return [
    escaped(headingOf(scored, lang)),
    OBLIGATION_NAMES[finding.rule.obligation][lang],
    `${escaped(gistOf(scored, audit, lang))}${waiver}`,
    escaped(placeInFile(place)),
  ];
};

const folded = (title: string, body: string): string =>
  `<details><summary>${title}</summary>\n\n${body}\n</details>\n\n`;

const listOf = (audit: Audit, outcome: Outcome, { lang, all }: ReportOptions): string => {
  const own = audit.findings
    .filter(({ finding }) => finding.outcome === outcome && (all || finding.rule.obligation !== 'may'))
    .filter(({ change }) => audit.earlier === undefined || change !== 'unchanged');
  if (own.length === 0) return '';
  const head = pick({ lang }, '条款 约束 情况 位置', 'Clause Binds Found Place').split(' ');
  const title = `${OUTCOME_NAMES[outcome][lang]} ${own.length}`;
  const rows = own.map(scored => findingRow(scored, audit, lang));
  return folded(title, table(head, rows));
};

/** A scorecard row by row, so that anyone can add it up again. */
const ledger = (audit: Audit, { lang }: ReportOptions): string => {
  const lines = ledgerOf(audit, lang);
  if (lines.length === 0) return '';
  const head = pick({ lang }, '条款 评分项 得分 可达 满分 计算', 'Clause Row Low High Max Working').split(' ');
  const name = ({ kind, title }: LedgerLine): string =>
    kind === 'row' ? escaped(title) : `**${escaped(title)} ${LEDGER_KINDS[kind][lang]}**`;
  const amounts = ({ low, high, max }: LedgerLine): readonly string[] => [low || '—', high || '—', max];
  const rows = lines.map(one => [escaped(one.clause), name(one), ...amounts(one), escaped(one.work)]);
  return folded(pick({ lang }, '评分表逐项得分', 'Scorecard, row by row'), table(head, rows));
};

/** The score as declared, as inspected and as settled, and every change between. */
const stages = (audit: Audit, { lang }: ReportOptions): string => {
  const rows = stageLines(audit, lang).map(line => line.map(escaped));
  if (rows.length === 0) return '';
  const head = pick({ lang }, '阶段 得分或变动', 'Stage Change').split(' ');
  return folded(pick({ lang }, '自评、核查与终审', 'Declared, inspected, settled'), table(head, rows));
};

const problemList = (problems: readonly Problem[], lang: Lang): string =>
  problems
    .map(problem => `- ${escaped(formatLocation(problem.location))} ${escaped(problemText(problem, lang))}\n`)
    .join('');

const section = (audit: Audit, options: ReportOptions): string => {
  const { lang } = options;
  const lines = [
    `${escaped(packText(audit.pack, lang))} · ${audit.asOf} · ${escaped(audit.profile.path)}`,
    pick({ lang }, '等次：', 'Grade: ') + escaped(gradeText(audit, lang)),
    ...(audit.unwaived === undefined ? [] : [escaped(waiversText(audit, lang))]),
    ...(audit.earlier === undefined ? [] : [escaped(changesText([audit], lang))]),
  ];
  const head = `### ${escaped(centerName(audit))}\n\n${lines.map(line => `${line}  \n`).join('')}\n`;
  const notes = audit.warnings.length === 0 ? '' : `${problemList(audit.warnings, lang)}\n`;
  return `${head}${notes}${listOf(audit, 'fail', options)}${listOf(audit, 'unknown', options)}${ledger(audit, options)}${stages(audit, options)}`;
};

/** For a comment on a submission or the summary of a job: who passed, then what to mend. */
const markdown: Report = async function* (audits, options) {
  const { lang, rejected = [], notes = [] } = options;
  const rows: (readonly string[])[] = [];
  const sections: string[] = [];
  for await (const audit of audits) {
    rows.push(overview(audit, options));
    sections.push(section(audit, options));
  }
  yield `## ${pick({ lang }, '申报表审核', 'Audit of submissions')}\n\n`;
  if (rows.length > 0) yield `${table(headOf(lang), rows)}\n`;
  const refused = rejected.flatMap(({ problems }) => problems);
  if (refused.length > 0) yield `### ${pick({ lang }, '无法审核', 'Not audited')}\n\n${problemList(refused, lang)}\n`;
  yield* sections;
  if (notes.length > 0) yield `### ${pick({ lang }, '提示', 'Notes')}\n\n${problemList(notes, lang)}`;
};

export default markdown;
