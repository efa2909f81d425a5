import type { Fact, RecordsValue } from '../model/base/value.ts';
import type { FactChange } from '../model/profile/inspection.ts';
import type { Profile } from '../model/profile/profile.ts';

const inRecord = (
  { value, location }: { value: RecordsValue; location: Fact['location'] },
  change: FactChange,
): Fact => ({
  state: 'declared',
  location,
  value: {
    ...value,
    items: value.items.map((item, index) =>
      index + 1 === change.record?.number
        ? { ...item, facts: new Map([...item.facts, [change.fact, change.found]]) }
        : item,
    ),
  },
});

const lay = (facts: Map<string, Fact>, change: FactChange): Map<string, Fact> => {
  if (change.record === undefined) return facts.set(change.fact, change.found);
  const id = change.fact.split('.')[0] ?? change.fact;
  const list = facts.get(id);
  if (list?.state !== 'declared' || list.value.type !== 'records') return facts;
  return facts.set(id, inRecord({ value: list.value, location: list.location }, change));
};

/** A profile with facts as they were found, one change after the other. */
export const overlay = (profile: Profile, changes: readonly FactChange[]): Profile =>
  changes.length === 0 ? profile : { ...profile, facts: changes.reduce(lay, new Map(profile.facts)) };

/** What stood where a change was made. */
export const factBefore = (profile: Profile, { fact, record }: FactChange): Fact | undefined => {
  if (record === undefined) return profile.facts.get(fact);
  const list = profile.facts.get(fact.split('.')[0] ?? fact);
  if (list?.state !== 'declared' || list.value.type !== 'records') return undefined;
  return list.value.items[record.number - 1]?.facts.get(fact);
};
