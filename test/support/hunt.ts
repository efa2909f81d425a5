import fc from 'fast-check';

/** `HUNT=20`: properties draw twenty times as often as in a usual run, and from a seed of chance; else all draw the same every time. */
const hunting = process.env.HUNT;

const times = Number(hunting ?? 1);

/** How often a property draws where a hundred is too much or too little. */
export const runs = (usual: number): number => usual * times;

/**
 * So many of a long list of cases alike, spread over all of it; the whole list where `HUNT` is set. For combinations of which
 * each member is tried elsewhere as well: a case that stands for a kind of its own is never left to it.
 */
export const some = <T>(usual: number, cases: readonly T[]): readonly T[] => {
  const share = hunting === undefined ? usual / cases.length : 1;
  return cases.filter((_, at) => Math.floor(at * share) !== Math.floor((at - 1) * share));
};

/** Of any characters: the library's own draws from a table of all of them, which takes a second to make and stays in memory. */
export const anyText = (constraints: fc.ArrayConstraints = {}): fc.Arbitrary<string> =>
  fc
    .array(
      fc.nat(0x10f7ff).map(point => (point < 0xd800 ? point : point + 0x800)),
      constraints,
    )
    .map(points => String.fromCodePoint(...points));

fc.configureGlobal({ numRuns: runs(100), ...(hunting === undefined && { seed: 1 }) });
