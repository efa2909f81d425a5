import { type Exact, exact, over, times, ZERO } from '../../model/base/exact.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Verdict } from '../../model/finding/finding.ts';
import type { PartsAccount } from '../../model/scoring/points.ts';
import type { FoundAmount } from '../../model/scoring/scorecard.ts';
import {
  addTo,
  type Ends,
  type FoundForm,
  isLess,
  maybeIdle,
  NOTHING,
  orElse,
  roundedTo,
  same,
  type Weighed,
  type WeighScope,
} from './ends.ts';
import { weighMeasure } from './measured.ts';
import { weighRecords } from './records.ts';
import { verdictOutcome } from './states.ts';
import { weighStep } from './step.ts';

type Options = Extract<FoundAmount, { kind: 'options' }>;

/** Every option that may be the first to hold. */
const weighOptions = ({ options, otherwise }: Options, scope: WeighScope): Ends => {
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
const weighBest = ({ of }: Several, scope: WeighScope): Ends => {
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
const weighGroup = ({ of }: Several, scope: WeighScope): Ends => {
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

/** What an amount comes to, at the least and at the most. */
export const weigh = (amount: FoundAmount, scope: WeighScope): Ends => {
  switch (amount.kind) {
    case 'base':
      return same({ amount: exact(amount.points), work: { kind: 'base' }, things: [] });
    case 'once':
      return weighOnce(amount.points, amount.if, scope);
    case 'options':
      return weighOptions(amount, scope);
    case 'best_of':
      return weighBest(amount, scope);
    case 'group':
      return weighGroup(amount, scope);
    case 'records':
      return weighRecords(amount.records, scope);
    case 'form':
      return weighForm(amount, scope);
    case 'each':
    case 'tiers':
    case 'share':
    case 'relative':
    case 'entered':
      return weighMeasure(amount, scope);
  }
};

const weighOnce = (points: Decimal, verdict: Verdict, scope: WeighScope): Ends => {
  const hit: Weighed = { amount: exact(points), work: { kind: 'once', happened: true }, things: [] };
  const miss: Weighed = { amount: ZERO, work: { kind: 'once', happened: false }, things: [] };
  if (verdict.truth !== 'unknown') return same(verdict.truth === 'met' ? hit : miss);
  return verdictOutcome(verdict, scope).figure ? { low: miss, high: hit } : same(NOTHING);
};

/** The share of its own total that a form reaches, of the points that it is worth here. */
const weighForm = (form: FoundForm, scope: WeighScope): Ends => {
  const { points, total } = form;
  const accounts = scope.form(form, scope);
  const end = (account: PartsAccount): Weighed => {
    const share = over(times(exact(account.sum), exact(points)), exact(total));
    return { ...roundedTo(share, scope), work: { kind: 'form', points, total, account }, things: [] };
  };
  return { low: end(accounts.low), high: end(accounts.high) };
};
