import { firstOf } from '../../change/match.ts';
import { once } from '../../model/base/memo.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { Lang } from '../../model/base/text.ts';
import { type Library, openLibrary } from '../../read/pack/library.ts';
import { fold } from '../../read/profile/names.ts';
import type { KeptEntry, KeptFile } from '../../read/results/file.ts';
import { errLine, type Terminal } from '../terminal.ts';

/** Of centres that a name may mean: those it is the whole name of, else the one that it is a part of the name of. */
export type Picked =
  | { readonly kind: 'found'; readonly isMeant: (entry: KeptEntry) => boolean }
  | { readonly kind: 'several'; readonly names: readonly string[] };

const MOST_NAMES = 5;

/** What a centre is known by in all the files, where they may not call it the same. */
type KeyOf = (entry: KeptEntry) => string;

const pickCenter = (entries: readonly KeptEntry[], center: string, keyOf: KeyOf): Picked => {
  const called = fold(center);
  const keysWith = (is: (name: string) => boolean): ReadonlySet<string> =>
    new Set(entries.filter(({ names = [] }) => names.some(name => is(fold(name)))).map(keyOf));
  const whole = keysWith(name => name === called);
  const keys = whole.size > 0 ? whole : keysWith(name => name.includes(called));
  const isMeant = (entry: KeptEntry): boolean => keys.has(keyOf(entry));
  if (whole.size > 0 || keys.size < 2) return { kind: 'found', isMeant };
  const names = new Map(entries.filter(isMeant).map(entry => [keyOf(entry), entry.names?.[0] ?? '']));
  return { kind: 'several', names: [...names.values()].slice(0, MOST_NAMES) };
};

/** The rules at hand, for results without texts beside them; read when they are wanted. */
export const libraryIn = (standards: string | undefined) =>
  once(async (): Promise<Library | undefined> => {
    const library = await openLibrary(standards);
    return library.ok ? library.value : undefined;
  });

/** A function that answers what it was asked before from memory. */
export const remembered = <K, T>(make: (asked: K) => T): ((asked: K) => T) => {
  const known = new Map<K, T>();
  return asked => {
    const found = known.get(asked) ?? make(asked);
    known.set(asked, found);
    return found;
  };
};

/** Results of a centre and pack of which the file has another before. */
export const repeatedIn = ({ entries, at }: KeptFile): readonly Problem[] =>
  firstOf(entries).repeated.map(({ entry, first }) => problem('repeated-result', at(entry), { first: at(first) }));

/** Of results, those of the centre that is asked for; undefined, with a word to the user, where its name may mean several. */
export const meantIn = (
  files: readonly KeptFile[],
  { center, lang }: { readonly center?: string | undefined; readonly lang: Lang },
  terminal: Terminal,
  keyOf: KeyOf = ({ key }) => key,
): readonly KeptFile[] | undefined => {
  if (center === undefined) return files;
  const all = files.flatMap(({ entries }) => entries);
  const picked = pickCenter(all, center, keyOf);
  if (picked.kind === 'several')
    return void errLine(terminal, SEVERAL[lang](center, picked.names.join(lang === 'zh' ? '、' : ', ')));
  return files.map(file => ({ ...file, entries: file.entries.filter(picked.isMeant) }));
};

export const NO_CENTER = {
  zh: (name: string) => `这些结果里没有名称含“${name}”的对象或乡镇`,
  en: (name: string) => `no result has a name or township with "${name}" in it`,
} as const;

const SEVERAL = {
  zh: (name: string, found: string) => `“${name}”可以指几个中心：${found}……请写得再全一些`,
  en: (name: string, found: string) => `"${name}" may mean several centres: ${found} … write more of the name`,
} as const;
