import { formatLocation } from '../model/base/location.ts';
import type { Lang } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { GateVerdict } from '../model/finding/gate.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import { detailsOf, gistOf, headingOf } from '../words/findings/notes.ts';
import { waivedText } from '../words/findings/waivers.ts';
import { centerName, OBLIGATION_NAMES, OUTCOME_NAMES } from '../words/names.ts';
import { problemText } from '../words/problems/problems.ts';
import { pick } from '../words/reader.ts';
import { ledgerOf, ledgerText } from '../words/scoring/ledger.ts';
import type { Rejection, Report, ReportOptions } from './index.ts';
import { placesOf } from './places.ts';
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
  ...Object.entries(facts).map(([name, text]) => `  ${name}: ${JSON.stringify(text)}`),
  '  ...',
];

const pointLines = ({ ok, text, directive, about: facts }: Point, index: number): readonly string[] => [
  `${ok ? 'ok' : 'not ok'} ${index + 1} - ${escaped(text)}${directive === undefined ? '' : ` # ${escaped(directive)}`}`,
  ...(facts === undefined ? [] : about(facts)),
];

const factsOf = (scored: ScoredFinding, audit: Audit, lang: Lang): Readonly<Record<string, string>> => ({
  rule: scored.finding.rule.id,
  obligation: scored.finding.rule.obligation,
  at: placesOf(scored.finding, audit.profile.root).map(formatLocation).join('  '),
  ...Object.fromEntries(detailsOf(scored, audit, lang).map(({ label, text }) => [label.en.toLowerCase(), text])),
});

/** What is not met but stands in nobody's way is a point that need not be ok yet. */
const pointOf = (scored: ScoredFinding, audit: Audit, verdict: GateVerdict | undefined, lang: Lang): Point => {
  const { finding, waived } = scored;
  const { rule, outcome } = finding;
  const text = headingOf(scored, lang);
  if (outcome === 'pass') return { ok: true, text };
  const blocks = verdict?.blocking.includes(rule.id) ?? (outcome === 'fail' && rule.obligation !== 'may' && !waived);
  if (outcome !== 'fail' && !blocks)
    return { ok: true, text, directive: `SKIP ${OUTCOME_NAMES[outcome][lang]} ${gistOf(scored, audit, lang)}` };
  const point = { ok: false, text, about: factsOf(scored, audit, lang) };
  const excuse = waived ? waivedText(waived, lang) : OBLIGATION_NAMES[rule.obligation][lang];
  return blocks ? point : { ...point, directive: `TODO ${excuse}` };
};

const gatePoint = (said: GateVerdict | undefined, lang: Lang): readonly Point[] => {
  if (said === undefined) return [];
  const text = pick({ lang }, '门槛', 'gate');
  return said.verdict === 'passed'
    ? [{ ok: true, text }]
    : [{ ok: false, text, about: { verdict: said.verdict, reason: said.reason[lang] } }];
};

const pointsOf = (audit: Audit, { gate, lang }: ReportOptions): readonly Point[] => {
  const verdict = gate?.(audit);
  return [...gatePoint(verdict, lang), ...audit.findings.map(scored => pointOf(scored, audit, verdict, lang))];
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

const ledgerLines = (audit: Audit, { lang }: ReportOptions): readonly string[] =>
  ledgerOf(audit, lang).map(line => ledgerText(line, lang));

/** TAP 14: a subtest a centre, a point a rule. */
const tap: Report = async function* (audits, options) {
  let count = 0;
  yield 'TAP version 14\n';
  for await (const audit of audits)
    yield subtest(centerName(audit), pointsOf(audit, options), ++count, ledgerLines(audit, options));
  for (const rejection of options.rejected ?? [])
    yield subtest(rejection.file, rejectedPoints(rejection, options.lang), ++count);
  for (const note of options.notes ?? []) yield `# ${clean(problemText(note, options.lang))}\n`;
  yield `1..${count}\n`;
};

export default tap;
