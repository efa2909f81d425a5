import { bookMark } from '../../model/base/own-book.ts';
import {
  BUREAU_LINE,
  CARD_COLUMNS,
  type CardKey,
  EFFECTS,
  GRADE_LINE,
  HEAD_LINES,
  REST_LINE,
  SHEETS,
  VETO_LINE,
} from '../../model/scoring/card-sheet.ts';
import { bookBytes } from '../../sheets/write/book.ts';
import { type Grid, makeGrid } from '../../sheets/write/grid.ts';
import type { Look } from '../../sheets/write/look.ts';
import type { SheetSetting } from '../../sheets/write/sheet.ts';
import { guideLines } from './guide.ts';
import { LOOKS } from './looks.ts';

/** A line of the sheet: the title of a part, an item, or more of the item above. */
export interface CardBookLine {
  readonly kind: 'section' | 'item' | 'more' | 'sample';
  readonly cells: Readonly<Partial<Record<CardKey, string>>>;
}

/** A line of 总则: its name, what it says, and what more. */
export type HeadBookLine = readonly [name: string, text: string, more?: string];

export interface CardBook {
  readonly title: string;
  readonly head: readonly HeadBookLine[];
  readonly lines: readonly CardBookLine[];
  /** Empty lines below, to be filled in. */
  readonly blank: number;
}

const MERGED: readonly CardKey[] = ['clause', 'title', 'points', 'by'];
const CENTRED: ReadonlySet<CardKey> = new Set(['clause', 'points', 'by', 'id']);
const [TITLE_ROW, HEAD_ROW] = [1, 2];

const lookOf = (key: CardKey, kind: CardBookLine['kind']): Look => {
  if (kind === 'section') return LOOKS.section;
  if (kind === 'sample') return LOOKS.faint;
  const isOwn = CARD_COLUMNS.some(column => column.key === key && column.own);
  if (key === 'id') return LOOKS.faint;
  return isOwn ? (CENTRED.has(key) ? LOOKS.centre : LOOKS.cell) : LOOKS.input;
};

const putLine = (grid: Grid, row: number, { kind, cells }: CardBookLine): void => {
  CARD_COLUMNS.forEach(({ key, choices, title, hint }, index) => {
    const text = cells[key] ?? '';
    const isNumber = key === 'points' && /^\d+(?:\.\d+)?$/u.test(text);
    grid.put(row, index + 1, isNumber ? Number(text) : text, lookOf(key, kind));
    if (kind !== 'sample') grid.validate(row, index + 1, { title, prompt: hint, ...(choices && { choices }) });
  });
  const texts = CARD_COLUMNS.map(({ key, width }) => [cells[key] ?? '', width] as const);
  grid.fit(row, texts, 20);
};

/** Cells that an item of several lines has once. */
const mergesOf = (lines: readonly CardBookLine[], first: number) =>
  lines.flatMap(({ kind }, index) => {
    if (kind !== 'item') return [];
    const end = lines.findIndex((line, at) => at > index && line.kind !== 'more');
    const count = (end < 0 ? lines.length : end) - index;
    const keys = lines.slice(index + 1, index + count).some(({ cells }) => cells.wording)
      ? MERGED
      : ([...MERGED, 'wording'] as const);
    return count < 2
      ? []
      : keys.map(key => {
          const column = CARD_COLUMNS.findIndex(one => one.key === key) + 1;
          return { top: first + index, bottom: first + index + count - 1, left: column, right: column };
        });
  });

const cardSheet = (grid: Grid, { title, lines, blank }: CardBook): void => {
  grid.across(TITLE_ROW, 1, CARD_COLUMNS.length, title, LOOKS.title);
  grid.height(TITLE_ROW, 34);
  for (const [index, column] of CARD_COLUMNS.entries())
    grid.put(HEAD_ROW, index + 1, column.title, column.own ? LOOKS.head : LOOKS.asked);
  grid.height(HEAD_ROW, 34);
  for (const [index, line] of lines.entries()) putLine(grid, HEAD_ROW + 1 + index, line);
  for (let index = 0; index < blank; index++)
    putLine(grid, HEAD_ROW + 1 + lines.length + index, { kind: 'item', cells: {} });
  for (const range of mergesOf(lines, HEAD_ROW + 1)) grid.merge(range);
};

const HEAD_HINTS: Readonly<Record<string, { readonly hint: string; readonly choices?: readonly string[] }>> = {
  ...Object.fromEntries(
    HEAD_LINES.map(({ name, hint, choices }) => [name, { hint, ...(choices && { choices: Object.keys(choices) }) }]),
  ),
  [GRADE_LINE]: {
    hint: '一行一个等次，从高到低；右边写最低分，按名次的写 前20%、前3名，两样都要的写 90，前20%；最低一等不写。只打分、不评等次的不写',
  },
  [VETO_LINE]: {
    hint: `一行一种否决情形，按名次的写 后3名、后10%；右边写后果：${Object.values(EFFECTS).join('、')}、最高评为…、直接定为…`,
  },
  [BUREAU_LINE]: { hint: '一行一个部门：部门名称，右边写它共评多少分；工具按责任部门核对。没有规定的不写' },
  [REST_LINE]: { hint: '表格说不了的写法放在旁边的 YAML 文件里，这里写文件名；没有的不写' },
};

const headSheet = (grid: Grid, lines: readonly HeadBookLine[]): void => {
  for (const [index, title] of ['项目', '内容', '最低分或后果', '怎样填'].entries())
    grid.put(1, index + 1, title, LOOKS.head);
  lines.forEach(([name, text, more = ''], index) => {
    const row = index + 2;
    const about = HEAD_HINTS[name];
    grid.put(row, 1, name, LOOKS.section);
    grid.put(row, 2, text, LOOKS.input);
    grid.put(row, 3, more, [GRADE_LINE, VETO_LINE, BUREAU_LINE].includes(name) ? LOOKS.input : LOOKS.centre);
    grid.put(row, 4, about?.hint ?? '', LOOKS.cell);
    grid.fit(
      row,
      [
        [text, 30],
        [about?.hint ?? '', 60],
      ],
      20,
    );
    if (about?.choices) grid.validate(row, 2, { title: name, prompt: '', choices: about.choices });
  });
};

const guideSheet = (grid: Grid): void =>
  guideLines().forEach(([kind, text], index) => {
    grid.put(index + 1, 1, text, LOOKS[kind]);
    grid.fit(index + 1, [[text, 110]], kind === 'heading' ? 26 : 18);
  });

/** A scorecard in Excel: its rows, its head, and how to fill it in. */
export const cardBytes = (book: CardBook): Uint8Array =>
  bookBytes({ creator: 'duibiao', subject: bookMark('scorecard'), footer: '&C第 &P 页　共 &N 页' }, writer => {
    const put = (setting: SheetSetting, fill: (grid: Grid) => void): void => {
      const grid = makeGrid();
      fill(grid);
      grid.write(writer, setting);
    };
    put(
      {
        name: SHEETS.card,
        widths: CARD_COLUMNS.map(({ width }) => width),
        frozen: { rows: HEAD_ROW, columns: 2 },
        orientation: 'landscape',
        titles: { rows: [HEAD_ROW, HEAD_ROW] },
      },
      grid => cardSheet(grid, book),
    );
    put({ name: SHEETS.head, widths: [18, 34, 18, 62], orientation: 'portrait' }, grid => headSheet(grid, book.head));
    put({ name: SHEETS.guide, widths: [112], orientation: 'portrait' }, guideSheet);
  });
