import type { FactDefinition, RecordsDefinition } from '../../model/standard/vocabulary.ts';
import type { Range } from '../../sheets/address.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { isNumbering, isTotal } from './furniture.ts';
import { anchorAt, cellAt, type Grid, type GridReading, type GridSheet, makeGrid, textsIn } from './grid.ts';
import { asUnit, unitAsked } from './heading-text.ts';
import { namesCenter } from './headings.ts';
import { namedBy } from './place-names.ts';
import { areUnits, plainRole, roleOf } from './roles.ts';

/** Where a sheet names its centres side by side: in a row of labels and values, or in the row over them. */
interface NameRow {
  readonly row: Row;
  /** The cell left of the names. */
  readonly label: Cell;
  readonly names: readonly Cell[];
  /** What the label says, or stands for where it is 项目 or the like. */
  readonly as: string;
}

const areDistinct = (cells: readonly Cell[]): boolean =>
  cells.length > 1 && new Set(cells.map(({ text }) => text.trim())).size === cells.length;

/** The labels of a row; one that is merged down over it stands left of all that the row holds. */
const labelsOf = (grid: Grid, { row, cells }: Row): readonly Cell[] => {
  const first = cells[0]?.column ?? 1;
  const merged = Array.from({ length: first - 1 }, (_, at) => anchorAt(grid, row, at + 1).cell ?? []).flat();
  return [...merged, ...cells];
};

const nameRowAt = ({ headings }: GridReading, grid: Grid, row: Row): NameRow | undefined => {
  const label = labelsOf(grid, row).findLast(
    ({ text }) => namesCenter(headings.fact(text)) || roleOf(text) === 'label',
  );
  if (label === undefined) return undefined;
  const isName = ({ column, text }: Cell): boolean =>
    column > label.column && roleOf(text) === undefined && !isTotal(text);
  const names = row.cells.filter(isName);
  const as = namedBy(names.map(({ text }) => text.trim()));
  return as === undefined || !areDistinct(names) ? undefined : { row, label, names, as };
};

/** Whether a label stands where a centre would answer: two labels side by side, each with its own answer. */
const hasLabelsAmong = ({ headings }: GridReading, grid: Grid, { row, label, names }: NameRow): boolean =>
  grid.rows.some(other => {
    const asked = headings.fact(cellAt(other, label.column)?.text ?? '');
    const isLabel = ({ text }: Cell): boolean => headings.fact(text) !== undefined && !asked?.answers(text);
    return other.row > row.row && names.some(({ column }) => other.cells.some(c => c.column === column && isLabel(c)));
  });

/** Labels that are known below a place, as many as a table needs to be one. */
const hasLabels = ({ headings }: GridReading, grid: Grid, { row, label }: NameRow): boolean =>
  grid.rows.filter(
    other => other.row !== row.row && headings.fact(cellAt(other, label.column)?.text ?? '') !== undefined,
  ).length > 1;

/**
 * The columns that a turned sheet keeps as rows: groups and labels, and a centre each. Undefined where something stands in a column
 * that is neither of a centre nor told by its head.
 */
const columnsOf = (grid: Grid, { row, label, names }: NameRow, top: number) => {
  const centers = names.map(({ column }) => column);
  const used = new Set(grid.rows.filter(other => other.row >= top).flatMap(({ cells }) => cells.map(c => c.column)));
  const headOf = (column: number): string =>
    [row.row, top].map(at => anchorAt(grid, at, column).cell?.text ?? '').find(text => text.trim() !== '') ?? '';
  const others = [...used].filter(column => column > label.column && !centers.includes(column));
  const isTold = (column: number): boolean => roleOf(headOf(column)) !== undefined || isTotal(headOf(column));
  const groups = [...used].filter(
    column => column < label.column && !['number', undefined].includes(roleOf(headOf(column))),
  );
  return others.every(isTold)
    ? { groups, label: label.column, unit: others.find(column => roleOf(headOf(column)) === 'unit'), centers }
    : undefined;
};

const turnedRange = ({ top, bottom, left, right }: Range): Range => ({
  top: left,
  bottom: right,
  left: top,
  right: bottom,
});

/** A label with the unit that a column of units gives it; one that nobody knows tells of what is measured only. */
const withUnit = ({ headings }: GridReading, cell: Cell, unit: string, isAsked: boolean): Cell => {
  const isMeasured = isAsked && MEASURED.has(headings.fact(cell.text)?.definition.type ?? 'text');
  const unknown = isMeasured && asUnit(unit) === undefined ? unitAsked(unit) : undefined;
  const said = unknown === undefined ? asUnit(unit) : `单位：${unknown}`;
  return said === undefined ? cell : { ...cell, text: `${cell.text}（${said}）` };
};

const MEASURED: ReadonlySet<FactDefinition['type']> = new Set(['quantity', 'size']);

/** Rows among which the names stand, if anywhere. */
const LOOKED_AT = 40;

/**
 * A sheet with a column for each centre, so turned that each has a row; `above` is what stands over the columns. Undefined of a sheet
 * that names no centres side by side, or hides a part of itself.
 */
export const turned = (
  reading: GridReading,
  sheet: GridSheet,
  grid: Grid,
): { readonly sheet: GridSheet; readonly above: Grid } | undefined => {
  if (grid.rows.some(row => row.hidden || row.cells.some(cell => cell.hidden))) return undefined;
  const found = grid.rows.slice(0, LOOKED_AT).flatMap(row => nameRowAt(reading, grid, row) ?? []);
  const names = found.find(({ as }) => as !== '乡镇') ?? found[0];
  if (names === undefined || !hasLabels(reading, grid, names) || hasLabelsAmong(reading, grid, names)) return undefined;
  const top = Math.min(...found.map(({ row }) => row.row));
  const columns = columnsOf(grid, names, top);
  if (columns === undefined) return undefined;
  const says = new Map(found.map(({ row, as }) => [row.row, as]));
  const body = grid.rows.filter(({ row, cells }) => row >= top && !isNumbering(cells));
  const units = columns.unit === undefined ? [] : textsIn(body, columns.unit);
  const isAsked = areUnits('', units);
  const labelled = (row: Row, cell: Cell): Cell => {
    const said = says.get(row.row);
    const unit = columns.unit === undefined ? '' : (anchorAt(grid, row.row, columns.unit).cell?.text ?? '');
    return said === undefined ? withUnit(reading, cell, unit, isAsked) : { ...cell, text: said };
  };
  const rowOf = (column: number): Row => ({
    row: column,
    hidden: false,
    cells: body.flatMap(row => {
      const isHead = row === names.row && column === columns.label;
      const cell = cellAt(row, column) ?? (isHead ? names.label : undefined);
      if (cell === undefined) return [];
      return [{ ...(column === columns.label ? labelled(row, cell) : cell), column: row.row }];
    }),
  });
  const rows = [...columns.groups, columns.label, ...columns.centers].map(rowOf);
  const kept = new Set(rows.map(({ row }) => row));
  const merges = grid.merges.filter(({ top: at, left }) => at >= top && kept.has(left)).map(turnedRange);
  return {
    sheet: {
      ...sheet,
      merges: async () => merges,
      rows: async function* () {
        yield rows;
      },
      locate: (row, column) => sheet.locate(column, row),
    },
    above: { ...grid, rows: grid.rows.filter(({ row }) => row < top) },
  };
};

/**
 * The key of a list, or its own name, before the names of its records: 台号 | 1号台 | 2号台 over 高度 | 80 | 85. Its columns are turned so
 * that each record has a row; `rows` is how many rows it takes up.
 */
export const turnedRecordsAt = ({ headings }: GridReading, grid: Grid, index: number) => {
  const row = grid.rows[index];
  const [label, ...names] = row?.cells ?? [];
  if (row === undefined || label === undefined || names.length < 2) return undefined;
  const isKey = (of: RecordsDefinition) => headings.field(of, label.text)?.definition.id === `${of.id}.${of.key}`;
  const records = headings.records(label.text) ?? headings.listsWith(label.text).find(isKey);
  const isHead = (text: string): boolean => ['answer', 'label'].includes(plainRole(text) ?? '');
  if (records === undefined || names.some(({ text }) => isHead(text) || headings.field(records, text)))
    return undefined;
  const columns = [label, ...names].map(({ column }) => column);
  const goesOn = ({ row: line, cells }: Row, at: number): boolean =>
    line === row.row + at + 1 &&
    cells[0]?.column === label.column &&
    (headings.field(records, cells[0].text) !== undefined || roleOf(cells[0].text) === 'unit') &&
    cells.every(({ column }) => columns.includes(column));
  const end = grid.rows.findIndex((next, at) => at > index && !goesOn(next, at - index - 1));
  const body = grid.rows.slice(index, end < 0 ? undefined : end);
  if (body.length < 2) return undefined;
  const key = records.fields.find(({ id }) => id === `${records.id}.${records.key}`)?.label.zh ?? label.text;
  const textAt = (cell: Cell): string => (cell === label ? key : cell.text);
  const rows = columns.map(
    (column): Row => ({
      row: column,
      hidden: false,
      cells: body.flatMap(({ row: line, cells }) =>
        cells.flatMap(cell => (cell.column === column ? { ...cell, text: textAt(cell), column: line } : [])),
      ),
    }),
  );
  const locate = (line: number, column: number) => grid.locate(column, line);
  return { grid: makeGrid({ name: grid.name, locate }, rows, []), records, rows: body.length };
};
