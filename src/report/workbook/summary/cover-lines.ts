import { inHan } from '../../../model/base/figures.ts';
import type { Lang } from '../../../model/base/text.ts';
import type { Summary } from '../../../model/result/summary.ts';
import type { Cell } from '../../../sheets/write/cell.ts';
import { heightOf, type Look } from '../../../sheets/write/look.ts';
import type { SheetWriter } from '../../../sheets/write/sheet.ts';
import { type Called, pick } from '../../../words/reader.ts';
import { frameTitle } from '../../../words/summary.ts';
import { LOOK } from './looks.ts';
import type { Part, SummaryBookOptions } from './part.ts';

/** A label and eight figures. */
export const WIDTHS = [36, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5] as const;
export const COLUMNS = WIDTHS.length;

export interface Cover {
  readonly sheet: SheetWriter;
  readonly summary: Summary;
  readonly parts: readonly Part[];
  readonly options: SummaryBookOptions;
  readonly lang: Lang;
  readonly of: Called;
  /** The number of the next heading. */
  readonly count: () => number;
}

export const widthOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** A text over the whole width. */
export const across = (
  { sheet }: Cover,
  text: string,
  look: Look,
  height = heightOf([[text, widthOf(WIDTHS)]]),
): void => {
  const cells = WIDTHS.map((_, column): Cell => [column === 0 ? text : undefined, look]);
  const row = sheet.row(cells, height);
  sheet.merge({ top: row, left: 1, bottom: row, right: COLUMNS });
};

/** A part of the cover under its number. */
export const heading = (cover: Cover, zh: string, en: string): void => {
  const number = cover.count();
  cover.sheet.row([], 8);
  across(cover, pick(cover, `${inHan(number)}、${zh}`, `${number}. ${en}`), LOOK.heading, 22);
};

/** The standard that the rows below are of, where there are several. */
export const group = (cover: Cover, part: Part): void => {
  if (cover.parts.length > 1) across(cover, frameTitle(part.summary.frame, cover.lang), LOOK.group, 20);
};

export const beside = ({ sheet }: Cover, label: string, text: string, look: Look = LOOK.label): number => {
  const columns = WIDTHS.slice(1);
  const cells = columns.map((_, column): Cell => [column === 0 ? text : undefined, LOOK.text]);
  const row = sheet.row(
    [[label, look], ...cells],
    heightOf(
      [
        [label, WIDTHS[0]],
        [text, widthOf(columns)],
      ],
      20,
    ),
  );
  sheet.merge({ top: row, left: 2, bottom: row, right: COLUMNS });
  return row;
};
