import type { MapEntry } from '../../source.ts';
import type { Grid, GridReading } from '../grid.ts';
import type { Label } from './answer-column.ts';
import type { FormHead } from './head.ts';

/** The reading of one form: what was made of which cell. */
export interface FormReading extends GridReading {
  readonly grid: Grid;
  readonly entries: MapEntry[];
  /** `row:column` of every cell that something was made of. */
  readonly read: Set<string>;
  readonly labels: Label[];
  readonly heads: readonly FormHead[];
  /** Columns of terms to be ticked. */
  readonly options: ReadonlySet<number>;
}

export const mark = ({ read }: FormReading, row: number, column: number): void => void read.add(`${row}:${column}`);

export const isRead = ({ read }: FormReading, row: number, column: number): boolean => read.has(`${row}:${column}`);

/** The heads that hold for a cell. */
export const headOver = ({ heads }: FormReading, row: number, column: number): FormHead | undefined =>
  heads.findLast(head => head.bottom < row && head.left <= column && column <= head.right);

export const isInHead = ({ heads }: FormReading, row: number): boolean =>
  heads.some(head => head.top <= row && row <= head.bottom);
