import { once } from '../../model/base/memo.ts';
import type { Decimal, Fact } from '../../model/base/value.ts';
import type { Entered } from '../../model/profile/inspection.ts';
import type { ScorecardResult } from '../../model/scoring/points.ts';

/** A case that the tool proposes: everything that it takes to score the most, or the least, and what that comes to. */
export interface Extreme {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly entered: readonly Entered[];
  readonly low: Decimal;
  readonly high: Decimal;
}

export type Answered = Pick<Extreme, 'facts' | 'entered'>;

/** What may be answered, by what has been. */
export type Question = (before: Answered) => readonly Partial<Answered>[];

/** What has been answered, what it comes to, and every answer to the question that follows. */
interface Tried {
  readonly answered: Answered;
  readonly result: ScorecardResult;
  readonly following: () => readonly Tried[];
}

/** All answers to questions one after the other, each weighed when it is first asked for: searches share where they begin. */
export const triedFrom = (
  [question, ...rest]: readonly Question[],
  answered: Answered,
  weigh: (answered: Answered) => ScorecardResult,
): Tried => ({
  answered,
  result: weigh(answered),
  following: once(() => {
    const answers = question?.(answered) ?? [];
    if (question !== undefined && answers.length === 0) return triedFrom(rest, answered, weigh).following();
    return answers.map(({ facts = new Map<string, Fact>(), entered = [] }) =>
      triedFrom(
        rest,
        { facts: new Map([...answered.facts, ...facts]), entered: [...answered.entered, ...entered] },
        weigh,
      ),
    );
  }),
});

/** One after the other, each question is answered by what leaves the score highest, or lowest. */
export const search = (start: Tried, better: (a: ScorecardResult, b: ScorecardResult) => boolean): Extreme => {
  let best = start;
  for (let [first, ...rest] = best.following(); first !== undefined; [first, ...rest] = best.following())
    best = rest.reduce((a, b) => (better(b.result, a.result) ? b : a), first);
  const { low, high } = best.result;
  return { ...best.answered, low: low.points, high: high.points };
};
