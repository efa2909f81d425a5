import { compareExact, decimalOf, exact, ZERO } from '../../model/base/exact.ts';
import type { PointsLine, Work } from '../../model/scoring/points.ts';
import type { FoundStep } from '../../model/scoring/scorecard.ts';
import { type Ends, orElse, type Weighed, type WeighScope } from './ends.ts';
import { upTo } from './records.ts';

export interface WeighedLine extends Weighed {
  readonly line: PointsLine;
}

export interface LineEnds {
  readonly low: WeighedLine;
  readonly high: WeighedLine;
}

const none = (kind: 'excused' | 'not_asked'): Weighed => ({ amount: ZERO, work: { kind } satisfies Work, things: [] });

/** Whether nothing was handed in that would excuse it, and nothing can be any more. */
const isTooLate = ({ excusedIf }: FoundStep, { closed, evidence }: WeighScope): boolean =>
  closed && evidence.undeclared === 'zero' && excusedIf?.truth === 'unknown';

const withConditions = (step: FoundStep, ends: Ends, scope: WeighScope): Ends => {
  const { onlyIf, excusedIf } = step;
  if (onlyIf?.truth === 'unmet') return { low: none('not_asked'), high: none('not_asked') };
  const isNothing = ends.high.amount !== null && compareExact(ends.high.amount, ZERO) === 0;
  if (excusedIf?.truth === 'met' && !isNothing) return { low: none('excused'), high: none('excused') };
  const asked = onlyIf?.truth === 'unknown' ? orElse(ends, none('not_asked')) : ends;
  const mayExcuse = excusedIf?.truth === 'unknown' && !isTooLate(step, scope);
  return mayExcuse ? orElse(asked, none('excused')) : asked;
};

const toLine = (step: FoundStep, number: number, { amount, work, things, unrounded }: Weighed): WeighedLine => {
  const after = upTo(amount, step.cap);
  const isCapped = step.cap !== undefined && (amount === null || compareExact(amount, exact(step.cap)) > 0);
  const line: PointsLine = {
    kind: step.kind,
    number,
    ...(step.title && { title: step.title }),
    work,
    ...(unrounded !== undefined && { unrounded }),
    raw: amount && decimalOf(amount),
    ...(isCapped && step.cap !== undefined && { cap: step.cap }),
    amount: after === null ? '0' : decimalOf(after),
    things,
  };
  return { amount: after, work, things, line };
};

/** One step of a row, at the least and at the most that it can take or give. */
export const weighStep = (step: FoundStep, number: number, scope: WeighScope): LineEnds => {
  const { low, high } = withConditions(step, scope.weigh(step.amount, scope), scope);
  return { low: toLine(step, number, low), high: toLine(step, number, high) };
};
