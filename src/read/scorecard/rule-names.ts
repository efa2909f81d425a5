import type { Location } from '../../model/base/location.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { Measure } from '../../model/scoring/measure.ts';
import type { Amount, Scorecard, Step } from '../../model/scoring/scorecard.ts';
import type { Pack } from '../../model/standard/pack.ts';
import { meant } from '../profile/names.ts';
import { itemsIn } from './passes.ts';

const measuresIn = (amount: Amount): readonly Measure[] => {
  switch (amount.kind) {
    case 'best_of':
    case 'group':
      return amount.of.flatMap(step => measuresIn(step.amount));
    case 'records':
      return measuresIn(amount.records.amount);
    case 'base':
    case 'once':
    case 'options':
    case 'form':
      return [];
    default:
      return inner(amount.measure);
  }
};

const inner = (measure: Measure): readonly Measure[] => {
  switch (measure.kind) {
    case 'rate':
    case 'ratio':
      return [...inner(measure.part), ...inner(measure.whole)];
    case 'gap':
      return [...inner(measure.of), ...(measure.limit.kind === 'measure' ? inner(measure.limit.of) : [])];
    case 'sum':
      return inner(measure.of);
    default:
      return [measure];
  }
};

/** Rules and sections that a scorecard names and the pack does not have. */
export const rulesOutside = (scorecard: Scorecard, pack: Pick<Pack, 'rules' | 'sections'>): readonly Problem[] => {
  const rules = pack.rules.map(({ id }) => id);
  const sections = pack.sections.map(({ id }) => id);
  const unknown = (kind: 'rule' | 'section', names: readonly string[], known: readonly string[], location: Location) =>
    names
      .filter(name => !known.includes(name))
      .map(name => problem('unknown-name', location, { kind, name, ...meant(name, known) }));
  const items = itemsIn(scorecard.forms.flatMap(form => form.sections));
  const found = items.flatMap(({ steps, location }) =>
    steps
      .flatMap((step: Step) => measuresIn(step.amount))
      .flatMap(measure =>
        measure.kind === 'rules'
          ? [
              ...unknown('rule', measure.which.ids, rules, location),
              ...unknown('section', measure.which.sections, sections, location),
            ]
          : [],
      ),
  );
  return [...new Map(found.map(one => [JSON.stringify(one), one])).values()];
};
