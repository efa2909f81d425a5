import type { Scorecard } from './scorecard.ts';

/** Bureaus that score a row together go by one name: `宣传部、教育局`. */
export const joinedBureaus = (names: readonly string[]): string => names.join('、');

export const bureausIn = (bureau: string): readonly string[] => bureau.split('、');

/** Bureaus that fill something in. */
export const bureausOf = ({ entries }: Pick<Scorecard, 'entries'>): readonly string[] => [
  ...new Set(entries.flatMap(({ bureau }) => (bureau === undefined ? [] : bureausIn(bureau)))),
];
