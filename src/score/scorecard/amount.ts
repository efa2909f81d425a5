import { exact, over, times, ZERO } from '../../model/base/exact.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Verdict } from '../../model/finding/finding.ts';
import type { PartsAccount } from '../../model/scoring/points.ts';
import type { FoundAmount } from '../../model/scoring/scorecard.ts';
import { weighBest, weighGroup, weighOptions } from './choices.ts';
import { type Ends, type FoundForm, NOTHING, roundedTo, same, type Weighed, type WeighScope } from './ends.ts';
import { weighMeasure } from './measured.ts';
import { weighRecords } from './records.ts';
import { verdictOutcome } from './states.ts';

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
