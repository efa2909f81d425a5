import { problem } from '../../model/base/problem.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import type { MapEntry, ScalarNode, SourceNode } from '../source.ts';
import { optionColumns, readChecklist } from './checklist.ts';
import { isFurniture, isNote, isUnitHead, isValueHead } from './furniture.ts';
import { cellAt, type Grid, type GridReading } from './grid.ts';
import { asUnit } from './heading-text.ts';
import type { Heading } from './headings.ts';
import { scalarOf } from './value.ts';

interface FormReading extends GridReading {
  readonly grid: Grid;
  readonly entries: MapEntry[];
  readonly read: Set<string>;
  /** Columns in which headings of facts stand, with how many. */
  readonly labels: Map<number, number>;
  /** Columns of terms to be ticked. */
  readonly options: ReadonlySet<number>;
  /** Where the form says that values go, and units. */
  readonly columns: { readonly row: number; readonly value: number; readonly unit: number | undefined } | undefined;
}

const mark = (reading: FormReading, row: number, column: number): void => void reading.read.add(`${row}:${column}`);

const isRead = (reading: FormReading, row: number, column: number): boolean => reading.read.has(`${row}:${column}`);

const findColumns = (rows: readonly Row[]): FormReading['columns'] => {
  for (const row of rows) {
    const value = row.cells.find(cell => isValueHead(cell.text))?.column;
    const others = row.cells.filter(cell => isFurniture(cell.text)).length;
    const unit = row.cells.find(cell => isUnitHead(cell.text))?.column;
    if (value !== undefined && others > 1) return { row: row.row, value, unit };
  }
  return undefined;
};

const valueColumn = ({ columns, grid }: FormReading, row: number, column: number): number =>
  columns !== undefined && row > columns.row && column < columns.value
    ? columns.value
    : grid.range(row, column).right + 1;

/** The cell that speaks for a place: the first of its merged rectangle. */
const anchorAt = (grid: Grid, row: number, column: number): { cell: Cell | undefined; row: number; column: number } => {
  const { top, left } = grid.range(row, column);
  return { cell: cellAt(grid.row(top), left), row: top, column: left };
};

const unitBeside = (reading: FormReading, row: number, after: number): string | undefined => {
  const column = reading.columns?.unit ?? after;
  const text = anchorAt(reading.grid, row, column).cell?.text;
  const unit = text === undefined ? undefined : asUnit(text);
  if (unit !== undefined) mark(reading, row, column);
  return unit;
};

/** The value beside a heading; a heading that spans several rows may have one in each. */
const valueBeside = (reading: FormReading, row: number, column: number, heading: Heading): SourceNode => {
  const { grid } = reading;
  const { top, bottom } = grid.range(row, column);
  const at = valueColumn(reading, row, column);
  const seen = new Map<string, ScalarNode>();
  for (let line = top; line <= bottom; line++) {
    const found = anchorAt(grid, line, at);
    const { right } = grid.range(found.row, found.column);
    const unit = ('unit' in heading ? heading.unit : undefined) ?? unitBeside(reading, line, right + 1);
    const isOther =
      reading.columns === undefined && found.cell !== undefined && reading.headings.fact(found.cell.text) !== undefined;
    const cell =
      isOther && found.cell?.text !== heading.definition.example && !heading.answers(found.cell?.text ?? '')
        ? undefined
        : found.cell;
    if (cell !== undefined) mark(reading, found.row, found.column);
    const node = scalarOf(cell, grid.locate(found.row, found.column), heading.definition, unit);
    seen.set(`${found.row}:${found.column}`, node);
  }
  const nodes = [...seen.values()];
  const filled = nodes.filter(node => node.text !== '' || node.fault !== undefined);
  const [first = nodes[0], ...more] = filled;
  if (first === undefined || more.length === 0) return first ?? blankAt(reading, row, at);
  const { type } = heading.definition;
  return type === 'terms' || type === 'records'
    ? { kind: 'list', items: filled, location: first.location }
    : { ...first, text: filled.map(({ text }) => text).join('\n') };
};

const blankAt = ({ grid }: FormReading, row: number, column: number): ScalarNode => ({
  kind: 'scalar',
  text: '',
  value: null,
  location: grid.locate(row, column),
});

const checklistBeside = (
  reading: FormReading,
  row: number,
  column: number,
  { definition }: Heading,
): SourceNode | undefined => {
  if (definition.type !== 'terms' || reading.options.size === 0) return undefined;
  const found = readChecklist(reading, reading.grid, { row, column }, definition, reading.options);
  for (const [line, at] of found?.read ?? []) mark(reading, line, at);
  return found?.value;
};

const readHeading = (reading: FormReading, row: number, cell: Cell, heading: Heading): void => {
  mark(reading, row, cell.column);
  reading.labels.set(cell.column, (reading.labels.get(cell.column) ?? 0) + 1);
  reading.entries.push({
    key: heading.definition.id,
    keyLocation: reading.grid.locate(row, cell.column),
    heading: cell.text,
    value: checklistBeside(reading, row, cell.column, heading) ?? valueBeside(reading, row, cell.column, heading),
  });
};

const INLINE = /^\s*([^:：\n]{1,40})[:：]\s*(\S[\s\S]*)$/u;

/** `填报单位：青石坳镇便民服务中心`, all in one cell. */
const readInline = (reading: FormReading, row: number, cell: Cell): boolean => {
  const [, label = '', text = ''] = INLINE.exec(cell.text) ?? [];
  const heading = label === '' ? undefined : reading.headings.fact(label);
  if (heading === undefined) return false;
  const location = reading.grid.locate(row, cell.column);
  const value = scalarOf({ ...cell, text, value: text }, location, heading.definition);
  reading.entries.push({ key: heading.definition.id, keyLocation: location, heading: label, value });
  mark(reading, row, cell.column);
  return true;
};

const readTheme = (reading: FormReading, row: number, cell: Cell): void => {
  const theme = reading.headings.theme(cell.text);
  if (theme === undefined) return;
  const location = reading.grid.locate(row, cell.column);
  reading.entries.push({ key: theme, keyLocation: location, value: { kind: 'map', entries: [], location } });
  mark(reading, row, cell.column);
};

/** A cell that reaches over the column of values is the title of what follows, whatever it is called. */
const isTitle = (reading: FormReading, row: number, column: number): boolean =>
  reading.grid.range(row, column).right >= valueColumn(reading, row, column);

const readRow = (reading: FormReading, row: Row): void => {
  for (const cell of row.cells) {
    if (isRead(reading, row.row, cell.column) || typeof cell.value !== 'string' || cell.fault !== undefined) continue;
    const isValue =
      reading.columns !== undefined && row.row > reading.columns.row && cell.column >= reading.columns.value;
    const heading = isValue || isTitle(reading, row.row, cell.column) ? undefined : reading.headings.fact(cell.text);
    if (heading !== undefined) readHeading(reading, row.row, cell, heading);
    else if (!isValue && !readInline(reading, row.row, cell)) readTheme(reading, row.row, cell);
  }
};

/** Words that stand where headings stand, with a value beside them, and are no heading that is known. */
const readUnknown = (reading: FormReading, row: Row): void => {
  for (const cell of row.cells) {
    if (isRead(reading, row.row, cell.column) || !reading.labels.has(cell.column)) continue;
    const found = anchorAt(reading.grid, row.row, valueColumn(reading, row.row, cell.column));
    if (found.cell === undefined || found.cell === cell || isRead(reading, found.row, found.column)) continue;
    mark(reading, row.row, cell.column);
    mark(reading, found.row, found.column);
    if (isFurniture(cell.text) || isNote(cell.text) || typeof cell.value !== 'string') continue;
    reading.entries.push({
      key: cell.text.trim(),
      keyLocation: reading.grid.locate(row.row, cell.column),
      value: {
        kind: 'scalar',
        text: found.cell.text,
        value: found.cell.value,
        location: reading.grid.locate(found.row, found.column),
      },
    });
  }
};

const isFurnitureColumn = ({ columns, grid }: FormReading, column: number): boolean => {
  const head = columns === undefined ? undefined : cellAt(grid.row(columns.row), column);
  return head !== undefined && isFurniture(head.text);
};

/** Cells of the form that nothing was made of, though they stand beside what was read. */
const leftOver = (reading: FormReading, row: Row): readonly Cell[] => {
  if (!row.cells.some(cell => isRead(reading, row.row, cell.column))) return [];
  const firstLabel = Math.min(...reading.labels.keys());
  return row.cells.filter((cell, index) => {
    const before = row.cells[index - 1];
    const afterFurniture = before !== undefined && (isFurniture(before.text) || isNote(before.text));
    return (
      cell.column > firstLabel &&
      !isRead(reading, row.row, cell.column) &&
      !isFurnitureColumn(reading, cell.column) &&
      !(isFurniture(cell.text) || isNote(cell.text) || afterFurniture)
    );
  });
};

/** Reads rows in which headings stand beside their values. */
export const readForm = (shared: GridReading, grid: Grid): readonly MapEntry[] => {
  const reading: FormReading = {
    ...shared,
    grid,
    entries: [],
    read: new Set(),
    labels: new Map(),
    options: optionColumns(grid.rows),
    columns: findColumns(grid.rows),
  };
  for (const row of grid.rows) readRow(reading, row);
  for (const row of grid.rows) readUnknown(reading, row);
  const left = grid.rows.flatMap(row => leftOver(reading, row).map(cell => ({ cell, row: row.row })));
  const [first] = left;
  if (first !== undefined)
    shared.problems.push(
      problem('unread-cell', grid.locate(first.row, first.cell.column), {
        found: first.cell.text.trim().slice(0, 40),
        more: left.length - 1,
      }),
    );
  return reading.entries;
};
