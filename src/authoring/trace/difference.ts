/** Letters and figures that stand together are kept together; every other character is by itself. */
const piecesOf = (text: string): readonly string[] => text.match(/[\p{Script=Latin}\d.]+|./gsu) ?? [];

/** For each pair of places, how many texts the rests from there have in common. */
const commonFrom = (lefts: readonly string[], rights: readonly string[]): readonly (readonly number[])[] => {
  const rows: number[][] = [Array<number>(rights.length + 1).fill(0)];
  for (const left of lefts.toReversed()) {
    const [below = []] = rows;
    const row: number[] = Array<number>(rights.length + 1).fill(0);
    for (let at = rights.length - 1; at >= 0; at--)
      row[at] = left === rights[at] ? (below[at + 1] ?? 0) + 1 : Math.max(below[at] ?? 0, row[at + 1] ?? 0);
    rows.unshift(row);
  }
  return rows;
};

/** Two rows of texts side by side, by their places: a text of both, or one that the other row has not. */
export type Beside = readonly [left: number | undefined, right: number | undefined];

/** As much side by side as can be, in the order of both. */
export const beside = (lefts: readonly string[], rights: readonly string[]): readonly Beside[] => {
  const common = commonFrom(lefts, rights);
  const steps: Beside[] = [];
  let [left, right] = [0, 0];
  while (left < lefts.length || right < rights.length) {
    const isLeft = (common[left + 1]?.[right] ?? 0) >= (common[left]?.[right + 1] ?? 0);
    if (left < lefts.length && lefts[left] === rights[right]) steps.push([left++, right++]);
    else if (right === rights.length || (left < lefts.length && isLeft)) steps.push([left++, undefined]);
    else steps.push([undefined, right++]);
  }
  return steps;
};

const bracketed = (pieces: readonly string[], common: ReadonlySet<number | undefined>): string =>
  pieces
    .map((piece, at) => {
      if (common.has(at)) return piece;
      const [begins, ends] = [at === 0 || common.has(at - 1), at === pieces.length - 1 || common.has(at + 1)];
      return `${begins ? '【' : ''}${piece}${ends ? '】' : ''}`;
    })
    .join('');

/** Two wordings of a sentence, each with what the other does not have in brackets. */
export const markDifference = (was: string, now: string) => {
  const [old, fresh] = [piecesOf(was), piecesOf(now)];
  const common = beside(old, fresh).filter(([left, right]) => left !== undefined && right !== undefined);
  return {
    was: bracketed(old, new Set(common.map(([left]) => left))),
    now: bracketed(fresh, new Set(common.map(([, right]) => right))),
  };
};
