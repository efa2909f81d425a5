import type { Fix } from '../../src/model/finding/plan.ts';

/** How many things are done in all, each as often as it says. */
export const effortOf = (fixes: readonly Fix[]): number => fixes.reduce((sum, { count = 1 }) => sum + count, 0);
