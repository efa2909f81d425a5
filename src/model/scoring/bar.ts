import { compareDecimals } from '../base/exact.ts';
import type { Audit } from '../finding/audit.ts';
import type { Truth } from '../finding/finding.ts';
import type { GateResult, ScorecardResult, VetoResult } from './points.ts';
import { isRank, type RankRule } from './rank.ts';
import type { Bar, Scorecard } from './scorecard.ts';

/** What a scorecard says of a centre by itself, where no rule does. */
export interface CardVerdict {
  /** Vetoes that take the whole score or set the grade: those that hold, and those that may. */
  readonly vetoed: readonly VetoResult[];
  readonly mayVeto: readonly VetoResult[];
  /** Absent where the scorecard names no bar. */
  readonly bar?: { readonly bar: Bar; readonly truth: Truth };
  /** All of it: unmet, unknown, met; undefined where nothing is asked. */
  readonly truth?: Truth;
}

const between = (surely: boolean, possibly: boolean): Truth => (surely ? 'met' : possibly ? 'unknown' : 'unmet');

const barTruth = (bar: Bar, { grades }: Pick<Scorecard, 'grades'>, { low, high, grade }: ScorecardResult): Truth => {
  if (bar.kind === 'score') {
    const reaches = (points: string): boolean => compareDecimals(points, bar.atLeast) >= 0;
    return between(reaches(low.points), reaches(high.points));
  }
  const place = (id: string): number => grades.findIndex(one => one.id === id);
  const enough = grade.candidates.map(({ id }) => place(id) <= place(bar.grade));
  return between(enough.every(Boolean), enough.some(Boolean));
};

/** Undefined where rules give the verdict. */
export const cardVerdict = ({ pack, scorecard }: Pick<Audit, 'pack' | 'scorecard'>): CardVerdict | undefined => {
  if (scorecard === undefined || pack.rules.length > 0) return undefined;
  const { asked, result } = scorecard;
  const grave = result.vetoes.filter(({ veto: { effect } }) => effect.kind === 'zero' || effect.kind === 'grade');
  const vetoed = grave.filter(({ truth }) => truth === 'met');
  const mayVeto = grave.filter(({ truth }) => truth === 'unknown');
  const bar = asked.bar && { bar: asked.bar, truth: barTruth(asked.bar, asked, result) };
  const truth: Truth | undefined =
    vetoed.length > 0 || bar?.truth === 'unmet'
      ? 'unmet'
      : mayVeto.length > 0 || bar?.truth === 'unknown'
        ? 'unknown'
        : bar?.truth;
  return { vetoed, mayVeto, ...(bar && { bar }), ...(truth && { truth }) };
};

export const rankOf = (asked: GateResult | VetoResult): RankRule | undefined => {
  if ('veto' in asked) return asked.veto.rank;
  return 'if' in asked.gate && isRank(asked.gate.if) ? asked.gate.if : undefined;
};

type Graded = { readonly [K in 'score' | 'scorecard']?: Audit[K] | undefined };

/** Whether a grade hangs on a place that is open. */
export const placeDecides = ({ score, scorecard }: Graded): boolean =>
  (score?.grade.candidates.length ?? 0) > 1 &&
  [...(scorecard?.result.gates ?? []), ...(scorecard?.result.vetoes ?? [])].some(
    asked => asked.truth === 'unknown' && rankOf(asked) !== undefined,
  );

/** How many rows wait for the other centres. */
export const waitingIn = ({ items }: Pick<ScorecardResult, 'items'>): number =>
  items.filter(({ pending, low, high }) => pending !== undefined && low.points !== high.points).length;
