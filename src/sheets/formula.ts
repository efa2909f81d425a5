/** A range, and the cell or the text that a row of it is to hold. */
export type Held = readonly [range: string, what: string];

/** Excel takes no longer text within a formula. */
const LONGEST = 255;

/** A text within a formula, where it is not too long for one. */
export const textIn = (text: string): string | undefined =>
  text.length > LONGEST ? undefined : `"${text.replaceAll('"', '""')}"`;

// By equality: a criterion would take `>5` for a comparison, `*` for any text and `=x` for `x`.
const test = (all: readonly Held[]): string => all.map(([range, what]) => `(${range}=${what})`).join('*');

/** How many rows hold what they are to. */
export const countOf = (...all: readonly Held[]): string => `SUMPRODUCT(${test(all)}*1)`;

/** The sum over the rows that hold what they are to; a text among the figures counts for nothing. */
export const sumOf = (figures: string, ...all: readonly Held[]): string => `SUMPRODUCT(${test(all)}*1,${figures})`;
