import { problem } from '../../../model/base/problem.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { yesNoIn } from '../../profile/answers.ts';
import { isOfElse, isUnitLine } from '../above.ts';
import { isNumbered } from '../furniture.ts';
import { type Grid, type GridReading, groupAt } from '../grid.ts';
import { stripped, titleOnly } from '../heading-text.ts';
import type { Heading } from '../headings.ts';
import { type FormReading, headOver, mayLabel } from './reading.ts';

/** Of each row below the title of a part that says what is planned, or of others, that title; a next title ends it. */
const plannedParts = (grid: Grid): ReadonlyMap<number, string> => {
  const parts = new Map<number, string>();
  let part: string | undefined;
  for (const [index, { row, cells }] of grid.rows.entries()) {
    const [only, ...others] = cells;
    if (only !== undefined && others.length === 0) {
      const { left, right } = grid.range(row, only.column);
      if ((index > 0 || isNumbered(only.text)) && isOfElse(grid, only.text)) part = only.text.trim();
      else if (right > left || isNumbered(only.text)) part = undefined;
    } else if (part !== undefined) parts.set(row, part);
  }
  return parts;
};

/** The longest word that tells of what part a figure is. */
const LONGEST_PART = 12;

type Laid = Pick<FormReading, 'grid' | 'heads' | 'headings'>;

/** What stands between a label and its answer, and says of it what a bracket behind it would: 窗口数量 | 应设 | 8. */
const partBeside = ({ grid, heads, headings: { fact } }: Laid, row: number, { column, text }: Cell) => {
  const [next, behind] = grid.row(row)?.cells.filter(other => other.column > column) ?? [];
  if (next === undefined || behind === undefined || next.column !== grid.range(row, column).right + 1) return undefined;
  const part = next.text.trim();
  const head = headOver({ heads }, row, column);
  const isBetween = head?.sources.length
    ? mayLabel(head, next.column)
    : /^\d/u.test(behind.text) || yesNoIn(behind.text) !== undefined;
  const isPart = isBetween && typeof next.value === 'string' && part.length <= LONGEST_PART;
  return isPart && fact(text)?.kind === 'fact' && fact(part) === undefined
    ? { part, heading: fact(`${text}（${part}）`) }
    : undefined;
};

/** What a label asks for with what stands between it and its answer, as its unit: 办事大厅使用面积 | 平方米 | 184. */
export const withPart = (reading: Laid, row: number, cell: Cell): Heading | undefined =>
  partBeside(reading, row, cell)?.heading;

/**
 * What says of a cell that it tells of what is planned, or of a part: the title of its part, the label of its group, first in the
 * row, or what stands before its answer.
 */
export const plannedIn = (reading: Laid): ((row: number, cell: Cell) => string | undefined) => {
  const { grid } = reading;
  const parts = plannedParts(grid);
  const first = Math.min(...grid.rows.flatMap(({ cells: [cell] }) => cell?.column ?? []));
  return (row, cell) => {
    const group = first < cell.column ? groupAt(grid, row, first)?.cell.text : undefined;
    const over = [parts.get(row), group?.trim()].find(title => title !== undefined && isOfElse(grid, title, cell.text));
    const beside = over === undefined ? partBeside(reading, row, cell) : undefined;
    return over ?? (beside?.heading === undefined ? beside?.part : undefined);
  };
};

const PLANS = /(?:计划|规划|打算|设想|(?:规划|计划|建设|发展|工作|年度?)目标|目标任务)[值数]?$/u;

/** What is to be built: 拟建便民服务中心一览表. */
const TO_BUILD = /拟[新改扩]?建|待建|筹建|规划建设(?!局)|计划[新改扩]?建/u;

/** An annex before its title; any other colon is behind a label. */
const ANNEX = /^附[件表]?[\d一二三四五六七八九十]*[:：]/u;

/** What has been done or is there, whatever else is told with it; and a programme, which is called a plan for good. */
const PRESENT = /现状|现有|实有|目前|完成|总结|回顾|自[查评检]|执行|落实|进展|行动计划/u;

const LONGEST_TITLE = 60;

const isOfPlans = (text: string): boolean => {
  const title = text.trim().replace(ANNEX, '');
  if (title.length > LONGEST_TITLE || PRESENT.test(title) || /[:：]/u.test(title)) return false;
  const only = titleOnly(stripped(title));
  return PLANS.test(only) || TO_BUILD.test(only);
};

/** Tells that what stands below a title of plans was not read. */
export const tellPlans = (
  { problems }: GridReading,
  { name, locate }: Pick<Grid, 'name' | 'locate'>,
  row: number,
  planned: string,
): void => void problems.push(problem('unread-sheet', locate(row, 1), { sheet: name, planned }));

/** The nearest title over all that a sheet states, or its name, where that says that nothing of it is there yet. */
export const plannedSheet = ({ name, rows }: Pick<Grid, 'name' | 'rows'>): string | undefined => {
  const said = rows.map(({ cells }) => cells.filter(({ text }) => !isUnitLine(text)));
  const body = said.findIndex(cells => cells.length > 1);
  if (body < 0) return undefined;
  const titles = [name, ...said.slice(0, body).flatMap(cells => cells.map(({ text }) => text.replaceAll(/\s+/gu, '')))];
  const title = titles.findLast(text => PRESENT.test(text) || isOfPlans(text));
  const isPart =
    isNumbered(title ?? '') &&
    said.slice(body).some(([only, ...others]) => only && others.length === 0 && isNumbered(only.text));
  const heads = said.slice(body, body + 3).flatMap(cells => cells.slice(1));
  const isBeside = heads.some(({ text }) => text.trim().length <= 12 && PRESENT.test(text));
  return title === undefined || PRESENT.test(title) || isPart || isBeside ? undefined : title;
};

/** The title of plans that is all that a row holds. */
export const plansIn = ({ cells: [only, ...others] }: Row): string | undefined =>
  only !== undefined && others.length === 0 && isOfPlans(only.text) ? only.text.trim() : undefined;

/** Of rows asked for from the top down, whether each stands below a title of plans; a title of what is there ends it. */
export const belowPlans = (tell: (row: number, title: string) => void): ((row: Row) => boolean) => {
  let isBelow = false;
  return row => {
    const [only, ...others] = row.cells;
    const title = plansIn(row);
    if (title !== undefined) tell(row.row, title);
    const ends = others.length === 0 && only !== undefined && (PRESENT.test(only.text) || isNumbered(only.text));
    isBelow = title !== undefined || (isBelow && !ends);
    return isBelow;
  };
};
