import type { Location } from '../../../model/base/location.ts';
import type { NonEmpty } from '../../../model/base/text.ts';
import type { Finding } from '../../../model/finding/finding.ts';

type Placed = { readonly location: Location };

/** Everything in a finding that stands somewhere, in a fixed order. */
export const placesIn = (finding: Finding): readonly Placed[] => {
  switch (finding.outcome) {
    case 'pass':
      return finding.grounds;
    case 'fail':
      return [...finding.grounds, ...finding.shortfalls];
    case 'unknown':
      return [...finding.grounds, ...finding.gaps];
    case 'not-applicable': {
      const { reason } = finding;
      if ('gaps' in reason) return reason.gaps;
      return 'grounds' in reason ? reason.grounds : [];
    }
  }
};

/** The finding with its `index`-th place, in that order, moved to `place(index)`. */
export const moved = (finding: Finding, place: (index: number) => Location): Finding => {
  let index = 0;
  const move = <T extends Placed>(part: T): T => ({ ...part, location: place(index++) });
  const moveAll = <T extends Placed>([first, ...rest]: NonEmpty<T>): NonEmpty<T> => [move(first), ...rest.map(move)];
  switch (finding.outcome) {
    case 'pass':
      return { ...finding, grounds: moveAll(finding.grounds) };
    case 'fail':
      return { ...finding, grounds: moveAll(finding.grounds), shortfalls: finding.shortfalls.map(move) };
    case 'unknown':
      return { ...finding, grounds: finding.grounds.map(move), gaps: moveAll(finding.gaps) };
    case 'not-applicable': {
      const { reason } = finding;
      if ('gaps' in reason) return { ...finding, reason: { ...reason, gaps: moveAll(reason.gaps) } };
      return 'grounds' in reason ? { ...finding, reason: { ...reason, grounds: moveAll(reason.grounds) } } : finding;
    }
  }
};
