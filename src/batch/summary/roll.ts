import { groupByEach } from '../../model/base/group.ts';
import type { Location } from '../../model/base/location.ts';
import type { Center } from '../../model/profile/profile.ts';
import type { RosterEntry, RosterState, RosterSummary } from '../../model/result/summary.ts';
import { fold } from '../../read/profile/names.ts';
import type { Roster } from './roster.ts';

/** What stands behind the name of a place in the name of its centre: 便民服务中心, 党群服务站, 政务服务大厅. */
const KIND = /(?:便民|政务|党群|综合|为民)*服务(?:分?中心|站|点|大厅|室)*$/u;

const SHORTEST = 2;

/** What a list says of a centre behind its name, and nobody else calls it: （新）, （原石桥乡）, （已撤并）. */
const REMARK =
  /\s*[（(](?:新[建址设增]?|原\p{Script=Han}{1,12}|已?(?:撤并|撤销|合并|整合|搬迁|更名|停用)|在建|改造中|试运行|试点|示范)[)）]$/u;

const withoutRemark = ({ name, ...center }: Center): Center => ({
  ...center,
  ...(name !== undefined && { name: name.replace(REMARK, '') }),
});

/** What a file or a folder of a centre may be called: `坏柳镇便民服务中心`, `坏柳镇`. */
const keysOf = ({ name, township }: Center): readonly string[] => {
  const named = [name, name?.replace(KIND, ''), township].flatMap(text => (text === undefined ? [] : fold(text)));
  return [...new Set(named)].filter(({ length }) => length >= SHORTEST);
};

/** The keys that stand in a text; a part of a longer one, such as 柳镇 in 坏柳镇, does not. */
const keysIn = (text: string, longestFirst: readonly string[]): readonly string[] => {
  let rest = fold(text);
  return longestFirst.filter(key => {
    if (!rest.includes(key)) return false;
    rest = rest.replaceAll(key, ' ');
    return true;
  });
};

/** The centres of a roster that the path of a file names: the file itself before its folders. */
const makeClaims = (roster: Roster): ((path: string) => readonly RosterEntry[]) => {
  const byKey = groupByEach(roster, ({ center }) => keysOf(withoutRemark(center)));
  const keys = [...byKey.keys()].sort((a, b) => b.length - a.length);
  const inCounty =
    (path: string) =>
    ({ center: { county } }: RosterEntry) =>
      county !== undefined && fold(path).includes(fold(county));
  return path => {
    for (const part of path.split(/[/\\]/u).toReversed()) {
      const found = keysIn(part, keys).flatMap(key => {
        const namesakes = byKey.get(key) ?? [];
        const near = namesakes.filter(inCounty(path));
        return near.length > 0 ? near : namesakes;
      });
      if (found.length > 0) return [...new Set(found)];
    }
    return [];
  };
};

const same = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || fold(a) === fold(b);

/** A name as it is, without what is of no place in it, and each with its county or without: 石桥镇便民服务中心, 青县石桥镇. */
const spelled = ({ name = '', county }: Center): readonly string[] => {
  const parts = [name, name.replace(KIND, '')].flatMap(part => (part ? [fold(part)] : []));
  if (county === undefined) return parts;
  const own = fold(county);
  return parts.flatMap(part => [part, part.startsWith(own) ? part.slice(own.length) : own + part]);
};

/** What a centre goes by: its name, the place that it is named after, and its township. */
const names = (center: Center): readonly string[] => [
  ...new Set([...spelled(center), ...spelled({ ...center, name: center.township ?? '' })]),
];

/** A roster need not say county and level; a township without more means its own centre. */
const isCenter = (expected: Center, found: Center): boolean => {
  const called = fold(expected.name ?? expected.township ?? '');
  const level =
    expected.level ?? (expected.name !== undefined && spelled(found).includes(called) ? undefined : 'township');
  const named = names(found).includes(called) && same(expected.township, found.township);
  const leveled = level === undefined || found.level === undefined || level === found.level;
  return named && leveled && same(expected.county, found.county);
};

/** A centre as that of the place it is named after: 石桥镇 of 石桥镇便民服务中心. */
const asOfPlace = ({ name = '', ...center }: Center): Center => ({ ...center, township: name.replace(KIND, '') });

/** Something that came in; what cannot be read may not say whose it is. */
export interface Arrival {
  readonly center: Center;
  readonly location: Location;
  readonly state: 'audited' | 'rejected' | 'set-aside';
}

/** The better of two arrivals of one centre. */
const WORTH: readonly (RosterState | 'audited')[] = ['not-submitted', 'unreadable', 'set-aside', 'rejected', 'audited'];

interface Standing {
  readonly state: RosterState | 'audited';
  readonly arrived: Location;
}

/** Entries that a centre is by its names, of those whose centres are taken so. */
const finderOf = (roster: Roster, taken: (center: Center) => Center) => {
  const listed = roster.map(entry => ({ entry, center: taken(entry.center) }));
  const byName = groupByEach(listed, ({ center }) => names(center));
  return (center: Center): readonly RosterEntry[] => {
    const found = names(center).flatMap(key => byName.get(key) ?? []);
    return [...new Set(found.filter(one => isCenter(one.center, center)).map(({ entry }) => entry))];
  };
};

/** Finds who of a roster a centre is: by its names, else as the only one of that name but for a remark, or of its place. */
const makeFinder = (roster: Roster): ((center: Center) => readonly RosterEntry[]) => {
  const [named, plain, placed] = [
    finderOf(roster, one => one),
    finderOf(roster, withoutRemark),
    finderOf(roster, one => asOfPlace(withoutRemark(one))),
  ];
  return center => {
    const found = named(center);
    if (found.length > 0) return found;
    const own = center.name === undefined ? placed(center) : plain(withoutRemark(center));
    return own.length === 1 ? own : [];
  };
};

/** Ticks off who has handed something in. */
export const callRoll = (roster: Roster) => {
  const expectedBy = makeFinder(roster);
  const claimed = makeClaims(roster);
  const standings = new Map<RosterEntry, Standing>();
  const unlisted: RosterEntry[] = [];
  const unclaimed = new Map<string, Location>();
  const note = (entry: RosterEntry, standing: Standing): void => {
    const before = standings.get(entry)?.state ?? 'not-submitted';
    if (WORTH.indexOf(standing.state) >= WORTH.indexOf(before)) standings.set(entry, standing);
  };
  return {
    arrive: ({ center, location, state }: Arrival): void => {
      const expected = expectedBy(center);
      for (const entry of expected) note(entry, { state, arrived: location });
      if (expected.length > 0) return;
      if (state === 'audited') unlisted.push({ center, location });
      if (state !== 'rejected') return;
      const owners = claimed(location.file);
      for (const entry of owners) note(entry, { state: 'unreadable', arrived: location });
      if (owners.length === 0 && names(center).length === 0) unclaimed.set(location.file, location);
    },
    summary: (): RosterSummary => ({
      expected: roster.length,
      missing: roster.flatMap(entry => {
        const { state, arrived } = standings.get(entry) ?? { state: 'not-submitted' };
        return state === 'audited' ? [] : [{ ...entry, state, ...(arrived && { arrived }) }];
      }),
      unlisted,
      unclaimed: [...unclaimed.values()],
    }),
  };
};
