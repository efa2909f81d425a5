import { once } from '../../model/base/memo.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { choiceUnder, groupOver, plannedOver, unitAbove } from './above.ts';
import { isFurniture, isNumbering, isTotal } from './furniture.ts';
import { cellAt, type Grid, textsIn } from './grid.ts';
import { isQualified, stripped } from './heading-text.ts';
import { EXPLODED, type Heading, type Headings, LISTS } from './headings.ts';
import { askedUnder } from './place-names.ts';
import { countOf, hintOf, mayAnswerWhole, partsUnder, withBehind } from './table/parts.ts';

/** One column of a table, under its heading. A heading that is not known stays as text. */
export interface Column {
  readonly column: number;
  readonly row: number;
  readonly text: string;
  readonly heading: Heading | undefined;
  /** Below a head that says that this is planned, or was: a fact, or what nobody knows. */
  readonly planned?: 'fact' | 'other';
  /** One of the columns that the head of a fact spans: 2025年 | 2026年. */
  readonly part?: true;
}

export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly Column[];
  /** How many columns are recognised and stand side by side with another. */
  readonly hits: number;
}

export type Recognise = (text: string, group?: string) => Heading | undefined;
type Columns = readonly Column[];

/** `5、（等候区）`: a term whose question stands before it in the row. */
const ALONE = /^[（(【[][^（）()【】[\]]{1,30}[)）】\]]$/u;

const BRACKET = /[（(【[]/;

/** Heads as they would be had each its question: 功能区域（等候区） | （自助服务区）, as survey tools part one. */
const withQuestions = (texts: readonly string[], recognise: Recognise): readonly string[] => {
  let question: string | undefined;
  if (!texts.some(text => BRACKET.test(text) && ALONE.test(stripped(text)))) return texts;
  return texts.map(text => {
    if (ALONE.test(stripped(text))) return question === undefined ? text : question + stripped(text);
    question = recognise(text)?.kind === 'option' ? EXPLODED.exec(stripped(text))?.[1] : undefined;
    return text;
  });
};

/** The columns under one row of heads or several, of which each tells apart what the one above it spans; `over` are those of all but the last. */
const columnsOf = (grid: Grid, rows: readonly Row[], recognise: Recognise, over?: Columns): Columns => {
  const [lower, upper] = [rows.at(-1), rows.at(-2)];
  if (lower === undefined) return [];
  if (upper === undefined) {
    const texts = lower.cells.map(({ text }) => text);
    const whole = withQuestions(texts, recognise);
    return lower.cells.map(({ column, text }, at) => ({
      column,
      row: lower.row,
      text,
      heading: recognise(whole[at] ?? text),
    }));
  }
  const spanned = once(() => partsUnder(upper, lower));
  const below = lower.cells.map((cell): Column => {
    const place = { column: cell.column, row: lower.row };
    const group = groupOver(upper, cell.column);
    const asked = group && recognise(group.text);
    const planned = plannedOver(grid, rows.slice(0, -1), cell);
    if (planned !== undefined) {
      const isFact = (recognise(cell.text) ?? recognise(cell.text, group?.text)) !== undefined;
      const text = `${cell.text.trim()}（${planned}）`;
      return { ...place, text, heading: undefined, planned: isFact ? 'fact' : 'other' };
    }
    const choice = group && choiceUnder(grid, upper, lower, group, asked, cell);
    const own = choice ?? recognise(cell.text, group?.text) ?? recognise(cell.text) ?? recognise(countOf(group, cell));
    if (group === undefined || asked === undefined) return { ...place, text: cell.text, heading: own };
    const parts = spanned().get(group) ?? [];
    const isUnder = parts[0]?.column === group.column;
    const hint = own === undefined && isUnder && parts.length === 1 ? hintOf(cell.text) : undefined;
    if (hint !== undefined) return { ...place, text: group.text, heading: recognise(group.text + hint) ?? asked };
    const whole = mayAnswerWhole(asked, cell, isUnder ? parts : []) ? withBehind(group.text, cell.text) : '';
    const heading = own ?? recognise(whole) ?? (isQualified(whole) || whole === '' ? undefined : asked);
    const isPart = own === undefined && asked.kind === 'fact' && parts.length > 1;
    const isPartial = isPart && heading === undefined && isQualified(`（${cell.text.trim()}）`);
    return { ...place, text: cell.text, heading, ...(isPart && { part: true }), ...(isPartial && { planned: 'fact' }) };
  });
  const above = (over ?? columnsOf(grid, rows.slice(0, -1), recognise))
    .filter(({ column }) => cellAt(lower, column) === undefined)
    .filter(({ row, column }) => grid.range(row, column).left === column);
  return [...below, ...above].sort((a, b) => a.column - b.column);
};

const isKnown = (column: Column | undefined): boolean => column?.heading !== undefined || column?.planned === 'fact';

const hitsOf = (grid: Grid, columns: readonly Column[]): number =>
  columns.filter((column, index) => {
    if (!isKnown(column)) return false;
    const right = columns[index + 1];
    const left = columns[index - 1];
    const end = grid.range(column.row, column.column).right;
    const touches = (other: Column | undefined, gap: number): boolean =>
      other !== undefined && gap === 1 && (isKnown(other) || isFurniture(other.text));
    const before = left === undefined ? 0 : column.column - grid.range(left.row, left.column).right;
    return touches(right, (right?.column ?? 0) - end) || touches(left, before);
  }).length;

/** A term beside the heading that it answers (级别 | 乡镇) is no heading, though one may be called so. */
const isAnswer = (last: Column | undefined, { text }: Column): boolean => last?.heading?.answers(text) ?? false;

const headerOf = (grid: Grid, rows: readonly Row[], found: Columns): Header => {
  const before = new Map<number, Column>();
  const columns = found.map(column => {
    const last = before.get(column.row);
    before.set(column.row, column);
    return isAnswer(last, column) ? { ...column, heading: undefined } : column;
  });
  return { top: rows[0]?.row ?? 0, bottom: rows.at(-1)?.row ?? 0, columns, hits: hitsOf(grid, columns) };
};

const known = (header: Header): number => header.columns.filter(isKnown).length;

/** Without lists, of which nobody may have asked for what stands below: 工作人员 over 在编 | 聘用. */
const firm = ({ columns }: Header): number =>
  columns.filter(one => isKnown(one) && !LISTS.has(one.heading?.definition.type ?? '')).length;

/** The best heading that begins at a row; further rows only where they say more than those above them, and than without those. */
export const headerAt = (grid: Grid, index: number, recognise: Recognise): Header | undefined => {
  const rows = grid.rows.slice(index, index + MOST_ROWS);
  const [row] = rows;
  if (row === undefined) return undefined;
  let columns = columnsOf(grid, [row], recognise);
  let best = headerOf(grid, [row], columns);
  for (let end = 2; end <= rows.length && rows[end - 1]?.row === row.row + end - 1; end++) {
    const [all, less, lower] = [rows.slice(0, end), rows.slice(1, end), rows[end - 1]];
    columns = columnsOf(grid, all, recognise, columns);
    const header = headerOf(grid, all, columns);
    const without = () => headerOf(grid, less, columnsOf(grid, less, recognise));
    const more = known(header) > known(best) && known(header) > known(without());
    const parted = end === 2 && best.hits > 1 && lower !== undefined && partsUnder(row, lower).size > 0;
    if (more || (parted && firm(header) >= firm(best))) best = header;
  }
  return best;
};

const MOST_ROWS = 3;

/** A row below the heading that only numbers the columns, or says how to fill in: （㎡） and （是/否）. Its units count as those of the heading. */
export const withHints = (grid: Grid, header: Header, recognise: Recognise): Header => {
  const next = grid.row(header.bottom + 1);
  if (next !== undefined && isNumbering(next.cells))
    return withHints(grid, { ...header, bottom: header.bottom + 1 }, recognise);
  const hints = next?.cells.map(({ column, text }) => ({ column, hint: hintOf(text) }));
  if (hints === undefined || hints.length === 0 || hints.some(({ hint }) => hint === undefined)) return header;
  const said = new Map(hints.map(({ column, hint }) => [column, hint]));
  const columns = header.columns.map(column => {
    const hint = said.get(column.column);
    if (column.heading === undefined || hint === undefined) return column;
    const whole = column.text + hint;
    const own = recognise(whole);
    return isQualified(whole)
      ? { ...column, text: whole, heading: own }
      : { ...column, heading: own ?? column.heading };
  });
  return withHints(grid, { ...header, bottom: header.bottom + 1, columns }, recognise);
};

/** Headings that tell no unit take that of a line above them. */
export const withUnits = (grid: Grid, header: Header): Header => ({
  ...header,
  columns: header.columns.map(column => {
    const { heading } = column;
    if (heading === undefined || heading.kind === 'option' || heading.unit !== undefined) return column;
    const unit = unitAbove(grid, header.top, heading.definition);
    return unit === undefined ? column : { ...column, heading: { ...heading, unit } };
  }),
});

/** A column of 单位 that names the centres, or of 类型 that tells their level, where no other does. */
const withNames = (grid: Grid, header: Header, recognise: Recognise): Header => {
  const rows = grid.rows.filter(({ row, cells }) => row > header.bottom && cells.length > 1);
  const columns = header.columns.map(column => {
    const texts = textsIn(rows, column.column).filter(text => !isTotal(text));
    const heading = column.heading ?? askedUnder(recognise, column.text, texts);
    const isTaken = header.columns.some(other => other.heading?.definition.id === heading?.definition.id);
    return heading === undefined || isTaken ? column : { ...column, heading };
  });
  return { ...header, columns };
};

/** How many columns a heading that begins at a row can have at most. */
export const widthAt = ({ rows }: Grid, index: number): number =>
  new Set([...(rows[index]?.cells ?? []), ...(rows[index + 1]?.cells ?? [])].map(({ column }) => column)).size;

/** The heading of a table of centres among the first rows, of so many recognised columns at least. */
export const tableHeader = (grid: Grid, headings: Headings, least: number): Header | undefined => {
  let best: Header | undefined;
  for (let index = 0; index < grid.rows.length; index++) {
    const wanted = best === undefined ? least : best.hits + 1;
    const header = widthAt(grid, index) < wanted ? undefined : headerAt(grid, index, headings.fact);
    if (header !== undefined && header.hits >= wanted) best = header;
  }
  return best && withNames(grid, withUnits(grid, withHints(grid, best, headings.fact)), headings.fact);
};
