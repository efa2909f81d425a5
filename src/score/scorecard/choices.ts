import { type Exact, exact, ZERO } from '../../model/base/exact.ts';
import type { FoundAmount } from '../../model/scoring/scorecard.ts';
import { addTo, type Ends, isLess, maybeIdle, NOTHING, orElse, same, type Weighed, type WeighScope } from './ends.ts';
import { verdictOutcome } from './states.ts';
import { weighStep } from './step.ts';

type Options = Extract<FoundAmount, { kind: 'options' }>;

/** Every option that may be the first to hold. */
export const weighOptions = ({ options, otherwise }: Options, scope: WeighScope): Ends => {
  const last: Weighed = { amount: exact(otherwise), work: { kind: 'options', number: 0 }, things: [] };
  const met = options.findIndex(option => option.if.truth === 'met');
  const asked = met < 0 ? options : options.slice(0, met + 1);
  const verdicts = asked.map(option => verdictOutcome(option.if, scope));
  const stop = verdicts.findIndex(({ figure }) => !figure);
  const reached = (stop < 0 ? asked : asked.slice(0, stop)).flatMap((option, index) =>
    option.if.truth === 'unmet' ? [] : [weighOption(option, index)],
  );
  const rest = stop >= 0 ? [NOTHING] : met < 0 ? [last] : [];
  const idle = verdicts.some(one => one.idle || (scope.lenient && one.treated.length > 0));
  const [first, ...more] = [...reached, ...rest];
  if (first === undefined) throw new Error('no option is left');
  return maybeIdle(more.reduce(orElse, same(first)), idle);
};

const weighOption = ({ points, title }: Options['options'][number], index: number): Weighed => ({
  amount: exact(points),
  work: { kind: 'options', number: index + 1, ...(title && { title }) },
  things: [],
});

type Several = Extract<FoundAmount, { of: unknown }>;

/** The best of several ways. */
export const weighBest = ({ of }: Several, scope: WeighScope): Ends => {
  const each = of.map((step, index) => weighStep(step, index + 1, { ...scope, lenient: true }));
  const best = (end: 'low' | 'high'): Weighed => {
    const lines = each.map(ends => ends[end]);
    const chosen = lines.reduce(
      (top, line, index) => (isLess(lines[top]?.amount ?? null, line.amount) ? index : top),
      0,
    );
    const { amount = null, things = [] } = lines[chosen] ?? {};
    return { amount, things, work: { kind: 'best_of', chosen: chosen + 1, of: lines.map(({ line }) => line) } };
  };
  return { low: best('low'), high: best('high') };
};

/** Several together. */
export const weighGroup = ({ of }: Several, scope: WeighScope): Ends => {
  const each = of.map((step, index) => weighStep(step, index + 1, scope));
  const all = (end: 'low' | 'high'): Weighed => {
    const lines = each.map(ends => ends[end]);
    const amount = lines.reduce<Exact | null>((sum, line) => addTo(sum, line.amount), ZERO);
    return {
      amount,
      work: { kind: 'group', of: lines.map(({ line }) => line) },
      things: lines.flatMap(({ things }) => things),
    };
  };
  return { low: all('low'), high: all('high') };
};
