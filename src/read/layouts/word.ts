import type { Location } from '../../model/base/location.ts';
import { markedBook } from '../../model/base/own-book.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import type { MapNode } from '../../model/base/source.ts';
import { cellName } from '../../sheets/address.ts';
import { type Beside, NOTHING_BESIDE } from '../../sheets/read/beside.ts';
import { propertyIn } from '../../sheets/read/open.ts';
import { type WordTable, wordTables } from '../document/tables.ts';
import { commentTexts, type OfWord, ofWord } from '../document/word.ts';
import type { DocumentReader } from '../files/open.ts';
import { guarded } from '../refused-file.ts';
import { readCenters } from './centers.ts';
import type { GridSheet } from './grid.ts';
import { headingsOf } from './headings.ts';
import { collect } from './workbook.ts';

/** A table by its number in the document; a paragraph by its own. */
const locatorOf =
  (file: string, sheet: string, { before, last }: WordTable) =>
  (row: number, column: number): Location => {
    if (row > 0 && row <= last) return { file, sheet, cell: cellName(row, column) };
    return { file, line: before + (row > 0 ? row - last : row), column: 1 };
  };

const sheetOf = (file: string, table: WordTable, at: number, comments: ReadonlyMap<string, string>): GridSheet => {
  const name = `表${at + 1}`;
  const beside = (): Beside => ({
    ...NOTHING_BESIDE,
    comments: table.comments.flatMap(({ row, column, id }) => {
      const text = comments.get(id);
      return text === undefined ? [] : [{ cell: cellName(row, column), text }];
    }),
  });
  return {
    name,
    hidden: false,
    merges: async () => table.merges,
    rows: async function* () {
      yield table.rows;
    },
    locate: locatorOf(file, name, table),
    beside,
  };
};

const sheetsOf = (file: string, bytes: Uint8Array): OfWord<readonly GridSheet[] | 'own'> =>
  ofWord(bytes, (main, partOf) => {
    if (markedBook(propertyIn(partOf('docprops/core.xml'), 'subject') ?? '') !== undefined) return 'own';
    const texts = commentTexts(partOf('word/comments.xml'));
    return wordTables(main).map((table, at) => sheetOf(file, table, at, texts));
  });

/** Reads the centres of a Word document whose tables are forms, lists or rows of centres. */
export const readWordForm: DocumentReader = (file, bytes, dictionary, passed = []) => {
  const problems: Problem[] = [];
  async function* centers(): AsyncGenerator<MapNode> {
    const sheets = sheetsOf(file, bytes);
    if ('refused' in sheets) problems.push(problem('form-format', file, { found: sheets.refused }));
    else if (sheets.read === 'own') problems.push(problem('own-book', file, { kind: 'document', center: '' }));
    else yield* readCenters({ dictionary, headings: headingsOf(dictionary), problems, passed }, sheets.read);
  }
  return collect(file, { centers: guarded(file, centers(), problems), problems });
};
