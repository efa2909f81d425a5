import { basename, extname, join } from 'node:path';
import { type Location, startOf } from '../../model/base/location.ts';
import { type Loaded, loaded, problem, refused, toldOf, valuesOf } from '../../model/base/problem.ts';
import { SCORECARD_KINDS } from '../../model/scoring/scorecard.ts';
import { packOfScheme } from '../../model/standard/card-pack.ts';
import type { Pack } from '../../model/standard/pack.ts';
import type { FactDefinition, Vocabulary, VocabularyData } from '../../model/standard/vocabulary.ts';
import { filesOf, readBytes, subfolders } from '../files/files.ts';
import { namesakes } from '../namesakes.ts';
import { fold, namesOf } from '../profile/names.ts';
import { withWords } from '../scorecard/words.ts';
import { isFolder, isWorkbook, unknownPack } from './find-rules.ts';
import { extendVocabulary } from './join-vocabularies.ts';
import { type Library, summaryOf } from './library.ts';

const KIND = new RegExp(`^kind:\\s*(?:${SCORECARD_KINDS.join('|')})\\s*(?:#.*)?$`, 'mu');

const isCard = async (path: string): Promise<boolean> => {
  const bytes = readBytes(path);
  if (!bytes.ok) return false;
  if (!isWorkbook(path)) return KIND.test(new TextDecoder().decode(bytes.value));
  return (await import('../scorecard/sheet/sheet.ts')).isCardWorkbook(path, bytes.value);
};

const cardFiles = async (folder: string): Promise<readonly string[]> => {
  const paths = filesOf(folder, ['.yaml', '.yml', '.xlsx']).map(name => join(folder, name));
  const cards = await Promise.all(paths.map(isCard));
  return paths.filter((_, index) => cards[index]);
};

/** Where a pack of one's own stands: a folder of rules, or the file of a scorecard that is the standard by itself. */
const ownPlaces = async (folder: string): Promise<readonly string[]> => {
  const folders = subfolders(folder);
  const others = await Promise.all([folder, ...folders.filter(path => !isFolder(path))].map(cardFiles));
  return [...folders.filter(isFolder), ...others.flat()];
};

/** Facts of a scorecard by itself, or of the words of a pack: a form that asks them is read by their names from the start. */
const withOwnFacts = (vocabulary: Vocabulary, { rules, scheme, vocabulary: whole }: Pack): Vocabulary => {
  const own = rules.length === 0 ? scheme?.scorecard?.vocabulary : undefined;
  const clashes = own?.facts.some(({ id }) => vocabulary.fact.has(id)) ?? false;
  if (scheme !== undefined && own !== undefined && !clashes) return withWords(vocabulary, scheme);
  return rules.length === 0 ? vocabulary : extendVocabulary(vocabulary, newIn(whole, vocabulary));
};

/** What one vocabulary has beside another, but for facts whose names mean something else there. */
const newIn = (whole: Vocabulary, base: Vocabulary): VocabularyData => {
  const names = namesOf(base);
  const isTaken = ({ label, aliases }: FactDefinition): boolean =>
    [label.zh, label.en, ...aliases].some(name => names.facts().has(fold(name)));
  const facts = whole.facts.filter(fact => !base.fact.has(fact.id) && !isTaken(fact));
  const themes = whole.themes.filter(({ id }) => base.themes.every(known => known.id !== id));
  const lists = whole.lists.flatMap(list => {
    const terms = list.terms.filter(({ code }) => !base.term.get(list.id)?.has(code));
    return terms.length === 0 ? [] : [{ ...list, terms }];
  });
  return { facts, themes, lists };
};

export const wordsWith = async (library: Library, ids: readonly string[]): Promise<Loaded<Vocabulary>> => {
  const read = await library.vocabulary();
  const packs = await Promise.all(ids.map(id => library.pack(id)));
  const named = valuesOf(packs);
  return read.ok ? { ...read, value: named.reduce(withOwnFacts, read.value) } : read;
};

/** The library with packs of one's own before it: by id or by the name of their folder, and found by county. */
export const withPacks = (library: Library, own: ReadonlyMap<string, Pack>): Library => {
  const packs = [...own.values()];
  const ids = packs.map(({ id }) => id);
  const find = (name: string): Pack | undefined => packs.find(({ id }) => id === name) ?? own.get(name);
  return {
    ...library,
    vocabulary: async () => {
      const read = await library.vocabulary();
      return read.ok ? { ...read, value: packs.reduce(withOwnFacts, read.value) } : read;
    },
    pack: async name => {
      const found = find(name);
      if (found !== undefined) return { ok: true, value: found, warnings: [] };
      const others = library.packIds();
      return others.includes(name) || isFolder(name) ? library.pack(name) : unknownPack(name, [...ids, ...others]);
    },
    summaries: async () => [
      ...packs.map(summaryOf),
      ...(await library.summaries()).filter(({ id }) => !ids.includes(id)),
    ],
    packIds: () => [...ids, ...library.packIds().filter(id => !ids.includes(id))],
  };
};

const headOf = (place: string): Location => startOf(extname(place) === '' ? join(place, 'pack.yaml') : place);

/** The standard that a scorecard's file is by itself; undefined where the file is none. */
const cardPackAt = async (file: string, library: Library): Promise<Loaded<Pack | undefined>> => {
  const scheme = await library.scheme(file);
  if (!scheme.ok) return scheme;
  const words = await library.vocabulary();
  if (!words.ok) return words;
  const pack = packOfScheme(scheme.value, withWords(words.value, scheme.value));
  const homeless = pack === undefined && scheme.value.scorecard !== undefined;
  return loaded(
    homeless ? [problem('bad-scorecard', file, { defect: 'standard-unsaid', values: {} })] : scheme.warnings,
    () => pack,
  );
};

/** The same, where it has to be one. */
export const cardPack = async (file: string, library: Library): Promise<Loaded<Pack>> => {
  const read = await cardPackAt(file, library);
  if (!read.ok) return read;
  const { value } = read;
  if (value !== undefined) return { ...read, value };
  return refused([problem('bad-scorecard', file, { defect: 'standard-unsaid', values: {} })]);
};

/** A library, and every pack in a folder of one's own; one that has a mistake stops everything. */
export const withFolder = async (library: Library, folder: string): Promise<Loaded<Library>> => {
  const places = await ownPlaces(folder);
  const read = await Promise.all(places.map(path => (isFolder(path) ? library.pack(path) : cardPackAt(path, library))));
  const found = read.flatMap((pack, index) =>
    pack.ok && pack.value !== undefined ? [{ place: places[index] ?? '', pack: pack.value }] : [],
  );
  const missing = read.every(pack => pack.ok) && found.length === 0 ? [problem('no-packs', folder, {})] : [];
  const problems = read.flatMap(toldOf);
  const named = found.map(({ place, pack }) => ({ id: pack.id, location: headOf(place) }));
  return loaded([...missing, ...problems, ...namesakes(named)], () =>
    withPacks(library, new Map(found.map(({ place, pack }) => [basename(place, extname(place)), pack]))),
  );
};
