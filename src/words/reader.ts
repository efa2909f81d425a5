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
