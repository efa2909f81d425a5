/** How a cell looks: what its style says, with every colour as `FFRRGGBB`. */
export interface Look {
  readonly font: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly ink?: string;
  readonly across: 'left' | 'center' | 'right';
  readonly down: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  /** Degrees by which the text is turned. */
  readonly turned?: number;
  readonly fill?: string;
  /** The colour of thin lines on all four sides. */
  readonly edge?: string;
  /** The format of its numbers. */
  readonly format?: string;
}

/** The type of body text and of headings, as offices have them. */
export const SONG = '宋体';
export const HEI = '黑体';

/** Columns that a text takes: Chinese characters are two wide. */
export const textWidth = (text: string): number => {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) > 0xff ? 2 : 1;
  return width;
};

/** What spreadsheets leave beside a text. */
const AIR = 2;

/** Lines that a text takes in a column. */
export const linesIn = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - AIR))), 0);

/** Texts with the widths of the columns that they stand in. */
export type Fitted = readonly (readonly [text: string, width: number])[];

const LINE = 15;
const MARGIN = 5;
const HIGHEST = 400;

/** The height of a row that holds its fullest cell. */
export const heightOf = (texts: Fitted, least = 18): number => {
  const lines = Math.max(1, ...texts.map(([text, width]) => linesIn(text, width)));
  return Math.min(HIGHEST, Math.max(least, lines * LINE + MARGIN));
};
