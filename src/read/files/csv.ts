import type { Options } from 'csv-parse';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { readCenters } from '../layouts/centers.ts';
import type { GridSheet } from '../layouts/grid.ts';
import { headingsOf } from '../layouts/headings.ts';
import { type CenterStream, collect } from '../layouts/workbook.ts';
import type { MapNode } from '../source.ts';
import { decodeText } from './bytes.ts';
import type { Dictionary, DocumentReader } from './documents.ts';

const BATCH = 200;
const MAX_RECORD = 4_000_000;

/** The mark between values: tabs, semicolons or commas, whichever the first lines have most of. */
const delimiterOf = (text: string): string => {
  const start = text.slice(0, 4_000);
  const count = (mark: string): number => start.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
};

const toRow = (fields: readonly string[], row: number): Row | undefined => {
  const cells = fields.flatMap((text, index): readonly Cell[] =>
    text.trim() === '' ? [] : [{ column: index + 1, text, value: text }],
  );
  return cells.length === 0 ? undefined : { row, hidden: false, cells };
};

/** Rows by the physical line on which each begins. */
async function* readRows(text: string): AsyncGenerator<readonly Row[]> {
  const { parse } = await import('csv-parse');
  const options: Options = {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD,
  };
  const parser = parse(options);
  parser.end(text);
  let line = 1;
  let rows: Row[] = [];
  for await (const fields of parser as AsyncIterable<readonly string[]>) {
    const row = toRow(fields, line);
    line += 1 + fields.reduce((breaks, field) => breaks + (field.match(/\r\n|\r|\n/gu)?.length ?? 0), 0);
    if (row !== undefined) rows.push(row);
    if (rows.length < BATCH) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

const isCsvError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

/** A text of separated values as a sheet. Columns are told by the number of the field. */
export const gridOf = (file: string, text: string): GridSheet => ({
  name: '',
  hidden: false,
  merges: async () => [],
  rows: () => readRows(text),
  locate: (line, column) => ({ file, line, column }),
});

/** Reads the centres of a file of separated values. */
export const streamCsv = (file: string, bytes: Uint8Array, dictionary: Dictionary): CenterStream => {
  const decoded = decodeText(file, bytes);
  const problems: Problem[] = decoded.ok ? [...decoded.warnings] : [...decoded.problems];
  async function* centers(): AsyncGenerator<MapNode> {
    if (!decoded.ok) return;
    try {
      yield* readCenters({ dictionary, headings: headingsOf(dictionary), problems }, [gridOf(file, decoded.value)]);
    } catch (error) {
      if (!isCsvError(error)) throw error;
      problems.push(problem('syntax', { file, line: 1, column: 1 }, { detail: error.message }));
    }
  }
  return { centers: centers(), problems };
};

export const readCsv: DocumentReader = (file, bytes, dictionary) => collect(file, streamCsv(file, bytes, dictionary));
