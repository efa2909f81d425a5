import type { ProblemOf } from '../../model/base/problem.ts';
import { type Bilingual, both } from '../../model/base/text.ts';

const ownUnit = (name: string): Bilingual => ({
  zh: `；确有这个单位，就在旁边声明 units: { ${name}: 1 }`,
  en: `; where it is one indeed, declare it beside: units: { ${name}: 1 }`,
});

/** Where a county's own words are written, where the ones that are there do not do. */
export const ownWord = ({ kind, name, suggestions, accepted = [] }: ProblemOf<'unknown-name'>): Bilingual => {
  if (kind === 'unit' && suggestions.length === 0) return ownUnit(name);
  if (kind === 'fact' && suggestions.length === 0 && accepted.length === 0)
    return both(
      '；本标准自己的填报项，在规则里用 ask: 声明，或写进规则包的 words.yaml',
      '; a fact of this pack alone is declared in its rule with ask:, or in words.yaml of the pack',
    );
  return kind === 'term'
    ? both(
        '；本标准自己的用语，写进规则包的 words.yaml（terms:）',
        '; a term of this pack alone is written in words.yaml of the pack (terms:)',
      )
    : both('', '');
};
