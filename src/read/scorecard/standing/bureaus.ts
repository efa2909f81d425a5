import { compareExact, decimalOf, exact, sumExact } from '../../../model/base/exact.ts';
import { get, type MapNode } from '../../../model/base/source.ts';
import { isNonEmpty } from '../../../model/base/text.ts';
import type { BureauTotal, Scorecard } from '../../../model/scoring/scorecard.ts';
import { itemsIn } from '../../../model/scoring/walk.ts';
import { defect, numberAt, type ScorecardReading } from '../reading.ts';
import { referTo } from '../references.ts';

/** What each bureau gives by the head's word, held against the rows that it scores, in every class of place. */
export const readBureaus = (
  reading: ScorecardReading,
  root: MapNode,
  forms: Scorecard['forms'],
): readonly BureauTotal[] => {
  const stated = get(root, 'bureaus');
  if (stated?.kind !== 'map') return [];
  const named = new Set(itemsIn(forms.flatMap(({ sections }) => sections)).flatMap(({ bureau }) => bureau ?? []));
  return stated.entries.flatMap(({ key: bureau, keyLocation, value }) => {
    const points = numberAt(reading, stated, bureau);
    referTo(reading, 'bureau', bureau, [...named], keyLocation);
    if (points === undefined || !named.has(bureau)) return [];
    const sums = forms.map(({ sections }) => {
      const own = sections
        .filter(({ outside }) => !outside)
        .flatMap(({ items }) => items.filter(item => item.bureau === bureau));
      return sumExact(own.map(item => exact(item.points)));
    });
    const others = sums.filter(sum => compareExact(sum, exact(points)) !== 0).map(decimalOf);
    if (isNonEmpty(others)) defect(reading, value.location, 'bureau-sum', { bureau, stated: points, sum: others[0] });
    return [{ bureau, points }];
  });
};
