import type { Scope } from '../../language/truth/scope.ts';
import type { Calendar } from '../../model/base/day.ts';
import { type Exact, exact } from '../../model/base/exact.ts';
import { type Finding, type Gap, type GapReason, isUnsaid } from '../../model/finding/finding.ts';
import type { Entered } from '../../model/profile/inspection.ts';
import type { Certainty, Domain, Figures, Measured } from '../../model/scoring/measure.ts';
import type { Evidence } from '../../model/scoring/scorecard.ts';

/** What the questions of a scorecard are put to. */
export interface ScorecardScope extends Scope {
  readonly findings: readonly Finding[];
  readonly entries: ReadonlyMap<string, Entered>;
  readonly evidence: Evidence;
  readonly calendar?: Calendar;
}

const NOTHING_SAID = {
  states: [],
  nothing: 'no',
  undeclared: false,
  things: [],
  gaps: [],
  outsideCalendar: [],
} as const satisfies Omit<Measured, 'domain' | 'figures'>;

export type Particulars = Partial<Omit<Measured, 'domain' | 'figures'>>;

export const isUndeclared = (gaps: readonly Gap[]): boolean => gaps.some(isUnsaid);

/** A measure whose figure lies between two bounds, or is settled when they are the same. */
export const measured = (domain: Domain, figures: Figures, more: Particulars = {}): Measured => ({
  ...NOTHING_SAID,
  domain,
  figures,
  undeclared: isUndeclared(more.gaps ?? []),
  ...more,
});

export const settled = (domain: Domain, figure: Exact | number | string, more: Particulars = {}): Measured => {
  const at = typeof figure === 'object' ? figure : exact(figure);
  return measured(domain, { low: at, high: at }, more);
};

export const wholeDomain = ({ least, most }: Domain): Figures => ({
  low: exact(least),
  high: most === null ? null : exact(most),
});

type State = Measured['states'][number];

const ANY_STATE: readonly State[] = ['not_applicable', 'did_not_occur'];

const STATES: Readonly<Partial<Record<GapReason, State>>> = {
  'not-applicable': 'not_applicable',
  'did-not-occur': 'did_not_occur',
};

/** In which of the states something is that is open but for no undeclared fact. */
const stateOf = (gaps: readonly Gap[]): Pick<Measured, 'states' | 'nothing'> => {
  const states = gaps.flatMap(gap => STATES[gap.reason] ?? []);
  const state = ANY_STATE.find(candidate => states.includes(candidate));
  return state === undefined ? { states: [], nothing: 'yes' } : { states: [state], nothing: 'no' };
};

/** What is known of something that has no value: everything is still possible, or it is in one of the states. */
export const openState = (gaps: readonly Gap[]): Pick<Measured, 'states' | 'nothing' | 'undeclared'> =>
  isUndeclared(gaps)
    ? { states: ANY_STATE, nothing: 'maybe', undeclared: true }
    : { ...stateOf(gaps), undeclared: false };

export const withoutValue = (domain: Domain, gaps: readonly Gap[]): Measured => {
  const open = openState(gaps);
  return { ...NOTHING_SAID, domain, gaps, ...open, ...(open.undeclared && { figures: wholeDomain(domain) }) };
};

const either = (a: Certainty, b: Certainty): Certainty =>
  a === 'yes' || b === 'yes' ? 'yes' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'no';

/** What a measure made of others inherits from them; the first that surely has no figure decides. */
export const inherited = (parts: readonly Measured[]): Required<Particulars> => {
  const end = parts.findIndex(part => part.figures === undefined);
  const heard = end < 0 ? parts : parts.slice(0, end + 1);
  return {
    states: [...new Set(heard.flatMap(part => part.states))],
    nothing: heard.map(part => part.nothing).reduce(either, 'no'),
    undeclared: heard.some(part => part.undeclared),
    things: heard.flatMap(part => part.things),
    gaps: heard.flatMap(part => part.gaps),
    besides: heard.flatMap(part => part.besides ?? []),
    outsideCalendar: heard.flatMap(part => part.outsideCalendar),
  };
};

export const unmeasured = (domain: Domain, more: Particulars): Measured => ({ ...NOTHING_SAID, ...more, domain });
