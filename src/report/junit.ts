import { formatLocation } from '../model/base/location.ts';
import type { Problem } from '../model/base/problem.ts';
import { both, type Lang } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { GateVerdict } from '../model/finding/gate.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import { element, textElement } from '../sheets/xml.ts';
import { detailText, headingText, tellFinding } from '../tell/audit/finding.ts';
import { MOST, type Subject, subjectOf } from '../tell/audit/subject.ts';
import type { FindingWords } from '../tell/block.ts';
import { scorecardTexts } from '../tell/scorecard.ts';
import { centerName, clauseText, label, OUTCOME_NAMES, sectionTitle } from '../words/names.ts';
import { problemLine, problemText } from '../words/problems/problems.ts';
import { scoreText } from '../words/scoring/score.ts';
import { inspectionTexts } from '../words/scoring/stages.ts';
import type { Rejection, Report, ReportOptions } from './index.ts';
import { clean } from './text/layout.ts';

type Result = 'passed' | 'failure' | 'error' | 'skipped';

interface TestCase {
  readonly classname: string;
  readonly name: string;
  readonly result: Result;
  readonly type?: string;
  readonly message: string;
  readonly text: string;
}

interface Suite {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly TestCase[];
  readonly notes: readonly string[];
}

/** Readers split a class name at its dots. */
const undotted = (name: string): string => name.replaceAll('.', '．');

const textOf = ({ details, place }: FindingWords, lang: Lang): string => {
  const places = details.find(({ kind }) => kind === 'place')?.places ?? [place];
  const said = details.filter(({ kind }) => kind !== 'place').map(({ name, text }) => `${name}: ${text}`);
  return [...said, `${label('place', lang)}: ${[...new Set(places.map(formatLocation))].join('  ')}`]
    .map(clean)
    .join('\n');
};

const skippedFor = (words: FindingWords, lang: Lang): string => {
  const colon = both('：', ': ')[lang];
  if (words.waived) return clean(`${both('已豁免', 'waived')[lang]}${colon}${detailText(words, 'waived')}`);
  return clean(`${OUTCOME_NAMES[words.outcome][lang]}${colon}${words.gist}`);
};

/** What stands in the way fails; all else that is not met is skipped, or a reader would fail what the gate lets pass. */
const resultOf = ({ finding, waived }: ScoredFinding, blocking: readonly string[] | undefined): Result => {
  const { rule, outcome } = finding;
  if (outcome === 'pass') return 'passed';
  const blocks = blocking?.includes(rule.id) ?? (rule.obligation !== 'may' && outcome === 'fail' && !waived);
  if (!blocks) return 'skipped';
  return outcome === 'fail' ? 'failure' : 'error';
};

const toCase = (scored: ScoredFinding, verdict: GateVerdict | undefined, subject: Subject): TestCase => {
  const { rule } = scored.finding;
  const { audit, lang } = subject;
  const result = resultOf(scored, verdict?.blocking);
  const base = {
    classname: `${undotted(centerName(audit))}.${undotted(sectionTitle(audit.pack, rule.section, lang))}`,
    name: headingText({ clause: clauseText(rule), title: rule.title[lang] }),
    result,
    type: rule.obligation,
  };
  if (result === 'passed') return { ...base, message: '', text: '' };
  const words = tellFinding(scored, subject);
  if (result === 'skipped') return { ...base, message: '', text: skippedFor(words, lang) };
  return { ...base, message: `${words.binds} · ${words.gist}`, text: textOf(words, lang) };
};

const gateCase = (audit: Audit, said: GateVerdict | undefined, lang: Lang): readonly TestCase[] => {
  if (said === undefined) return [];
  const result = ({ passed: 'passed', failed: 'failure', undecided: 'error' } as const)[said.verdict];
  const title = label('gate', lang).toLowerCase();
  const reason = said.reason[lang];
  return [
    {
      classname: `${undotted(centerName(audit))}.${title}`,
      name: title,
      result,
      type: said.verdict,
      message: reason,
      text: result === 'passed' ? '' : clean(reason),
    },
  ];
};

const propertiesOf = (audit: Audit, { lang, tool }: ReportOptions): Suite['properties'] => ({
  file: audit.profile.path,
  sha256: audit.profile.sha256,
  pack: `${audit.pack.id} ${audit.pack.version}`,
  asOf: audit.asOf,
  score: scoreText(audit, lang),
  tool: `${tool.name} ${tool.version}`,
});

const suiteOf = (audit: Audit, options: ReportOptions): Suite => {
  const { lang } = options;
  const { profile, pack } = audit;
  const verdict = options.gate?.(audit);
  const subject = subjectOf(audit, { ...options, most: MOST, part: undefined });
  return {
    name: [profile.center.county, centerName(audit), pack.id].filter(part => part !== undefined).join(' · '),
    properties: propertiesOf(audit, options),
    cases: [...gateCase(audit, verdict, lang), ...audit.findings.map(scored => toCase(scored, verdict, subject))],
    notes: [
      ...audit.warnings.map(warning => problemLine(warning, lang)),
      ...scorecardTexts(audit, lang),
      ...inspectionTexts(audit, lang),
    ],
  };
};

const problemCase =
  (file: string, lang: Lang) =>
  (problem: Problem): TestCase => ({
    classname: undotted(file),
    name: formatLocation(problem.location),
    result: problem.severity === 'error' ? 'error' : 'passed',
    type: problem.code,
    message: problemText(problem, lang),
    text: clean(problemLine(problem, lang)),
  });

const rejectedSuite = ({ file, problems }: Rejection, lang: Lang): Suite => ({
  name: file,
  properties: { file },
  cases: problems.map(problemCase(file, lang)),
  notes: [],
});

const caseXml = ({ classname, name, result, type = '', message, text }: TestCase): readonly string[] => {
  const attributes = { classname: clean(classname), name: clean(name), time: 0 };
  if (result === 'passed') return element('testcase', attributes, []);
  const outcome = result === 'skipped' ? {} : { message: clean(message), type };
  return element('testcase', attributes, [textElement(result, outcome, text)]);
};

const suiteXml = ({ name, properties, cases, notes }: Suite): readonly string[] => {
  const count = (wanted: Result): number => cases.filter(({ result }) => result === wanted).length;
  const [failures, errors, skipped] = [count('failure'), count('error'), count('skipped')];
  return element('testsuite', { name: clean(name), tests: cases.length, failures, errors, skipped, time: 0 }, [
    ...element(
      'properties',
      {},
      Object.entries(properties).map(([key, value]) => textElement('property', { name: key, value: clean(value) }, '')),
    ),
    ...cases.flatMap(caseXml),
    ...(notes.length === 0 ? [] : [textElement('system-out', {}, notes.map(clean).join('\n'))]),
  ]);
};

const print = (lines: readonly string[]): string => lines.map(line => `  ${line}\n`).join('');

/** A suite a centre, a case a rule, for readers of test results. */
const junit: Report = async function* (audits, options) {
  const { lang, rejected = [], notes = [] } = options;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="duibiao">\n';
  for await (const audit of audits) yield print(suiteXml(suiteOf(audit, options)));
  for (const rejection of rejected) yield print(suiteXml(rejectedSuite(rejection, lang)));
  if (notes.length > 0) {
    const texts = notes.map(note => problemLine(note, lang));
    yield print(
      suiteXml({
        name: both('提示', 'notes')[lang],
        properties: { tool: options.tool.name },
        cases: [],
        notes: texts,
      }),
    );
  }
  yield '</testsuites>\n';
};

export default junit;
