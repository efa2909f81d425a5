import { extname } from 'node:path';
import type { Location } from '../../model/base/location.ts';
import { Refusal } from '../../sheets/read/refusal.ts';
import { cellAt, type GridSheet } from '../layouts/grid.ts';
import { type Headings, headingsOf } from '../layouts/headings.ts';
import type { Dictionary } from '../profile/names.ts';
import { decodeText } from './text.ts';

/** A name with the cell that it stands in. */
export interface ListedName {
  readonly name: string;
  readonly location: Location;
}

const NAMES: ReadonlySet<string> = new Set(['center.name', 'center.township']);

const isNameHeading = (text: string, headings: Headings): boolean => {
  const heading = headings.fact(text);
  return heading?.kind === 'fact' && NAMES.has(heading.definition.id);
};

const sheetsOf = async (file: string, bytes: Uint8Array, headings: Headings): Promise<readonly GridSheet[]> => {
  if (!['.csv', '.tsv'].includes(extname(file).toLowerCase()))
    return (await import('../layouts/workbook.ts')).gridsOf(file, bytes);
  const text = decodeText(file, bytes);
  return text.ok ? [(await import('./csv.ts')).gridOf(file, text.value, headings)] : [];
};

async function* namesIn(sheet: GridSheet, headings: Headings): AsyncGenerator<ListedName> {
  let column: number | undefined;
  for await (const rows of sheet.rows())
    for (const row of rows) {
      const cell = column === undefined ? undefined : cellAt(row, column);
      if (cell !== undefined) yield { name: cell.text.trim(), location: sheet.locate(row.row, cell.column) };
      column ??= row.cells.find(({ text }) => isNameHeading(text, headings))?.column;
    }
}

/** What stands below the heading 中心名称 in each sheet, whatever else the sheet has or lacks. */
export const readNameList = async (
  file: string,
  bytes: Uint8Array,
  dictionary: Dictionary,
): Promise<readonly ListedName[]> => {
  const names: ListedName[] = [];
  try {
    const headings = headingsOf(dictionary);
    for (const sheet of await sheetsOf(file, bytes, headings))
      for await (const name of namesIn(sheet, headings)) names.push(name);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return names;
};
