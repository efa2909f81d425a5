import { extname } from 'node:path';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, loaded, problem } from '../../model/base/problem.ts';
import { append } from '../../model/base/text.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { isBelowList, isTotal } from '../layouts/furniture.ts';
import { type GridSheet, textsIn } from '../layouts/grid.ts';
import { type Headings, headingsOf, namesCenter } from '../layouts/headings.ts';
import { isPlace, namedUnder } from '../layouts/place-names.ts';
import type { Dictionary } from '../profile/names.ts';
import { unlessRefused } from '../refused-file.ts';
import { isAboutList, type ListedName } from './name-lines.ts';
import { decodeText } from './text.ts';

interface NameCell {
  readonly cell: Cell;
  readonly location: Location;
}

const sheetsOf = async (file: string, bytes: Uint8Array, headings: Headings): Promise<readonly GridSheet[]> => {
  if (!['.csv', '.tsv', '.txt'].includes(extname(file).toLowerCase()))
    return (await import('../layouts/workbook.ts')).gridsOf(file, bytes);
  const text = decodeText(file, bytes);
  return text.ok ? [(await import('./csv.ts')).gridOf(file, text.value, headings)] : [];
};

/** Rows among which the head stands that is none by itself. */
const LOOKED_AT = 40;

/** Sums, remarks and signatures below the names. */
const isAbout = ({ cells: [first, ...others] }: Row): boolean =>
  first !== undefined && (isTotal(first.text) || (others.length < 2 && isBelowList(first.text)));

/** The columns of a row that are headed 中心名称 or 乡镇. */
const namedColumns = ({ cells }: Row, headings: Headings): readonly number[] => {
  const known = cells.map(({ column, text }) => ({ column, heading: headings.fact(text) }));
  const first = known.find(({ heading }) => namesCenter(heading))?.heading?.definition;
  return known.flatMap(({ column, heading }) => (first && heading?.definition === first ? column : []));
};

/** The one column over nothing but names of places, whatever its head: 受检单位, 各乡镇. */
const columnOfNames = ({ row: top, cells }: Row, body: readonly Row[]): readonly number[] => {
  const below = body.filter(({ row }) => row > top);
  const over = cells.filter(({ column, text }) => {
    if (isPlace(text.trim()) && !isAboutList(text.trim())) return false;
    const texts = textsIn(below, column);
    return namedUnder(text, texts) !== undefined || (texts.length > 1 && texts.every(isPlace));
  });
  return over.length === 1 ? over.map(({ column }) => column) : [];
};

const headOf = (rows: readonly Row[], headings: Headings) => {
  const body = rows.filter(row => !isAbout(row));
  for (const [at, row] of rows.entries()) {
    const known = namedColumns(row, headings);
    const columns = known.length > 0 || at >= LOOKED_AT ? known : columnOfNames(row, body);
    if (columns.length > 0) return { row, columns };
  }
  return undefined;
};

/** What stands below the head that names centres, or beside it where they stand side by side. */
const underHead = (sheet: GridSheet, rows: readonly Row[], headings: Headings): readonly NameCell[] => {
  const head = headOf(rows, headings);
  if (head === undefined) return [];
  const isName = ({ text }: Cell): boolean => !isAboutList(text.trim());
  const placed = ({ row }: Row, cell: Cell): NameCell => ({ cell, location: sheet.locate(row, cell.column) });
  const beside = head.row.cells.filter(({ column }) => column > Math.min(...head.columns));
  if (beside.length > 1 && beside.every(cell => isPlace(cell.text.trim()) && isName(cell)))
    return beside.map(cell => placed(head.row, cell));
  return rows
    .filter(row => row.row > head.row.row && !isAbout(row))
    .flatMap(row =>
      row.cells.filter(cell => head.columns.includes(cell.column) && isName(cell)).map(cell => placed(row, cell)),
    );
};

/** The names of a sheet that holds nothing but names, numbers and what a list is headed by. */
const bareNames = (sheet: GridSheet, rows: readonly Row[]): readonly NameCell[] => {
  const cells = rows
    .filter(row => !isAbout(row))
    .flatMap(({ row, cells }) => cells.map(cell => ({ cell, location: sheet.locate(row, cell.column) })))
    .filter(({ cell: { text } }) => !/^[\d.\s]*$/u.test(text) && !isAboutList(text.trim()));
  return cells.every(({ cell }) => isPlace(cell.text.trim())) ? cells : [];
};

const namesIn = async (sheet: GridSheet, headings: Headings): Promise<readonly NameCell[]> => {
  const rows: Row[] = [];
  for await (const some of sheet.rows()) append(rows, some);
  const headed = underHead(sheet, rows, headings);
  return headed.length > 0 ? headed : bareNames(sheet, rows);
};

/** What stands below the heading 中心名称 in each sheet, whatever else the sheet has or lacks; else sheets of bare names. */
export const readNameList = (
  file: string,
  bytes: Uint8Array,
  dictionary: Dictionary,
): Promise<Loaded<readonly ListedName[]>> =>
  unlessRefused(file, async () => {
    const names: NameCell[] = [];
    const headings = headingsOf(dictionary);
    for (const sheet of await sheetsOf(file, bytes, headings)) append(names, await namesIn(sheet, headings));
    const faults = names.flatMap(({ cell: { fault, text }, location }) =>
      fault ? problem(fault, location, { found: text.trim() }) : [],
    );
    return loaded(faults, () => names.map(({ cell, location }) => ({ name: cell.text.trim(), location })));
  });
