import { both, type Lang } from '../model/base/text.ts';
import type { Vocabulary } from '../model/standard/vocabulary.ts';
import { type Called, called } from './called.ts';

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

export const pick = ({ lang, of }: Voice, zh: string, en: string): string => {
  const said = lang === 'zh' ? zh : en;
  return of?.subject === undefined ? said : called(of, { zh, en })[lang];
};

export const say = (lang: Lang, zh: string, en: string): string => both(zh, en)[lang];

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
