import { keptFor } from '../../model/base/memo.ts';
import { unitNamed } from '../../model/base/unit.ts';
import type { Level } from '../../model/profile/profile.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { COUNTERS, fold, mayAskLevel } from '../profile/names.ts';
import { type Grid, lastUpTo } from './grid.ts';
import { asUnit, dimensionOf, isPlanned, stripped, titleOnly } from './heading-text.ts';
import { type Heading, optionOf } from './headings.ts';
import { isFilledInBy, levelNamed } from './place-names.ts';
import { areChoices, roleOf } from './roles.ts';

const UNIT_LINE = /^[（(【]?\s*(?:计量|数据)?单位\s*[:：]\s*(.+?)\s*[)）】]?$/u;

const wordsOf = (text: string): readonly string[] => UNIT_LINE.exec(text.trim())?.[1]?.split(/[、，,;；/\s]+/u) ?? [];

/** Whether a cell only tells units, and what things are counted by: 单位：㎡、个. */
export const isUnitLine = (text: string): boolean => {
  const words = wordsOf(text);
  return words.length > 0 && words.every(word => COUNTERS.includes(word) || asUnit(word) !== undefined);
};

/** The lines that tell units: 单位：毫米、%. A name behind 单位： is none. */
const unitLines = keptFor((rows: readonly Row[]) =>
  rows
    .map(({ row, cells }) => ({
      row,
      units: cells.flatMap(({ text }) => wordsOf(text)).flatMap(word => asUnit(word) ?? []),
    }))
    .filter(({ units }) => units.length > 0),
);

const measures = (unit: string, definition: FactDefinition): boolean => {
  if (definition.type === 'percent') return unit === '%';
  if (definition.type !== 'quantity' && definition.type !== 'size') return false;
  return dimensionOf(unit, definition.unit) === unitNamed(definition.unit).dimension;
};

/** The unit that a line above a row gives the bare numbers of a fact. */
export const unitAbove = ({ rows }: Pick<Grid, 'rows'>, row: number, definition: FactDefinition): string | undefined =>
  unitLines(rows)
    .findLast(line => line.row < row)
    ?.units.find(unit => measures(unit, definition));

/** Names of groups over the heading proper: several cells, some across more than one column. */
export const isGroupRow = ({ range }: Grid, { row, cells }: Row): boolean =>
  cells.length > 1 && cells.some(({ column, text }) => range(row, column).right > column && !/[:：]/u.test(text));

/** The text over a column in the upper of two heading rows: its own, or the nearest to the left. */
export const groupOver = lastUpTo;

/** One of several answers, each in a column below the question: 敞开式办公 over 是 | 否. */
export const choiceUnder = (
  grid: Grid,
  upper: Row,
  lower: Row,
  group: Cell,
  asked: Heading | undefined,
  { text }: Cell,
) => {
  if (asked?.kind !== 'fact' || (asked.definition.type !== 'yes_no' && asked.definition.type !== 'term'))
    return undefined;
  const { left, right } = grid.range(upper.row, group.column);
  const texts = lower.cells.filter(({ column }) => groupOver(upper, column) === group).map(cell => cell.text);
  const areOpen = right > left && texts.length > 1 && texts.every(one => roleOf(one) === undefined);
  return areOpen || areChoices(texts) ? optionOf(asked.definition, text.trim()) : undefined;
};

/** A head over columns of figures that are asked for: 标准要求, 建设标准. */
const ASKED = /^\p{Script=Han}{0,6}(?:标准|要求|规定)(?:值|数)?$/u;

/** Others, of which a township's centre tells beside itself: 村级, 村级站点, 所辖村便民服务站, 县政务大厅, 周边乡镇. */
const OF_OTHERS =
  /^县级?(?:政务)?(?:服务)?(?:中心|大厅)$|^(?:周边|兄弟|相邻|其[他它])+乡镇$|^(?:所辖|下辖|辖区内?|各|全[乡镇])?(?:行政)?(?:村(?:社区|居)?|社区)级?(?:便民)?(?:服务)?(?:站点?|代办点|点)(?:建设|设置|基本)?$|^(?:县|村|社区|村社区|村居)级(?:情况)?$|^各(?:行政)?(?:村|社区)$/u;

/** What a centre is told by: its level or its name; where neither is asked for, its place. */
const ASKS_WHICH = /(?:级别|层级|名称)$|^中心$/u;
const ASKS_PLACE = /^(?:所[在属])?(?:县区?|乡镇|镇街|街道|村|社区|村社区|村居)$/u;

const asksWhich = (label: string): boolean => ASKS_WHICH.test(label) || mayAskLevel(label) || isFilledInBy(label);

const isLabel = (text = ''): boolean => asksWhich(fold(text)) || ASKS_PLACE.test(fold(text));

/** Of what levels the centres of a sheet are, by what stands below 级别 and 名称 among other heads, or beside them. */
const levelsIn = keptFor((rows: readonly Row[]): ReadonlySet<Level | undefined> => {
  const labels = new Set<string>();
  const answered = new Set<number>();
  const found = new Set<Level | undefined>();
  for (const { cells } of rows)
    for (const [at, { column, text }] of cells.entries()) {
      const [, label = text, said = cells[at + 1]?.text ?? ''] = /^([^:：]+)[:：](.+)$/u.exec(stripped(text)) ?? [];
      if (answered.has(column) && cells.length > 1) found.add(levelNamed(text));
      if (!isLabel(label)) continue;
      labels.add(fold(label));
      if (!asksWhich(fold(label))) continue;
      const isHead = isLabel(cells[at - 1]?.text);
      // 中心 | 名称 | …: a part of the form, whose label is no answer.
      const isPart = label === '中心' && cells.length < 4 && !isHead;
      if (isHead || (isLabel(said) && !isPart) || isFilledInBy(label)) answered.add(column);
      if (!isHead) found.add(levelNamed(said));
    }
  const asked = [...labels];
  const isTownships = asked.some(label => /[乡街]/u.test(label)) && !asked.some(label => /[村社]/u.test(label));
  return isTownships && !asked.some(asksWhich) ? found.add('township') : found;
});

/** Whether a title is of others than the centres of a sheet: of villages' or the county's, of which none is among the townships' there. */
const isOfOthers = (rows: readonly Row[], title: string): boolean => {
  const name = titleOnly(stripped(title).replace(/(?<=村)[（(](社区|居)[)）]/u, '$1'));
  if (!OF_OTHERS.test(name)) return false;
  const levels = levelsIn(rows);
  return levels.has('township') && !levels.has(name.startsWith('县') ? 'sub_center' : 'village');
};

/** Whether a title says that what a label below it asks for is not what there is, or of others; how many villages there are is the township's. */
export const isOfElse = ({ rows }: Pick<Grid, 'rows'>, title: string, label = ''): boolean =>
  isPlanned(title) || (!label.includes('村') && isOfOthers(rows, title));

/** What the heads above a column make of it: what is planned or asked for, or of others, is none of what there is. */
export const plannedOver = (grid: Grid, above: readonly Row[], { column, text: label }: Cell): string | undefined => {
  const over = above.flatMap(row => {
    const group = groupOver(row, column);
    if (group === undefined) return [];
    const { left, right } = grid.range(row.row, group.column);
    return right === left || column <= right ? [group.text.trim()] : [];
  });
  return over.find(text => isOfElse(grid, text, label) || ASKED.test(text));
};
