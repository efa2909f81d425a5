import { extname } from 'node:path';
import type { Location } from '../../model/base/location.ts';
import { Refusal } from '../../sheets/read/refusal.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { isBelowList, isTotal } from '../layouts/furniture.ts';
import { cellAt, type GridSheet } from '../layouts/grid.ts';
import { type Headings, headingsOf } from '../layouts/headings.ts';
import { namedUnder } from '../layouts/turned.ts';
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

/** Rows among which the head stands that is none by itself. */
const LOOKED_AT = 40;

/** The column of a row that heads names: 中心名称, else 单位 over what are names of centres. */
const nameColumn = (rows: readonly Row[], at: number, headings: Headings): number | undefined => {
  const cells = rows[at]?.cells ?? [];
  const known = cells.find(({ text }) => isNameHeading(text, headings));
  if (known !== undefined || at >= LOOKED_AT) return known?.column;
  const below = rows.slice(at + 1).filter(row => !isAbout(row));
  const textsIn = (column: number): readonly string[] => below.flatMap(row => cellAt(row, column)?.text.trim() ?? []);
  return cells.find(({ column, text }) => namedUnder(text, textsIn(column)) !== undefined)?.column;
};

/** Sums, remarks and signatures below the names. */
const isAbout = ({ cells: [first, ...others] }: Row): boolean =>
  first !== undefined && (isTotal(first.text) || (others.length < 2 && isBelowList(first.text)));

async function* namesIn(sheet: GridSheet, headings: Headings): AsyncGenerator<ListedName> {
  const rows: Row[] = [];
  for await (const some of sheet.rows()) rows.push(...some);
  let column: number | undefined;
  for (const [at, row] of rows.entries()) {
    const cell = column === undefined || isAbout(row) ? undefined : cellAt(row, column);
    if (cell !== undefined) yield { name: cell.text.trim(), location: sheet.locate(row.row, cell.column) };
    column ??= nameColumn(rows, at, headings);
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
