import Big from 'big.js';
import type { Spread } from '../../model/summary.ts';
import type { Decimal } from '../../model/value.ts';

/** How often each value was met: as large as there are different values, however many centres there are. */
export interface Distribution {
  readonly add: (value: Decimal) => void;
  readonly count: () => number;
  /** How many values lie above this one, and how many equal it. */
  readonly above: (value: Decimal) => number;
  readonly equal: (value: Decimal) => number;
  readonly spread: () => Spread | undefined;
}

const cut = (value: Big): Decimal => value.round(2, Big.roundDown).toFixed();

export const makeDistribution = (): Distribution => {
  const counts = new Map<Decimal, number>();
  let total = 0;
  let sorted: readonly { readonly value: Decimal; readonly upTo: number }[] | undefined;
  let upTos: ReadonlyMap<Decimal, number> | undefined;
  /** Values from the least up, with how many there are up to each. */
  const ordered = () => {
    let upTo = 0;
    sorted ??= [...counts]
      .sort(([a], [b]) => new Big(a).cmp(b))
      .map(([value, count]) => {
        upTo += count;
        return { value, upTo };
      });
    return sorted;
  };
  const upToOf = (value: Decimal): number | undefined => {
    upTos ??= new Map(ordered().map(({ value: known, upTo }) => [known, upTo]));
    return upTos.get(value);
  };
  /** The least value that at least this share of all do not exceed. */
  const at = (share: number): Decimal =>
    ordered().find(({ upTo }) => upTo >= Math.max(1, Math.ceil(share * total)))?.value ?? '0';
  const mean = (): Big =>
    [...counts].reduce((sum, [value, count]) => sum.plus(new Big(value).times(count)), new Big(0)).div(total);
  return {
    add: value => {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      total++;
      sorted = undefined;
      upTos = undefined;
    },
    count: () => total,
    above: value => total - (upToOf(value) ?? total),
    equal: value => counts.get(value) ?? 0,
    spread: () =>
      total === 0
        ? undefined
        : {
            count: total,
            mean: cut(mean()),
            least: at(0),
            quarter: at(0.25),
            middle: at(0.5),
            threeQuarters: at(0.75),
            most: at(1),
          },
  };
};
