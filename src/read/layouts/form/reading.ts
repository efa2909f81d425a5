import type { MapEntry } from '../../../model/base/source.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import type { Gathering } from '../gather.ts';
import type { Grid, GridReading } from '../grid.ts';
import type { Label } from './answer-column.ts';
import type { FormHead } from './head.ts';

/** The reading of one form: what was made of which cell. */
export interface FormReading extends GridReading {
  readonly grid: Grid;
  readonly entries: MapEntry[];
  /** Records whose fields stand below one another beside the label of their list. */
  readonly items: Gathering['items'];
  /** `row:column` of every cell that something was made of. */
  readonly read: Set<string>;
  readonly labels: Label[];
  readonly heads: readonly FormHead[];
  /** What says of a cell that it tells what is planned, or was, and not what there is. */
  readonly planned: (row: number, cell: Cell) => string | undefined;
  /** Columns of terms to be ticked. */
  readonly options: ReadonlySet<number>;
}

export const mark = ({ read }: FormReading, row: number, column: number): void => void read.add(`${row}:${column}`);

export const isRead = ({ read }: FormReading, row: number, column: number): boolean => read.has(`${row}:${column}`);

export const headOver = ({ heads }: Pick<FormReading, 'heads'>, row: number, column: number): FormHead | undefined =>
  heads.findLast(head => head.bottom < row && head.left <= column);

export const isInHead = ({ heads }: FormReading, row: number): boolean =>
  heads.some(head => head.top <= row && row <= head.bottom);

export const mayLabel = (head: FormHead | undefined, column: number): boolean => {
  const role = head?.columns.find(known => known.column === column)?.role;
  const first = head?.sources[0]?.columns[0]?.column ?? Number.POSITIVE_INFINITY;
  return column < first && (role === undefined || role === 'label' || role === 'number');
};
