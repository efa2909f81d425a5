import { keptFor } from '../../model/base/memo.ts';
import { unitNamed } from '../../model/base/unit.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { COUNTERS } from '../profile/answers.ts';
import { unitOf } from '../profile/values.ts';
import { type Grid, lastUpTo } from './grid.ts';
import { asUnit, isPlanned, stripped, titleOnly } from './heading-text.ts';
import { type Heading, optionOf } from './headings.ts';
import { areChoices, roleOf } from './roles.ts';

const UNIT_LINE = /^[（(【]?\s*(?:计量|数据)?单位\s*[:：]\s*(.+?)\s*[)）】]?$/u;

const wordsOf = (text: string): readonly string[] => UNIT_LINE.exec(text.trim())?.[1]?.split(/[、，,;；/\s]+/u) ?? [];

const unitsIn = (text: string): readonly string[] => wordsOf(text).flatMap(word => asUnit(word) ?? []);

/** Whether a cell only tells units, and what things are counted by: 单位：㎡、个. */
export const isUnitLine = (text: string): boolean => {
  const words = wordsOf(text);
  return words.length > 0 && words.every(word => COUNTERS.includes(word) || asUnit(word) !== undefined);
};

/** The lines that tell units: 单位：毫米、%. A name behind 单位： is none. */
const unitLines = keptFor((rows: readonly Row[]) =>
  rows
    .map(({ row, cells }) => ({ row, units: cells.flatMap(({ text }) => unitsIn(text)) }))
    .filter(({ units }) => units.length > 0),
);

/** Units of area among those that are not converted. */
const UNCONVERTED_AREA = /^平方|[坪亩]$/u;

const measures = (unit: string, definition: FactDefinition): boolean => {
  if (definition.type === 'percent') return unit === '%';
  if (definition.type !== 'quantity' && definition.type !== 'size') return false;
  const code = unitOf(unit, definition.unit);
  const dimension = code === undefined ? (UNCONVERTED_AREA.test(unit) ? 'area' : 'length') : unitNamed(code).dimension;
  return dimension === unitNamed(definition.unit).dimension;
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

/** Others, of which a township's centre tells beside itself: 村级站点, 所辖村便民服务站, 县政务大厅, 周边乡镇. */
const OF_OTHERS =
  /^县级?(?:政务)?(?:服务)?(?:中心|大厅)$|^(?:周边|兄弟|相邻|其[他它])+乡镇$|^(?:所辖|下辖|辖区内?|各|全[乡镇])?(?:行政)?村(?:（社区）|社区|居)?级?(?:便民)?(?:服务)?(?:站点?|代办点|点)(?:建设|设置|基本)?$/u;

/** What a centre is told by: its level or its name, in a row or over a column. */
const ASKS_WHICH = /(?:级别|层级|名称)$|^(?:机构|中心|单位|站点?)类[型别]$|^(?:填报|申报|自查|填表)?单位$|^中心$/u;

type Level = 'township' | 'village' | 'county';

const OF_LEVEL: readonly (readonly [Level, RegExp])[] = [
  ['township', /^(?:乡镇?|镇|街道|镇街|街镇|乡镇街道|乡镇[/／、]街道)级?$|[乡镇道）)]便民服务中心$/u],
  [
    'village',
    /^(?:行政|城市|农村)?(?:村|社区|村社区|村居|村[/／]社区)级?$|(?:村|社区)(?!.*(?:[镇乡]|街道)).*中心$|服务[站点]$/u,
  ],
  ['county', /^县级?$|分中心$|^[^乡镇村社]{0,12}(?:政务|行政)服务(?:中心|大厅)$/u],
];

/** Of what levels the centres of a sheet are, by what answers 级别 and 名称; a township's name elsewhere may be that of who runs one. */
const levelsIn = keptFor((rows: readonly Row[]): ReadonlySet<Level> => {
  const asked = new Set<number>();
  const found = new Set<Level>();
  const hold = (text: string): void => {
    const said = text.trim().replace(/(?<=.)[（(][^（）()]*[)）]$/u, '');
    for (const [level, name] of OF_LEVEL) if (name.test(said)) found.add(level);
  };
  for (const { cells } of rows)
    for (const [at, { column, text }] of cells.entries()) {
      const [, label = text, said = cells[at + 1]?.text ?? ''] = /^([^:：]+)[:：](.+)$/u.exec(text.trim()) ?? [];
      if (asked.has(column)) hold(text);
      if (!ASKS_WHICH.test(stripped(label))) continue;
      asked.add(column);
      hold(said);
    }
  return found;
});

/** Whether a title is of others than the centres of a sheet: of villages' or the county's, of which none is among the townships' there. */
const isOfOthers = (rows: readonly Row[], title: string): boolean => {
  const name = titleOnly(stripped(title));
  if (!OF_OTHERS.test(name)) return false;
  const levels = levelsIn(rows);
  return levels.has('township') && !levels.has(name.startsWith('县') ? 'county' : 'village');
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
