import { extname } from 'node:path';
import type { Location } from '../../model/base/location.ts';
import { type Loaded, loaded, problem } from '../../model/base/problem.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import { Refusal } from '../../sheets/read/refusal.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { isBelowList, isTotal } from '../layouts/furniture.ts';
import { cellAt, type GridSheet } from '../layouts/grid.ts';
import { type Headings, headingsOf } from '../layouts/headings.ts';
import { namedUnder } from '../layouts/turned.ts';
import type { Dictionary } from '../profile/names.ts';
import { isAboutList, isPlace, type ListedName } from './name-lines.ts';
import { decodeText } from './text.ts';

interface NameCell {
  readonly cell: Cell;
  readonly location: Location;
}

const NAMES: ReadonlySet<string> = new Set(['center.name', 'center.township']);

const isNameHeading = (text: string, headings: Headings): boolean => {
  const heading = headings.fact(text);
  return heading?.kind === 'fact' && NAMES.has(heading.definition.id);
};

const sheetsOf = async (file: string, bytes: Uint8Array, headings: Headings): Promise<readonly GridSheet[]> => {
  if (!['.csv', '.tsv', '.txt'].includes(extname(file).toLowerCase()))
    return (await import('../layouts/workbook.ts')).gridsOf(file, bytes);
  const text = decodeText(file, bytes);
  return text.ok ? [(await import('./csv.ts')).gridOf(file, text.value, headings)] : [];
};

/** Rows among which the head stands that is none by itself. */
const LOOKED_AT = 40;

/** The columns of a row that heads names: 中心名称, else one over nothing but names of places, 受检单位 or 各乡镇. */
const nameColumns = (rows: readonly Row[], at: number, headings: Headings): readonly number[] => {
  const cells = rows[at]?.cells ?? [];
  const known = cells.filter(({ text }) => isNameHeading(text, headings));
  const first = known[0] && headings.fact(known[0].text)?.definition;
  if (first !== undefined || at >= LOOKED_AT)
    return known.flatMap(({ column, text }) => (headings.fact(text)?.definition === first ? column : []));
  const below = rows.slice(at + 1).filter(row => !isAbout(row));
  const textsIn = (column: number): readonly string[] => below.flatMap(row => cellAt(row, column)?.text.trim() ?? []);
  const heads = cells.filter(({ text }) => !isPlace(text.trim()) || isAboutList(text.trim()));
  const over = heads.filter(({ column, text }) => {
    const texts = textsIn(column);
    return namedUnder(text, texts) !== undefined || (texts.length > 1 && texts.every(isPlace));
  });
  return over.length === 1 ? over.map(({ column }) => column) : [];
};

/** Sums, remarks and signatures below the names. */
const isAbout = ({ cells: [first, ...others] }: Row): boolean =>
  first !== undefined && (isTotal(first.text) || (others.length < 2 && isBelowList(first.text)));

/** What stands below the head that names centres, or beside it where they stand side by side. */
const underHead = (sheet: GridSheet, rows: readonly Row[], headings: Headings): readonly NameCell[] => {
  const at = rows.findIndex((_, index) => nameColumns(rows, index, headings).length > 0);
  const columns = nameColumns(rows, at, headings);
  const beside = rows[at]?.cells.filter(({ column }) => column > Math.min(...columns)) ?? [];
  if (beside.length > 1 && beside.every(({ text }) => isPlace(text.trim()) && !isAboutList(text.trim())))
    return beside.map(cell => ({ cell, location: sheet.locate(rows[at]?.row ?? 1, cell.column) }));
  return rows.slice(at + 1).flatMap(row =>
    (isAbout(row) ? [] : columns).flatMap(column => {
      const cell = cellAt(row, column);
      return cell === undefined || isAboutList(cell.text.trim())
        ? []
        : { cell, location: sheet.locate(row.row, column) };
    }),
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
  for await (const some of sheet.rows()) rows.push(...some);
  const headed = underHead(sheet, rows, headings);
  return headed.length > 0 ? headed : bareNames(sheet, rows);
};

/** What stands below the heading 中心名称 in each sheet, whatever else the sheet has or lacks; else sheets of bare names. */
export const readNameList = async (
  file: string,
  bytes: Uint8Array,
  dictionary: Dictionary,
): Promise<Loaded<readonly ListedName[]>> => {
  const names: NameCell[] = [];
  try {
    const headings = headingsOf(dictionary);
    for (const sheet of await sheetsOf(file, bytes, headings)) names.push(...(await namesIn(sheet, headings)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return loaded(
    names.flatMap(({ cell: { fault, text }, location }) =>
      fault ? problem(fault, location, { found: text.trim() }) : [],
    ),
    () => names.map(({ cell, location }) => ({ name: cell.text.trim(), location })),
  );
};
