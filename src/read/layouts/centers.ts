import { groupBy } from '../../model/base/group.ts';
import { isCell, type Location } from '../../model/base/location.ts';
import { problem } from '../../model/base/problem.ts';
import type { MapEntry, MapNode } from '../../model/base/source.ts';
import { append } from '../../model/base/text.ts';
import { parseRange } from '../../sheets/address.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { isGroupRow } from './above.ts';
import { readForm } from './form/form.ts';
import { belowPlans, plannedSheet, tellPlans } from './form/planned.ts';
import { isExplainingSheet, isVoid, mayAnswer } from './furniture.ts';
import { cellAt, type Grid, type GridReading, type GridSheet } from './grid.ts';
import { PLACES } from './headings.ts';
import { hiddenRows, tellHidden } from './hidden.ts';
import { formCenters, joinEntries, keysOf, linkedBy, mergeTables, withLinked } from './join.ts';
import { columnHits, type OpenSheet, openSheet, type TableSheet, tableOf, wholeGrid } from './open.ts';
import type { LinkedRecord } from './records.ts';
import { rivalSheets, rivalYears } from './rival-sheets.ts';
import { readFormSheet, type SheetFacts } from './sheet-facts.ts';
import { otherHeadIn, periodTeller, townshipOver } from './table/about.ts';
import { planTable } from './table/plan.ts';
import { rowNode, tellUnread } from './table/roster.ts';
import { hasDoubledColumn, rivalColumns, tablesOn } from './table/tables.ts';
import { turned } from './turned.ts';
import { isBlank } from './value.ts';

/** Notes of ours, in a workbook that was handed back for correction. */
const OWN_NOTE = /^【对标/u;
const MOST_TOLD = 20;

/** Tells of what hangs on cells or floats over them; help that hangs on a heading is no answer. */
const tellBeside = (reading: GridReading, sheet: GridSheet, headings: ReadonlySet<string>): void => {
  const { comments, texts, boxes } = sheet.beside();
  const answers = comments.filter(({ cell, text }) => !headings.has(cell) && !OWN_NOTE.test(text.trim()));
  for (const { cell, text } of answers.slice(0, MOST_TOLD)) {
    const { top = 1, left = 1 } = parseRange(cell) ?? {};
    reading.problems.push(problem('cell-comment', sheet.locate(top, left), { found: text.trim().slice(0, 40) }));
  }
  for (const text of texts.slice(0, MOST_TOLD))
    reading.problems.push(problem('floating-text', sheet.locate(1, 1), { found: text.slice(0, 40) }));
  if (boxes > 0) reading.problems.push(problem('floating-boxes', sheet.locate(1, 1), { count: boxes }));
};

/** The cells that the headings of entries stand in. */
const cellsOf = (locations: readonly Location[]): ReadonlySet<string> =>
  new Set(locations.flatMap(at => (isCell(at) ? at.cell : [])));

/** What stands above a table holds for all its centres: 县区：罗山县. */
const sharedIn = (reading: GridReading, above: Grid): readonly MapEntry[] => {
  const silent = { ...reading, problems: [], passed: [] };
  return readForm(silent, above).filter(entry => !isBlank(entry) && reading.dictionary.vocabulary.fact.has(entry.key));
};

const sharedEntries = (reading: GridReading, { head, table, shared }: TableSheet): readonly MapEntry[] => {
  const { top } = table;
  const above = head.rows.filter(row => row.row < top && !(row.row === top - 1 && isGroupRow(head, row)));
  const said = shared ?? sharedIn(reading, { ...head, rows: above });
  const title = above.flatMap(row => townshipOver({ reading, header: table, locate: head.locate }, row) ?? []).at(-1);
  return title === undefined || said.some(({ key }) => key === title.key) ? said : [...said, title];
};

/** A sheet with a column for each centre, as one with a row for each. */
const turnedTable = async (reading: GridReading, sheet: GridSheet, grid: Grid): Promise<TableSheet | undefined> => {
  const other = turned(reading, sheet, grid);
  if (other === undefined) return undefined;
  const open = await openSheet(other.sheet);
  const table = tableOf(reading, open);
  return table && { ...open, table, shared: sharedIn(reading, other.above), turned: true };
};

async function* tableRows(reading: GridReading, open: TableSheet): AsyncGenerator<MapNode> {
  const header = open.table;
  const plan = planTable(reading, open.head, header, sharedEntries(reading, open), open.turned);
  const hidden = hiddenRows();
  const doubled = hasDoubledColumn(header);
  const [one, other] = rivalColumns(header, open.head);
  if (one !== undefined && other !== undefined)
    reading.problems.push(
      problem('two-answers', open.head.locate(other.row, other.column), { one: one.text, other: other.text }),
    );
  const tellPeriods = periodTeller(plan);
  const isPlanned = belowPlans((row, planned) => tellPlans(reading, open.sheet, row, planned));
  const read = (row: Row): MapNode | undefined => {
    const own = row.row > header.bottom && !isPlanned(row) ? rowNode(plan, row) : undefined;
    const node = own && doubled ? { ...own, entries: joinEntries(own.entries) } : own;
    if (node !== undefined) tellPeriods?.(row, keysOf(node)[0] ?? '');
    if (node !== undefined && row.hidden) hidden.add(row.row);
    return node;
  };
  let rival: ReturnType<typeof otherHeadIn>;
  for (let rows: readonly Row[] | undefined = open.head.rows; rows && !rival; rows = (await open.rest.next()).value)
    for (const row of rows) {
      rival ??= otherHeadIn(plan, row);
      if (rival !== undefined) break;
      const node = read(row);
      if (node !== undefined) yield node;
    }
  if (rival !== undefined)
    reading.problems.push(problem('two-answers', rival.at, { one: rival.over, other: rival.text, of: 'heads' }));
  await open.rest.return?.();
  tellUnread(plan);
  tellBeside(reading, open.sheet, cellsOf(header.columns.map(({ row, column }) => open.head.locate(row, column))));
  const unseen = header.columns.filter(
    ({ row, column, heading }) => heading !== undefined && cellAt(open.head.row(row), column)?.hidden,
  );
  const columns = unseen.map(({ column }) => column);
  tellHidden(reading, open.head, hidden, columns, unseen[0]?.row);
}

/** The tables of one sheet that are not of plans. What stands above the first holds for those below that do not say otherwise. */
const statedTables = (reading: GridReading, tables: readonly TableSheet[]): readonly TableSheet[] => {
  const [first] = tables;
  const above = first === undefined ? [] : sharedEntries(reading, first);
  return tables.flatMap(table => {
    const planned = plannedSheet(table.head);
    if (planned !== undefined) tellPlans(reading, table.sheet, table.head.rows[0]?.row ?? 1, planned);
    const own = [...sharedEntries(reading, table), ...(table.whose ?? [])];
    const shared = [...own, ...above.filter(({ key }) => !own.some(other => other.key === key))];
    return planned === undefined ? [{ ...table, shared }] : [];
  });
};

/** The sheets that are tables of centres, no further than their heads, and what the others say as forms. */
const sortSheets = async (reading: GridReading, sheets: readonly GridSheet[]) => {
  const tables: TableSheet[] = [];
  const forms: SheetFacts[] = [];
  for (const sheet of sheets) {
    if (isExplainingSheet(sheet.name)) {
      if (!sheet.hidden && mayAnswer(sheet.name)) await warnExplaining(reading, await openSheet(sheet));
      continue;
    }
    const open = await openSheet(sheet);
    const planned = plannedSheet(open.head);
    if (sheet.hidden || planned !== undefined) {
      warnUnread(reading, open, planned);
      await open.rest.return?.();
      continue;
    }
    append(reading.problems, rivalYears(reading, open.head));
    const table = tableOf(reading, open);
    const several = table && tablesOn(reading, open);
    const grid = table === undefined ? await wholeGrid(open) : undefined;
    const rows = grid && (await turnedTable(reading, sheet, grid));
    if (several !== undefined) append(tables, statedTables(reading, several));
    else if (table !== undefined) tables.push({ ...open, table });
    else if (rows !== undefined) tables.push(rows);
    else if (grid !== undefined) {
      const form = readFormSheet(reading, grid);
      forms.push(form);
      if (form.known) tellBeside(reading, sheet, cellsOf(form.entries.map(({ keyLocation }) => keyLocation)));
    }
  }
  return { tables, forms };
};

/** Every centre that a workbook states, one after another; a single table is never held whole. */
export async function* readCenters(reading: GridReading, sheets: readonly GridSheet[]): AsyncGenerator<MapNode> {
  tellSameNames(reading, sheets);
  const { tables, forms } = await sortSheets(reading, sheets);
  const links = forms.flatMap(form => form.linked);
  const linked = linkedBy(links);
  const stated = forms.filter(({ entries }) => entries.some(({ value }) => value.kind !== 'map'));
  reading.problems.push(
    ...rivalSheets([
      ...tables.map(({ sheet }) => ({ name: sheet.name, start: sheet.locate(1, 1), says: true })),
      ...stated.map(form => ({ name: form.grid.name, start: form.grid.locate(1, 1), says: namesCenter(form) })),
    ]),
  );
  const own = tables.length === 0 ? stated : stated.filter(namesCenter);
  for (const form of stated) if (!own.includes(form)) warnAstray(reading, form.entries);
  const streams = [...tables.map(open => tableRows(reading, open)), ...(own.length > 0 ? [formCenters(own)] : [])];
  const [only, ...more] = streams;
  const centers = only !== undefined && more.length === 0 ? only : await mergeTables(streams);
  for await (const node of centers) yield linked.size === 0 ? node : withLinked(reading, node, linked);
  for (const { records, isTaken } of [...linked.values()].flat())
    if (!isTaken) warnUnmatched(reading, records, tables.length === 0 && !stated.some(says));
}

const tellSameNames = (reading: GridReading, sheets: readonly GridSheet[]): void => {
  for (const [name, [, second]] of groupBy(sheets, ({ name }) => name.trim().toLowerCase()))
    if (second !== undefined && name !== '')
      reading.problems.push(problem('same-sheet-name', second.locate(1, 1), { sheet: second.name }));
};

/** A sheet that should only explain, and yet has answers in it. */
const warnExplaining = async (reading: GridReading, open: OpenSheet): Promise<void> => {
  const isTable = tableOf(reading, open) !== undefined;
  const { entries } = readFormSheet({ ...reading, problems: [], passed: [] }, await wholeGrid(open));
  const answered = entries.filter(entry => entry.value.kind !== 'map' && !isBlank(entry));
  if (isTable || answered.length > (isVoid(open.sheet.name) ? 0 : 1))
    reading.problems.push(problem('unread-sheet', open.sheet.locate(1, 1), { sheet: open.sheet.name, explains: true }));
};

/** A sheet that is hidden, or of what is planned, where it has anything that would be read. */
const warnUnread = (reading: GridReading, open: OpenSheet, planned = ''): void => {
  const { sheet, head } = open;
  if (columnHits(head, reading, 1) === 0 && tableOf(reading, open) === undefined) return;
  if (sheet.hidden) reading.problems.push(problem('hidden-sheet', sheet.locate(1, 1), { sheet: sheet.name }));
  else tellPlans(reading, sheet, 1, planned);
};

/** Whether a form says anything but who its records are of. */
const says = ({ entries }: SheetFacts): boolean => entries.some(entry => entry.value.kind !== 'map' && !isBlank(entry));

const namesCenter = ({ entries }: SheetFacts): boolean =>
  entries.some(entry => PLACES.has(entry.key) && !isBlank(entry));

/** Beside a table of centres, facts that do not say whose they are. */
const warnAstray = (reading: GridReading, entries: readonly MapEntry[]): void => {
  const [first] = entries.filter(entry => entry.value.kind !== 'map' && !isBlank(entry));
  if (first === undefined) return;
  const list = first.heading ?? first.key;
  reading.problems.push(problem('unmatched-record', first.keyLocation, { list, center: '' }));
};

/** Of records that belong to no centre each is told, or the first of a centre where there is no centre at all. */
const warnUnmatched = (reading: GridReading, records: readonly LinkedRecord[], alone: boolean): void => {
  for (const { records: list, center, node } of alone ? records.slice(0, 1) : records)
    reading.problems.push(
      problem('unmatched-record', node.location, { list: list.label.zh, center, ...(alone && { alone }) }),
    );
};
