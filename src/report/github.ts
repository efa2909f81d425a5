import { isCell, type Location, placeInFile } from '../model/base/location.ts';
import type { Problem } from '../model/base/problem.ts';
import { append, both } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import type { Obligation } from '../model/standard/pack.ts';
import { gistText, headingText, tellFinding } from '../tell/audit/finding.ts';
import { MOST, type Subject, subjectOf } from '../tell/audit/subject.ts';
import { centerName } from '../words/names.ts';
import { problemText } from '../words/problems/problems.ts';
import { pick } from '../words/reader.ts';
import { inspectionTexts } from '../words/scoring/stages.ts';
import type { Report, ReportOptions } from './index.ts';
import { clean } from './text/layout.ts';

const LEVELS = ['error', 'warning', 'notice'] as const;

type Level = (typeof LEVELS)[number];

interface Annotation {
  readonly level: Level;
  readonly location: Location;
  readonly title: string;
  readonly text: string;
}

const FAILED: Readonly<Record<Obligation, Level>> = { must: 'error', should: 'warning', may: 'notice' };

const escapeText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeText(clean(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A cell has no line: it is named in the text. */
const commandOf = ({ level, location, title, text }: Annotation): string => {
  const cell = isCell(location);
  const place = cell ? {} : { line: String(location.line), col: String(location.column) };
  const properties = Object.entries({ title, file: location.file, ...place })
    .map(([name, value]) => `${name}=${escapeProperty(value)}`)
    .join(',');
  const said = text.split('\n').map(clean).join('\n');
  return `::${level} ${properties}::${escapeText(cell ? `${placeInFile(location)} ${said}` : said)}\n`;
};

const levelOf = ({ finding, waived, change }: ScoredFinding, all: boolean): Level | undefined => {
  const { rule, outcome } = finding;
  if (rule.obligation === 'may' && !all) return undefined;
  if (change === 'unchanged' || (outcome !== 'fail' && outcome !== 'unknown')) return undefined;
  if (waived) return 'notice';
  if (outcome === 'fail') return FAILED[rule.obligation];
  return rule.obligation === 'must' ? 'warning' : undefined;
};

const annotate = (scored: ScoredFinding, subject: Subject, all: boolean): readonly Annotation[] => {
  const level = levelOf(scored, all);
  if (level === undefined) return [];
  const words = tellFinding(scored, subject);
  const said = words.details.filter(({ kind }) => kind === 'remedy' || kind === 'waived');
  const colon = pick(subject, '：', ': ');
  return [
    {
      level,
      location: words.place,
      title: headingText(words),
      text: [
        `${centerName(subject.audit)}${colon}${gistText(words, subject.lang)}`,
        ...said.map(({ name, text }) => `${name}${colon}${text}`),
      ].join('\n'),
    },
  ];
};

const ofProblem = (problem: Problem, { lang }: ReportOptions): Annotation => ({
  level: problem.severity,
  location: problem.location,
  title: problem.severity === 'error' ? both('申报表有误', 'Bad input')[lang] : both('提示', 'Note')[lang],
  text: problemText(problem, lang),
});

const ofGate = (audit: Audit, { gate, lang }: ReportOptions): readonly Annotation[] => {
  const said = gate?.(audit);
  if (said === undefined || said.verdict === 'passed') return [];
  const title = both('未通过', 'Gate')[lang];
  return [{ level: 'error', location: audit.profile.root, title, text: `${centerName(audit)}: ${said.reason[lang]}` }];
};

const ofInspection = (audit: Audit, { lang }: ReportOptions): readonly Annotation[] => {
  const texts = inspectionTexts(audit, lang);
  const title = both('现场核查', 'Inspection')[lang];
  return texts.length === 0
    ? []
    : [{ level: 'notice', location: audit.profile.root, title, text: [centerName(audit), ...texts].join('\n') }];
};

/** Commands by which a log of GitHub Actions marks lines. Errors come first: no more than ten of a kind are shown. */
const github: Report = async function* (audits, options) {
  const found: Annotation[] = [];
  for await (const audit of audits) {
    const subject = subjectOf(audit, { ...options, most: MOST, part: undefined });
    append(
      found,
      ofGate(audit, options),
      audit.findings.flatMap(scored => annotate(scored, subject, options.all)),
    );
    append(
      found,
      audit.warnings.map(warning => ofProblem(warning, options)),
      ofInspection(audit, options),
    );
  }
  const { rejected = [], notes = [] } = options;
  const problems = [...rejected.flatMap(rejection => rejection.problems), ...notes];
  const all = [...problems.map(problem => ofProblem(problem, options)), ...found];
  for (const level of LEVELS) for (const annotation of all) if (annotation.level === level) yield commandOf(annotation);
};

export default github;
