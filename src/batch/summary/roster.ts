import { extname } from 'node:path';
import type { Location } from '../../model/base/location.ts';
import { isError, type Loaded, loaded, problem } from '../../model/base/problem.ts';
import type { Center } from '../../model/profile/profile.ts';
import type { RosterState, RosterSummary } from '../../model/result/summary.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { decodeText } from '../../read/files/bytes.ts';
import type { Dictionary } from '../../read/files/documents.ts';
import { readBytes, sha256 } from '../../read/files/files.ts';
import { readNameList } from '../../read/files/name-list.ts';
import { isTable, openProfiles } from '../../read/files/open.ts';
import { fold, namesOf } from '../../read/profile/names.ts';
import { readDeclarations } from '../../read/profile/profile.ts';

export interface RosterEntry {
  readonly center: Center;
  readonly location: Location;
}

/** The centres that were to submit something. */
export type Roster = readonly RosterEntry[];

const fromText = (file: string): Loaded<Roster> => {
  const bytes = readBytes(file);
  const text = bytes.ok ? decodeText(file, bytes.value) : bytes;
  if (!text.ok) return text;
  const names = text.value.split(/\r?\n/u).map(line => line.trim());
  const entries = names.map((name, index) => ({ center: { name }, location: { file, line: index + 1, column: 1 } }));
  return { ok: true, value: entries.filter(({ center }) => center.name !== ''), warnings: text.warnings };
};

const isNamed = ({ name, township }: Center): boolean => name !== undefined || township !== undefined;

/** The centres that a table or a list declares, of which just the identity is looked at. */
const fromProfiles = async (file: string, bytes: Uint8Array, dictionary: Dictionary): Promise<Loaded<Roster>> => {
  const opened = await openProfiles({ file }, bytes, dictionary);
  if (!opened.ok) return opened;
  const entries: RosterEntry[] = [];
  for await (const root of opened.value.profiles) {
    const { profile } = readDeclarations({ path: file, sha256: sha256(bytes) }, root, dictionary.vocabulary);
    if (isNamed(profile.center)) entries.push({ center: profile.center, location: root.location });
  }
  return loaded(opened.value.problems.filter(isError), () => entries);
};

/** A table with names and nothing else that is known. */
const fromNames = async (file: string, bytes: Uint8Array, dictionary: Dictionary): Promise<Roster> =>
  isTable(file)
    ? (await readNameList(file, bytes, dictionary)).map(({ name, location }) => ({ center: { name }, location }))
    : [];

/** A table or list of centres, or a text with one name a line. */
export const loadRoster = async (file: string, vocabulary: Vocabulary): Promise<Loaded<Roster>> => {
  if (extname(file).toLowerCase() === '.txt') return fromText(file);
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const dictionary = { vocabulary, names: namesOf(vocabulary) };
  const declared = await fromProfiles(file, bytes.value, dictionary);
  if (declared.ok && declared.value.length > 0) return declared;
  const named = await fromNames(file, bytes.value, dictionary);
  if (named.length > 0) return { ok: true, value: named, warnings: [] };
  return declared.ok ? loaded([problem('nobody-listed', { file, line: 1, column: 1 }, {})], () => []) : declared;
};

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

/** What became of a centre that handed something in. */
export type Arrival = RosterEntry & { readonly state: 'audited' | Exclude<RosterState, 'not-submitted'> };

export interface RollCall {
  readonly arrive: (arrival: Arrival) => void;
  readonly summary: () => RosterSummary;
}

/** Ticks off who has handed something in. */
export const callRoll = (roster: Roster): RollCall => {
  const byName = new Map<string, number[]>();
  roster.forEach(({ center }, index) => {
    for (const key of names(center)) byName.set(key, [...(byName.get(key) ?? []), index]);
  });
  const states = new Map<number, Arrival['state']>();
  const unlisted: RosterEntry[] = [];
  const expectedBy = ({ center }: Arrival): readonly number[] =>
    [...new Set(names(center).flatMap(key => byName.get(key) ?? []))].filter(index => {
      const entry = roster[index];
      return entry !== undefined && isCenter(entry.center, center);
    });
  return {
    arrive: arrival => {
      const expected = expectedBy(arrival);
      for (const index of expected) if (states.get(index) !== 'audited') states.set(index, arrival.state);
      const { center, location, state } = arrival;
      if (expected.length === 0 && state === 'audited') unlisted.push({ center, location });
    },
    summary: () => ({
      expected: roster.length,
      missing: roster.flatMap((entry, index) => {
        const state = states.get(index) ?? 'not-submitted';
        return state === 'audited' ? [] : [{ ...entry, state }];
      }),
      unlisted,
    }),
  };
};
