import type { Location } from '../../model/base/location.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { DefectValues, ScorecardError } from '../../model/scoring/scorecard-defect.ts';

export const defect = (
  reading: { readonly problems: Problem[] },
  location: Location,
  code: ScorecardError,
  values: DefectValues = {},
): undefined => {
  reading.problems.push(problem('bad-scorecard', location, { defect: code, values }));
};
