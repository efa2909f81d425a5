/**
 * The meaning of a rule, told a second time and in another way than it is judged: truth as a number, and what is not
 * known as every way that it could turn out. Generated cases take what they expect from here.
 */
export type Truth = 0 | 0.5 | 1;

export const OPEN: Truth = 0.5;

export const truth = (holds: boolean): Truth => (holds ? 1 : 0);

export const least = (truths: readonly Truth[]): Truth => Math.min(1, ...truths) as Truth;

export const most = (truths: readonly Truth[]): Truth => Math.max(0, ...truths) as Truth;

export const opposite = (value: Truth): Truth => (1 - value) as Truth;

/** The answer that all possible answers share. */
export const shared = (answers: readonly Truth[]): Truth => {
  const [first = OPEN] = answers;
  return answers.every(answer => answer === first) ? first : OPEN;
};
