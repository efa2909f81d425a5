import { jsonText } from '../model/base/clean.ts';
import { formatLocation } from '../model/base/location.ts';
import type { Lang } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { GateVerdict } from '../model/finding/gate.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import { detailText, headingText, tellFinding } from '../tell/audit/finding.ts';
import { MOST, type Subject, subjectOf } from '../tell/audit/subject.ts';
import type { FindingWords } from '../tell/block.ts';
import { scorecardTexts } from '../tell/scorecard.ts';
import { centerName, clauseText, label, OUTCOME_NAMES } from '../words/names.ts';
import { problemLine, problemText } from '../words/problems/problems.ts';
import { unreadIn } from '../words/scoring/score.ts';
import { inspectionTexts } from '../words/scoring/stages.ts';
import type { Rejection, Report, ReportOptions } from './index.ts';
import { clean } from './text/layout.ts';

interface Point {
  readonly ok: boolean;
  readonly text: string;
  readonly directive?: string;
  /** What a reader is told of a point that is not ok, by name. */
  readonly about?: Readonly<Record<string, string>>;
}

/** A number sign would begin a directive. */
const escaped = (text: string): string => clean(text).replaceAll('\\', '\\\\').replaceAll('#', '\\#');

/** Every JSON string is one of YAML. */
const about = (facts: Readonly<Record<string, string>>): readonly string[] => [
  '  ---',
  ...Object.entries(facts).map(([name, text]) => `  ${name}: ${jsonText(text)}`),
  '  ...',
];

const pointLines = ({ ok, text, directive, about: facts }: Point, index: number): readonly string[] => [
  `${ok ? 'ok' : 'not ok'} ${index + 1} - ${escaped(text)}${directive === undefined ? '' : ` # ${escaped(directive)}`}`,
  ...(facts === undefined ? [] : about(facts)),
];

const factsOf = (words: FindingWords): Readonly<Record<string, string>> => ({
  rule: words.rule,
  obligation: words.obligation,
  at: [words.place, ...(words.details.find(({ kind }) => kind === 'place')?.places ?? [])]
    .map(formatLocation)
    .filter((place, index, all) => all.indexOf(place) === index)
    .join('  '),
  ...Object.fromEntries(words.details.filter(({ kind }) => kind !== 'place').map(({ kind, text }) => [kind, text])),
});

/** What is not met but stands in nobody's way is a point that need not be ok yet. */
const pointOf = (scored: ScoredFinding, verdict: GateVerdict | undefined, subject: Subject): Point => {
  const { finding, waived } = scored;
  const { rule, outcome } = finding;
  const { lang } = subject;
  const text = headingText({ clause: clauseText(rule), title: rule.title[lang] });
  if (outcome === 'pass') return { ok: true, text };
  const words = tellFinding(scored, subject);
  const blocks = verdict?.blocking.includes(rule.id) ?? (outcome === 'fail' && rule.obligation !== 'may' && !waived);
  if (outcome !== 'fail' && !blocks)
    return { ok: true, text, directive: `SKIP ${OUTCOME_NAMES[outcome][lang]} ${words.gist}` };
  const point = { ok: false, text, about: factsOf(words) };
  return blocks ? point : { ...point, directive: `TODO ${detailText(words, 'waived') || words.binds}` };
};

const gatePoint = (said: GateVerdict | undefined, lang: Lang): readonly Point[] => {
  if (said === undefined) return [];
  const text = label('gate', lang).toLowerCase();
  return said.verdict === 'passed'
    ? [{ ok: true, text }]
    : [{ ok: false, text, about: { verdict: said.verdict, reason: said.reason[lang] } }];
};

const pointsOf = (audit: Audit, options: ReportOptions): readonly Point[] => {
  const verdict = options.gate?.(audit);
  const subject = subjectOf(audit, { ...options, most: MOST, part: undefined });
  return [...gatePoint(verdict, options.lang), ...audit.findings.map(scored => pointOf(scored, verdict, subject))];
};

const isOk = ({ ok, directive }: Point): boolean => ok || directive !== undefined;

const indent = (line: string): string => `    ${line}`;

const subtest = (name: string, points: readonly Point[], index: number, remarks: readonly string[] = []): string =>
  [
    `# Subtest: ${escaped(name)}`,
    indent(`1..${points.length}`),
    ...points.flatMap(pointLines).map(indent),
    ...remarks.map(remark => indent(`# ${clean(remark)}`)),
    `${points.every(isOk) ? 'ok' : 'not ok'} ${index} - ${escaped(name)}`,
    '',
  ].join('\n');

const rejectedPoints = ({ problems }: Rejection, lang: Lang): readonly Point[] =>
  problems.map(problem => ({
    ok: problem.severity !== 'error',
    text: problemText(problem, lang),
    about: { code: problem.code, at: formatLocation(problem.location) },
  }));

const remarksOf = (audit: Audit, lang: Lang): readonly string[] => [
  ...unreadIn(audit).map(found => problemLine(found, lang)),
  ...scorecardTexts(audit, lang),
  ...inspectionTexts(audit, lang),
];

/** TAP 14: a subtest a centre, a point a rule. */
const tap: Report = async function* (audits, options) {
  let count = 0;
  yield 'TAP version 14\n';
  for await (const audit of audits)
    yield subtest(centerName(audit), pointsOf(audit, options), ++count, remarksOf(audit, options.lang));
  for (const rejection of options.rejected ?? [])
    yield subtest(rejection.file, rejectedPoints(rejection, options.lang), ++count);
  for (const note of options.notes ?? []) yield `# ${clean(problemText(note, options.lang))}\n`;
  yield `1..${count}\n`;
};

export default tap;
