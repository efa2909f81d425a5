import { judge } from '../../language/judge.ts';
import { select } from '../../language/quantifiers.ts';
import { comparable } from '../../language/truth/compare.ts';
import { gapOf, resolve } from '../../language/truth/scope.ts';
import type { Fact, Value } from '../../model/base/value.ts';
import type { Amount, FoundAmount, FoundRecord, RecordsAsked, RecordsFound } from '../../model/scoring/scorecard.ts';
import { openState, type ScorecardScope } from './answers.ts';
import { listAt } from './lists.ts';

const spelled = (value: Value): string | undefined => {
  if (value.type === 'text') return comparable(value.value);
  if (value.type === 'term') return value.code;
  return value.type === 'terms' || value.type === 'records' ? undefined : JSON.stringify(value);
};

/** Which matter a record is about; a record with no such field of its own is a matter by itself. */
const matterOf = (fact: Fact | undefined, own: string): string | null => {
  if (fact === undefined || fact.state === 'undeclared' || fact.state === 'unreadable') return null;
  return (fact.state === 'declared' ? spelled(fact.value) : undefined) ?? own;
};

/** A price for each record that is, or may be, meant; `price` finds what one costs. */
export const findRecords = (
  asked: RecordsAsked,
  scope: ScorecardScope,
  price: (amount: Amount, scope: ScorecardScope) => FoundAmount,
): RecordsFound => {
  const { list, where, oncePer, subject, amount, worth, capEach, again, capPer, most } = asked;
  const { at, items } = listAt(list, scope);
  const common = {
    ...{ list, worth },
    ...(capEach !== undefined && { capEach }),
    ...(again && { again }),
    ...(capPer && { capPer }),
  };
  if (items === undefined) {
    const gaps = gapOf(at);
    return { ...common, entries: [], empty: false, unread: { ...openState(gaps), gaps, most } };
  }
  const entries = select(items, where, scope, judge).map(({ item, chosen }): FoundRecord => {
    const inside = { ...scope, item };
    const own = `#${item.number}`;
    const factAt = (field: string | undefined): Fact | undefined =>
      field === undefined ? undefined : resolve({ scope: 'item', id: field }, inside).fact;
    const charged = factAt(subject);
    return {
      key: item.item.key,
      matter: oncePer === undefined ? own : matterOf(factAt(oncePer), own),
      subject: charged?.state === 'declared' ? (spelled(charged.value) ?? null) : null,
      ...(again?.same !== undefined && { same: matterOf(factAt(again.same), own) }),
      ...(capPer && { group: matterOf(factAt(capPer.field), own) }),
      ...(chosen && { chosen }),
      amount: price(amount, inside),
    };
  });
  return { ...common, entries, empty: items.length === 0 };
};
