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
  return [...new Set([bare, township + bare].flatMap(spelled => [spelled, county + spelled]))];
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

const aloneIn = (left: readonly Left[]): ReadonlyMap<string, Left> =>
  new Map(
    [...groupBy(left, placeOf)].flatMap(([place, [only, ...more]]) =>
      place === '' || more.length > 0 ? [] : [[place, only] as const],
    ),
  );

export interface Kin {
  /** What the older result knows it by. */
  readonly key: string;
  readonly by: MatchedBy;
}

const leftOf = (key: string): Left => ({ key, ...identityParts(key) });

/**
 * For centres that only the newer result has, the one that only the older has and that must be the same: by its name
 * without the place, else as the only one left of its township.
 */
export const kinOf = (older: Iterable<string>, newer: Iterable<string>): ReadonlyMap<string, Kin> => {
  const [was, is] = [new Set(older), new Set(newer)];
  const from = [...was].filter(key => !is.has(key)).map(leftOf);
  const to = [...is].filter(key => !was.has(key)).map(leftOf);
  const [back, forth] = [onlyOnes(to, from), onlyOnes(from, to)];
  const byName = [...back].filter(([later, earlier]) => forth.get(earlier) === later);
  const taken = new Set(byName.flat());
  const [before, after] = [from, to].map(side => aloneIn(side.filter(left => !taken.has(left))));
  const byPlace = [...(after ?? [])].flatMap(([place, later]) => {
    const earlier = before?.get(place);
    return earlier === undefined ? [] : [[later, earlier] as const];
  });
  const kin =
    (by: MatchedBy) =>
    ([later, earlier]: readonly [Left, Left]) =>
      [later.key, { key: earlier.key, by }] as const;
  return new Map([...byName.map(kin('name')), ...byPlace.map(kin('place'))]);
};
