/** Row numbers gathered as ranges: `5—7、12`. */
export interface HiddenRows {
  readonly add: (row: number) => void;
  readonly first: () => number;
  readonly text: () => string;
}

const MAX_RANGES = 20;

export const hiddenRows = (): HiddenRows => {
  const ranges: [number, number][] = [];
  return {
    add: row => {
      const last = ranges.at(-1);
      if (last !== undefined && row === last[1] + 1) last[1] = row;
      else if (last === undefined || row > last[1]) ranges.push([row, row]);
    },
    first: () => ranges[0]?.[0] ?? 1,
    text: () => {
      const shown = ranges.slice(0, MAX_RANGES).map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`));
      return shown.join('、') + (ranges.length > MAX_RANGES ? '…' : '');
    },
  };
};
