import type { MapEntry, SourceNode } from '../../../model/base/source.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { yesNoIn } from '../../profile/answers.ts';
import { fold } from '../../profile/names.ts';
import type { Gathering } from '../gather.ts';
import { anchorAt, type Group, groupAt } from '../grid.ts';
import { stripped } from '../heading-text.ts';
import { type Heading, LISTS, optionOf } from '../headings.ts';
import { askedUnder } from '../place-names.ts';
import { countOf } from '../table/parts.ts';
import { isBlank } from '../value.ts';
import type { Label } from './answer-column.ts';
import { ticked } from './checklist.ts';
import type { FormHead } from './head.ts';
import { type FormReading, headOver, mayLabel } from './reading.ts';

type Items = Gathering['items'];

/** What stands where the label of a group does: in the column of labels before, and under no heads to the left. */
export const groupOf = ({ grid, headings }: FormReading, row: number, cell: Cell, head: FormHead | undefined) => {
  const before = head?.columns.findLast(({ column, role }) => column < cell.column && role === 'label');
  const column = head === undefined ? cell.column - 1 : before?.column;
  const group = column === undefined || column < 1 ? undefined : groupAt(grid, row, column);
  if (group === undefined || (head !== undefined && group.top <= head.bottom)) return undefined;
  const isNamed = ({ text }: Cell): boolean =>
    headings.theme(text) !== undefined || LISTS.has(headings.fact(text)?.definition.type ?? '');
  return head !== undefined || isNamed(group.cell) ? group : undefined;
};

/** Whether the terms beside a group are each said to be there or not; where none is, they are the answer. */
const isTicked = ({ grid }: FormReading, { top, bottom }: Group, { column }: Cell): boolean =>
  grid.rows
    .filter(({ row }) => row >= top && row <= bottom)
    .some(({ cells }) => cells.some(cell => cell.column > column && yesNoIn(cell.text) !== undefined));

/** A term of a list of the theme that a group is called by, and no fact of its own: 制度建设 | 首问负责制. */
const termOfTheme = (
  { headings, dictionary: { vocabulary, names } }: FormReading,
  group: string,
  text: string,
): Heading | undefined => {
  const theme = headings.theme(group);
  if (theme === undefined || headings.fact(text) !== undefined) return undefined;
  const term = stripped(text);
  const list = vocabulary.facts.find(
    fact => fact.type === 'terms' && fact.id.startsWith(`${theme}.`) && names.terms(fact.list).has(fold(term)),
  );
  return list && optionOf(list, term);
};

/**
 * What a label asks for: by itself, or as a name cut short beside the label of its group (办事大厅 | 使用面积), which is
 * also given where it is a list that has such a field (工作台 | 高度) or such a term (制度 | 首问负责制). The theme that
 * begins a row under no heads is the group of all its labels: 办事大厅 | 使用面积 | 184 | 建筑面积 | 220.
 */
export const headingAt = (
  reading: FormReading,
  { row, cells }: Row,
  cell: Cell,
  head: FormHead | undefined,
): { readonly heading: Heading | undefined; readonly group?: Cell } => {
  const group = groupOf(reading, row, cell, head);
  const themes = head === undefined ? cells.slice(0, 1).filter(({ text }) => reading.headings.theme(text)) : [];
  const over = group?.cell ?? themes[0];
  const grouped = over && (reading.headings.fact(cell.text, over.text) ?? termOfTheme(reading, over.text, cell.text));
  const isOption = grouped?.kind === 'option' && reading.options.size === 0;
  if (group !== undefined && (grouped?.kind === 'field' || (isOption && (head || isTicked(reading, group, cell)))))
    return { heading: grouped, group: group.cell };
  const { fact } = reading.headings;
  const own = fact(cell.text) ?? (grouped?.kind === 'fact' ? grouped : fact(countOf(over, cell)));
  return { heading: own ?? askedUnder(fact, cell.text, [textBeside(reading, row, cell, head)]) };
};

/** What answers a label, as far as that tells what the label asks for. */
const textBeside = ({ grid }: FormReading, row: number, { column }: Cell, head: FormHead | undefined): string =>
  anchorAt(grid, row, head?.sources[0]?.columns[0]?.column ?? grid.range(row, column).right + 1).cell?.text.trim() ??
  '';

/** What is said of one term of a list: the term, nothing where it is not there, a blank where that is not said. */
const optionValue = (term: string, value: SourceNode): SourceNode => {
  if (value.kind !== 'scalar' || value.text.trim() === '') return value;
  const said = ticked(term, value);
  return { kind: 'list', items: said === undefined ? [] : [said], location: value.location };
};

/** Whether a cell under heads names a category: another of the `columns` of labels has words of its own behind it. */
export const isCategory = (
  reading: FormReading,
  columns: ReadonlySet<number>,
  row: number,
  { column }: Cell,
): boolean => {
  const head = headOver(reading, row, column);
  const isItem = (cell: Cell): boolean =>
    cell.column > column && columns.has(cell.column) && typeof cell.value === 'string' && mayLabel(head, cell.column);
  return head !== undefined && (reading.grid.row(row)?.cells ?? []).some(isItem);
};

/** Adds a field to the last record under that label of a group, or to another once it is given again. */
const pushField = (
  items: Items,
  { records }: Extract<Heading, { kind: 'field' }>,
  group: string,
  entry: MapEntry,
): void => {
  const gives = ({ key }: MapEntry): boolean => key === entry.key;
  for (let number = 1; ; number++) {
    const place = `${records.id} ${group.trim()} ${number}`;
    const item = items.get(place) ?? { keyLocation: entry.keyLocation, heading: group.trim(), entries: [] };
    if (item.entries.some(gives)) continue;
    item.entries.push(entry);
    return void items.set(place, item);
  }
};

/** What a label says: a fact by itself, a term of one, or a field of a record. `said` is how the label is written. */
export const push = (
  reading: FormReading,
  { row, cell, heading, group }: Pick<Label, 'row' | 'cell' | 'heading' | 'group'>,
  value: SourceNode,
  said = cell.text,
): void => {
  const keyLocation = reading.grid.locate(row, cell.column);
  const entry = { key: heading.definition.id, keyLocation, heading: said, value };
  if (heading.kind === 'option') reading.entries.push({ ...entry, value: optionValue(heading.term, value) });
  else if (group === undefined || heading.kind !== 'field') reading.entries.push(entry);
  else pushField(reading.items, heading, group.text, entry);
};

export const filledItems = (items: Items): Items =>
  new Map([...items].map(([place, item]) => [place, { ...item, entries: item.entries.filter(one => !isBlank(one)) }]));
