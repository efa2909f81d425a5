import type { Location } from '../../../model/base/location.ts';
import type { Problem } from '../../../model/base/problem.ts';
import type { SourceNode } from '../../../model/base/source.ts';
import { CARD_COLUMNS, type CardKey } from '../../../model/scoring/card-sheet.ts';
import { defect } from '../defect.ts';
import type { CardCell, CardLine } from './grid.ts';

/** What a fact that a row asks for is made of. */
export type Wanted =
  | { readonly type: 'yes_no' | 'text' | 'records' }
  | { readonly type: 'figure'; readonly unit: string }
  | { readonly type: 'term' | 'terms'; readonly terms: readonly string[] };

/** Facts that rows ask for and no vocabulary has, by what they are called. */
export interface FactBook {
  readonly ask: (reading: SheetReading, name: string, wanted: Wanted, location: Location) => void;
  readonly vocabulary: () => readonly SourceNode[];
}

/** What is being read of a scorecard in Excel. */
export interface SheetReading {
  readonly problems: Problem[];
  readonly facts: FactBook;
  /** Columns that the sheet has not, and whether a row asked for them. */
  readonly absent?: Map<CardKey, boolean>;
}

const columnOf = (key: CardKey) => CARD_COLUMNS.find(column => column.key === key);

export const titleOf = (key: CardKey): string => columnOf(key)?.title ?? key;

/** What is to be filled in is asked for at its cell, or once at the header where there is no column for it. */
export const blank = (reading: SheetReading, line: CardLine, key: CardKey): undefined => {
  if (reading.absent?.has(key)) return void reading.absent.set(key, true);
  const values = { column: titleOf(key), row: line.cells.title.text, hint: columnOf(key)?.hint ?? '' };
  return defect(reading, line.cells[key].location, 'sheet-blank', values);
};

export const unreadable = (reading: SheetReading, cell: CardCell, key: CardKey, accepted?: string): undefined =>
  defect(reading, cell.location, 'sheet-unreadable', {
    column: titleOf(key),
    found: cell.text,
    accepted: accepted ?? columnOf(key)?.choices?.join('、') ?? columnOf(key)?.hint ?? '',
  });

/** The word of the language that a drop-down's word stands for; undefined where the cell is blank or says something else. */
export const wordIn = <W extends string>(
  reading: SheetReading,
  line: CardLine,
  key: CardKey,
  known: Readonly<Record<W, string>>,
): W | undefined => {
  const cell = line.cells[key];
  if (cell.text === '') return undefined;
  const found = (Object.keys(known) as W[]).find(word => known[word] === cell.text.normalize('NFKC'));
  return found ?? unreadable(reading, cell, key, Object.values<string>(known).join('、'));
};
