/** Two wordings of a sentence, each with what the other does not have in brackets. */
export interface Marked {
  readonly was: string;
  readonly now: string;
}

/** Letters and figures that stand together are kept together; every other character is by itself. */
const piecesOf = (text: string): readonly string[] => text.match(/[\p{Script=Latin}\d.]+|./gsu) ?? [];

/** For each pair of places, how many pieces the rests from there have in common. */
const commonFrom = (was: readonly string[], now: readonly string[]): readonly (readonly number[])[] => {
  const rows: number[][] = [Array<number>(now.length + 1).fill(0)];
  for (const piece of was.toReversed()) {
    const [below = []] = rows;
    const row: number[] = Array<number>(now.length + 1).fill(0);
    for (let at = now.length - 1; at >= 0; at--)
      row[at] = piece === now[at] ? (below[at + 1] ?? 0) + 1 : Math.max(below[at] ?? 0, row[at + 1] ?? 0);
    rows.unshift(row);
  }
  return rows;
};

const bracketed = (pieces: readonly string[], isCommon: readonly boolean[]): string =>
  pieces
    .map((piece, at) => {
      if (isCommon[at]) return piece;
      return `${at === 0 || isCommon[at - 1] ? '【' : ''}${piece}${at === pieces.length - 1 || isCommon[at + 1] ? '】' : ''}`;
    })
    .join('');

/** Marks in each wording what the other has not. */
export const markDifference = (was: string, now: string): Marked => {
  const [old, fresh] = [piecesOf(was), piecesOf(now)];
  const common = commonFrom(old, fresh);
  const [inOld, inFresh] = [old.map(() => false), fresh.map(() => false)];
  let [left, right] = [0, 0];
  while (left < old.length && right < fresh.length) {
    if (old[left] === fresh[right]) {
      inOld[left++] = true;
      inFresh[right++] = true;
    } else if ((common[left + 1]?.[right] ?? 0) >= (common[left]?.[right + 1] ?? 0)) left++;
    else right++;
  }
  return { was: bracketed(old, inOld), now: bracketed(fresh, inFresh) };
};
