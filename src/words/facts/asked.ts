import type { Lang } from '../../model/base/text.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { pick } from '../reader.ts';
import { factLabel } from './values.ts';

const ENTRY = 'entry:';

/** Whether it is for an inspector to fill in, and no fact of the centre. */
export const isEntry = (fact: string): boolean => fact.startsWith(ENTRY);

const entryLabel = (fact: string, scorecard: Scheme['scorecard'], lang: Lang): string => {
  const entry = scorecard?.entries.find(({ id }) => ENTRY + id === fact);
  const rows = scorecard?.forms.flatMap(({ sections }) => sections.flatMap(({ items }) => items)) ?? [];
  return entry?.label?.[lang] ?? rows.find(({ id }) => id === entry?.item)?.title[lang] ?? fact.slice(ENTRY.length);
};

/** A fact by its label; what an inspector has yet to fill in goes by its row. */
export const askedLabel = (
  fact: string,
  vocabulary: Vocabulary,
  { scorecard }: Pick<Scheme, 'scorecard'>,
  lang: Lang,
): string => {
  if (!isEntry(fact)) return factLabel(vocabulary, fact, lang);
  const name = entryLabel(fact, scorecard, lang);
  const bureau = scorecard?.entries.find(({ id }) => ENTRY + id === fact)?.bureau;
  return pick(
    { lang },
    `${name}（由${bureau ?? '检查人'}填写）`,
    `${name} (for ${bureau ?? 'the inspector'} to fill in)`,
  );
};
