import type { Lang } from '../model/base/text.ts';
import type { Vocabulary } from '../model/standard/vocabulary.ts';

/** Whom a sentence is for; `most` is how many items of a list it names before it breaks off. */
export interface Reader {
  readonly vocabulary: Vocabulary;
  readonly lang: Lang;
  readonly most?: number;
}

export const pick = ({ lang }: Pick<Reader, 'lang'>, zh: string, en: string): string => (lang === 'zh' ? zh : en);

export const say = (lang: Lang, zh: string, en: string): string => pick({ lang }, zh, en);
