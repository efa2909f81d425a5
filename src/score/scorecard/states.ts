import { exact } from '../../model/base/exact.ts';
import { type Gap, isUnsaid, type Verdict } from '../../model/finding/finding.ts';
import type { EvidenceState, Figures, Measured } from '../../model/scoring/measure.ts';
import type { Treated } from '../../model/scoring/points.ts';
import type { Evidence, FoundAmount, FoundStep, RecordsFound } from '../../model/scoring/scorecard.ts';

/** Under what a row is read: what it scores without a figure, and whether anything can still be handed in. */
export interface Reading {
  readonly evidence: Evidence;
  readonly closed: boolean;
}

/** What one question may turn out as: a figure, nothing for its own step, or something for the whole row. */
export interface Outcome {
  readonly figure: boolean;
  readonly idle: boolean;
  readonly treated: readonly Treated[];
}

const CERTAIN: Outcome = { figure: true, idle: false, treated: [] };

/** The states that something may be in, with what the row says of each. */
const byStates = (
  states: readonly EvidenceState[],
  { evidence }: Reading,
): Omit<Outcome, 'figure'> & { open: boolean } => {
  const ruled = states.map((state): Treated => ({ state, treatment: evidence.states[state] }));
  return {
    open: ruled.some(({ treatment }) => treatment === 'open'),
    idle: ruled.some(({ treatment }) => treatment === 'no_effect'),
    treated: ruled.filter(({ treatment }) => treatment !== 'open' && treatment !== 'no_effect'),
  };
};

const NO_MATERIAL: Treated = { state: 'undeclared', treatment: 'zero' };

/** Where no written material is no points, a fact that nobody stated is that, for good once the day is past; one that cannot be read is not. */
const withMaterial = (outcome: Outcome, undeclared: boolean, { evidence, closed }: Reading): Outcome => {
  if (!undeclared || evidence.undeclared !== 'zero') return outcome;
  return closed
    ? { figure: false, idle: false, treated: [NO_MATERIAL] }
    : { ...outcome, treated: [...outcome.treated, NO_MATERIAL] };
};

type Open = Pick<Measured, 'states' | 'nothing' | 'undeclared' | 'gaps'>;

const lacksMaterial = ({ undeclared, gaps }: Open): boolean =>
  undeclared && !gaps.some(({ reason }) => reason === 'unreadable');

const statesOf = ({ states, nothing }: Pick<Open, 'states' | 'nothing'>): readonly EvidenceState[] =>
  nothing === 'no' ? states : [...states, 'nothing_to_measure'];

/** Whether there surely is nothing to measure, and the row says what that scores. */
const isRuledOut = ({ nothing }: Pick<Open, 'nothing'>, { evidence }: Reading): boolean =>
  nothing === 'yes' && evidence.states.nothing_to_measure !== 'open';

const outcomeOf = (open: Open, hasFigures: boolean, reading: Reading): Outcome => {
  const states = byStates(statesOf(open), reading);
  const figure = (hasFigures && !isRuledOut(open, reading)) || states.open;
  return withMaterial({ figure, idle: states.idle, treated: states.treated }, lacksMaterial(open), reading);
};

export const measureOutcome = (measured: Measured, reading: Reading): Outcome =>
  outcomeOf(measured, measured.figures !== undefined, reading);

/** The figures to reckon with: all that is possible where a state is left open. */
export const figuresOf = (measured: Measured, reading: Reading): Figures | undefined => {
  const { least, most } = measured.domain;
  const unsure = measured.figures === undefined || measured.undeclared || measured.nothing === 'maybe';
  if (unsure && byStates(statesOf(measured), reading).open)
    return { low: exact(least), high: most === null ? null : exact(most) };
  return isRuledOut(measured, reading) ? undefined : measured.figures;
};

const gapState = (gaps: readonly Gap[]): Pick<Open, 'states' | 'nothing'> => {
  const reasons = gaps.map(gap => gap.reason);
  if (reasons.includes('not-applicable')) return { states: ['not_applicable'], nothing: 'no' };
  return reasons.includes('did-not-occur')
    ? { states: ['did_not_occur'], nothing: 'no' }
    : { states: [], nothing: 'yes' };
};

export const verdictOutcome = (verdict: Verdict, reading: Reading): Outcome => {
  if (verdict.truth !== 'unknown') return CERTAIN;
  const { gaps } = verdict;
  const undeclared = gaps.some(isUnsaid);
  return undeclared
    ? outcomeOf({ states: ['not_applicable', 'did_not_occur'], nothing: 'maybe', undeclared, gaps }, true, reading)
    : outcomeOf({ ...gapState(gaps), undeclared, gaps }, false, reading);
};

export const recordsOutcome = ({ empty, unread }: RecordsFound, reading: Reading): Outcome =>
  unread === undefined
    ? outcomeOf({ states: [], nothing: empty ? 'yes' : 'no', undeclared: false, gaps: [] }, true, reading)
    : outcomeOf(unread, unread.undeclared, reading);

/** One question after the other: the first that surely has no figure settles the matter. */
const inTurn = (outcomes: readonly Outcome[]): Outcome => {
  const end = outcomes.findIndex(({ figure, idle }) => !figure && !idle);
  const heard = end < 0 ? outcomes : outcomes.slice(0, end + 1);
  return {
    figure: end < 0,
    idle: heard.some(({ idle }) => idle),
    treated: heard.flatMap(({ treated }) => treated),
  };
};

/** Of several ways, one with a figure is enough. */
const anyOf = (outcomes: readonly Outcome[]): Outcome => {
  const figure = outcomes.some(outcome => outcome.figure || outcome.idle);
  const all = outcomes.every(({ treated }) => treated.length > 0);
  return { figure, idle: false, treated: all ? outcomes.flatMap(({ treated }) => treated) : [] };
};

const amountOutcome = (amount: FoundAmount, reading: Reading): Outcome => {
  switch (amount.kind) {
    case 'base':
    case 'form':
      return CERTAIN;
    case 'once':
      return verdictOutcome(amount.if, reading);
    case 'options':
      return optionsOutcome(amount.options, reading);
    case 'best_of':
      return anyOf(amount.of.map(step => stepOutcome(step, reading)));
    case 'group':
      return inTurn(amount.of.map(step => stepOutcome(step, reading)));
    case 'records':
      return recordsOutcome(amount.records, reading);
    case 'each':
    case 'tiers':
    case 'share':
    case 'relative':
    case 'entered':
      return measureOutcome(amount.measure, reading);
  }
};

/** One question, after which another may or may not be asked. */
const thenPerhaps = (first: Outcome, next: Outcome): Outcome =>
  first.figure || first.idle
    ? { figure: true, idle: first.idle || next.idle, treated: [...first.treated, ...next.treated] }
    : first;

/** The next option is asked only where the one before it does not hold. */
const optionsOutcome = ([first, ...rest]: readonly { readonly if: Verdict }[], reading: Reading): Outcome => {
  if (first === undefined || first.if.truth === 'met') return CERTAIN;
  const next = optionsOutcome(rest, reading);
  return first.if.truth === 'unmet' ? next : thenPerhaps(verdictOutcome(first.if, reading), next);
};

const stepOutcome = ({ amount, onlyIf, excusedIf }: FoundStep, reading: Reading): Outcome => {
  if (onlyIf?.truth === 'unmet' || excusedIf?.truth === 'met') return CERTAIN;
  const asked = amountOutcome(amount, reading);
  const unlessExcused = excusedIf === undefined || excusedIf.truth === 'unmet' ? asked : thenPerhaps(CERTAIN, asked);
  return onlyIf?.truth === 'unknown' ? thenPerhaps(verdictOutcome(onlyIf, reading), unlessExcused) : unlessExcused;
};

/** What a row may turn out as, before it is added up. */
export const rowOutcome = (steps: readonly FoundStep[], reading: Reading): Outcome =>
  inTurn(steps.map(step => stepOutcome(step, reading)));
