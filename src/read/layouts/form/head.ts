import { keptFor } from '../../../model/base/memo.ts';
import { append } from '../../../model/base/text.ts';
import type { Cell } from '../../../sheets/read/cell.ts';
import type { Row } from '../../../sheets/read/sheet.ts';
import { cellAt, type Grid, groupAt, lastUpTo } from '../grid.ts';
import type { Headings } from '../headings.ts';
import { namedBy } from '../place-names.ts';
import { areChoices, plainRole, type Role, roleOf, withoutYears } from '../roles.ts';

/** One column of a form under the heads that say what its columns hold. */
export interface HeadColumn {
  readonly column: number;
  readonly text: string;
  readonly role: Role | undefined;
}

/** Where the answers of a form may stand: in a column, or as a tick in one of several that are each one answer. */
export interface AnswerSource {
  readonly text: string;
  readonly columns: readonly HeadColumn[];
  readonly kind: 'column' | 'choice';
}

/** The row or two rows of a form that say what the columns below them hold. */
export interface FormHead {
  readonly top: number;
  readonly bottom: number;
  /** The first column that it holds for: it does as far as the next, where labels and answers stand twice side by side. */
  readonly left: number;
  readonly columns: readonly HeadColumn[];
  readonly sources: readonly AnswerSource[];
}

const LONGEST = 16;
const LOOKED_AT = 40;

const isHeading = ({ value, text }: Cell): boolean => typeof value === 'string' && text.trim().length <= LONGEST;

const TICK = /^[√✓✔☑●■]$/u;

const rowsBelow = (bottom: number): readonly number[] => Array.from({ length: LOOKED_AT }, (_, at) => bottom + 1 + at);

/** What stands below each column of a head, ticks and other things, looked at when it is first asked for. */
const belowOf = (grid: Grid, bottom: number) =>
  keptFor(({ column }: HeadColumn) => {
    const texts = rowsBelow(bottom).flatMap(row => cellAt(grid.row(row), column)?.text.trim() ?? []);
    return { ticks: texts.some(text => TICK.test(text)), others: texts.some(text => !TICK.test(text)) };
  });

/** Whether columns hold ticks and nothing else, but for words in the first: 已建 | 在建 | 未建. */
const areTicked = (below: ReturnType<typeof belowOf>, [first, ...rest]: readonly HeadColumn[]): boolean =>
  rest.every(column => !below(column).others) && [first, ...rest].some(column => column && below(column).ticks);

/** Columns side by side that are each one possible answer, from left to right. */
const choicesIn = (columns: readonly HeadColumn[], areTicks: (columns: readonly HeadColumn[]) => boolean) => {
  const groups: HeadColumn[][] = [];
  const isGroup = (group: readonly HeadColumn[]): boolean =>
    areChoices(group.map(({ text }) => text)) || (group.every(({ role }) => role === undefined) && areTicks(group));
  for (let at = 0; at < columns.length; ) {
    let end = Math.min(columns.length, at + 5);
    while (end > at + 1 && !isGroup(columns.slice(at, end))) end--;
    if (end > at + 1) groups.push(columns.slice(at, end));
    at = end > at + 1 ? end : at + 1;
  }
  return groups;
};

const sourcesOf = (
  columns: readonly HeadColumn[],
  groups: ReadonlyMap<number, string | undefined>,
  areTicks: (columns: readonly HeadColumn[]) => boolean,
): readonly AnswerSource[] => {
  const choices = choicesIn(columns, areTicks);
  const chosen = new Set(choices.flat());
  const plain = columns.filter(column => column.role === 'answer' && !chosen.has(column));
  return [
    ...plain.map((column): AnswerSource => ({ kind: 'column', text: column.text, columns: [column] })),
    ...choices.map((group): AnswerSource => {
      const texts = group.map(({ text }) => text).join('/');
      const over = groups.get(group[0]?.column ?? 0);
      return { kind: 'choice', text: over === undefined ? texts : `${over} ${texts}`, columns: group };
    }),
  ];
};

/** The row that says what stands below the parts of a cell over several columns, merged or not. */
const lowerRow = (grid: Grid, row: Row, next: Row | undefined): Row | undefined => {
  if (next === undefined || next.row !== row.row + 1 || next.cells.length < 2 || !next.cells.every(isHeading))
    return undefined;
  const isMerged = ({ column }: Cell): boolean =>
    row.cells.some(cell => {
      const { left, right } = grid.range(row.row, cell.column);
      return right > left && left <= column && column <= right;
    });
  const [first] = next.cells;
  const isUnmerged =
    areChoices(next.cells.map(({ text }) => text)) && first !== undefined && cellAt(row, first.column) !== undefined;
  return next.cells.every(isMerged) || isUnmerged ? next : undefined;
};

const WORDED: ReadonlySet<Role | undefined> = new Set<Role>([
  'answer',
  'label',
  'number',
  'points',
  'standard',
  'example',
]);

const isLabel = ({ role }: HeadColumn): boolean => role === 'label' || role === 'number';

/** Columns as far as the next labels behind an answer: 项目 | 填写内容 | 项目 | 填写内容 are two. */
const partsOf = (columns: readonly HeadColumn[], sources: readonly AnswerSource[]) => {
  const answers = new Set(sources.flatMap(source => source.columns));
  const parts: HeadColumn[][] = [[]];
  for (const column of columns) {
    const begins = isLabel(column) && (parts.at(-1) ?? []).some(before => answers.has(before));
    if (begins) parts.push([column]);
    else parts.at(-1)?.push(column);
  }
  const whole = parts.every(part => part.some(isLabel) && part.some(column => answers.has(column)));
  return whole ? parts : [columns];
};

/** 项目 | 内容: where nothing else could answer, it is what stands behind the labels. */
const withAnswers = (columns: readonly HeadColumn[]): readonly HeadColumn[] =>
  columns.some(({ role }) => role === 'answer' || role === undefined)
    ? columns
    : columns.map((column, index) =>
        column.text === '内容' && columns[index - 1]?.role === 'label' ? { ...column, role: 'answer' } : column,
      );

/** 项目 | 具体内容 | 自查情况: where the next column answers too, one below whose head facts are named is a column of labels. */
const withLabels = (
  columns: readonly HeadColumn[],
  grid: Grid,
  headings: Headings,
  below: number,
): readonly HeadColumn[] => {
  /** Whether most of what stands below a head names facts, by itself or beside the label of its group. */
  const namesFacts = (column: number, at: number): boolean => {
    const group = columns.slice(0, at).findLast(({ role }) => role === 'label')?.column;
    const cells = rowsBelow(below).flatMap(row => {
      const cell = cellAt(grid.row(row), column);
      if (cell === undefined) return [];
      const over = group === undefined ? undefined : groupAt(grid, row, group)?.cell.text;
      return [headings.fact(cell.text, over) !== undefined];
    });
    return cells.filter(Boolean).length * 2 > cells.length;
  };
  const isAsking = ({ role }: HeadColumn): boolean => role === 'answer' || role === 'label';
  const isNaming = ({ column, role }: HeadColumn, at: number): boolean =>
    role === 'answer' && columns.slice(at + 1).find(isAsking)?.role === 'answer' && namesFacts(column, at);
  return columns.map((column, at) => (isNaming(column, at) ? { ...column, role: 'label' } : column));
};

/** The heads that stand at a row, if it is one that tells columns apart and names no fact. */
const headsAt = (grid: Grid, row: Row, next: Row | undefined, headings: Headings): readonly FormHead[] => {
  if (row.cells.length < 2 || !row.cells.every(isHeading)) return [];
  const lower = lowerRow(grid, row, next);
  const below = lower?.cells ?? [];
  const groups = new Map(below.map(({ column }) => [column, lastUpTo(row, column)?.text.trim()]));
  const own = row.cells.filter(cell => {
    const { left } = grid.range(row.row, cell.column);
    return lower === undefined || cellAt(lower, left) === undefined;
  });
  const heads = [...own, ...below]
    .sort((a, b) => a.column - b.column)
    .map(({ column, text }): HeadColumn => ({ column, text: text.trim(), role: roleOf(text) }));
  const told = withAnswers(withoutYears(heads));
  const bottom = lower?.row ?? row.row;
  const columns = withLabels(told, grid, headings, bottom);
  const stands = belowOf(grid, bottom);
  const sources = sourcesOf(columns, groups, ticked => areTicked(stands, ticked));
  const known =
    columns.filter(({ role }) => role !== undefined).length + sources.filter(({ kind }) => kind === 'choice').length;
  const facts = told.filter(
    ({ text, role }, at) =>
      headings.fact(text) !== undefined &&
      (namedBy([told[at + 1]?.text ?? '']) === '名称' || (role !== 'label' && plainRole(text) === undefined)),
  );
  const worded = sources.length > 0 || columns.some(({ role }) => WORDED.has(role));
  if (known < 2 || !worded || facts.length > 0 || !(columns.some(isLabel) || sources.length > 0)) return [];
  return partsOf(columns, sources).map(
    (part, index): FormHead => ({
      top: row.row,
      bottom,
      left: index === 0 ? 1 : (part[0]?.column ?? 1),
      columns: part,
      sources: sources.filter(source => source.columns.every(column => part.includes(column))),
    }),
  );
};

/** Whether a row answers under a head what it names: 名称 | 必填 | 青石坳镇便民服务中心 is no head, nor is 挂牌名称 | 见照片. */
const isAnswered = ({ columns, sources }: FormHead, row: Row, headings: Headings, own: readonly FormHead[]): boolean =>
  columns.some(column => isLabel(column) && headings.fact(cellAt(row, column.column)?.text ?? '') !== undefined) &&
  sources.some(source =>
    source.columns.some(({ column }) => {
      const cell = cellAt(row, column);
      return cell !== undefined && (roleOf(cell.text) === undefined || own.every(head => head.sources.length === 0));
    }),
  );

/** The heads of a form, from the top down; each holds for what is below it, as far as the next. */
export const formHeads = (grid: Grid, headings: Headings): readonly FormHead[] => {
  const heads: FormHead[] = [];
  grid.rows.forEach((row, index) => {
    const last = heads.at(-1);
    if (last !== undefined && row.row <= last.bottom) return;
    const own = headsAt(grid, row, grid.rows[index + 1], headings);
    if (last === undefined || !isAnswered(last, row, headings, own)) append(heads, own);
  });
  return heads;
};
