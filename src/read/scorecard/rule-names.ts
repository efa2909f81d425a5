import type { Location } from '../../model/base/location.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { Measure } from '../../model/scoring/measure.ts';
import type { Scorecard } from '../../model/scoring/scorecard.ts';
import { amountsIn, itemsIn, measuresIn } from '../../model/scoring/walk.ts';
import type { Pack } from '../../model/standard/pack.ts';
import { meant } from '../profile/names.ts';

/** Rules and sections that a scorecard names and the pack does not have. */
export const rulesOutside = (scorecard: Scorecard, pack: Pick<Pack, 'rules' | 'sections'>): readonly Problem[] => {
  const rules = pack.rules.map(({ id }) => id);
  const sections = pack.sections.map(({ id }) => id);
  const unknown = (kind: 'rule' | 'section', names: readonly string[], known: readonly string[], location: Location) =>
    names
      .filter(name => !known.includes(name))
      .map(name => problem('unknown-name', location, { kind, name, ...meant(name, known) }));
  const items = itemsIn(scorecard.forms.flatMap(form => form.sections));
  const unknownIn = (measure: Measure, location: Location): readonly Problem[] =>
    measure.kind === 'rules'
      ? [
          ...unknown('rule', measure.which.ids, rules, location),
          ...unknown('section', measure.which.sections, sections, location),
        ]
      : [];
  const found = items.flatMap(({ steps, location }) =>
    steps
      .flatMap(({ amount }) => amountsIn(amount))
      .flatMap(amount => ('measure' in amount ? measuresIn(amount.measure) : []))
      .flatMap(measure => unknownIn(measure, location)),
  );
  return [...new Map(found.map(one => [JSON.stringify(one), one])).values()];
};
