import type { Location } from '../../model/base/location.ts';
import { keptFor } from '../../model/base/memo.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { Library } from '../../model/standard/library.ts';
import { AS_STATED, type Pack, type Rule, type SettledReading } from '../../model/standard/pack.ts';
import { readingOf, settlePack } from '../../model/standard/reading.ts';
import { unknownName } from '../profile/names.ts';

/** A rule whose reading a county decided on, and where it says so; `rule` may name its pack: `luoshan-2021/counter-height`. */
export interface Settled extends SettledReading {
  readonly rule: string;
  readonly location: Location;
}

const isMeant = ({ rule }: Settled, pack: Pack, { id }: Rule): boolean => rule === id || rule === `${pack.id}/${id}`;

const has = (rule: Rule, { reading, named }: Settled): boolean => {
  const found = readingOf(rule, reading);
  return found === undefined ? reading === AS_STATED : (found.names === undefined) === (named === undefined);
};

/** A pack in the readings that a county decided on; a decision that names the pack goes before one that does not. */
const settled = (pack: Pack, all: readonly Settled[]): Pack => {
  const decided = pack.rules.flatMap(rule => {
    const own = rule.readings === undefined ? [] : all.filter(one => isMeant(one, pack, rule) && has(rule, one));
    const one = own.find(({ rule: name }) => name.includes('/')) ?? own[0];
    if (one === undefined) return [];
    const { rule: _, location: __, ...said } = one;
    return [[rule.id, said] as const];
  });
  return decided.length === 0 ? pack : settlePack(pack, Object.fromEntries(decided));
};

/** A library whose packs are read as a county decided. */
export const withReadings = (library: Library, all: readonly Settled[]): Library => {
  const asSettled = keptFor((pack: Pack) => settled(pack, all));
  return {
    ...library,
    pack: async name => {
      const read = await library.pack(name);
      return read.ok ? { ...read, value: asSettled(read.value) } : read;
    },
  };
};

const misread = (one: Settled, rules: readonly Rule[]): readonly Problem[] => {
  if (rules.some(rule => has(rule, one))) return [];
  const { reading, location } = one;
  const [found] = rules.flatMap(rule => readingOf(rule, reading) ?? []);
  if (found !== undefined)
    return [problem('reading-names', location, { reading, ...(found.names && { wanted: found.names }) })];
  const known = [AS_STATED, ...rules.flatMap(rule => (rule.readings ?? []).map(({ id }) => id))];
  return [unknownName('reading', reading, known, location)];
};

/** Decisions about rules that no pack at hand has, or that cannot be read so. */
export const checkReadings = async (
  all: readonly Settled[],
  library: Library,
  names: readonly string[],
): Promise<readonly Problem[]> => {
  const read = await Promise.all((names.length > 0 ? names : library.packIds()).map(name => library.pack(name)));
  const rules = read.flatMap(found =>
    found.ok ? found.value.rules.filter(({ readings }) => readings).map(rule => ({ pack: found.value, rule })) : [],
  );
  const known = [...new Set(rules.map(({ rule }) => rule.id))];
  return all.flatMap(one => {
    const own = rules.filter(({ pack, rule }) => isMeant(one, pack, rule)).map(({ rule }) => rule);
    if (own.length > 0) return misread(one, own);
    return [unknownName('rule', one.rule, known, one.location)];
  });
};
