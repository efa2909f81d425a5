import type { Decimal } from './value.ts';

export const placesIn = (amount: Decimal): number => amount.split('.')[1]?.length ?? 0;

/** As many decimals as the longest of them has. */
export const placesOf = (amounts: readonly Decimal[]): number =>
  amounts.reduce((most, amount) => Math.max(most, placesIn(amount)), 0);

/** Figures of one column, all with the same number of decimals, so that they stand under one another. */
export const aligned = (amounts: readonly Decimal[], places: number = placesOf(amounts)): readonly string[] =>
  amounts.map(amount => {
    const [whole = '0', fraction = ''] = amount.split('.');
    return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`;
  });

const HAN_DIGITS = '〇一二三四五六七八九';

const HAN_UNITS = ['', '十', '百', '千'] as const;

/** 12 → 十二, up to 9999. */
export const inHan = (number: number): string => {
  const signs = [...String(number)].map((digit, at, all) =>
    digit === '0' ? '〇' : `${HAN_DIGITS.charAt(Number(digit))}${HAN_UNITS[all.length - 1 - at] ?? ''}`,
  );
  return signs.join('').replaceAll(/〇+/gu, '〇').replace(/^一十/u, '十').replace(/〇$/u, '');
};
