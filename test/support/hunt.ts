import fc from 'fast-check';

/** `HUNT=20`: properties draw twenty times as often as in a usual run, and from a seed of chance; else all draw the same every time. */
const hunting = process.env.HUNT;

const times = Number(hunting ?? 1);

/** How often a property draws where a hundred is too much or too little. */
export const runs = (usual: number): number => usual * times;

fc.configureGlobal({ numRuns: runs(100), ...(hunting === undefined && { seed: 1 }) });
