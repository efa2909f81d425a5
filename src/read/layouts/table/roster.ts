import type { Location } from '../../../model/base/location.ts';
import { keptFor } from '../../../model/base/memo.ts';
import { problem } from '../../../model/base/problem.ts';
import type { MapEntry, MapNode } from '../../../model/base/source.ts';
import { append } from '../../../model/base/text.ts';
import { unitNamed } from '../../../model/base/unit.ts';
import { columnName, type Range } from '../../../sheets/address.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { isDash } from '../../profile/answers.ts';
import { AMOUNTS } from '../../profile/causes.ts';
import { asksStatus, stoppedAs } from '../../profile/names.ts';
import { isPart } from '../furniture.ts';
import { type Gathering, gather, itemEntries, optionEntries, withOptions } from '../gather.ts';
import { cellAt, type Found, HEAD } from '../grid.ts';
import type { Column } from '../header.ts';
import { stripped } from '../heading-text.ts';
import { COUNTY, TOWNSHIP } from '../headings.ts';
import { isFilledInBy, isPlace, levelNamed, townshipWithin } from '../place-names.ts';
import { isBlank } from '../value.ts';
import { aboutTable, namingColumns, strayIn, townshipOver } from './about.ts';
import { type TablePlan, whyQuiet } from './plan.ts';
import { withUnit } from './units.ts';

/** What stands in a row outside the columns that are read: told once a column, and where no heading is above it, by its cell. */
const passOver = (plan: TablePlan, row: Row, merges: readonly Range[]): void => {
  const { others, unread, locate } = plan;
  const known = new Set(plan.columns.map(({ column }) => column));
  for (const cell of row.cells) {
    if (known.has(cell.column) || (plan.parts.has(cell.column) && isPart(cell.text))) continue;
    const heading = others.get(cell.column);
    const isNamed = heading !== undefined && isFilledInBy(heading) && isPlace(cell.text.trim());
    if (heading !== undefined && (isNamed || whyQuiet(heading) === undefined)) unread.add(heading);
    const spanned = merges.some(({ left, right }) => left <= cell.column && cell.column <= right && known.has(left));
    const isNumbering = cell === row.cells[0] && /^\d{1,5}$/u.test(cell.text.trim());
    if (heading === undefined && !spanned && !isNumbering) unread.add(cellLabel(locate(row.row, cell.column), cell));
  }
};

const cellLabel = (location: Location, { text }: Cell): string =>
  `${'cell' in location ? location.cell : `${location.line}:${location.column}`}“${text.trim().slice(0, 20)}”`;

const MOST_NAMED = 12;

export const tellUnread = ({ unread, blanks, others, header, reading, locate }: TablePlan): void => {
  for (const [column, text] of others) {
    const why = whyQuiet(text);
    if (why !== undefined) reading.passed.push({ location: locate(header.top, column), text, why });
  }
  for (const [{ column, text }, { row, above, count }] of blanks)
    reading.problems.push(problem('place-blank', locate(row, column), { label: text.trim(), above, count }));
  const columns = [...unread];
  if (columns.length === 0) return;
  const shown = columns.length > MOST_NAMED ? [...columns.slice(0, MOST_NAMED), `…（${columns.length}）`] : columns;
  const [first] = [...others].find(([, text]) => unread.has(text)) ?? [];
  reading.problems.push(problem('unread-columns', locate(header.top, first ?? 1), { columns: shown }));
};

type Cells = ReadonlyMap<number, Cell>;

/** Marks that stand for what the row above says in their column, with that in their place. */
const withoutDitto = ({ said, ditto }: TablePlan, cells: readonly Cell[]): readonly Cell[] =>
  cells.map(cell => {
    const above = ditto.test(cell.text.trim()) ? said.get(cell.column) : undefined;
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

const NUMBER = /[\p{N}〇零一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]/u;

/** Whether a number is merged over the columns of several facts: nobody knows of which it is. The parts of one are but one. */
const answersSeveral = (plan: TablePlan, merges: readonly Range[], { column, heading }: Column): boolean =>
  AMOUNTS.has(heading?.definition.type ?? 'text') &&
  merges.some(({ left, right }) => {
    const under = plan.columns.filter(one => left <= one.column && one.column <= right);
    const asked = under.map(one => (one.part ? one.heading?.definition : one));
    return left <= column && column <= right && new Set(asked).size > 1;
  });

/** The columns that tell of what a row is, of what centre or of what thing of a list, the one that says most first. */
const ownColumns = (plan: TablePlan): readonly number[] => {
  const { records } = plan.header;
  return records === undefined
    ? namingColumns(plan)
    : plan.columns
        .filter(({ heading }) => heading?.definition.id === `${records.id}.${records.key}`)
        .map(({ column }) => column);
};

/** Whether a further row than the first that something is merged over says what it is of; of rows that are not held nobody knows. */
const isOverSeveral = ({ grid, header }: TablePlan, { top, bottom }: Range, own: readonly number[]): boolean => {
  const last = grid.rows.at(-1)?.row ?? 0;
  if (bottom > last && header.records === undefined && last >= HEAD) return true;
  for (let next = top + 1; next <= Math.min(bottom, last); next++)
    if (own.some(column => cellAt(grid.row(next), column) !== undefined)) return true;
  return false;
};

/** Whether an amount is merged over the rows of several centres, or an area over those of several rooms: nobody knows whether it is of each or of all. */
const isOfRows = (plan: TablePlan, merges: readonly Range[], { column, heading }: Column): boolean => {
  const definition = heading?.definition;
  const isArea = definition?.type === 'quantity' && unitNamed(definition.unit).dimension === 'area';
  const isAmount = isArea || (plan.header.records === undefined && definition?.type === 'count');
  const over = isAmount ? merges.find(one => one.left <= column && column <= one.right) : undefined;
  if (over === undefined || over.bottom === over.top) return false;
  const own = ownColumns(plan);
  return (
    own.length > 0 &&
    isOverSeveral(plan, over, own) &&
    !merges.some(({ left, top, bottom }) => left === own[0] && top <= over.top && over.bottom <= bottom)
  );
};

const hold = (plan: TablePlan, row: number, cells: Cells, merges: readonly Range[]): void => {
  for (const { top, left } of merges) {
    const cell = top === row ? cells.get(left) : undefined;
    if (cell !== undefined) plan.held.set(`${columnName(left)}${top}`, cell);
  }
};

const isSaid = ({ value }: MapEntry): boolean =>
  value.kind !== 'scalar' || value.fault !== undefined || (value.text !== '' && !isDash(value.text));

/** Of the columns that are no facts, those that tell how it stands with a centre. */
const statusColumns = keptFor(({ others }: TablePlan) =>
  [...others].map(([column, text]) => [column, stripped(text)] as const).filter(([, head]) => asksStatus(head)),
);

/**
 * A row of which a column of its own says that the centre is not there, as one that says so behind the name. Of one of a list the
 * column is told as unread.
 */
const withStatus = (plan: TablePlan, row: Row): Row => {
  const [stopped] = statusColumns(plan).flatMap(([column, head]) => {
    const status = stoppedAs(head, cellAt(row, column)?.text ?? '');
    return status === undefined ? [] : [{ column, status }];
  });
  if (stopped === undefined) return row;
  if (plan.header.records !== undefined) plan.unread.add(plan.others.get(stopped.column) ?? '');
  const naming = plan.header.records === undefined ? namingColumns(plan)[0] : undefined;
  const cells = row.cells.map(cell =>
    cell.column === naming ? { ...cell, text: `${cell.text.trim()}（${stopped.status}）` } : cell,
  );
  return { ...row, cells };
};

/** The facts of one row; undefined for a row that is not part of the table. */
export const rowNode = (plan: TablePlan, said: Row): MapNode | undefined => {
  const row = withStatus(plan, said);
  const cells = new Map(withoutDitto(plan, row.cells).map(cell => [cell.column, cell]));
  const merges = plan.merges(row.row);
  hold(plan, row.row, cells, merges);
  const group = townshipOver(plan, row);
  if (group !== undefined) plan.under.splice(0, 1, group);
  const why = group === undefined ? aboutTable(plan, row, cells, merges) : 'title';
  if (why !== undefined) {
    const text = row.cells.map(cell => cell.text.trim()).join('  ');
    plan.reading.passed.push({ location: plan.locate(row.row, row.cells[0]?.column ?? 1), text, why });
    return undefined;
  }
  const stray = strayIn(plan, row);
  if (stray !== undefined) {
    plan.reading.problems.push(stray);
    return undefined;
  }
  for (const [column, cell] of cells) plan.said.set(column, cell);
  passOver(plan, row, merges);
  const gathering: Gathering = { entries: [], options: new Map(), items: new Map() };
  for (const placed of plan.columns) {
    const found = findCell(plan, row.row, cells, merges, placed.column);
    const isOfSeveral =
      NUMBER.test(found.cell?.text ?? '') && (answersSeveral(plan, merges, placed) || isOfRows(plan, merges, placed));
    if (isOfSeveral && found.cell) plan.unread.add(cellLabel(plan.locate(found.row, found.column), found.cell));
    const answer = isOfSeveral ? { ...found, cell: undefined } : found;
    gather(gathering, withUnit(plan, cells, placed), answer, plan.locate);
  }
  const { entries, options } = gathering;
  const own = options.size === 0 ? entries : [...withOptions(entries, optionEntries(gathering))];
  if (gathering.items.size > 0) append(own, itemEntries(gathering));
  if (!own.some(isSaid)) return undefined;
  const location = plan.locate(row.row, row.cells[0]?.column ?? 1);
  const whole = withShared(plan, own);
  if (plan.header.records === undefined) noteBlanks(plan, row.row, whole);
  return { kind: 'map', entries: whole, location };
};

/** Where a row is that says nothing of it, below one that does, nobody knows; a township may be told by the name of its centre. */
const noteBlanks = ({ columns, said, blanks }: TablePlan, row: number, entries: readonly MapEntry[]): void => {
  const isOfCounty = entries.some(
    ({ key, value }) => key === 'center.level' && 'text' in value && levelNamed(value.text) === 'sub_center',
  );
  const isNamed =
    isOfCounty ||
    entries.some(({ key, value }) => key === 'center.name' && 'text' in value && townshipWithin(value.text));
  for (const placed of columns) {
    const { column, heading } = placed;
    const id = heading?.definition.id ?? '';
    const above = id === COUNTY || id === TOWNSHIP ? said.get(column)?.text.trim() : undefined;
    if (above === undefined || isDash(above) || (isNamed && id !== COUNTY)) continue;
    if (entries.some(entry => entry.key === id && !isBlank(entry))) continue;
    const blank = blanks.get(placed) ?? { row, above, count: 0 };
    blanks.set(placed, { ...blank, count: blank.count + 1 });
  }
};

/** What a row says and, where it does not, what is said above the table. */
const withShared = ({ shared, under }: TablePlan, own: readonly MapEntry[]): readonly MapEntry[] => {
  if (shared.length + under.length === 0) return own;
  const said = new Set([...under, ...own].filter(isSaid).map(({ key }) => key));
  const above = [...under, ...shared.filter(({ key }) => !said.has(key))];
  return [...above, ...own.filter(({ key }) => said.has(key) || !above.some(other => other.key === key))];
};
