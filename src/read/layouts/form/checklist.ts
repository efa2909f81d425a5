import type { Location } from '../../../model/base/location.ts';
import { problem } from '../../../model/base/problem.ts';
import type { ScalarNode, SourceNode } from '../../../model/base/source.ts';
import { append } from '../../../model/base/text.ts';
import type { FactDefinition } from '../../../model/standard/vocabulary.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { isDash, readState, yesNoIn } from '../../profile/answers.ts';
import { fold, wordsIn } from '../../profile/names.ts';
import { cellAt, type Grid, type GridReading } from '../grid.ts';
import { nodeOf, scalarOf } from '../value.ts';

const OPTION_HEADS = wordsIn('选项 可选项 options');
const NONE_OF_THESE = wordsIn('以上都没有 以上均无 以上都无 均无 都没有 none-of-these');
const OTHERS = /^(?:其他|其它|others)/iu;
const BINARY = new Map([
  ['1', true],
  ['0', false],
  ['v', true],
]);

/** How survey tools export a question that was passed over. */
const PASSED_OVER = /^-[1-3]$/u;

/** Whether nothing is said where a tick could stand. */
export const isUnsaid = (node: ScalarNode): boolean =>
  node.fault === undefined &&
  (PASSED_OVER.test(String(node.value ?? '').trim()) || readState(node)?.state === 'undeclared');

/** What stands where a tick should: undefined for none, else the term, or the term with what was written instead. */
export const ticked = (term: string, node: ScalarNode): ScalarNode | undefined => {
  const text = node.text.trim();
  if (isUnsaid(node)) return undefined;
  const said = BINARY.get(text.toLowerCase()) ?? yesNoIn(text);
  if (node.fault === undefined && said === false) return undefined;
  return { ...node, text: said === true || text === term ? term : `${term}：${text}` };
};

/** The columns under which a checklist has its terms, each with a tick in the next. */
export const optionColumns = (rows: readonly Row[]): ReadonlySet<number> => {
  const head = rows.find(row => row.cells.some(cell => OPTION_HEADS.has(fold(cell.text))));
  return new Set(head?.cells.filter(cell => OPTION_HEADS.has(fold(cell.text))).map(cell => cell.column));
};

interface Box {
  readonly term: string;
  readonly kind: 'term' | 'none' | 'others';
  readonly node: ScalarNode;
  readonly column: number;
}

export interface Checklist {
  readonly value: SourceNode;
  readonly read: readonly (readonly [row: number, column: number])[];
}

type Terms = Extract<FactDefinition, { list: string }>;

const kindOf = ({ dictionary }: GridReading, { list }: Terms, text: string): Box['kind'] | undefined => {
  const folded = fold(text);
  if (NONE_OF_THESE.has(folded)) return 'none';
  if (dictionary.names.terms(list).has(folded)) return 'term';
  return OTHERS.test(text.trim()) ? 'others' : undefined;
};

const nodeAt = (grid: Grid, row: number, column: number): ScalarNode => {
  const { top, left } = grid.range(row, column);
  return nodeOf(cellAt(grid.row(top), left), grid.locate(top, left));
};

const boxesIn = (
  reading: GridReading,
  grid: Grid,
  row: Row,
  after: number,
  columns: ReadonlySet<number>,
  terms: Terms,
): readonly Box[] =>
  row.cells.flatMap((cell: Cell): readonly Box[] => {
    const own = scalarOf(cell, grid.locate(row.row, cell.column), terms);
    const kind = cell.column > after && columns.has(cell.column) ? kindOf(reading, terms, own.text) : undefined;
    if (kind === undefined) return [];
    const tick = nodeAt(grid, row.row, grid.range(row.row, cell.column).right + 1);
    // √评价器, and nothing in the place beside it.
    const isTicked = tick.text === '' && /[√✓✔☑☒■●]/u.test(cell.text);
    const node = isTicked ? { ...own, text: '√' } : tick;
    return [{ term: own.text.trim(), kind, node, column: cell.column }];
  });

const othersOf = ({ node }: Box): readonly ScalarNode[] =>
  node.text
    .split(/[、，,;；\n]+/u)
    .map(part => part.trim())
    .filter(part => part !== '' && part !== '√' && !isDash(part))
    .map(part => ({ ...node, text: /^(?:其他|其它)[:：]/u.test(part) ? part : `其他：${part}` }));

/** The list as a whole stands where its heading does; each term where it is ticked. */
const valueOfBoxes = ({ problems }: GridReading, boxes: readonly Box[], place: Location): SourceNode => {
  const instead = boxes.find(({ node }) => /^(?:不适用|不涉及|未发生|不详)/u.test(node.text.trim()));
  if (instead !== undefined) return instead.node;
  const items = boxes.flatMap(box => {
    if (box.kind === 'others') return othersOf(box);
    return box.kind === 'term' ? (ticked(box.term, box.node) ?? []) : [];
  });
  const none = boxes.find(box => box.kind === 'none' && ticked(box.term, box.node) !== undefined);
  const [item] = items;
  if (none !== undefined && item !== undefined)
    problems.push(problem('two-answers', none.node.location, { one: none.term, other: item.text }));
  if (items.length === 0 && none === undefined) return nodeOf(undefined, place);
  return { kind: 'list', items, location: place };
};

/** Terms that are ticked beside a heading, in as many rows as go with it; undefined where it has no such terms. */
export const readChecklist = (
  reading: GridReading,
  grid: Grid,
  at: { readonly row: number; readonly column: number },
  terms: Terms,
  columns: ReadonlySet<number>,
): Checklist | undefined => {
  const { bottom, right } = grid.range(at.row, at.column);
  const boxes: Box[] = [];
  const read: [number, number][] = [];
  for (let line = at.row; ; line++) {
    const row = grid.row(line);
    if (row === undefined || (line > bottom && cellAt(row, at.column) !== undefined)) break;
    const found = boxesIn(reading, grid, row, right, columns, terms);
    if (found.length === 0 && line > bottom) break;
    append(boxes, found);
    const tickOf = (column: number): number => grid.range(line, column).right + 1;
    // What is ticked and no term that is known is left to be told.
    const stray = [...columns].filter(
      column => found.every(box => box.column !== column) && cellAt(row, tickOf(column)),
    );
    const left = new Set(stray.flatMap(column => [column, tickOf(column)]));
    if (found.length > 0)
      for (const { column } of row.cells) if (column > right && !left.has(column)) read.push([line, column]);
  }
  const [first] = boxes;
  return first === undefined
    ? undefined
    : { value: valueOfBoxes(reading, boxes, grid.locate(at.row, at.column)), read };
};
