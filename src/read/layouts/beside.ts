import type { Location } from '../../model/base/location.ts';
import { problem } from '../../model/base/problem.ts';
import { parseRange } from '../../sheets/address.ts';
import type { GridReading, GridSheet } from './grid.ts';

/** Notes of ours, in a workbook that was handed back for correction. */
const OWN_NOTE = /^【对标/u;
const MOST_TOLD = 20;

const cellOf = (location: Location): string => ('cell' in location ? location.cell : '');

/** Tells of what hangs on cells or floats over them; help that hangs on a heading is no answer. */
export const tellBeside = (reading: GridReading, sheet: GridSheet, headings: ReadonlySet<string>): void => {
  const { comments, texts, boxes } = sheet.beside();
  const answers = comments.filter(({ cell, text }) => !headings.has(cell) && !OWN_NOTE.test(text.trim()));
  for (const { cell, text } of answers.slice(0, MOST_TOLD)) {
    const { top = 1, left = 1 } = parseRange(cell) ?? {};
    reading.problems.push(problem('cell-comment', sheet.locate(top, left), { found: text.trim().slice(0, 40) }));
  }
  for (const text of texts.slice(0, MOST_TOLD))
    reading.problems.push(problem('floating-text', sheet.locate(1, 1), { found: text.slice(0, 40) }));
  if (boxes > 0) reading.problems.push(problem('floating-boxes', sheet.locate(1, 1), { count: boxes }));
};

/** The cells that the headings of entries stand in. */
export const cellsOf = (locations: readonly Location[]): ReadonlySet<string> => new Set(locations.map(cellOf));
