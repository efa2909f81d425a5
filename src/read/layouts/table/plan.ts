import { groupBy } from '../../../model/base/group.ts';
import type { MapEntry } from '../../../model/base/source.ts';
import type { FactDefinition, FieldDefinition, RecordsDefinition } from '../../../model/standard/vocabulary.ts';
import type { Range } from '../../../sheets/address.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import { mayAskLevel, suggest } from '../../profile/names.ts';
import { areParts, isOfFormTool, isPeriod } from '../furniture.ts';
import type { Placed } from '../gather.ts';
import { type Grid, type GridReading, mergeSweep, type PassedOver, textsIn } from '../grid.ts';
import type { Header } from '../header.ts';
import { isQualified, stripped } from '../heading-text.ts';
import { countsOne } from '../headings.ts';
import { areUnits, roleOf } from '../roles.ts';

/** How the rows below a heading become maps of facts. */
export interface TablePlan {
  readonly header: PlannedHeader;
  /** What the rows of the heading say in each column. */
  readonly heads: ReadonlyMap<number, ReadonlySet<string>>;
  readonly columns: readonly Placed[];
  readonly merges: (row: number) => readonly Range[];
  readonly held: Map<string, Cell>;
  /** What the last row said in each column, and what stands for that again. */
  readonly said: Map<number, Cell>;
  readonly ditto: RegExp;
  readonly locate: Grid['locate'];
  /** The rows that are held: of a long sheet the first ones. */
  readonly grid: Pick<Grid, 'row' | 'rows'>;
  /** The columns that tell what part of the county a centre is in. */
  readonly parts: ReadonlySet<number>;
  /** Entries that hold for every row: what is said above the table. */
  readonly shared: readonly MapEntry[];
  /** The township that a line between the rows names for those below it. */
  readonly under: MapEntry[];
  /** Columns that are no facts, with their headings: remarks, and what nobody knows. */
  readonly others: ReadonlyMap<number, string>;
  /** Of those the ones that hold units. */
  readonly units: ReadonlySet<number>;
  /** Headings that nobody knows below which something stands. */
  readonly unread: Set<string>;
  /** Columns of places that rows leave blank below one that does not: from what row on, how many. */
  readonly blanks: Map<Placed, { readonly row: number; readonly above: string; count: number }>;
  readonly reading: GridReading;
}

/** The heading of a table of centres, or of a list of records. */
type PlannedHeader = Header & { readonly records?: RecordsDefinition };

/** Tells whether a heading that is not known is so near to one that no column has that it must be asked about; of a list, to one of its fields. */
const nearTo = ({ dictionary, headings }: GridReading, { columns, records }: PlannedHeader) => {
  const had = new Set(columns.map(({ heading }) => heading?.definition.id));
  const named: readonly (FactDefinition | FieldDefinition)[] = records?.fields ?? dictionary.vocabulary.facts;
  const names = named.flatMap(({ id, label, aliases }) => (had.has(id) ? [] : [label.zh, ...aliases]));
  const isAsked = (text: string): boolean =>
    !countsOne(dictionary, text) && !mayAskLevel(stripped(text)) && headings.fact(text) === undefined;
  return (text: string): boolean => isAsked(text) && suggest(stripped(text), names).length > 0;
};

/** Why a column is none of the facts, where its heading says so. */
export const whyQuiet = (text: string): PassedOver['why'] | undefined => {
  if (isOfFormTool(stripped(text))) return 'form-tool';
  const role = roleOf(text);
  return role === undefined || role === 'answer' || role === 'label' ? undefined : 'explained';
};

/** The same as above; in a sheet that was turned, as on the left. */
const [ABOVE, LEFT] = [/^(?:〃|″|"|”|''|同上|同前)$/u, /^(?:同左|同前)$/u];

export const planTable = (
  reading: GridReading,
  grid: Pick<Grid, 'merges' | 'locate' | 'row' | 'rows'>,
  header: PlannedHeader,
  shared: readonly MapEntry[] = [],
  isTurned = false,
): TablePlan => {
  const body = grid.rows.filter(({ row }) => row > header.bottom);
  const first = Math.min(...body.map(({ cells }) => cells[0]?.column ?? 1));
  const unheaded = header.columns.filter(({ heading }) => heading === undefined);
  const parts = new Set(
    [first, ...unheaded.map(({ column }) => column)].filter(column => areParts(textsIn(body, column))),
  );
  const unknown = unheaded.filter(
    ({ column, text }) => text.trim() !== '' && (!parts.has(column) || whyQuiet(text) !== undefined),
  );
  const isNear = nearTo(reading, header);
  const asked = new Set(
    unknown.filter(
      ({ text, part, planned = isQualified(text) }) =>
        !part && !planned && whyQuiet(text) === undefined && !isPeriod(text) && isNear(text),
    ),
  );
  const headCells = grid.rows.filter(({ row }) => header.top <= row && row <= header.bottom).flatMap(row => row.cells);
  const heads = groupBy(headCells, ({ column }) => column);
  return {
    header,
    heads: new Map([...heads].map(([column, cells]) => [column, new Set(cells.map(({ text }) => text.trim()))])),
    columns: header.columns
      .filter(column => column.heading !== undefined || asked.has(column))
      .map(column => ({ ...column, keyLocation: grid.locate(column.row, column.column) })),
    merges: mergeSweep(grid.merges.filter(range => range.bottom > header.bottom)),
    held: new Map(),
    said: new Map(),
    ditto: isTurned ? LEFT : ABOVE,
    locate: grid.locate,
    grid,
    shared,
    under: [],
    others: new Map(unknown.filter(column => !asked.has(column)).map(({ column, text }) => [column, text.trim()])),
    units: new Set(
      unknown
        .filter(({ column, text }) => roleOf(text) === 'unit' && areUnits(text, textsIn(grid.rows, column)))
        .map(({ column }) => column),
    ),
    parts,
    unread: new Set(),
    blanks: new Map(),
    reading,
  };
};
