import type { Bilingual, Lang } from '../../../model/base/text.ts';
import type { Decimal } from '../../../model/base/value.ts';
import type { Audit } from '../../../model/finding/audit.ts';
import type { Account, Figure } from '../../../model/scoring/points.ts';
import type { Item, Scorecard } from '../../../model/scoring/scorecard.ts';
import type { CellValue } from '../../../sheets/write/cell.ts';
import type { Grid } from '../../../sheets/write/grid.ts';
import { LOOKS, type LookName } from '../style.ts';

/** The lowest and the highest that is possible; the same once all is known. */
export type Side = 'low' | 'high';

export const SIDES: readonly Side[] = ['low', 'high'];

export type Ends<T> = Readonly<Record<Side, T>>;

/** The same of both sides. */
export const ends = <T>(of: (side: Side) => T): Ends<T> => ({ low: of('low'), high: of('high') });

interface Column {
  readonly letter: string;
  readonly head: Bilingual;
  readonly width: number;
}

const column = (letter: string, zh: string, en: string, width: number): Column => ({
  letter,
  head: { zh, en },
  width,
});

/** From left to right. Of a count, an amount and points each side has its own. */
export const COLUMNS = {
  clause: column('A', '条款', 'Clause', 8),
  title: column('B', '评分项', 'Row', 20),
  found: column('C', '查明情况', 'Found', 32),
  countLow: column('D', '数量', 'Count', 8),
  countHigh: column('E', '数量\n（最好时）', 'Count\n(at best)', 9),
  price: column('F', '每次\n分值', 'Each', 7),
  most: column('G', '至多', 'At most', 6),
  amountLow: column('H', '起分及\n增减', 'From,\nplus, less', 8),
  amountHigh: column('I', '起分及增减\n（最好时）', 'The same\n(at best)', 10),
  floor: column('J', '不低于', 'Floor', 7),
  cap: column('K', '不高于', 'Cap', 7),
  pointsLow: column('L', '得分', 'Low', 8),
  pointsHigh: column('M', '可达', 'High', 8),
  max: column('N', '满分', 'Max', 7),
  bureau: column('O', '评分单位', 'Bureau', 11),
  remark: column('P', '说明', 'Remark', 26),
} as const;

export type ColumnName = keyof typeof COLUMNS;

export const WIDTHS = Object.values(COLUMNS).map(({ width }) => width);
export const LAST = WIDTHS.length;

const SIDED = {
  count: { low: 'countLow', high: 'countHigh' },
  amount: { low: 'amountLow', high: 'amountHigh' },
  points: { low: 'pointsLow', high: 'pointsHigh' },
} as const;

export const sided = (name: keyof typeof SIDED, side: Side): ColumnName => SIDED[name][side];

/** What the lines of one scorecard are written on. */
export interface Ledger {
  readonly sheet: Grid;
  readonly audit: Audit;
  readonly scorecard: Scorecard;
  readonly lang: Lang;
  /** Puts a row, for rows that stand within another. */
  readonly putItem: PutItem;
}

export type Accounts = Ends<Account | undefined>;

/** Puts a row with its account on the lines below it, and answers with the line after them. */
export type PutItem = (ledger: Ledger, row: number, item: Item, accounts: Accounts, depth?: number) => number;

export const ref = (name: ColumnName, row: number): string => `${COLUMNS[name].letter}${row}`;

export const span = (name: ColumnName, from: number, to: number): string => `${ref(name, from)}:${ref(name, to)}`;

const NAMES = Object.keys(COLUMNS) as readonly ColumnName[];

export const numberOf = (name: ColumnName): number => NAMES.indexOf(name) + 1;

const ratio = (figure: string): number => {
  const [part = '0', whole = '1'] = figure.split('/');
  return Number(part) / Number(whole);
};

/** What stands in a cell: a formula with what it comes to, or a plain amount where there is none. */
export interface Reckoned {
  readonly formula?: string | undefined;
  readonly amount: Decimal;
}

/** A line of the sheet, with its borders drawn before anything stands in it; its texts have its own look. */
export const makeLine = ({ sheet }: Pick<Ledger, 'sheet'>, row: number, own: LookName) => {
  const texts = new Map<ColumnName, string>();
  const put = (name: ColumnName, value: CellValue, look: LookName): void =>
    sheet.put(row, numberOf(name), value, LOOKS[look]);
  for (const name of NAMES) put(name, undefined, own);
  return {
    at: (name: ColumnName): string => ref(name, row),
    text: (name: ColumnName, text: string): void => {
      texts.set(name, text);
      put(name, text, own);
    },
    /** A figure as a number, or as the fraction that it is. */
    figure: (name: ColumnName, figure: Figure, look: LookName): void => {
      if (figure === null) put(name, undefined, look);
      else put(name, figure.includes('/') ? { formula: figure, result: ratio(figure) } : Number(figure), look);
    },
    amount: (name: ColumnName, { formula, amount }: Reckoned, look: LookName): void => {
      const result = Number(amount);
      put(name, formula === undefined ? result : { formula, result }, look);
    },
    /** The same as another cell, and empty as long as that is. */
    copy: (name: ColumnName, of: string): void =>
      put(name, { formula: `IF(${of}="","",${of})`, result: '' }, 'derived'),
    /** Makes the line high enough for the texts in these columns. */
    fit: (...names: readonly ColumnName[]): void => {
      const fitted = names.map(name => [texts.get(name) ?? '', COLUMNS[name].width] as const);
      sheet.fit(row, fitted);
    },
  };
};

export type Line = ReturnType<typeof makeLine>;

/** An amount on each side; of two that no formula gives, the second follows the first as long as they are the same. */
export const putSides = (
  line: Line,
  name: keyof typeof SIDED,
  amounts: Ends<Reckoned | undefined>,
  look: LookName = 'number',
): void => {
  const { low } = amounts;
  for (const side of SIDES) {
    const own = amounts[side];
    if (own === undefined) continue;
    const [cell, { formula, amount }] = [sided(name, side), own];
    const follows = side === 'high' && low?.formula === undefined && low?.amount === amount;
    if (formula !== undefined) line.amount(cell, own, look);
    else if (follows) line.amount(cell, { formula: line.at(sided(name, 'low')), amount }, 'derived');
    else line.amount(cell, own, 'input');
  }
};

/** Whether it is so, as a count of each side. */
export const putFlags = (line: Line, isSo: (side: Side) => boolean | undefined): void => {
  const counts = ends(side => {
    const flag = isSo(side);
    return flag === undefined ? undefined : { amount: flag ? '1' : '0' };
  });
  putSides(line, 'count', counts);
};

/** Binary arithmetic adds what no amount of points has. */
export const clean = (expression: string): string => `ROUND(${expression},6)`;

export const roundedAs = (expression: string, { places, rounding }: Scorecard): string =>
  `${rounding === 'down' ? 'ROUNDDOWN' : 'ROUND'}(ROUND(${expression},9),${places})`;

interface Bounds {
  readonly floor: string | null;
  readonly cap: string | null;
}

export const held = (expression: string, { floor, cap }: Bounds): string => {
  const capped = cap === null ? expression : `MIN(${cap},${expression})`;
  return floor === null ? capped : `MAX(${floor},${capped})`;
};

/** Held between a floor and a cap, each in its cell. */
export const heldIn = (expression: string, row: number, { floor, cap }: Bounds): string =>
  held(expression, { floor: floor && ref('floor', row), cap: cap && ref('cap', row) });
