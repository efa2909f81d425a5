import { decimalOf, exact, sumExact } from '../../../model/base/exact.ts';
import type { Location } from '../../../model/base/location.ts';
import { get, type MapNode, type SourceNode } from '../../../model/base/source.ts';
import { KINDS, SHEETS } from '../../../model/scoring/card-sheet.ts';
import { defect } from '../defect.ts';
import { type CardLine, POINTS_IN_NAME } from './grid.ts';
import { idMaker } from './ids.ts';
import { floorOf, readRow } from './item.ts';
import type { CardHeading, CardPart, CardRow } from './layout.ts';
import { list, map, merged, scalar, words } from './nodes.ts';
import { type SheetReading, titleOf, unreadable } from './reading.ts';
import { plain } from './values.ts';

interface Group {
  readonly heading?: CardHeading;
  readonly rows: readonly CardRow[];
  readonly sums: readonly CardLine[];
}

/** Rows under their headings; those above the first heading are under none. */
const groupsOf = (parts: readonly CardPart[]): readonly Group[] => {
  const groups: { heading?: CardHeading; rows: CardRow[]; sums: CardLine[] }[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (part.kind === 'section') groups.push({ heading: part, rows: [], sums: [] });
    else if (part.kind === 'item' && last === undefined) groups.push({ rows: [part], sums: [] });
    else if (part.kind === 'item') last?.rows.push(part);
    else if (part.kind === 'sum') last?.sums.push(part.line);
  }
  return groups.filter(({ rows }) => rows.length > 0);
};

const FIGURE = /^\d+(?:\.\d+)?$/u;

const figureIn = (text: string): string | undefined => /\d+(?:\.\d+)?/u.exec(text.normalize('NFKC'))?.[0];

const sum = (rows: readonly CardRow[]): string =>
  decimalOf(sumExact(rows.map(({ lines: [line] }) => exact(figureIn(line.cells.points.text) ?? '0'))));

/** The points of a part: in its column, or in brackets behind its name, else what its rows come to. */
const pointsOf = (reading: SheetReading, { heading, rows }: Group): string => {
  const line = heading?.line;
  if (line === undefined) return sum(rows);
  const { points } = line.cells;
  const named = POINTS_IN_NAME.exec(line.texts.join(' ').normalize('NFKC'))?.[1];
  const stated = points.own ? plain(points.text) : '';
  if (stated !== '' && !FIGURE.test(stated)) unreadable(reading, points, 'points', '5、2.5');
  else if (stated !== '' && named !== undefined && Number(named) !== Number(stated))
    defect(reading, points.location, 'sheet-contradicts', {
      ...{ row: line.cells.title.text || line.cells.clause.text, column: titleOf('points') },
      ...{ found: stated, said: `${named}分` },
    });
  return stated || (named ?? sum(rows));
};

/** `合计（100分）`: where no column has it. */
const IN_SUM = /(?:小计|合计|总计|总分|共计)\D{0,4}(\d+(?:\.\d+)?)\s*分/u;

const checkSums = (reading: SheetReading, group: Group, all: readonly CardRow[]): void => {
  for (const line of group.sums) {
    const [, named] = IN_SUM.exec(line.texts.join(' ').normalize('NFKC')) ?? [];
    const stated = (line.cells.points.own ? figureIn(line.cells.points.text) : undefined) ?? named;
    const isPart = line.texts.some(text => /小计/u.test(text));
    const actual = isPart ? sum(group.rows) : sum(all);
    if (stated !== undefined && Number(stated) !== Number(actual))
      defect(reading, line.cells.points.location, 'sheet-sum', { what: line.texts[0] ?? '', stated, actual });
  }
};

/** `一` of `一、场所设施（15分）`. */
const numberOf = (clause: string): string => /^[一二三四五六七八九十]+(?=[、.．])/u.exec(clause)?.[0] ?? clause;

interface Place {
  readonly id: string;
  readonly number: number;
  readonly idOf: ReturnType<typeof idMaker>;
  readonly rest: MapNode | undefined;
}

const rowsRest = (rest: MapNode | undefined, kind: 'rows' | 'sections', id: string): MapNode | undefined => {
  const own = get(rest, kind, id);
  return own?.kind === 'map' ? own : undefined;
};

const clauseOf = ({ lines: [line], part }: CardRow, inSection: string, repeated: ReadonlySet<string>): string => {
  const own = line.cells.clause.text;
  const inner = /^\d+$/u.test(own) ? `（${own}）` : own;
  const base = own === '' ? line.cells.title.text : repeated.has(own) ? `${inSection}${inner}` : own;
  return part === undefined ? base : `${base}（${part}）`;
};

const sectionNode = (reading: SheetReading, group: Group, place: Place, repeated: ReadonlySet<string>): MapNode => {
  const { heading, rows } = group;
  const line = heading?.line ?? rows[0]?.lines[0];
  if (line === undefined) throw new Error('a part without rows');
  const { cells, location } = line;
  const name = (cells.title.text || cells.clause.text).replace(POINTS_IN_NAME, '').trim();
  const title = heading === undefined ? SHEETS.card : name;
  const items = rows.map(row => {
    const clause = clauseOf(row, numberOf(heading?.line.cells.clause.text ?? ''), repeated);
    const id = row.lines[0].cells.id.text || place.idOf(clause, place.number);
    const own = rowsRest(place.rest, 'rows', id);
    const read = readRow(reading, row, { id, clause }, own);
    return own === undefined ? read : merged(read, own);
  });
  const isOutside = heading !== undefined && cells.kind.text === KINDS.outside;
  const floor = heading === undefined ? undefined : floorOf(reading, line);
  const node = map(location, {
    id: words(place.id, cells.id.location),
    title: words(title, cells.title.location),
    points: scalar(pointsOf(reading, group), cells.points.location),
    ...(isOutside && { outside_total: words('yes', cells.kind.location) }),
    ...(heading !== undefined && cells.cap.text !== '' && { cap: scalar(cells.cap.text, cells.cap.location) }),
    floor,
    items: list(items, location),
  });
  const own = rowsRest(place.rest, 'sections', place.id);
  return own === undefined ? node : (merged(node, own) as MapNode);
};

/** A number that says nothing of the part in which it stands. */
const NUMBER_ALONE = /^[\d（）()一二三四五六七八九十、.．]+$/u;

const clausesTwice = (rows: readonly CardRow[]): ReadonlySet<string> => {
  const seen = rows.map(({ lines: [line] }) => line.cells.clause.text);
  return new Set(seen.filter((clause, index) => NUMBER_ALONE.test(clause) && seen.indexOf(clause) !== index));
};

export const sectionsOf = (
  reading: SheetReading,
  parts: readonly CardPart[],
  rest: MapNode | undefined,
  at: Location,
): SourceNode => {
  const groups = groupsOf(parts);
  const all = groups.flatMap(({ rows }) => rows);
  const inside = groups
    .filter(({ heading }) => heading?.line.cells.kind.text !== KINDS.outside)
    .flatMap(({ rows }) => rows);
  const idOf = idMaker();
  const sectionId = idMaker();
  const repeated = clausesTwice(all);
  const nodes = groups.map((group, index) => {
    checkSums(reading, group, inside);
    const line = group.heading?.line;
    const id = line?.cells.id.text || sectionId(String(index + 1), 0, 's');
    return sectionNode(reading, group, { id, number: index + 1, idOf, rest }, repeated);
  });
  return list(nodes, at);
};
