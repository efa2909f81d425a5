import { isCell, type Location, placeInFile } from '../model/base/location.ts';
import { type Bilingual, both, type Lang, type Noun } from '../model/base/text.ts';
import type { Vocabulary } from '../model/standard/vocabulary.ts';

/** What speaks of something that is no centre: a vocabulary, the frame of a summary. */
export interface Called {
  readonly subject?: Noun | undefined;
}

const CENTRE = /\b(?:(an?) )?(?<![-\w])centre(s?)\b/giu;

/** A centre, where it is called no otherwise. */
const PLAIN: Noun = { zh: '中心', en: 'centre' };

const isLatin = (word: string): boolean => /[a-z]$/iu.test(word);

const plural = ({ en, plural: own }: Noun): string => {
  if (own !== undefined || !isLatin(en)) return own ?? en;
  if (/[^aeiou]y$/iu.test(en)) return `${en.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/iu.test(en) ? `${en}es` : `${en}s`;
};

const likeCase = (word: string, like: string): string =>
  like.startsWith(like.charAt(0).toLowerCase()) ? word : word.charAt(0).toUpperCase() + word.slice(1);

const inEnglish = (noun: Noun, found: string, article: string | undefined, several: string): string => {
  const word = several === '' ? noun.en : plural(noun);
  const an = article === undefined ? '' : `${/^[aeiou]/iu.test(word) ? 'an' : 'a'} `;
  return likeCase(an + word, found);
};

/** What is judged, as a word for sentences that hold words of others beside it. */
export interface Judged {
  readonly zh: string;
  readonly en: string;
  readonly several: string;
}

export const judged = ({ subject = PLAIN }: Called): Judged => ({
  zh: subject.zh,
  en: subject.en,
  several: plural(subject),
});

/** Words of the tool about centres, said of what the scorecard is of instead; whoever hands in words of others takes `judged`. */
export const called = ({ subject }: Called, text: Bilingual): Bilingual =>
  subject === undefined
    ? text
    : both(
        text.zh.replaceAll(/(?:便民服务)?中心/gu, subject.zh),
        text.en.replaceAll(CENTRE, (found, article, several) => inEnglish(subject, found, article, several)),
      );

/** What all of them are called, where they are called the same. */
export const calledAll = (all: readonly Called[]): Called => {
  const [first] = all;
  return all.every(({ subject }) => subject?.zh === first?.subject?.zh) ? (first ?? {}) : {};
};

/** Whom a sentence is for; `most` is how many items of a list it names before it breaks off. */
export interface Reader {
  readonly vocabulary: Vocabulary;
  readonly lang: Lang;
  readonly most?: number;
}

/** The language of a sentence, and what it calls what is judged where that is no centre. */
export interface Voice {
  readonly lang: Lang;
  readonly of?: Called;
}

/** A sentence in the language of who hears it, which calls what is judged by its own name. */
export const voiced = ({ lang, of = {} }: Voice, text: Bilingual): string => called(of, text)[lang];

export const pick = (voice: Voice, zh: string, en: string): string => voiced(voice, { zh, en });

export const say = (lang: Lang, zh: string, en: string): string => both(zh, en)[lang];

type Kinded = { readonly kind: string };

/** The member of a union that is of this kind, by itself or with others. */
export type OfKind<T extends Kinded, K extends T['kind']> = T extends Kinded
  ? K extends T['kind']
    ? T
    : never
  : never;

/** What is made of each kind of a union, with what else it wants to know: a table for `told`. */
export type EachKind<T extends Kinded, A extends readonly unknown[], R = string> = {
  readonly [K in T['kind']]: (member: OfKind<T, K>, ...rest: A) => R;
};

type Sentence<A extends readonly unknown[]> = (member: never, ...rest: A) => unknown;

/**
 * The sentence of its tag about a member of a union. A table of sentences types each for its own member; that the one
 * picked fits cannot be said in types, and is said here once.
 */
export const told = <
  K extends string,
  T extends { readonly [key in K]: string },
  A extends readonly unknown[],
  S extends Readonly<Record<T[K], Sentence<A>>>,
>(
  sentences: S,
  tag: K,
  member: T,
  ...rest: A
): ReturnType<S[T[K]]> => (sentences[member[tag]] as Sentence<A>)(member as never, ...rest) as ReturnType<S[T[K]]>;

type Listener = Pick<Reader, 'lang' | 'most'>;

/** What a list says of each of its things. */
type Tell<T> = (thing: T) => string;

/** What separates items, some of which may hold the usual mark themselves. */
const separator = (items: readonly string[], reader: Listener): string =>
  voiced(reader, {
    zh: items.some(item => item.includes('、')) ? '；' : '、',
    en: items.some(item => item.includes(', ')) ? '; ' : ', ',
  });

/** `甲、乙、丙`; broken off with the number of them all where the reader wants no more. */
export const listed = <T>(things: readonly T[], reader: Listener, tell: Tell<T> = String): string => {
  const { most = things.length } = reader;
  const items = things.map(thing => tell(thing));
  const mark = separator(items, reader);
  if (items.length <= most) return items.join(mark);
  const shown = items.slice(0, most).join(mark);
  return pick(reader, `${shown}……（共 ${items.length} 项）`, `${shown} … (${items.length} in all)`);
};

/** `甲、乙或丙`. */
export const alternatives = <T>(things: readonly T[], reader: Listener, tell: Tell<T> = String): string => {
  const items = things.map(thing => tell(thing));
  const last = items.at(-1) ?? '';
  const before = items.slice(0, -1);
  return before.length === 0
    ? last
    : pick(reader, glue(`${before.join('、')}或`, last), `${before.join(', ')} or ${last}`);
};

/** `（1）甲；（2）乙`. */
export const numbered = <T>(things: readonly T[], reader: Listener, tell: Tell<T> = String): string =>
  things
    .map(thing => tell(thing))
    .map((item, index) => pick(reader, `（${index + 1}）${item}`, `(${index + 1}) ${item}`))
    .join(pick(reader, '；', '; '));

const HAN_END = /[\p{Script=Han}]$/u;
const LATIN_START = /^[\d\p{Script=Latin}≥≤<>]/u;

/** Chinese runs on without a space, but for one before a figure or a Latin word. */
export const glue = (before: string, after: string): string =>
  HAN_END.test(before) && LATIN_START.test(after) ? `${before} ${after}` : before + after;

export const quoted = (text: string, reader: Listener): string => pick(reader, `“${text}”`, `"${text}"`);

const inFile = (location: Location, lang: Lang): string =>
  isCell(location)
    ? placeInFile(location)
    : both(`第 ${location.line} 行第 ${location.column} 列`, `line ${location.line}, column ${location.column}`)[lang];

/** A place as people say it; the file is named only where it is not `file`. */
export const placeText = (location: Location, file: string | undefined, lang: Lang): string => {
  const place = inFile(location, lang);
  return location.file === file ? place : both(`${location.file} ${place}`, `${location.file}, ${place}`)[lang];
};
