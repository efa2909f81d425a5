import type { Location } from '../../model/base/location.ts';
import { problem } from '../../model/base/problem.ts';
import type { MapEntry, MapNode } from '../../model/base/source.ts';
import { columnName, type Range } from '../../sheets/address.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { isDash } from '../profile/answers.ts';
import { dayIn } from '../profile/dates.ts';
import { suggest } from '../profile/names.ts';
import {
  isAnyName,
  isCounted,
  isExample,
  isFoot,
  isNote,
  isOfFormTool,
  isPart,
  isSentence,
  isSignature,
  isTotal,
} from './furniture.ts';
import { type Found, type Gathering, gather, itemEntries, optionEntries, type Placed, withOptions } from './gather.ts';
import { type Grid, type GridReading, mergeSweep, type PassedOver } from './grid.ts';
import type { Header } from './header.ts';
import { isQualified, stripped } from './heading-text.ts';
import { countsOne } from './headings.ts';
import { plainRole, roleOf } from './roles.ts';
import { isPlaceName } from './turned.ts';

/** How the rows below a heading become maps of facts. */
export interface TablePlan {
  readonly header: Header;
  readonly columns: readonly Placed[];
  readonly merges: (row: number) => readonly Range[];
  readonly held: Map<string, Cell>;
  /** What the last row said in each column. */
  readonly said: Map<number, Cell>;
  readonly locate: Grid['locate'];
  /** Entries that hold for every row: what is said above the table. */
  readonly shared: readonly MapEntry[];
  /** Columns that are no facts, with their headings: remarks, and what nobody knows. */
  readonly others: ReadonlyMap<number, string>;
  /** Headings that nobody knows below which something stands. */
  readonly unread: Set<string>;
  readonly reading: GridReading;
}

/** Whether a heading that is not known is so near to one that no column has that it must be asked about. */
const isNear = ({ dictionary }: GridReading, { columns }: Header, text: string): boolean => {
  if (countsOne(dictionary, text)) return false;
  const had = new Set(columns.map(({ heading }) => heading?.definition.id));
  const names = dictionary.vocabulary.facts.flatMap(({ id, label, aliases }) =>
    had.has(id) ? [] : [label.zh, ...aliases],
  );
  return suggest(stripped(text), names).length > 0;
};

/** Why a column is none of the facts, where its heading says so. */
const whyQuiet = (text: string): PassedOver['why'] | undefined => {
  if (isOfFormTool(stripped(text))) return 'form-tool';
  const role = roleOf(text);
  return role === undefined || role === 'answer' || role === 'label' ? undefined : 'explained';
};

export const planTable = (
  reading: GridReading,
  grid: Pick<Grid, 'merges' | 'locate'>,
  header: Header,
  shared: readonly MapEntry[] = [],
): TablePlan => {
  const unknown = header.columns.filter(({ heading, text }) => heading === undefined && text.trim() !== '');
  const asked = new Set(
    unknown.filter(
      ({ text, planned = isQualified(text) }) =>
        !planned && whyQuiet(text) === undefined && isNear(reading, header, text),
    ),
  );
  return {
    header,
    columns: header.columns
      .filter(column => column.heading !== undefined || asked.has(column))
      .map(column => ({ column, keyLocation: grid.locate(column.row, column.column) })),
    merges: mergeSweep(grid.merges.filter(range => range.bottom > header.bottom)),
    held: new Map(),
    said: new Map(),
    locate: grid.locate,
    shared,
    others: new Map(unknown.filter(column => !asked.has(column)).map(({ column, text }) => [column, text.trim()])),
    unread: new Set(),
    reading,
  };
};

/** What stands in a row outside the columns that are read: told once a column, and where no heading is above it, by its cell. */
const passOver = (plan: TablePlan, row: Row, merges: readonly Range[]): void => {
  const { others, unread, locate } = plan;
  const known = new Set(plan.columns.map(({ column }) => column.column));
  for (const cell of row.cells) {
    if (known.has(cell.column)) continue;
    const heading = others.get(cell.column);
    if (heading !== undefined && whyQuiet(heading) === undefined) unread.add(heading);
    const spanned = merges.some(({ left, right }) => left <= cell.column && cell.column <= right && known.has(left));
    const isNumbering = cell === row.cells[0] && /^\d{1,5}$/u.test(cell.text.trim());
    if (heading === undefined && !spanned && !isNumbering)
      unread.add(`${cellLabel(locate(row.row, cell.column))}“${cell.text.trim().slice(0, 20)}”`);
  }
};

const cellLabel = (location: Location): string =>
  'cell' in location ? location.cell : `${location.line}:${location.column}`;

const MOST_NAMED = 12;

/** Tells of the columns that were not read, once the rows have been. */
export const tellUnread = ({ unread, others, header, reading, locate }: TablePlan): void => {
  for (const [column, text] of others) {
    const why = whyQuiet(text);
    if (why !== undefined) reading.passed.push({ location: locate(header.top, column), text, why });
  }
  const columns = [...unread];
  if (columns.length === 0) return;
  const shown = columns.length > MOST_NAMED ? [...columns.slice(0, MOST_NAMED), `…（${columns.length}）`] : columns;
  const [first] = [...others].find(([, text]) => unread.has(text)) ?? [];
  reading.problems.push(problem('unread-columns', locate(header.top, first ?? 1), { columns: shown }));
};

type Cells = ReadonlyMap<number, Cell>;

const DITTO = /^(?:〃|″|"|”|''|同上|同前)$/u;

/** Marks that stand for what the row above says in their column, with that in their place. */
const withoutDitto = ({ said }: TablePlan, cells: readonly Cell[]): readonly Cell[] =>
  cells.map(cell => {
    const above = DITTO.test(cell.text.trim()) ? said.get(cell.column) : undefined;
    return above === undefined ? cell : { ...above, column: cell.column };
  });

/** The cell at a place; a cell inside a merged rectangle says what its first cell says. */
const findCell = (plan: TablePlan, row: number, cells: Cells, merges: readonly Range[], column: number): Found => {
  const cell = cells.get(column);
  const range = cell === undefined ? merges.find(({ left, right }) => left <= column && column <= right) : undefined;
  const anchor = range && plan.held.get(`${columnName(range.left)}${range.top}`);
  return range === undefined || anchor === undefined
    ? { cell, row, column }
    : { cell: anchor, row: range.top, column: range.left };
};

const hold = (plan: TablePlan, row: number, cells: Cells, merges: readonly Range[]): void => {
  for (const { top, left } of merges) {
    const cell = top === row ? cells.get(left) : undefined;
    if (cell !== undefined) plan.held.set(`${columnName(left)}${top}`, cell);
  }
};

const isRepeatedHeader = ({ columns }: TablePlan, cells: Cells): boolean => {
  const repeats = ({ column }: Placed): boolean => cells.get(column.column)?.text.trim() === column.text.trim();
  if (!columns.slice(0, 3).some(repeats)) return false;
  const same = columns.filter(repeats);
  return same.length > 1 && same.length * 2 > columns.length;
};

/** The columns that say whose a row is, the one that says most first. */
const namingColumns = ({ columns }: TablePlan): readonly number[] =>
  ['center.name', 'center.village', 'center.township'].flatMap(id =>
    columns.flatMap(({ column }) => (column.heading?.definition.id === id ? [column.column] : [])),
  );

/** What stands alone in the place of a name, in a table that asks for more, and is none: a remark of some kind. */
const remarkIn = (plan: TablePlan, { cells: [only, ...others] }: Row): Cell | undefined =>
  only &&
  others.length === 0 &&
  plan.columns.length > 2 &&
  namingColumns(plan).includes(only.column) &&
  !isPlaceName(only.text)
    ? only
    : undefined;

const OFFICE = /(?:局|委员?会|政府|办公室|办事处)$/u;

/** The number of a section before its title: 二、村级. */
const SECTION = /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u;

/** Why a row is about the table and not part of it: sums, remarks, signatures, repeated headings. */
const aboutTable = (
  plan: TablePlan,
  row: Row,
  cells: Cells,
  merges: readonly Range[],
): PassedOver['why'] | undefined => {
  const [first] = row.cells;
  const naming = namingColumns(plan);
  const [named] = naming.flatMap(column => cells.get(column) ?? []);
  const name = named?.text ?? '';
  const before = row.cells.slice(0, 3).filter(({ column }) => column <= (named?.column ?? column));
  const sums = [...before.map(({ text }) => text), name].some(isTotal);
  if (first === undefined || sums || isCounted(name)) return 'total';
  const isLone = row.cells.length === 1 && naming.length > 0;
  const isRemark = isNote(first.text) || plainRole(first.text) === 'remark';
  if ((row.cells.length <= 2 && isRemark) || (isLone && isSentence(first.text))) return 'note';
  if (isSignature(first.text) || (naming.length > 0 && row.cells.every(({ text }) => isFoot(text)))) return 'signature';
  if (isLone && (dayIn(first.text) !== undefined || (named === undefined && OFFICE.test(first.text.trim()))))
    return 'signature';
  if (isExample(first.text) || isAnyName(name)) return 'explained';
  const across = merges.some(({ left, right }) => left === first.column && right - left >= 2);
  if (row.cells.length <= 2 && isPart(name)) return 'title';
  if ((row.cells.length === 1 && across) || (isLone && SECTION.test(first.text))) return 'title';
  if (isRepeatedHeader(plan, cells)) return 'repeated-head';
  return plainRole(name) === undefined ? undefined : 'explained';
};

const isSaid = ({ value }: MapEntry): boolean =>
  value.kind !== 'scalar' || value.fault !== undefined || (value.text !== '' && !isDash(value.text));

/** The facts of one row; undefined for a row that is not part of the table. */
export const rowNode = (plan: TablePlan, row: Row): MapNode | undefined => {
  const cells = new Map(withoutDitto(plan, row.cells).map(cell => [cell.column, cell]));
  const merges = plan.merges(row.row);
  hold(plan, row.row, cells, merges);
  const why = aboutTable(plan, row, cells, merges);
  if (why !== undefined) {
    const text = row.cells.map(cell => cell.text.trim()).join('  ');
    plan.reading.passed.push({ location: plan.locate(row.row, row.cells[0]?.column ?? 1), text, why });
    return undefined;
  }
  const remark = remarkIn(plan, row);
  if (remark !== undefined) {
    const found = remark.text.trim().slice(0, 40);
    plan.reading.problems.push(problem('unread-cell', plan.locate(row.row, remark.column), { found, more: 0 }));
    return undefined;
  }
  for (const [column, cell] of cells) plan.said.set(column, cell);
  passOver(plan, row, merges);
  const gathering: Gathering = { entries: [], options: new Map(), items: new Map() };
  for (const placed of plan.columns)
    gather(gathering, placed, findCell(plan, row.row, cells, merges, placed.column.column), plan.locate);
  const { entries, options } = gathering;
  const own = options.size === 0 ? entries : [...withOptions(entries, optionEntries(gathering))];
  if (gathering.items.size > 0) own.push(...itemEntries(gathering));
  if (!own.some(isSaid)) return undefined;
  const location = plan.locate(row.row, row.cells[0]?.column ?? 1);
  return { kind: 'map', entries: withShared(plan, own), location };
};

/** What a row says and, where it does not, what is said above the table. */
const withShared = ({ shared }: TablePlan, own: readonly MapEntry[]): readonly MapEntry[] => {
  if (shared.length === 0) return own;
  const said = new Set(own.filter(isSaid).map(({ key }) => key));
  const above = shared.filter(({ key }) => !said.has(key));
  return [...above, ...own.filter(({ key }) => said.has(key) || !above.some(other => other.key === key))];
};
