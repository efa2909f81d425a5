import type { ProblemCode, ProblemOf } from '../../model/base/problem.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import type { DefectValues } from '../../model/scoring/scorecard-defect.ts';

export type AllSentences = { readonly [C in ProblemCode]: (problem: ProblemOf<C>) => Bilingual };

/** Those of one kind of problem: that none is left out is seen where they come together. */
export type Sentences = Partial<AllSentences>;

export const orNothing = (suggestions: readonly string[], zh: string, en: string): Bilingual =>
  suggestions.length === 0
    ? both('', '')
    : both(
        `${zh}${suggestions.map(name => `“${name}”`).join('、')}`,
        `${en}${suggestions.map(name => `"${name}"`).join(', ')}`,
      );

export const didYouMean = (suggestions: readonly string[]): Bilingual => {
  const { zh, en } = orNothing(suggestions, '是不是想写', 'did you mean ');
  return both(zh === '' ? '' : `；${zh}？`, en === '' ? '' : `; ${en}?`);
};

/** What may have been meant, or all that could stand there. */
export const meantOrAccepted = ({
  suggestions,
  accepted = [],
}: {
  readonly suggestions: readonly string[];
  readonly accepted?: readonly string[];
}): Bilingual => join(didYouMean(suggestions), orNothing(accepted, '；可用', '; possible: '));

export const join = (...parts: readonly Bilingual[]): Bilingual =>
  both(parts.map(part => part.zh).join(''), parts.map(part => part.en).join(''));

/** A sentence with places for particulars. */
export type Sentence = (values: DefectValues) => Bilingual;

export const say = (zh: string, en: string): Sentence => {
  const fill = (text: string, values: DefectValues): string =>
    text
      .replaceAll(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '')
      .replaceAll('{{', '{')
      .replaceAll('}}', '}');
  return values => ({ zh: fill(zh, values), en: fill(en, values) });
};
