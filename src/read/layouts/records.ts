import type { Location } from '../../model/base/location.ts';
import type { MapEntry, MapNode, ScalarNode, SourceNode } from '../../model/base/source.ts';
import type { RecordsDefinition } from '../../model/standard/vocabulary.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import { isDash, readState } from '../profile/answers.ts';
import { fold } from '../profile/names.ts';
import { NONE } from '../profile/term-list.ts';
import type { Grid, GridReading } from './grid.ts';
import { type RecordsHeader, recordsHeaderAt } from './header.ts';
import { COUNTY, namesPlace } from './headings.ts';
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

export interface RecordsBlock {
  readonly entry: MapEntry | undefined;
  readonly linked: readonly LinkedRecord[];
  /** Index of the first row that is not part of the block. */
  readonly next: number;
}

const CENTER = 'center.name';
const [VILLAGE, TOWNSHIP] = ['center.village', 'center.township'];
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

/** Reads a list of records from its heading down. */
export const readRecordsBlock = (reading: GridReading, grid: Grid, header: RecordsHeader): RecordsBlock => {
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
  const key = header.columns.find(({ heading }) => heading?.kind === 'field');
  const keyColumn = key?.column ?? 1;
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
