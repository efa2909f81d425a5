import { compareExact, type Exact, exact, lesser, sumExact } from '../../../model/base/exact.ts';
import { groupBy } from '../../../model/base/group.ts';
import type { PointsLine, PricedRecord, Work } from '../../../model/scoring/points.ts';
import type { Step } from '../../../model/scoring/scorecard.ts';
import { pick } from '../../../words/reader.ts';
import {
  type Ends,
  ends,
  type Ledger,
  makeLine,
  putFlags,
  putSides,
  type Reckoned,
  ref,
  type Side,
  sided,
} from './cells.ts';
import { type Lines, NO_PARTS, type Parts, signed } from './lines.ts';

type Records = Extract<Work, { kind: 'records' }>;

const recordsOf = (line: PointsLine | undefined): Records | undefined =>
  line?.work.kind === 'records' && !line.work.unread ? line.work : undefined;

const counts = ({ standing }: PricedRecord): boolean => standing !== 'counted_elsewhere';

/** The numbers of the records that share a cap; each by itself where none is shared. */
const groupsIn = ({ records, capEach }: Records): readonly (readonly number[])[] => {
  const isShared = (group: PricedRecord['group']): group is string => capEach !== undefined && group != null;
  const keyOf = (index: number): string => {
    const group = records[index]?.group;
    return isShared(group) ? `=${group}` : `#${index}`;
  };
  return [...groupBy(records.keys(), keyOf).values()];
};

const paid = ({ records, capEach }: Records, group: readonly number[]): Exact => {
  const amounts = group.flatMap(index => records[index] ?? []).filter(counts);
  const sum = sumExact(amounts.map(({ amount }) => exact(amount)));
  return capEach === undefined ? sum : lesser(sum, exact(capEach));
};

/** Whether the records add up to the step, as they do unless it is not known which matter or whose one is. */
const addUp = (work: Records, { raw }: PointsLine): boolean =>
  raw !== null && compareExact(sumExact(groupsIn(work).map(group => paid(work, group))), exact(raw)) === 0;

/** What is to be added up: cells, or of cells that share a cap what is left under it. */
const partsOf = (line: PointsLine | undefined, row: number, side: Side): readonly string[] | undefined => {
  const work = recordsOf(line);
  if (line === undefined || work === undefined || !addUp(work, line)) return undefined;
  return groupsIn(work).map(group => {
    const sum = `SUM(${group.map(index => ref(sided('amount', side), row + index)).join(',')})`;
    if (work.capEach === undefined) return ref(sided('amount', side), row + (group[0] ?? 0));
    return line.kind === 'award' ? `MIN(${work.capEach},${sum})` : `MAX(-${work.capEach},${sum})`;
  });
};

/** Each record with whether it counts and what it costs. */
export const putRecords = (ledger: Ledger, row: number, lines: Lines, depth: number): Parts => {
  const records = ends(side => recordsOf(lines[side])?.records);
  const all = records.low ?? records.high ?? [];
  if (all.length === 0) return NO_PARTS(row);
  const kind = (lines.low ?? lines.high)?.kind ?? 'deduct';
  all.forEach(({ key }, index) => {
    const own = ends(side => records[side]?.[index]);
    putRecord(ledger, row + index, own, { key, kind, depth });
  });
  return { ...NO_PARTS(row + all.length), cells: ends(side => partsOf(lines[side], row, side)) };
};

interface Named {
  readonly key: string;
  readonly kind: Step['kind'];
  readonly depth: number;
}

const putRecord = (
  ledger: Ledger,
  row: number,
  records: Ends<PricedRecord | undefined>,
  { key, kind, depth }: Named,
): void => {
  const line = makeLine(ledger, row, 'text');
  const { low, high } = records;
  line.text('title', `${'　'.repeat(depth)}${key}`);
  const times = (low ?? high)?.times;
  if (times !== undefined) line.text('remark', pick(ledger, `分值已按 ×${times} 计`, `counted ×${times}`));
  const price =
    low === undefined || high === undefined || low.amount === high.amount ? (low ?? high)?.amount : undefined;
  if (price !== undefined) {
    line.figure('price', price, 'input');
    putFlags(line, side => records[side] && counts(records[side]));
  }
  const amounts = ends((side): Reckoned | undefined => {
    const record = records[side];
    const live = `${kind === 'award' ? '' : '-'}${line.at(sided('count', side))}*${line.at('price')}`;
    const formula = price === undefined ? undefined : live;
    return record && { formula, amount: signed({ kind, amount: counts(record) ? record.amount : '0' }) };
  });
  putSides(line, 'amount', amounts);
  line.fit('title');
};
