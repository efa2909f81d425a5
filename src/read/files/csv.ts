import type { Problem } from '../../model/base/problem.ts';
import type { MapNode } from '../../model/base/source.ts';
import { NOTHING_BESIDE } from '../../sheets/read/beside.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import { refuse } from '../../sheets/read/refusal.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { readCenters } from '../layouts/centers.ts';
import type { CenterStream, GridSheet, PassedOver } from '../layouts/grid.ts';
import { type Headings, headingsOf } from '../layouts/headings.ts';
import { collect } from '../layouts/workbook.ts';
import type { Dictionary } from '../profile/names.ts';
import { guarded } from '../refused-file.ts';
import type { DocumentReader } from './open.ts';
import { decodeText } from './text.ts';

const BATCH = 200;
const MAX_RECORD = 4_000_000;
/** As many columns as a workbook has. */
const MAX_FIELDS = 16_384;

const MARKS = [',', '\t', ';', '|', '，', '；'] as const;
const LINES_LOOKED_AT = 12;
const SEP_LINE = /^sep=(.)\r?\n/iu;

/** The fields of the first lines, as one mark would part them; what stands in quotation marks is one field. */
const fieldsBy = (text: string, mark: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const close = (): void => {
    rows.at(-1)?.push(field);
    field = '';
  };
  for (const sign of text.slice(0, 20_000)) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === mark) close();
    else if (!quoted && sign === '\n') {
      close();
      if (rows.length >= LINES_LOOKED_AT) return rows;
      rows.push([]);
    } else field += sign;
  }
  close();
  return rows;
};

interface Usual {
  readonly width: number;
  /** Whether a row below the first of that width ends in a word. */
  readonly inWords: boolean;
}

/** What most of the first lines are like, or the first of those that come as often; a title by itself tells nothing. */
const usualOf = (rows: readonly (readonly string[])[]): Usual => {
  const widths = rows.map(row => row.length).filter(width => width > 1);
  const times = (width: number): number => widths.filter(other => other === width).length;
  const width = widths.reduce((usual, one) => (times(one) > times(usual) ? one : usual), widths[0] ?? MAX_FIELDS);
  const alike = rows.filter(row => row.length === width).slice(1);
  return { width, inWords: alike.some(row => /\p{L}/u.test(row.at(-1) ?? '')) };
};

/** The mark between values: the one by which most headings are known, then the one that most lines agree on. */
const delimiterOf = (text: string, { fact }: Headings): string => {
  const weigh = (mark: string): number => {
    const rows = fieldsBy(text, mark).filter(row => row.some(field => field.trim() !== ''));
    const known = rows.map(row => row.filter(field => fact(field.trim()) !== undefined).length);
    const widest = Math.max(...rows.map(row => row.length), 1);
    const agreed = widest === 1 ? 0 : rows.filter(row => row.length === widest).length / rows.length;
    return Math.max(...known, 0) + agreed / 2;
  };
  return MARKS.map(mark => ({ mark, weight: weigh(mark) })).reduce((best, next) =>
    next.weight > best.weight ? next : best,
  ).mark;
};

const GUARD = /^="((?:[^"]|"")*)"$/u;
const APOSTROPHE = /^['\u2018\u2019](?=[\d+\-=@.])/u;

/** A field without what exporting systems put around numbers to keep them from being changed: ="0012", '12, a tab. */
const unguarded = (field: string): string =>
  field.trim().replace(GUARD, '$1').replaceAll('""', '"').replace(APOSTROPHE, '');

const FIGURES = /^\s*\d{1,3}\s*$/u;

/**
 * From where on the cells of a row that is wider than the others may be parts of a number with a comma: 200,5. A word behind a row
 * whose likes end in numbers is a remark, and has pushed nothing aside.
 */
const splitFrom = (fields: readonly string[], { width, inWords }: Usual): number => {
  const last = fields.findLastIndex(field => field.trim() !== '');
  const mayBe = last >= width && (inWords || /^[\s\d.,%]+$/u.test(fields[last] ?? ''));
  const at = mayBe ? fields.findIndex((field, at) => FIGURES.test(field) && FIGURES.test(fields[at + 1] ?? '')) : -1;
  return at < 0 ? fields.length : at;
};

const toRow = (fields: readonly string[], row: number, split: number): Row | undefined => {
  const cells = fields.flatMap((field, index): readonly Cell[] => {
    const text = /^[=\s'\u2018\u2019]/u.test(field) ? unguarded(field) : field;
    const fault = index >= split && FIGURES.test(text) && { fault: 'cell-split' as const };
    return text.trim() === '' ? [] : [{ column: index + 1, text, value: text, ...fault }];
  });
  return cells.length === 0 ? undefined : { row, hidden: false, cells };
};

/** A guard with a comma inside would be cut in two: ="1,200" is quoted as a field is. */
const guardsQuoted = (text: string): string =>
  text.includes('="') ? text.replaceAll(/(^|[,;\t|\n])=("(?:[^"]|"")*")(?=[,;\t|\r\n]|$)/gu, '$1$2') : text;

/** Rows by the physical line on which each begins. */
async function* readRows(content: string, headings: Headings): AsyncGenerator<readonly Row[]> {
  const { parse } = await import('csv-parse');
  const [told = '', mark] = SEP_LINE.exec(content) ?? [];
  const text = guardsQuoted(content.slice(told.length));
  const delimiter = mark ?? delimiterOf(text, headings);
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD,
  });
  parser.end(text);
  let line = mark === undefined ? 1 : 2;
  const usual = usualOf(delimiter === ',' ? fieldsBy(text, delimiter) : []);
  let rows: Row[] = [];
  for await (const fields of parser as AsyncIterable<readonly string[]>) {
    if (fields.length > MAX_FIELDS) refuse('too-wide');
    const row = toRow(fields, line, splitFrom(fields, usual));
    line += 1 + fields.reduce((breaks, field) => breaks + (field.match(/\r\n|\r|\n/gu)?.length ?? 0), 0);
    if (row !== undefined) rows.push(row);
    if (rows.length < BATCH) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

/** A text of separated values as a sheet. Columns are told by the number of the field. */
export const gridOf = (file: string, text: string, headings: Headings): GridSheet => ({
  name: '',
  hidden: false,
  merges: async () => [],
  rows: () => readRows(text, headings),
  locate: (line, column) => ({ file, line, column }),
  beside: () => NOTHING_BESIDE,
});

export const streamCsv = (
  file: string,
  bytes: Uint8Array,
  dictionary: Dictionary,
  passed: PassedOver[] = [],
): CenterStream => {
  const decoded = decodeText(file, bytes);
  const problems: Problem[] = decoded.ok ? [...decoded.warnings] : [...decoded.problems];
  async function* centers(): AsyncGenerator<MapNode> {
    if (!decoded.ok) return;
    const headings = headingsOf(dictionary);
    const sheet = gridOf(file, decoded.value, headings);
    yield* readCenters({ dictionary, headings, problems, passed }, [sheet]);
  }
  return { centers: guarded(file, centers(), problems), problems };
};

export const readCsv: DocumentReader = (file, bytes, dictionary, passed) =>
  collect(file, streamCsv(file, bytes, dictionary, passed));
