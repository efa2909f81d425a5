import type { Decimal } from '../../../model/base/value.ts';
import type { Amount, Band, Escalation, Scorecard, Steps } from '../../../model/scoring/scorecard.ts';
import { roundedAs } from './cells.ts';

/** The cells that an amount is worked out from. */
interface Cells {
  readonly count: string;
  readonly price: string;
}

const unitsIn = (count: string, per: Decimal, steps: Steps): string => {
  const quotient = per === '1' ? count : `${count}/${per}`;
  if (steps === 'pro_rata') return quotient;
  return `${steps === 'full' ? 'ROUNDDOWN' : 'ROUNDUP'}(ROUND(${quotient},9),0)`;
};

/** The first ones at the first price, those after each threshold at its own. */
const graduated = (units: string, price: string, further: readonly Escalation[]): string => {
  const starts = [{ after: 0, points: price }, ...further];
  return starts
    .map(({ after, points }, index) => {
      const next = starts[index + 1];
      const here = next === undefined ? units : `MIN(${units},${next.after})`;
      return after === 0 ? `${here}*${points}` : `MAX(0,${here}-${after})*${points}`;
    })
    .join('+');
};

const priceOf = (units: string, price: string, then: readonly Escalation[]): string =>
  then
    .filter(({ applies }) => applies === 'all')
    .reduce(
      (otherwise, { after, points }) => `IF(${units}>${after},${units}*${points},${otherwise})`,
      graduated(
        units,
        price,
        then.filter(({ applies }) => applies === 'further'),
      ),
    );

const inBand = (count: string, { low, high }: Band): string => {
  const tests = [
    ...(low ? [`${count}>${low.included ? '=' : ''}${low.at}`] : []),
    ...(high ? [`${count}<${high.included ? '=' : ''}${high.at}`] : []),
  ];
  return tests.length === 1 ? (tests[0] ?? '') : `AND(${tests.join(',')})`;
};

const bandOf = (count: string, bands: readonly (Band & { readonly points: Decimal })[]): string =>
  bands.reduceRight(
    (otherwise, band, index) =>
      index === bands.length - 1 ? band.points : `IF(${inBand(count, band)},${band.points},${otherwise})`,
    '0',
  );

/** How many × how much, as a formula over their cells; undefined where the sheet has no way to work it out. */
export const amountFormula = (amount: Amount, { count, price }: Cells, scorecard: Scorecard): string | undefined => {
  switch (amount.kind) {
    case 'base':
    case 'once':
      return `${count}*${price}`;
    case 'each':
      return roundedAs(priceOf(unitsIn(count, amount.per, amount.steps), price, amount.then), scorecard);
    case 'tiers':
      return bandOf(count, amount.bands);
    case 'options':
      return `CHOOSE(${count}+1,${[amount.otherwise, ...amount.options.map(({ points }) => points)].join(',')})`;
    case 'share':
      return roundedAs(`${count}*${price}/100`, scorecard);
    case 'entered':
      return roundedAs(count, scorecard);
    case 'form':
      return roundedAs(`${count}*${price}/${amount.total}`, scorecard);
    case 'best_of':
    case 'group':
    case 'records':
    case 'relative':
      return undefined;
  }
};

/** Kinds of amount that no count of their own gives. */
export const hasCount = ({ kind }: Amount): boolean =>
  kind !== 'best_of' && kind !== 'group' && kind !== 'records' && kind !== 'relative';

/** The price that stands in a cell of its own. */
export const priceCell = (amount: Amount): Decimal | null => {
  switch (amount.kind) {
    case 'base':
    case 'once':
    case 'each':
    case 'share':
    case 'form':
      return amount.points;
    case 'tiers':
    case 'options':
    case 'entered':
    case 'relative':
    case 'records':
    case 'best_of':
    case 'group':
      return null;
  }
};
