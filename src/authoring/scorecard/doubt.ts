import type { DefectValues, ScorecardDoubt } from '../../model/scoring/scorecard-defect.ts';

/** What a reader of the scorecard would ask about one row. */
export interface Doubt {
  readonly doubt: ScorecardDoubt;
  readonly values: DefectValues;
}
