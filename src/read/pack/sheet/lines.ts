import type { Location } from '../../../model/base/location.ts';
import { type Problem, problem } from '../../../model/base/problem.ts';
import { type SourceNode, textNode, textsNode } from '../../../model/base/source.ts';
import { append } from '../../../model/base/text.ts';
import { PACK_COLUMNS, type PackColumn } from '../../../model/standard/pack-sheet.ts';
import { parseText } from '../../files/text.ts';
import type { HeldSheet } from '../../scorecard/sheet/grid.ts';

export interface Cell {
  readonly text: string;
  readonly location: Location;
}

export type Line = Readonly<Record<PackColumn, Cell>>;

/** The same node with all of it at one place. */
export const placed = (node: SourceNode, at: (location: Location) => Location): SourceNode => {
  const location = at(node.location);
  if (node.kind === 'list') return { ...node, location, items: node.items.map(item => placed(item, at)) };
  if (node.kind === 'map')
    return {
      ...node,
      location,
      entries: node.entries.map(entry => ({
        ...entry,
        keyLocation: at(entry.keyLocation),
        value: placed(entry.value, at),
      })),
    };
  return { ...node, location };
};

export const moved = (found: Problem, location: Location): Problem => ({ ...found, location }) as Problem;

export const scalar = ({ text, location }: Cell): SourceNode => textNode(text, location);

export const listed = ({ text, location }: Cell): SourceNode => {
  const parts = text.split(/[、,，]/u).map(part => part.trim());
  return textsNode(parts, location);
};

/** What a cell holds as YAML, all of it at the cell. */
export const written = async ({ text, location }: Cell, problems: Problem[]): Promise<SourceNode | undefined> => {
  if (text === '') return undefined;
  const read = await parseText('', text);
  if (read.ok) return placed(read.value, () => location);
  append(
    problems,
    read.problems.map(found => moved(found, location)),
  );
  return undefined;
};

const keyOf = (heading: string): PackColumn | undefined =>
  PACK_COLUMNS.find(({ title }) => [title.zh, title.en].includes(heading.trim()))?.key;

/** Columns with something in them that a pack does not have. */
export const otherColumns = ({ rows: [head, ...rows], at }: HeldSheet): readonly Problem[] => {
  const filled = new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const others = (head?.cells ?? []).filter(({ column, text }) => filled.has(column) && keyOf(text) === undefined);
  const [first] = others;
  const columns = others.map(({ text }) => text.trim());
  return head && first ? [problem('unread-columns', at(head.row, first.column), { columns, of: 'pack' })] : [];
};

/** The rows below the heading, whatever the order of its columns. */
export const linesOf = (sheet: HeldSheet): readonly Line[] => {
  const [head, ...rows] = sheet.rows;
  const columns = new Map(
    (head?.cells ?? []).flatMap(({ column, text }) => {
      const key = keyOf(text);
      return key === undefined ? [] : [[key, column] as const];
    }),
  );
  return rows.map(row => {
    const cellOf = (key: PackColumn): Cell => {
      const column = columns.get(key);
      const text = row.cells.find(cell => cell.column === column)?.text.trim() ?? '';
      return { text, location: sheet.at(row.row, column ?? 1) };
    };
    return Object.fromEntries(PACK_COLUMNS.map(({ key }) => [key, cellOf(key)])) as Line;
  });
};
