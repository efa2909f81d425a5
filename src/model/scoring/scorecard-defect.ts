/** Why a scorecard cannot give a number that a person could repeat. */
export const SCORECARD_ERRORS = [
  'no-amount',
  'too-fine',
  'not-a-figure',
  'too-small',
  'not-in-unit',
  'per-unsaid',
  'steps-unsaid',
  'floor-unsaid',
  'cap-unsaid',
  'start-unsaid',
  'no-method',
  'unbounded',
  'bands-gap',
  'bands-overlap',
  'bands-empty',
  'grades-gap',
  'grades-overlap',
  'grades-order',
  'treatment-unsaid',
  'not-checked-unsaid',
  'scale-with-bounds',
  'class-without-rest',
  'class-points-missing',
  'escalation-order',
  'calendar-missing',
  'entry-twice',
  'declared-in-scorecard',
  'not-per-record',
  'share-of-figure',
  'number-type',
  'date-type',
  'once-per-differs',
  'measure-unknown',
  'step-unknown',
  'each-missing',
  'peers-in-form',
  'again-unsaid',
  'again-with-once',
  'standard-unsaid',
  'sheet-no-rows',
  'sheet-no-head',
  'sheet-blank',
  'sheet-unreadable',
  'sheet-contradicts',
  'sheet-sum',
  'sheet-fact-twice',
  'sheet-rest-missing',
] as const;

/** What a reader of the scorecard would ask about although a number comes out. */
export const SCORECARD_DOUBTS = [
  'out-of-reach',
  'parts-short',
  'parts-over',
  'empty-loses',
  'header-differs',
  'total-differs',
  'one-off-over',
  'unit-unnamed',
  'note-elsewhere',
  'amount-in-note',
  'edge-in-title',
  'grade-out-of-reach',
  'discouraged',
  'priceless',
] as const;

export type ScorecardError = (typeof SCORECARD_ERRORS)[number];

export type ScorecardDoubt = (typeof SCORECARD_DOUBTS)[number];

export const INSPECTION_DEFECTS = [
  'not-in-scorecard',
  'wrong-bureau',
  'out-of-range',
  'not-a-step',
  'not-a-tally',
  'no-such-option',
  'no-reason',
  'no-person',
  'no-level',
  'other-center',
  'other-scheme',
  'twice',
  'nothing-changed',
  'no-such-record',
  'no-center',
  'no-records',
  'stray-record',
] as const;

export type InspectionDefect = (typeof INSPECTION_DEFECTS)[number];

/** The particulars that a sentence about a defect needs, by name. */
export type DefectValues = Readonly<Record<string, string>>;
