import type { Alignment, Borders, Cell, Fill, Font, Worksheet } from 'exceljs';
import type { Outcome } from '../../model/finding/finding.ts';
import { displayWidth } from '../text/layout.ts';

export const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

const edge = { style: 'thin', color: { argb: 'FFA6B4C2' } } as const;
const BORDER: Partial<Borders> = { top: edge, left: edge, bottom: edge, right: edge };
const [SONG, HEI] = ['宋体', '黑体'];

const align = (
  horizontal: Alignment['horizontal'],
  vertical: Alignment['vertical'] = 'middle',
): Partial<Alignment> => ({
  horizontal,
  vertical,
  wrapText: true,
});

export interface Look {
  readonly font: Partial<Font>;
  readonly alignment: Partial<Alignment>;
  readonly fill?: Fill;
  readonly border?: Partial<Borders>;
}

export const LOOKS = {
  title: { font: { name: HEI, size: 18, bold: true }, alignment: align('center') },
  subtitle: { font: { name: SONG, size: 10, color: { argb: 'FF5F6B76' } }, alignment: align('center') },
  heading: { font: { name: HEI, size: 12 }, alignment: align('left') },
  head: { font: { name: HEI, size: 10.5 }, alignment: align('center'), fill: solid('FFD9E5F0'), border: BORDER },
  label: { font: { name: HEI, size: 10.5 }, alignment: align('left'), fill: solid('FFEEF3F8'), border: BORDER },
  text: { font: { name: SONG, size: 10.5 }, alignment: align('left', 'top'), border: BORDER },
  centre: { font: { name: SONG, size: 10.5 }, alignment: align('center', 'top'), border: BORDER },
  number: { font: { name: SONG, size: 10.5 }, alignment: align('right', 'top'), border: BORDER },
  total: {
    font: { name: SONG, size: 10.5, bold: true },
    alignment: align('right'),
    fill: solid('FFF4F6F8'),
    border: BORDER,
  },
  verdict: { font: { name: HEI, size: 13, bold: true }, alignment: align('left'), border: BORDER },
  input: { font: { name: SONG, size: 10.5 }, alignment: align('center'), fill: solid('FFFFFBE6'), border: BORDER },
  derived: { font: { name: SONG, size: 10.5 }, alignment: align('center'), border: BORDER },
  note: { font: { name: SONG, size: 10 }, alignment: align('left', 'top') },
  link: {
    font: { name: SONG, size: 10.5, color: { argb: 'FF1F4E79' }, underline: true },
    alignment: align('left', 'top'),
    border: BORDER,
  },
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;

/** Told by the word as well as by the colour. */
export const OUTCOME_FILLS: Readonly<Record<Outcome, string>> = {
  pass: 'FFE2F0D9',
  fail: 'FFF8D7DA',
  unknown: 'FFFFF2CC',
  'not-applicable': 'FFEDEDED',
};

export const fillWith = (cell: Cell, argb: string): void => {
  cell.fill = solid(argb);
};

const LONGEST = 32_000;
const LIKE_FORMULA = /^[=+\-@\t\r]/u;

/** Text as far as a cell holds it. */
export const cellText = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Whether editing the cell would make a formula of its text. */
export const isLikeFormula = (text: string): boolean => LIKE_FORMULA.test(text);

/** What goes into a cell is a number, or text whatever it begins with. */
export const put = (cell: Cell, value: string | number | undefined, look: LookName): Cell => {
  const { font, alignment, fill, border } = LOOKS[look] as Look;
  if (typeof value === 'number') cell.value = value;
  else if (value !== undefined && value !== '') {
    cell.value = cellText(value);
    if (isLikeFormula(value)) cell.numFmt = '@';
  }
  cell.font = font;
  cell.alignment = alignment;
  if (fill !== undefined) cell.fill = fill;
  if (border !== undefined) cell.border = border;
  return cell;
};

/** A live formula with the number that it gives. */
export const putFormula = (cell: Cell, formula: string, result: number, look: LookName): Cell => {
  put(cell, undefined, look);
  cell.value = { formula, result };
  return cell;
};

export const putAcross = (
  sheet: Worksheet,
  row: number,
  from: number,
  to: number,
  value: string,
  look: LookName,
): void => {
  for (let column = from; column <= to; column++) put(sheet.getCell(row, column), undefined, look);
  if (to > from) sheet.mergeCells(row, from, row, to);
  put(sheet.getCell(row, from), value, look);
};

export const setWidths = (sheet: Worksheet, widths: readonly number[]): void => {
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
};

const linesIn = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, width - 2))), 0);

type Fitted = readonly (readonly [text: string, width: number])[];

/** The height of a row that holds its fullest cell. */
export const heightOf = (texts: Fitted, least = 18): number => {
  const lines = Math.max(1, ...texts.map(([text, width]) => linesIn(text, width)));
  return Math.min(400, Math.max(least, lines * 14.5 + 5));
};

/** Makes a row high enough for its fullest cell. */
export const fitRow = (sheet: Worksheet, row: number, texts: Fitted, least?: number): void => {
  sheet.getRow(row).height = heightOf(texts, least);
};

/** Prints on A4, as wide as the page, with its heading on every page. */
export const setPage = (sheet: Worksheet, orientation: 'portrait' | 'landscape', headRow?: number): void => {
  sheet.pageSetup = {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(headRow !== undefined && { printTitlesRow: `${headRow}:${headRow}` }),
  };
  sheet.headerFooter = { oddFooter: '&C第 &P 页　共 &N 页' };
};
