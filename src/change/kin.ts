import { folded } from '../model/base/fold.ts';
import { groupBy, groupByEach } from '../model/base/group.ts';
import { type IdentityParts, identityParts } from '../model/profile/identity.ts';
import type { MatchedBy } from '../model/result/compared.ts';

/** A centre of which one side tells under a name that the other does not have. */
interface Left extends IdentityParts {
  readonly key: string;
}

const without = (start: string, name: string): string =>
  start !== '' && name.length > start.length && name.startsWith(start) ? name.slice(start.length) : name;

/** All that a centre may be called, with and without the county and the township in front. */
const spellings = ({ county, township, name }: Left): readonly string[] => {
  const bare = without(township, without(county, name));
  // The county alone is no name of a centre that has none.
  return [...new Set([bare, township + bare].flatMap(spelled => [spelled, spelled && county + spelled]))];
};

/** Under what a centre is found, and under what it finds others: one whose township is not said may be of any. */
const keysOf = (left: Left): { readonly found: readonly string[]; readonly finds: readonly string[] } => {
  const { level, township } = left;
  const named = (place: string): readonly string[] => spellings(left).map(name => `${level} ${place} ${name}`);
  return township === ''
    ? { found: [...named('*'), ...named('-')], finds: named('*') }
    : { found: [...named('*'), ...named(township)], finds: [...named(township), ...named('-')] };
};

const mayBeOne = (a: Left, b: Left): boolean =>
  (a.township === '' || b.township === '' || a.township === b.township) &&
  (a.county === '' || b.county === '' || a.county === b.county);

/** The one that each of some may be among others; none where it may be several. */
const onlyOnes = (some: readonly Left[], others: readonly Left[]): ReadonlyMap<Left, Left> => {
  const index = groupByEach(others, other => new Set(keysOf(other).found));
  return new Map(
    some.flatMap(one => {
      let found: Left | undefined;
      for (const key of keysOf(one).finds)
        for (const other of index.get(key) ?? []) {
          if (other === found || !mayBeOne(one, other)) continue;
          if (found !== undefined) return [];
          found = other;
        }
      return found === undefined ? [] : [[one, found] as const];
    }),
  );
};

/** A township has one centre of its own; of villages, sub-centres and what says no township there may be any number. */
const placeOf = ({ county, township, level }: Left): string =>
  township !== '' && level === 'township' ? `${county}\n${township}` : '';

/** Centres of which a result has no other in the township. */
const onlyIn = (all: readonly Left[]): ReadonlyMap<string, Left> =>
  new Map(
    [...groupBy(all, placeOf)].flatMap(([place, [only, ...more]]) =>
      place === '' || more.length > 0 ? [] : [[place, only] as const],
    ),
  );

export interface Kin {
  /** What the older result knows it by. */
  readonly key: string;
  readonly by: MatchedBy;
}

/** Whom a result has. */
export interface Known {
  readonly keys: Iterable<string>;
  /** Those of them that are centres: a township has any number of windows and persons. */
  readonly centers: Iterable<string>;
  /** Names under which something was refused: who goes by one was there, and is nobody else. */
  readonly refused: readonly string[];
}

const leftOf = (key: string): Left => ({ key, ...identityParts(key) });

const leftIn = (keys: Iterable<string>): readonly Left[] => [...new Set(keys)].map(leftOf);

const notRefused = ({ refused }: Known): ((left: Left) => boolean) => {
  const names = new Set(refused.map(folded));
  return ({ name, township }) => !names.has(name === '' ? township : name);
};

/**
 * For centres that only the newer result has, the one that only the older has and that must be the same: by its name
 * without the place, else as the only one that its township has on either side.
 */
export const kinOf = (older: Known, newer: Known): ReadonlyMap<string, Kin> => {
  const [was, is] = [new Set(older.keys), new Set(newer.keys)];
  const from = leftIn(was).filter(({ key }) => !is.has(key));
  const to = leftIn(is).filter(({ key }) => !was.has(key));
  const [back, forth] = [onlyOnes(to, from), onlyOnes(from, to)];
  const byName = [...back].filter(([later, earlier]) => forth.get(earlier) === later);
  const taken = new Set(byName.flat().map(({ key }) => key));
  const [before, after] = [onlyIn(leftIn(older.centers)), onlyIn(leftIn(newer.centers))];
  const [wasThere, isThere] = [notRefused(newer), notRefused(older)];
  const byPlace = [...after].flatMap(([place, later]) => {
    const earlier = before.get(place);
    if (earlier === undefined || earlier.key === later.key) return [];
    if (taken.has(later.key) || taken.has(earlier.key)) return [];
    return wasThere(earlier) && isThere(later) ? [[later, earlier] as const] : [];
  });
  const kin =
    (by: MatchedBy) =>
    ([later, earlier]: readonly [Left, Left]) =>
      [later.key, { key: earlier.key, by }] as const;
  return new Map([...byName.map(kin('name')), ...byPlace.map(kin('place'))]);
};
