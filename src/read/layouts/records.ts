import type { Location } from '../../model/base/location.ts';
import type { MapEntry, MapNode, ScalarNode, SourceNode } from '../../model/base/source.ts';
import type { RecordsDefinition } from '../../model/standard/vocabulary.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { isDash, readState, yesNoIn } from '../profile/answers.ts';
import { fold } from '../profile/names.ts';
import { NONE } from '../profile/term-list.ts';
import { isAside, isFurniture } from './furniture.ts';
import { cellAt, type Grid, type GridReading, textsIn } from './grid.ts';
import { type Column, type Header, headerAt, type Recognise, withHints, withUnits } from './header.ts';
import { CENTER, COUNTY, type Heading, type Headings, namesPlace, TOWNSHIP, tellsPlace, VILLAGE } from './headings.ts';
import { isPlace, namedUnder } from './place-names.ts';
import { planTable } from './table/plan.ts';
import { rowNode, tellUnread } from './table/roster.ts';
import { nodeOf } from './value.ts';

/** A record that says itself to which centre of a table it belongs. */
export interface LinkedRecord {
  readonly records: RecordsDefinition;
  /** What it names the centre by: its name, its village, or its township. */
  readonly by: string;
  readonly center: string;
  /** The county that it says the centre is in, if it does. */
  readonly county: string;
  readonly node: MapNode;
}

/** The lists that the words of a row may be fields of; the second of two heading rows counts too. */
const listsAt = (grid: Grid, index: number, headings: Headings, title: RecordsDefinition | undefined) => {
  const found = new Set<RecordsDefinition>(title === undefined ? [] : [title]);
  const [row, next] = [grid.rows[index], grid.rows[index + 1]];
  const cells = [...(row?.cells ?? []), ...(next?.row === (row?.row ?? 0) + 1 ? next.cells : [])];
  for (const cell of cells) for (const list of headings.listsWith(cell.text)) found.add(list);
  return found;
};

export interface RecordsHeader extends Header {
  readonly records: RecordsDefinition;
  /** Whether a column names each of its things, and none a centre: it heads nothing else. */
  readonly isNamed: boolean;
}

/** Whether heads side by side name each thing of a list, which stand below: 窗口名称 | 进驻单位 | 业务范围; no label with its answer does. */
const namesThings = (grid: Grid, headings: Headings, list: RecordsDefinition, { columns, bottom }: Header): boolean => {
  const naming = columns.find(({ text, heading }) => heading?.kind === 'field' && text === `${list.item.zh}名称`);
  const first = naming && cellAt(grid.row(bottom + 1), naming.column)?.text;
  const isHead = ({ text, heading }: Column): boolean =>
    !/\d/u.test(text) && yesNoIn(text) === undefined && !tellsPlace(heading) && !text.endsWith(list.item.zh);
  const isThing =
    first !== undefined && headings.fact(first) === undefined && headings.field(list, first) === undefined;
  return columns.length > 2 && isThing && columns.every(isHead);
};

/** The heading of a list of records at a row. The centre may be named in a column beside the fields. */
export const recordsHeaderAt = (
  grid: Grid,
  index: number,
  headings: Headings,
  title: RecordsDefinition | undefined,
): RecordsHeader | undefined => {
  if (isAside(grid.rows[index]?.cells[0]?.text ?? '')) return undefined;
  let best: (RecordsHeader & { readonly weight: number }) | undefined;
  for (const records of listsAt(grid, index, headings, title)) {
    const recognise: Recognise = text => headings.field(records, text) ?? placeName(headings, text);
    const found = headerAt(grid, index, recognise);
    const header = found && withPlace(grid.rows.slice(index, index + 12), headings, found);
    const fields = header?.columns.filter(({ heading }) => heading?.kind === 'field').length ?? 0;
    const titled = records === title;
    if (header === undefined || fields === 0) continue;
    const others = header.columns.filter(({ heading, text }) => heading === undefined && !isFurniture(text)).length;
    const isTitled = titled && (others === 0 || (header.hits > fields && others < header.hits));
    const isNamed = namesThings(grid, headings, records, header);
    if (!isTitled && !isNamed && !(header.hits > 1 && (titled || (fields > 1 && fields >= others)))) continue;
    const weight = fields + (titled ? 2.5 : 0);
    const told = (): Header => withUnits(grid, withHints(grid, header, recognise));
    if (best === undefined || weight > best.weight) best = { ...told(), records, isNamed, weight };
  }
  return best;
};

/** 名称 over names of centres, or 单位, says whose the records are; 窗口号 beside 窗口名称 only numbers them. */
const withPlace = (rows: readonly Row[], headings: Headings, header: Header): Header => {
  const columns = header.columns.map((column): Column => {
    const below = rows.filter(({ row }) => row > header.bottom);
    const names = textsIn(below, column.column);
    const filledIn = column.heading === undefined ? namedUnder(column.text, names) : undefined;
    if (filledIn !== undefined) return { ...column, heading: headings.fact(filledIn) };
    const isTwice = header.columns.some(
      one => one !== column && one.heading?.definition === column.heading?.definition,
    );
    if (isTwice && /[^编]号$/u.test(column.text.trim())) return { ...column, heading: undefined, planned: 'other' };
    const place = column.heading?.kind === 'field' ? placeName(headings, column.text) : undefined;
    if (place === undefined) return column;
    return names.length > 0 && names.every(isPlace) ? { ...column, heading: place } : column;
  });
  return { ...header, columns };
};

const placeName = (headings: Headings, text: string): Heading | undefined => {
  const found = headings.fact(text);
  return tellsPlace(found) ? found : undefined;
};

const LINKS: readonly string[] = [CENTER, VILLAGE, TOWNSHIP];
const PLACED: readonly string[] = [...LINKS, COUNTY];

/** Whether a cell is one of the terms that the column it stands in asks for. */
const isAnswerUnder = ({ columns }: RecordsHeader, { column, text }: Cell): boolean =>
  columns.find(known => known.column === column)?.heading?.answers(text) ?? false;

/** A row that begins something else: another heading, the title of another list or theme. */
const endsBlock = (reading: GridReading, grid: Grid, index: number, header: RecordsHeader): boolean => {
  const row = grid.rows[index];
  const [first] = row?.cells ?? [];
  if (row === undefined || first === undefined) return true;
  const { headings } = reading;
  const gap = row.row - (grid.rows[index - 1]?.row ?? row.row) > 1;
  const across = grid.range(row.row, first.column);
  const alone = row.cells.length === 1 && (gap || across.right > across.left);
  if (alone && (headings.records(first.text) ?? headings.theme(first.text)) !== undefined) return true;
  if (row.cells.length <= 4 && (gap || !isAnswerUnder(header, first)) && headings.fact(first.text) !== undefined)
    return true;
  return recordsHeaderAt(grid, index, headings, undefined) !== undefined;
};

/** Fields keep their own names; the centre's name marks a record that is linked. */
const asTable = (header: RecordsHeader): RecordsHeader => ({
  ...header,
  columns: header.columns.map(column =>
    column.heading?.kind === 'field' ? { ...column, heading: { ...column.heading, kind: 'fact' } } : column,
  ),
});

const onlyText = (node: MapNode): ScalarNode | undefined => {
  const filled = node.entries.flatMap(({ value }) =>
    value.kind === 'scalar' && value.text.trim() !== '' ? [value] : [],
  );
  return filled.length === 1 ? filled[0] : undefined;
};

/** A record without what it names its centre by: by name, where it does so; a village by its township too. */
const linkedTo = (records: RecordsDefinition, node: MapNode): LinkedRecord => {
  const said = new Map(
    PLACED.flatMap(by => {
      const value = node.entries.find(({ key }) => key === by)?.value;
      return value?.kind === 'scalar' && !isDash(value.text) && value.text !== '' ? [[by, value.text.trim()]] : [];
    }),
  );
  const [by, own] = [...said].find(([key]) => key !== COUNTY) ?? [CENTER, ''];
  const center = by === VILLAGE ? [said.get(TOWNSHIP) ?? '', own].join(' ').trim() : own;
  return { records, by, center, county: said.get(COUNTY) ?? '', node: withoutPlace(node) };
};

const withoutPlace = (node: MapNode): MapNode => ({
  ...node,
  entries: node.entries.filter(({ key }) => !PLACED.includes(key)),
});

/** Records, or the one word that says why there are none. */
export const listValue = (nodes: readonly MapNode[], blank: Location): SourceNode => {
  const [only] = nodes;
  if (only === undefined) return nodeOf(undefined, blank);
  const said = nodes.length === 1 ? onlyText(only) : undefined;
  if (said !== undefined && (readState(said) !== undefined || NONE.has(fold(said.text)))) return said;
  return { kind: 'list', items: nodes, location: only.location };
};

/** A list of records from its heading down; `next` is the index of the first row that is not part of it. */
export const readRecordsBlock = (reading: GridReading, grid: Grid, header: RecordsHeader) => {
  const plan = planTable(reading, grid, asTable(header));
  const isLinked = header.columns.some(({ heading }) => namesPlace(heading));
  const nodes: MapNode[] = [];
  let next = grid.rows.findIndex(row => row.row > header.bottom);
  if (next < 0) next = grid.rows.length;
  for (; next < grid.rows.length && !endsBlock(reading, grid, next, header); next++) {
    const row = grid.rows[next];
    const node = row && rowNode(plan, row);
    if (node !== undefined) nodes.push(node);
  }
  tellUnread(plan);
  const keyColumn = header.columns.find(({ heading }) => heading?.kind === 'field')?.column ?? 1;
  const { records } = header;
  if (isLinked) return { entry: undefined, linked: nodes.map(node => linkedTo(records, node)), next };
  const entry: MapEntry = {
    key: records.id,
    keyLocation: grid.locate(header.top, keyColumn),
    heading: records.label.zh,
    value: listValue(nodes.map(withoutPlace), grid.locate(header.bottom + 1, keyColumn)),
  };
  return { entry, linked: [], next };
};
