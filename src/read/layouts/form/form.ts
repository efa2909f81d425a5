import { groupBy } from '../../../model/base/group.ts';
import { type Problem, problem } from '../../../model/base/problem.ts';
import type { MapEntry } from '../../../model/base/source.ts';
import { append, type NonEmpty } from '../../../model/base/text.ts';
import { columnName } from '../../../sheets/address.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { itemEntries } from '../gather.ts';
import { cellAt, type Grid, type GridReading } from '../grid.ts';
import { asUnit } from '../heading-text.ts';
import { type Heading, LISTS, TOWNSHIP } from '../headings.ts';
import { hiddenRows, tellHidden } from '../hidden.ts';
import { isFilledInBy } from '../place-names.ts';
import { isBlank } from '../value.ts';
import { answerOf } from './answer.ts';
import { besideLabels, type Decision, type Label, underHead } from './answer-column.ts';
import { optionColumns, readChecklist } from './checklist.ts';
import { filledItems, headingAt, isCategory, push } from './grouped.ts';
import { type AnswerSource, type FormHead, formHeads } from './head.ts';
import { isAnsweredBehind, readInline } from './inline.ts';
import { leftOver } from './left-over.ts';
import { plannedIn, withPart } from './planned.ts';
import { type FormReading, headOver, isInHead, isRead, mark, mayLabel } from './reading.ts';

/** The name of a theme with nothing beside it opens a part of the form. */
const readTheme = (reading: FormReading, row: number, cell: Cell): void => {
  const theme = reading.headings.theme(cell.text);
  if (theme === undefined) return;
  mark(reading, row, cell.column);
  const keyLocation = reading.grid.locate(row, cell.column);
  reading.entries.push({ key: theme, keyLocation, value: { kind: 'map', entries: [], location: keyLocation } });
};

/** Whether a heading spans the place of its answer: the title of a part. */
const isTitle = ({ grid }: FormReading, row: number, column: number, head: FormHead | undefined): boolean => {
  const { left, right } = grid.range(row, column);
  const first = head?.sources[0]?.columns[0]?.column;
  return first === undefined ? false : left < first && right >= first;
};

/** Terms that are ticked beside a label, where it has any. */
const readBoxes = (reading: FormReading, label: Label): boolean => {
  const { grid, options } = reading;
  const { definition } = label.heading;
  if (definition.type !== 'terms' || options.size === 0) return false;
  const boxes = readChecklist(reading, grid, { row: label.row, column: label.cell.column }, definition, options);
  if (boxes === undefined) return false;
  mark(reading, label.row, label.cell.column);
  for (const [line, at] of boxes.read) mark(reading, line, at);
  push(reading, label, boxes.value);
  return true;
};

interface Found {
  readonly cell: Cell;
  readonly heading: Heading;
  readonly head: FormHead | undefined;
  readonly group: Cell | undefined;
}

/** Whether a label of a list is one of several heads, over what is in their columns: 工作人员 | 业务范围 over 甲一 | 综合受理. */
const isAmongHeads = ({ grid, headings }: FormReading, { row, cells }: Row, { column }: Cell): boolean => {
  const next = grid.row(row + 1);
  const below = cellAt(next, column)?.text;
  const areHeads = cells.length > 3 && cells.every(({ value }) => typeof value === 'string');
  return areHeads && below !== undefined && next !== undefined && next.cells.length > 3 && !headings.fact(below);
};

/** What a label asks for, by itself and with what stands behind it. */
const headingIn = (reading: FormReading, row: Row, cell: Cell, head: FormHead | undefined) => {
  const asked = headingAt(reading, row, cell, head);
  const whole = asked.group === undefined && asked.heading ? withPart(reading, row.row, cell) : undefined;
  return whole === undefined ? asked : { ...asked, heading: whole };
};

/** The labels of a row that are to be answered: every heading of a fact without boxes; under heads only the last of each. */
const labelsIn = (reading: FormReading, row: Row): readonly Label[] => {
  const found: Found[] = [];
  for (const cell of row.cells) {
    if (typeof cell.value !== 'string' || cell.fault !== undefined || isRead(reading, row.row, cell.column)) continue;
    const head = headOver(reading, row.row, cell.column);
    if (!mayLabel(head, cell.column) || isTitle(reading, row.row, cell.column, head)) continue;
    if (reading.planned(row.row, cell) !== undefined || asUnit(cell.text) !== undefined) continue;
    const before = found.at(-1);
    const { heading, group } = headingIn(reading, row, cell, head);
    const beside = before && reading.grid.range(row.row, before.cell.column).right + 1 === cell.column;
    const isLast = cell === row.cells.at(-1);
    if (isLast && isAnsweredBehind(cell.text)) continue;
    const isAnswer =
      before !== undefined &&
      (beside || isLast || (head !== undefined && head === before.head)) &&
      (before.heading.answers(cell.text) || before.heading.definition.example === cell.text);
    if (heading?.definition.type === 'records' && group === undefined && isAmongHeads(reading, row, cell)) continue;
    if (heading === undefined || (isAnswer && group === undefined && (head?.sources.length ?? 0) === 0)) continue;
    if (group === undefined && readBoxes(reading, { row: row.row, cell, heading, end: 0 })) continue;
    if ((head !== undefined && head === before?.head) || (group !== undefined && group === before?.cell)) found.pop();
    found.push({ cell, heading, head, group });
  }
  return found.map(({ cell, heading, group }, index) => {
    const end = found[index + 1]?.cell.column ?? Number.POSITIVE_INFINITY;
    return { row: row.row, cell, heading, end, ...(group && { group }) };
  });
};

/** Whether a label of a list has another label beside it: 窗口 | 窗口数量 | 6个 names the group of that. */
const isGroup = ({ grid }: FormReading, { row, cell, heading, end }: Label): boolean =>
  LISTS.has(heading.definition.type) && end === grid.range(row, cell.column).right + 1;

const LONGEST_HEAD = 16;

/** What a place of answers is called at a row: by its head, by what stands over the labels there, or by its column. */
const nameOf = (grid: Grid, labels: readonly Label[], at: number, { text, columns }: AnswerSource): string => {
  const labelled = new Set(labels.map(({ row }) => row));
  const over = grid.rows.findLast(({ row }) => row < at && !labelled.has(row));
  const heads = columns.map(({ column }) => cellAt(over, column)?.text.trim() ?? '');
  const isHead = heads.every(head => head !== '' && head.length <= LONGEST_HEAD);
  return text.trim() || (isHead ? heads : columns.map(({ column }) => columnName(column))).join('、');
};

const refusalOf = ({ grid }: FormReading, labels: NonEmpty<Label>, decision: Decision): Problem | undefined => {
  const [label] = labels;
  if (decision === 'no-answers')
    return problem('no-answer-column', grid.locate(label.row, label.cell.column), { sheet: grid.name });
  if (!('rivals' in decision)) return undefined;
  const [one, other] = decision.rivals;
  const { row } = decision;
  const place = grid.locate(row, one.columns[0]?.column ?? label.cell.column);
  return problem('two-answers', place, {
    one: nameOf(grid, labels, row, one),
    other: nameOf(grid, labels, row, other),
  });
};

const readLabels = (reading: FormReading, labels: NonEmpty<Label>, decision: Decision): void => {
  const refusal = refusalOf(reading, labels, decision);
  if (refusal !== undefined) reading.problems.push(refusal);
  for (const label of labels) {
    mark(reading, label.row, label.cell.column);
    const source = typeof decision === 'object' && 'source' in decision ? decision.source(label) : undefined;
    if (source !== undefined) push(reading, label, answerOf(reading, label, source));
  }
};

const tellUnseen = (reading: FormReading, rows: readonly Row[]): void => {
  const [hidden, columns] = [hiddenRows(), new Set<number>()];
  for (const row of rows)
    for (const cell of row.cells.filter(({ column }) => isRead(reading, row.row, column))) {
      if (row.hidden) hidden.add(row.row);
      if (cell.hidden) columns.add(cell.column);
    }
  tellHidden(reading, reading.grid, hidden, [...columns]);
};

/** Labels without those that only their answers make one, where another asks the same by its name. */
const withoutDoubles = (labels: readonly Label[], { fact }: GridReading['headings']): readonly Label[] => {
  const isNamed = ({ cell }: Label): boolean => fact(cell.text) !== undefined;
  const asked = new Set(labels.filter(isNamed).map(({ heading }) => heading.definition.id));
  return labels.filter(label => label.group !== undefined || isNamed(label) || !asked.has(label.heading.definition.id));
};

/** What a form says; its 填报单位 tells the township where nothing else does. */
const ownFirst = (entries: readonly MapEntry[]): readonly MapEntry[] => {
  const isOther = ({ key, heading = '' }: MapEntry): boolean => key === TOWNSHIP && isFilledInBy(heading);
  const isSaid = entries.some(one => one.key === TOWNSHIP && !isOther(one) && !isBlank(one));
  return isSaid ? entries.filter(one => !isOther(one)) : entries;
};

/** Reads rows in which headings stand beside their values. */
export const readForm = (shared: GridReading, grid: Grid): readonly MapEntry[] => {
  const options = optionColumns(grid.rows);
  const heads = formHeads(grid, shared.headings).filter(({ sources }) => sources.length > 0 || options.size === 0);
  const reading: FormReading = {
    ...shared,
    grid,
    entries: [],
    items: new Map(),
    read: new Set(),
    labels: [],
    heads,
    options,
    planned: plannedIn({ ...shared, grid, heads }),
  };
  const rows = grid.rows.filter(({ row }) => !isInHead(reading, row));
  const labels = withoutDoubles(
    rows.flatMap(row => labelsIn(reading, row)),
    shared.headings,
  );
  const columns = new Set(labels.map(({ cell }) => cell.column));
  reading.labels.push(
    ...labels.filter(label => !isGroup(reading, label) && !isCategory(reading, columns, label.row, label.cell)),
  );
  for (const [head, labels] of groupBy(reading.labels, ({ row, cell }) => headOver(reading, row, cell.column))) {
    if (head !== undefined) readLabels(reading, labels, underHead(grid, head, labels));
    else
      for (const own of groupBy(labels, ({ cell }) => cell.column).values())
        readLabels(reading, own, besideLabels(grid, own, columns));
  }
  for (const row of rows)
    for (const cell of row.cells)
      if (!isRead(reading, row.row, cell.column) && typeof cell.value === 'string' && cell.fault === undefined)
        if (!readInline(reading, row.row, cell)) readTheme(reading, row.row, cell);
  append(reading.entries, itemEntries({ items: filledItems(reading.items) }));
  leftOver(reading, rows);
  tellUnseen(reading, rows);
  return ownFirst(reading.entries);
};
