import { groupByEach } from '../../model/base/group.ts';
import type { Location } from '../../model/base/location.ts';
import type { Center } from '../../model/profile/profile.ts';
import type { RosterEntry, RosterState, RosterSummary } from '../../model/result/summary.ts';
import { fold } from '../../read/profile/names.ts';
import { makeClaims } from './claim.ts';
import type { Roster } from './roster.ts';

const same = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || fold(a) === fold(b);

const names = ({ name, township }: Center): readonly string[] =>
  [name, township].flatMap(part => (part === undefined ? [] : [fold(part)]));

/** A roster need not say county and level; a township without more means its own centre. */
const isCenter = (expected: Center, found: Center): boolean => {
  const level = expected.level ?? (expected.name === undefined ? 'township' : undefined);
  const named =
    expected.name === undefined
      ? same(expected.township, found.township)
      : names(found).includes(fold(expected.name)) && same(expected.township, found.township);
  const leveled = level === undefined || found.level === undefined || level === found.level;
  return named && leveled && same(expected.county, found.county);
};

/** Something that came in; what cannot be read may not say whose it is. */
export interface Arrival {
  readonly center: Center;
  readonly location: Location;
  readonly state: 'audited' | 'rejected' | 'set-aside';
}

export interface RollCall {
  readonly arrive: (arrival: Arrival) => void;
  readonly summary: () => RosterSummary;
}

/** The better of two arrivals of one centre. */
const WORTH: readonly (RosterState | 'audited')[] = ['not-submitted', 'unreadable', 'set-aside', 'rejected', 'audited'];

interface Standing {
  readonly state: RosterState | 'audited';
  readonly arrived: Location;
}

/** Ticks off who has handed something in. */
export const callRoll = (roster: Roster): RollCall => {
  const byName = groupByEach(roster.keys(), index => names(roster[index]?.center ?? {}));
  const claimed = makeClaims(roster);
  const standings = new Map<number, Standing>();
  const unlisted: RosterEntry[] = [];
  const unclaimed = new Map<string, Location>();
  const expectedBy = (center: Center): readonly number[] =>
    [...new Set(names(center).flatMap(key => byName.get(key) ?? []))].filter(index => {
      const entry = roster[index];
      return entry !== undefined && isCenter(entry.center, center);
    });
  const note = (index: number, standing: Standing): void => {
    const before = standings.get(index)?.state ?? 'not-submitted';
    if (WORTH.indexOf(standing.state) >= WORTH.indexOf(before)) standings.set(index, standing);
  };
  return {
    arrive: ({ center, location, state }) => {
      const expected = expectedBy(center);
      for (const index of expected) note(index, { state, arrived: location });
      if (expected.length > 0) return;
      if (state === 'audited') unlisted.push({ center, location });
      if (state !== 'rejected') return;
      const owners = claimed(location.file);
      for (const index of owners) note(index, { state: 'unreadable', arrived: location });
      if (owners.length === 0 && names(center).length === 0) unclaimed.set(location.file, location);
    },
    summary: () => ({
      expected: roster.length,
      missing: roster.flatMap((entry, index) => {
        const { state, arrived } = standings.get(index) ?? { state: 'not-submitted' };
        return state === 'audited' ? [] : [{ ...entry, state, ...(arrived && { arrived }) }];
      }),
      unlisted,
      unclaimed: [...unclaimed.values()],
    }),
  };
};
