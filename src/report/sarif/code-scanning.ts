import type * as sarif from 'sarif';
import { jsonText } from '../../model/base/clean.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { ScoredFinding } from '../../model/scoring/score.ts';
import type { Report, ReportOptions } from '../index.ts';
import { inputsRun, mergedRun, SCHEMA } from './run.ts';

/** Viewers that take every result for an alert, GitHub's among them, are shown what is amiss and nothing else. */
const isAlert = ({ finding, waived, change }: ScoredFinding): boolean =>
  finding.outcome === 'fail' && waived === undefined && change !== 'unchanged';

/** An alert stands at a line: one of a cell at the first, with the cell in its text. */
const atLine = (result: sarif.Result): sarif.Result => {
  const [place, ...others] = result.locations ?? [];
  if (place?.physicalLocation === undefined || place.physicalLocation.region !== undefined) return result;
  const cell = place.logicalLocations?.find(({ kind }) => kind === 'cell')?.fullyQualifiedName ?? '';
  const physicalLocation = { ...place.physicalLocation, region: { startLine: 1, startColumn: 1 } };
  return {
    ...result,
    message: { text: `${cell} ${result.message.text}`.trim() },
    locations: [{ ...place, physicalLocation }, ...others],
  };
};

const alertsOf = (audit: Audit): Audit => ({ ...audit, findings: audit.findings.filter(isAlert) });

const runsOf = (audits: readonly Audit[], options: ReportOptions): readonly sarif.Run[] =>
  [...new Set(audits.map(({ pack }) => pack.id))].flatMap(id => {
    const [first, ...others] = audits.filter(({ pack }) => pack.id === id);
    return first === undefined ? [] : [mergedRun([first, ...others], options)];
  });

/** SARIF for code scanning: one run a pack, with what fails in all centres and what is wrong with their files. */
const report: Report = async function* (audits, options) {
  const held: Audit[] = [];
  for await (const audit of audits) held.push(alertsOf(audit));
  const { rejected = [], notes = [] } = options;
  const warnings = held.flatMap(audit => audit.warnings);
  const problems = [...new Set([...rejected.flatMap(rejection => rejection.problems), ...warnings, ...notes])];
  const runs = [...runsOf(held, options), inputsRun(problems, options)].map(run => ({
    ...run,
    results: run.results?.map(atLine),
  }));
  yield `${jsonText({ $schema: SCHEMA, version: '2.1.0', runs }, 2)}\n`;
};

export default report;
