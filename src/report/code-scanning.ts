import type * as sarif from 'sarif';
import type { Audit } from '../model/audit.ts';
import type { ScoredFinding } from '../model/score.ts';
import type { Report, ReportOptions } from './index.ts';
import { inputsRun, mergedRun, SCHEMA } from './sarif/run.ts';

/** Viewers that take every result for an alert, GitHub's among them, are shown what is amiss and nothing else. */
const isAlert = ({ finding, waived, change }: ScoredFinding): boolean =>
  finding.outcome === 'fail' && waived === undefined && change !== 'unchanged';

const alertsOf = (audit: Audit): Audit => ({ ...audit, findings: audit.findings.filter(isAlert) });

const runsOf = (audits: readonly Audit[], options: ReportOptions): readonly sarif.Run[] =>
  [...Map.groupBy(audits, ({ pack }) => pack.id).values()].map(own => mergedRun(own, options));

/** SARIF for code scanning: one run a pack, with what fails in all centres and what is wrong with their files. */
const report: Report = async function* (audits, options) {
  const held: Audit[] = [];
  for await (const audit of audits) held.push(alertsOf(audit));
  const { rejected = [], notes = [] } = options;
  const warnings = held.flatMap(audit => audit.warnings);
  const problems = [...new Set([...rejected.flatMap(rejection => rejection.problems), ...warnings, ...notes])];
  const runs = [...runsOf(held, options), inputsRun(problems, options)];
  yield `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs }, null, 2)}\n`;
};

export default report;
