import { get, type MapNode, oneOrMore, type SourceNode } from '../../model/base/source.ts';
import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import { lackingOf, mapWith, type ScorecardReading, someOf, wordAt } from './reading.ts';

/** What stands at a key; undefined where nothing does, or something that cannot be read, which is then said. */
export type ReadAt<T> = (reading: ScorecardReading, node: MapNode, key: string) => T | undefined;

/** A member of a mapping: how it is read, and what holds where it is not there. */
export interface Field<T, Always extends boolean> {
  readonly read: ReadAt<T>;
  readonly always: Always;
  readonly otherwise?: T;
  /** Its key, where that is another than its name. */
  readonly key?: string;
}

/** The members of a mapping. Keys are written with underscores where the names here have capitals. */
export type Fields = Readonly<Record<string, Field<unknown, boolean>>>;

type ValueOf<F> = F extends Field<infer T, boolean> ? T : never;

type Always<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Field<unknown, true> ? K : never]: ValueOf<F[K]>;
};

type Perhaps<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Field<unknown, true> ? never : K]?: ValueOf<F[K]>;
};

export type Read<F extends Fields> = Always<F> & Perhaps<F>;

/** A member without which nothing can be made of the mapping. */
export const needed = <T>(read: ReadAt<T>): Field<T, true> => ({ read, always: true });

/** A member that may be left out. */
export const perhaps = <T>(read: ReadAt<T>): Field<T, false> => ({ read, always: false });

/** A member that is taken for something where it is left out. */
export const orElse = <T>(read: ReadAt<T>, otherwise: T): Field<T, true> => ({ read, always: true, otherwise });

/** A member that is not called as its key is. */
export const under = <T, A extends boolean>(key: string, field: Field<T, A>): Field<T, A> => ({ ...field, key });

/** What stands at a key, read as what it is by itself. */
export const stated =
  <T>(read: (reading: ScorecardReading, node: SourceNode, key: string) => T | undefined): ReadAt<T> =>
  (reading, node, key) => {
    const found = get(node, key);
    return found && read(reading, found, key);
  };

/** What stands there as it is, to be read with the help of the other members. */
export const nodeAt: ReadAt<SourceNode> = (_, node, key) => get(node, key);

export const oneOf =
  <W extends string>(...words: readonly W[]): ReadAt<W> =>
  (reading, node, key) =>
    wordAt(reading, node, key, words);

const keyOf = (name: string, { key }: Field<unknown, boolean>): string =>
  key ?? name.replaceAll(/[A-Z]/gu, letter => `_${letter.toLowerCase()}`);

export const keysOf = (fields: Fields): readonly string[] =>
  Object.entries(fields).map(([name, field]) => keyOf(name, field));

/** One member; undefined where the mapping is no good without it. */
const readField = (reading: ScorecardReading, node: MapNode, key: string, field: Field<unknown, boolean>): unknown => {
  const before = reading.problems.length;
  const value = field.read(reading, node, key);
  return value === undefined && field.always && reading.problems.length === before
    ? lackingOf(reading, node, key)
    : value;
};

/** The members of a mapping, all of them read; undefined where one that is needed is missing, or one is misread. */
export const fieldsAt = <F extends Fields>(
  reading: ScorecardReading,
  node: MapNode,
  fields: F,
): Read<F> | undefined => {
  const read: Record<string, unknown> = {};
  let isWhole = true;
  for (const [name, field] of Object.entries(fields)) {
    const key = keyOf(name, field);
    const isThere = get(node, key) !== undefined;
    if (!isThere && !field.always) continue;
    const value = isThere || field.otherwise === undefined ? readField(reading, node, key, field) : field.otherwise;
    if (value === undefined) isWhole = false;
    else read[name] = value;
  }
  return isWhole ? (read as Read<F>) : undefined;
};

/** The same of a mapping that has these members and no others. */
export const membersOf = <F extends Fields>(
  reading: ScorecardReading,
  node: SourceNode,
  fields: F,
): Read<F> | undefined => {
  const map = mapWith(reading, node, keysOf(fields));
  return map && fieldsAt(reading, map, fields);
};

/** The same, of what is one of several. */
export const having =
  <F extends Fields>(fields: F): ReadOne<Read<F>> =>
  (reading, node) =>
    membersOf(reading, node, fields);

type ReadOne<T> = (reading: ScorecardReading, node: SourceNode) => T | undefined;

const each = <T>(
  reading: ScorecardReading,
  nodes: readonly SourceNode[],
  read: ReadOne<T>,
): readonly T[] | undefined => {
  const items = nodes.map(node => read(reading, node)).filter(item => item !== undefined);
  return items.length === nodes.length ? items : undefined;
};

/** All that a list holds, or the one thing in its place; undefined where one of them is misread, or none is there. */
export const everyOf = <T>(
  reading: ScorecardReading,
  node: SourceNode,
  key: string,
  read: ReadOne<T>,
): NonEmpty<T> | undefined => {
  const items = each(reading, someOf(reading, node, key), read);
  return items && isNonEmpty(items) ? items : undefined;
};

/** The same of the list at a key. */
export const severalAt = <T>(read: ReadOne<T>): ReadAt<NonEmpty<T>> =>
  stated((reading, node, key) => everyOf(reading, node, key, read));

/** The same where the list may be empty. */
export const listAt = <T>(read: ReadOne<T>): ReadAt<readonly T[]> =>
  stated((reading, node) => each(reading, oneOrMore(node), read));
