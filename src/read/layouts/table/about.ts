import { groupBy } from '../../../model/base/group.ts';
import { type Problem, problem } from '../../../model/base/problem.ts';
import type { MapEntry } from '../../../model/base/source.ts';
import type { Range } from '../../../sheets/address.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { isDash } from '../../profile/answers.ts';
import { dayIn } from '../../profile/dates.ts';
import { isNotRunning } from '../../profile/names.ts';
import {
  isAnyName,
  isAside,
  isCounted,
  isExample,
  isFoot,
  isNote,
  isNumbered,
  isPart,
  isPeriod,
  isSentence,
  isSignature,
  isTotal,
} from '../furniture.ts';
import type { Placed } from '../gather.ts';
import { cellAt, type GridReading, type PassedOver } from '../grid.ts';
import { namesPlace, TOWNSHIP, tellsPlace } from '../headings.ts';
import { isPlaceName, namedBy, townshipIn } from '../place-names.ts';
import { plainRole, type Role } from '../roles.ts';
import type { TablePlan } from './plan.ts';

/** Whether every cell of a row says again what stands in the heading over it, as on the next page. */
const isRepeatedHeader = ({ heads }: TablePlan, { cells }: Row): boolean =>
  cells.every(({ column, text }) => heads.get(column)?.has(text.trim()) ?? false);

/** The heads that a row may be of: a name, of which every row has another, is not looked up. */
export const headsIn = ({ headings }: GridReading, { cells }: Row) =>
  cells.flatMap(cell => {
    const heading = namedBy([cell.text.trim()]) === '名称' ? undefined : headings.fact(cell.text);
    return heading === undefined ? [] : [{ cell, heading }];
  });

/** The cells of a row that head a list of records, several of one list: 姓名 | 岗位. Values, which come again, are looked up first. */
const listHeads = ({ headings }: GridReading, { cells }: Row): readonly Cell[] => {
  if (!cells.slice(1, 4).some(({ text }) => headings.listsWith(text).length > 0)) return [];
  const fields = groupBy(
    cells.flatMap(cell => headings.listsWith(cell.text).map(list => ({ cell, list }))),
    ({ list }) => list,
  );
  return [...fields.values()]
    .map(found => found.map(({ cell }) => cell))
    .reduce((most, found) => (found.length > most.length ? found : most), []);
};

/** Where a row begins another table, and what its head asks for there. */
export const otherHeadIn = (plan: TablePlan, row: Row) => {
  const { reading, header, heads, locate } = plan;
  const isNew = ({ column, text }: Cell): boolean => !heads.get(column)?.has(text.trim());
  const headAt = ({ column, text }: Cell) => ({
    at: locate(row.row, column),
    text: text.trim(),
    over: [...(heads.get(column) ?? [])].at(-1) ?? '',
  });
  const listed = row.row <= header.bottom ? [] : listHeads(reading, row).filter(isNew);
  const [of] = listed;
  if (of !== undefined && listed.length > 1 && listed.length * 2 >= row.cells.length) return headAt(of);
  const asked = row.row <= header.bottom ? [] : headsIn(reading, row);
  if (asked.length * 2 < row.cells.length) return undefined;
  const found = asked
    .map(one => ({ ...one, own: header.columns.find(({ column }) => column === one.cell.column)?.heading }))
    .filter(({ cell, own }) => !own?.answers(cell.text));
  const naming = namingColumns(plan);
  const isLabel = ({ cell, heading }: (typeof found)[number]): boolean =>
    naming.includes(cell.column) && !namesPlace(heading);
  const isHead = found.length * 2 > row.cells.length && found.some(({ heading }) => namesPlace(heading));
  if (row.cells.length < 2 || !(isHead || found.some(isLabel))) return undefined;
  const other = found.find(({ heading, own }) => heading.definition.id !== own?.definition.id)?.cell;
  return other && headAt(other);
};

/** The columns that say whose a row is, the one that says most first. */
export const namingColumns = ({ columns }: TablePlan): readonly number[] =>
  ['center.name', 'center.village', 'center.township'].flatMap(id =>
    columns.flatMap(({ column, heading }) => (heading?.definition.id === id ? [column] : [])),
  );

/** The township that a line of its own names for the villages below it, where no column does. */
export const townshipOver = (
  { reading, header, locate }: Pick<TablePlan, 'reading' | 'header' | 'locate'>,
  { row, cells: [only, ...others] }: Row,
): MapEntry | undefined => {
  const asked = new Set(header.columns.map(({ heading }) => heading?.definition.id));
  const isFree = only !== undefined && others.length === 0 && asked.has('center.village') && !asked.has(TOWNSHIP);
  const text = isFree ? townshipIn(reading, only.text) : undefined;
  if (only === undefined || text === undefined) return undefined;
  const location = locate(row, only.column);
  const value = { kind: 'scalar' as const, text, value: text, location };
  return { key: TOWNSHIP, keyLocation: location, heading: only.text.trim(), value };
};

/** What stands alone in the place of a name or a county, in a table that asks for more, and is none: a remark of some kind. */
const remarkIn = (plan: TablePlan, { cells: [only, ...others] }: Row): Cell | undefined => {
  const heading = plan.columns.find(({ column }) => column === only?.column)?.heading;
  return only && others.length === 0 && plan.columns.length > 2 && tellsPlace(heading) && !isPlaceName(only.text)
    ? only
    : undefined;
};

/** The name of a centre that is not there, where the row says nothing but who it is: 石桥镇便民服务中心（已撤并）. */
const notRunningIn = (plan: TablePlan, { cells }: Row): Cell | undefined => {
  const naming = namingColumns(plan);
  const declares = ({ column, heading }: Placed): boolean => {
    const text = cells.find(cell => cell.column === column)?.text ?? '';
    return heading?.definition.id.startsWith('center.') !== true && text !== '' && !isDash(text);
  };
  return plan.columns.some(declares)
    ? undefined
    : cells.find(({ column, text }) => naming.includes(column) && isNotRunning(text.trim()));
};

/** A row that is none of a centre, and is told of. */
export const strayIn = (plan: TablePlan, row: Row): Problem | undefined => {
  const closed = notRunningIn(plan, row);
  const stray = closed ?? remarkIn(plan, row);
  if (stray === undefined) return undefined;
  const [place, found] = [plan.locate(row.row, stray.column), stray.text.trim().slice(0, 40)];
  return closed === undefined
    ? problem('unread-cell', place, { found, more: 0 })
    : problem('not-running', place, { found });
};

/** Tells once of a centre that has a row for each of several months: which of them holds nobody knows. */
export const periodTeller = ({ others, locate, reading }: TablePlan) => {
  const [column] = [...others].find(([, text]) => isPeriod(text)) ?? [];
  if (column === undefined) return undefined;
  const first = new Map<string, string>();
  let isTold = false;
  return (row: Row, center: string): void => {
    const other = cellAt(row, column)?.text.trim() ?? '';
    const one = first.get(center);
    if (other === '') return;
    first.set(center, one ?? other);
    if (isTold || one === undefined || one === other) return;
    isTold = true;
    reading.problems.push(problem('two-answers', locate(row.row, column), { one, other, of: 'periods' }));
  };
};

const OFFICE = /(?:局|委员?会|政府|办公室|办事处)$/u;

/** Words before a row that says what the columns ask for, or how they are filled in. */
const HELP: ReadonlySet<Role | undefined> = new Set(['clause', 'example', 'standard', 'unit', 'verify']);

/** How a column is filled in: 填全称, 请选择, 下拉选择. */
const HOW = /^[（(]?(?:请?[填选](?:写|择|报)?|请?输入|下拉|[必选]填|年-月-日)/u;

/** Why a row is about the table and not part of it: sums, remarks, signatures, repeated headings. */
export const aboutTable = (
  plan: TablePlan,
  row: Row,
  cells: ReadonlyMap<number, Cell>,
  merges: readonly Range[],
): PassedOver['why'] | undefined => {
  const [first] = row.cells;
  const naming = namingColumns(plan);
  const [named] = naming.flatMap(column => cells.get(column) ?? []);
  const name = named?.text ?? '';
  const before = row.cells.slice(0, 3).filter(({ column }) => column <= (named?.column ?? column));
  const sums = [...before.map(({ text }) => text), name].some(isTotal);
  const isUnnamed = naming.length > 0 && named === undefined;
  const called = isUnnamed ? (first?.text ?? '') : name;
  if (first === undefined || sums || isCounted(called)) return 'total';
  const isLone = row.cells.length === 1 && naming.length > 0;
  const isRemark = isNote(first.text) || plainRole(first.text) === 'remark';
  if ((row.cells.length <= 2 && isRemark) || (isLone && isSentence(first.text))) return 'note';
  if (isSignature(first.text) || (naming.length > 0 && row.cells.every(({ text }) => isFoot(text)))) return 'signature';
  if (isLone && (dayIn(first.text) !== undefined || (named === undefined && OFFICE.test(first.text.trim()))))
    return 'signature';
  const isHelp = isAside(first.text) || HELP.has(plainRole(first.text)) || HELP.has(plainRole(name));
  const asks = row.cells.filter(({ text }) => HOW.test(text.trim()));
  if (row.cells.length > 1 && asks.length === row.cells.length) return 'explained';
  if (isExample(first.text) || isAnyName(name) || (isHelp && !isPlaceName(name))) return 'explained';
  const across = merges.some(({ left, right }) => left === first.column && right - left >= 2);
  if (row.cells.length <= 2 && isPart(called)) return 'title';
  if ((row.cells.length === 1 && across) || (isLone && isNumbered(first.text))) return 'title';
  if (isRepeatedHeader(plan, row)) return 'repeated-head';
  return plainRole(name) === undefined ? undefined : 'explained';
};
