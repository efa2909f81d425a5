import type { Location } from '../../model/base/location.ts';
import { memoizedFor } from '../../model/base/memo.ts';
import { type Loaded, loaded, type Problem, problem } from '../../model/base/problem.ts';
import type { MapEntry, MapNode, SourceNode } from '../../model/base/source.ts';
import type { Fact } from '../../model/base/value.ts';
import { type Center, LEVELS, type Level, type Profile } from '../../model/profile/profile.ts';
import type { FactDefinition, RecordsDefinition, Theme, Vocabulary } from '../../model/standard/vocabulary.ts';
import { type FactReading, readFact } from './facts.ts';
import { codeIn, fold, isTownship, mayAskLevel, namesOf, numberOf, stoppedAs, suggest } from './names.ts';
import { isCountOf } from './records-in-words.ts';
import { isRefusal, readScalar } from './values.ts';

export interface ProfileSource {
  readonly path: string;
  readonly sha256: string;
}

interface ProfileReading extends FactReading {
  readonly facts: Map<string, Fact>;
  readonly keys: Map<string, Location>;
  readonly places: Map<string, Location>;
  /** What stands under a name with a year behind it. */
  readonly ofYears: { readonly fact: FactDefinition; readonly entry: MapEntry; readonly year: string }[];
}

/** What a centre declares as far as it can be read, and every problem with the rest. */
export interface Reading {
  readonly profile: Profile;
  readonly problems: readonly Problem[];
}

/** Reads what a centre declares, under whatever names its keys go by; every problem at once. */
export const readProfile = (source: ProfileSource, root: SourceNode, vocabulary: Vocabulary): Loaded<Profile> => {
  const { profile, problems } = readDeclarations(source, root, vocabulary);
  return loaded(problems, () => profile);
};

export const readDeclarations = (source: ProfileSource, root: SourceNode, vocabulary: Vocabulary): Reading => {
  const reading: ProfileReading = {
    vocabulary,
    names: namesOf(vocabulary),
    facts: new Map(),
    keys: new Map(),
    places: new Map(),
    ofYears: [],
    problems: [],
  };
  if (root.kind === 'map') readEntries(reading, root, undefined);
  else
    reading.problems.push(problem('not-a-mapping', root.location, { found: root.kind === 'list' ? '[…]' : root.text }));
  refuseOtherYears(reading);
  if (reading.problems.length === 0 && reading.facts.size === 0)
    reading.problems.push(problem('nothing-declared', root.location, {}));
  const { facts, places } = reading;
  return {
    profile: { ...source, center: centerOf(facts), facts, places, root: root.location },
    problems: reading.problems,
  };
};

const readEntries = (reading: ProfileReading, node: MapNode, theme: Theme | undefined): void => {
  for (const entry of node.entries) {
    const inner = entry.value.kind === 'map' ? themeOf(reading, entry.key) : undefined;
    if (inner !== undefined && entry.value.kind === 'map' && theme === undefined) {
      enterTheme(reading, inner, entry);
      readEntries(reading, entry.value, inner);
      continue;
    }
    const named = factOf(reading, entry.key, theme) ?? levelOf(reading, entry);
    const definition = countedBy(reading, named, entry) ?? named;
    if (definition !== undefined) addFact(reading, definition, entry);
    else if (!isThemeValue(reading, entry)) refuseEntry(reading, entry, theme);
  }
};

const enterTheme = (reading: ProfileReading, { id }: Theme, { key, keyLocation }: MapEntry): void => {
  const first = reading.places.get(id);
  if (first === undefined) reading.places.set(id, keyLocation);
  else reading.problems.push(problem('duplicate-key', keyLocation, { key, first }));
};

const themeOf = (reading: ProfileReading, key: string): Theme | undefined => {
  const id = reading.names.themes().get(fold(key));
  return id === undefined ? undefined : reading.vocabulary.themes.find(theme => theme.id === id);
};

const INNER_COLON = /^[^\s:：]{1,30}?\s*([:：])(?=\S)/u;

/**
 * A theme with a value of its own: mostly one fact under it whose colon is not the one that YAML wants. One with nothing under it
 * declares nothing.
 */
const isThemeValue = (reading: ProfileReading, { key, value }: MapEntry): boolean => {
  const theme = value.kind === 'scalar' ? themeOf(reading, key) : undefined;
  if (theme === undefined || value.kind !== 'scalar') return false;
  const { location, text } = value;
  if (text.trim() === '') return true;
  const [before, sign] = INNER_COLON.exec(text) ?? [];
  const isColon = before !== undefined && sign !== undefined && 'column' in location;
  reading.problems.push(
    isColon
      ? problem(
          'yaml-sign',
          { ...location, column: location.column + before.length - 1 },
          { slip: sign === ':' ? 'colon-space' : 'colon', sign },
        )
      : problem('theme-value', location, { theme, found: text.trim().slice(0, 40) }),
  );
  return true;
};

/** Under a theme, a key may leave the theme's name out: 办事大厅 → 使用面积. */
const factOf = (reading: ProfileReading, key: string, theme: Theme | undefined): FactDefinition | undefined => {
  const index = reading.names.facts();
  const prefixes = theme === undefined ? [] : [`${theme.id}.`, theme.label.zh, `${theme.label.en} `, ...theme.aliases];
  const prefix = prefixes.find(candidate => codeIn(index, candidate + key) !== '') ?? '';
  const isPlace = (theme === undefined || theme.id === 'center') && isTownship(key.trim());
  return reading.vocabulary.fact.get(codeIn(index, prefix + key) || (isPlace ? codeIn(index, '乡镇') : ''));
};

/** 类型：乡镇 says the level of a centre; 类型：一类 does not. */
const levelOf = ({ vocabulary, names, keys }: ProfileReading, { key, value }: MapEntry): FactDefinition | undefined => {
  const level = mayAskLevel(fold(key)) && !keys.has('center.level') ? vocabulary.fact.get('center.level') : undefined;
  const isLevel =
    level?.type === 'term' && value.kind === 'scalar' && codeIn(names.terms(level.list), value.text) !== '';
  return isLevel ? level : undefined;
};

/** 工作人员：8人 says how many there are, which 工作人员人数 asks, and not who they are; 人员：8 tells nothing else of its theme. */
const countedBy = (
  { vocabulary, names }: ProfileReading,
  list: FactDefinition | undefined,
  { key, heading = key, value }: MapEntry,
): FactDefinition | undefined => {
  const isCounted = (text: string): boolean =>
    list === undefined || (['records', 'text'].includes(list.type) && isCountOf(list, text));
  if (value.kind !== 'scalar' || !isCounted(value.text)) return undefined;
  const fact = vocabulary.fact.get(codeIn(names.facts(), numberOf(heading)));
  return fact?.type === 'count' && !isRefusal(readScalar(value.text, fact)) ? fact : undefined;
};

/** Whether a fact that stands below two headings says the same both times: 184 under 面积（㎡）, 184平方米. */
const isSaidAgain = (one: Fact | undefined, again: Fact): boolean =>
  one?.state === 'declared' && again.state === 'declared' && JSON.stringify(one.value) === JSON.stringify(again.value);

/** The year in a bracket behind a name: 办事大厅使用面积（2027年）. */
const YEAR_BEHIND = /[（(【[](?:[^（）()]*[、，,;；]\s*)?(20\d{2})(?:年度?[底末]?)?[)）】\]]/u;

/** Refuses what a name says to be of another year than the form; of a rate or a number a year, the last year's is told too. */
const refuseOtherYears = ({ facts, ofYears, problems }: ProfileReading): void => {
  const declared = facts.get('center.declared_on');
  const now = declared?.state === 'declared' && declared.value.type === 'date' ? declared.value.value.slice(0, 4) : '';
  for (const { fact, entry, year } of ofYears) {
    const isYearly = fact.type === 'percent' || fact.label.zh.startsWith('年度');
    if (year === now || (isYearly && year < now)) continue;
    const { heading: key = '', keyLocation, value } = entry;
    problems.push(problem('unknown-fact', keyLocation, { key, suggestions: [key.replace(YEAR_BEHIND, '')] }));
    facts.set(fact.id, { state: 'unreadable', location: value.location });
  }
};

const addFact = (reading: ProfileReading, fact: FactDefinition, entry: MapEntry): void => {
  const { keyLocation, value, heading } = entry;
  const [, year] = YEAR_BEHIND.exec(heading ?? '') ?? [];
  if (year !== undefined) reading.ofYears.push({ fact, entry, year });
  const first = reading.keys.get(fact.id);
  if (first !== undefined) {
    const again = readFact({ ...reading, problems: [] }, fact, value);
    if (heading !== undefined && isSaidAgain(reading.facts.get(fact.id), again)) return;
    reading.problems.push(problem('duplicate-fact', keyLocation, { fact, first }));
    // Which of the two holds is not for us to say.
    reading.facts.set(fact.id, { state: 'unreadable', location: value.location });
    return;
  }
  reading.keys.set(fact.id, keyLocation);
  reading.facts.set(fact.id, readFact(reading, fact, value));
};

/** What facts go by: those of a theme, where it has any, without its name too. */
const knownUnder = memoizedFor(({ facts, themes }: Vocabulary, id: string): readonly string[] => {
  const local = facts.filter(fact => fact.id.startsWith(`${id}.`));
  const names = (local.length > 0 ? local : facts).flatMap(({ label, aliases }) => [label.zh, ...aliases]);
  const theme = themes.find(candidate => candidate.id === id);
  const short = [theme?.label.zh ?? '', ...(theme?.aliases ?? [])].flatMap(prefix =>
    names.flatMap(name => (prefix !== '' && name.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
  );
  return [...names, ...short];
});

/** The same and the codes of facts. */
const withCodes = memoizedFor((vocabulary: Vocabulary, id: string): readonly string[] => [
  ...knownUnder(vocabulary, id),
  ...vocabulary.facts.map(fact => fact.id),
]);

const refuseKey = (reading: ProfileReading, key: string, location: Location, theme: Theme | undefined): void => {
  const known = /^[\x20-\x7e]+$/.test(key) ? withCodes : knownUnder;
  const list = listWith(reading, key);
  const suggestions = suggest(key, known(reading.vocabulary, theme?.id ?? ''));
  reading.problems.push(problem('unknown-fact', location, { key, suggestions, ...(list && { list }) }));
};

/** Refuses what no fact is called; 运行状态：已撤销 says of the centre that it is none. */
const refuseEntry = (
  reading: ProfileReading,
  { key, keyLocation, value }: MapEntry,
  theme: Theme | undefined,
): void => {
  const fact = reading.vocabulary.fact.get('center.name');
  if (fact === undefined || value.kind !== 'scalar' || stoppedAs(key.trim(), value.text) === undefined)
    refuseKey(reading, key, keyLocation, theme);
  else {
    const found = `${key.trim()}：${value.text.trim()}`;
    reading.problems.push(problem('unreadable-value', value.location, { fact, found, cause: 'not-running' }));
  }
};

/** The list that has a field of the full name of a key, whatever unit stands behind it. */
const listWith = ({ vocabulary }: ProfileReading, key: string): RecordsDefinition | undefined => {
  const name = fold(key.replace(/[（(].*$/u, ''));
  const isOf = (fact: FactDefinition): fact is RecordsDefinition =>
    fact.type === 'records' &&
    fact.fields.some(({ label, aliases }) => [label.zh, ...aliases].some(own => own.length > 2 && fold(own) === name));
  return vocabulary.facts.find(isOf);
};

const centerOf = (facts: ReadonlyMap<string, Fact>): Center => {
  const text = (id: string): string | undefined => {
    const fact = facts.get(id);
    if (fact?.state !== 'declared') return undefined;
    return fact.value.type === 'text' ? fact.value.value : fact.value.type === 'term' ? fact.value.code : undefined;
  };
  const [called, village, county, township, code] = ['name', 'village', 'county', 'township', 'level'].map(key =>
    text(`center.${key}`),
  );
  // A station that gives no name goes by that of its village: 所属乡镇 is the same for all of them.
  const name = called ?? (code === 'township' ? undefined : village);
  const level = LEVELS.find((candidate): candidate is Level => candidate === code);
  return {
    ...(name !== undefined && { name }),
    ...(county !== undefined && { county }),
    ...(township !== undefined && { township }),
    ...(level !== undefined && { level }),
  };
};
