import type { Location } from '../../model/base/location.ts';
import { keptFor } from '../../model/base/memo.ts';
import { eachOnce, loaded, type Problem } from '../../model/base/problem.ts';
import type { Measure } from '../../model/scoring/measure.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import type { Scorecard } from '../../model/scoring/scorecard.ts';
import { amountsIn, itemsIn, measuresIn } from '../../model/scoring/walk.ts';
import type { Pack } from '../../model/standard/pack.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { extendVocabulary } from '../pack/join-vocabularies.ts';
import type { Library } from '../pack/library.ts';
import { unknownNames } from '../profile/names.ts';

/** Rules and sections that a scorecard names and the pack does not have. */
export const rulesOutside = (scorecard: Scorecard, pack: Pick<Pack, 'rules' | 'sections'>): readonly Problem[] => {
  const rules = pack.rules.map(({ id }) => id);
  const sections = pack.sections.map(({ id }) => id);
  const items = itemsIn(scorecard.forms.flatMap(form => form.sections));
  const unknownIn = (measure: Measure, location: Location): readonly Problem[] =>
    measure.kind === 'rules'
      ? [
          ...unknownNames('rule', measure.which.ids, rules, location),
          ...unknownNames('section', measure.which.sections, sections, location),
        ]
      : [];
  return eachOnce(
    items.flatMap(({ steps, location }) =>
      steps
        .flatMap(({ amount }) => amountsIn(amount))
        .flatMap(amount => ('measure' in amount ? measuresIn(amount.measure) : []))
        .flatMap(measure => unknownIn(measure, location)),
    ),
  );
};

/** A vocabulary with the facts and terms that a scorecard brings along. */
export const withWords = (vocabulary: Vocabulary, { scorecard }: Pick<Scheme, 'scorecard'>): Vocabulary =>
  scorecard === undefined ? vocabulary : extendVocabulary(vocabulary, scorecard.vocabulary);

/** A library whose packs know the words of a scorecard, and have the rules that it names. */
export const withScorecardWords = (library: Library, scheme: Pick<Scheme, 'scorecard'>): Library => {
  const { scorecard } = scheme;
  if (scorecard === undefined) return library;
  const extended = keptFor((pack: Pack): Pack => ({ ...pack, vocabulary: withWords(pack.vocabulary, scheme) }));
  return {
    ...library,
    vocabulary: async () => {
      const read = await library.vocabulary();
      return read.ok ? { ...read, value: withWords(read.value, scheme) } : read;
    },
    pack: async name => {
      const read = await library.pack(name);
      return read.ok
        ? loaded([...read.warnings, ...rulesOutside(scorecard, read.value)], () => extended(read.value))
        : read;
    },
  };
};
