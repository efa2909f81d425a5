import { type Bilingual, both, type Noun } from '../model/base/text.ts';

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
