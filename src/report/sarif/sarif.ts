import type * as sarif from 'sarif';
import { jsonText } from '../../model/base/clean.ts';
import type { Report } from '../index.ts';
import { inputsRun, runOf, SCHEMA } from './run.ts';

const print = (run: sarif.Run): string =>
  jsonText(run, 2)
    .split('\n')
    .map(line => `    ${line}`)
    .join('\n');

/** SARIF 2.1.0, a run a centre with every finding of whatever kind. */
const report: Report = async function* (audits, options) {
  yield `{\n  "$schema": "${SCHEMA}",\n  "version": "2.1.0",\n  "runs": [`;
  let mark = '\n';
  for await (const audit of audits) {
    yield mark + print(runOf(audit, options));
    mark = ',\n';
  }
  const { rejected = [], notes = [] } = options;
  const problems = [...rejected.flatMap(rejection => rejection.problems), ...notes];
  if (problems.length > 0) yield mark + print(inputsRun(problems, options));
  yield '\n  ]\n}\n';
};

export default report;
