import type { Fact } from '../../model/base/value.ts';
import { type Profile, placeOf } from '../../model/profile/profile.ts';
import type { Evidence, Item } from '../../model/scoring/scorecard.ts';

/** More ways than this to answer the open questions of one row are not gone through. */
const MOST = 256;

const isOpen = (fact: Fact | undefined): boolean =>
  fact === undefined || fact.state === 'undeclared' || fact.state === 'unreadable';

/** Everything that a fact may turn out as; a state that is left open is settled later by one of its values. */
const answersOf = (
  { fact, values }: NonNullable<Item['shared']>[number],
  profile: Profile,
  { states }: Evidence,
): readonly Fact[] => {
  const location = placeOf(profile, fact);
  return [
    ...values.map((value): Fact => ({ state: 'declared', value, location })),
    ...(states.not_applicable === 'open' ? [] : [{ state: 'not-applicable', location } as const]),
    ...(states.did_not_occur === 'open' ? [] : [{ state: 'did-not-occur', location } as const]),
  ];
};

/** The profile under every way in which the open facts that a row asks several times may be answered; none where none is. */
export const profilesFor = ({ shared = [], evidence }: Item, profile: Profile): readonly Profile[] => {
  const open = shared.filter(({ fact }) => isOpen(profile.facts.get(fact)));
  if (open.length === 0) return [];
  const ways = open.reduce<readonly (readonly (readonly [string, Fact])[])[]>(
    (found, one) => {
      const answers = answersOf(one, profile, evidence);
      return found.length * answers.length > MOST
        ? found
        : found.flatMap(way => answers.map(answer => [...way, [one.fact, answer] as const]));
    },
    [[]],
  );
  return ways.map(way => ({ ...profile, facts: new Map([...profile.facts, ...way]) }));
};
