import { createHash } from 'node:crypto';
import { jsonText } from '../model/base/clean.ts';
import { isCell, type Location, placeInFile } from '../model/base/location.ts';
import type { Problem } from '../model/base/problem.ts';
import { append, both } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import { fingerprintOf } from '../model/finding/fingerprint.ts';
import { isOpen } from '../model/finding/matter.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import type { Obligation } from '../model/standard/pack.ts';
import { sentenceText, tellFinding } from '../tell/audit/finding.ts';
import { MOST, type Subject, subjectOf } from '../tell/audit/subject.ts';
import { centerName } from '../words/names.ts';
import { problemText } from '../words/problems/problems.ts';
import { pick } from '../words/reader.ts';
import { inspectionTexts } from '../words/scoring/stages.ts';
import type { Report, ReportOptions } from './index.ts';
import { clean } from './text/layout.ts';

const FAILED = { must: 'critical', should: 'minor', may: 'info' } as const satisfies Record<Obligation, string>;

const OPEN = { must: 'major', should: 'info', may: 'info' } as const satisfies Record<Obligation, string>;

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** A cell has no line: it is named in the description. */
const issue = (location: Location, text: string, rest: Omit<Issue, 'description' | 'location'>): Issue => ({
  description: clean(isCell(location) ? `${placeInFile(location)} ${text}` : text),
  ...rest,
  location: { path: location.file, lines: { begin: isCell(location) ? 1 : location.line } },
});

const ofFinding = (scored: ScoredFinding, subject: Subject): Issue => {
  const { rule, outcome } = scored.finding;
  const words = tellFinding(scored, subject);
  const text = `${centerName(subject.audit)}${pick(subject, '：', ': ')}${sentenceText(words, subject.lang)}`;
  return issue(words.place, text, {
    check_name: rule.id,
    fingerprint: fingerprintOf(scored.finding, subject.audit.profile),
    severity: (outcome === 'fail' ? FAILED : OPEN)[rule.obligation],
  });
};

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Those of the same kind in one file are told apart by their order, not by their lines. */
const ofProblems = (problems: readonly Problem[], { lang }: ReportOptions): readonly Issue[] => {
  const seen = new Map<string, number>();
  return problems.map(problem => {
    const { code, severity, location } = problem;
    const kind = JSON.stringify([location.file, code]);
    const turn = seen.get(kind) ?? 0;
    seen.set(kind, turn + 1);
    return issue(location, problemText(problem, lang), {
      check_name: code,
      fingerprint: digestOf(`${kind}${turn}`),
      severity: severity === 'error' ? 'blocker' : 'info',
    });
  });
};

/** Who inspected and when, both scores, and every change with its reason. */
const ofInspection = (audit: Audit, { lang }: ReportOptions): readonly Issue[] =>
  inspectionTexts(audit, lang).map((text, at) =>
    issue(audit.profile.root, `${centerName(audit)}${both('：', ': ')[lang]}${text}`, {
      check_name: 'inspection',
      fingerprint: digestOf(JSON.stringify([audit.profile.path, centerName(audit), audit.pack.id, at])),
      severity: 'info',
    }),
  );

/** A Code Quality report: what fails or is open and not waived, and what is wrong with the files themselves. */
const gitlab: Report = async function* (audits, options) {
  const issues: Issue[] = [];
  const problems: Problem[] = [];
  for await (const audit of audits) {
    const open = audit.findings.filter(({ finding, waived }) => isOpen(finding) && !waived);
    const subject = subjectOf(audit, { ...options, most: MOST, part: undefined });
    append(
      issues,
      open.map(scored => ofFinding(scored, subject)),
      ofInspection(audit, options),
    );
    append(problems, audit.warnings);
  }
  const { rejected = [], notes = [] } = options;
  append(
    problems,
    rejected.flatMap(rejection => rejection.problems),
    notes,
  );
  yield `${jsonText([...issues, ...ofProblems([...new Set(problems)], options)], 2)}\n`;
};

export default gitlab;
