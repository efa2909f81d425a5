import type { Location } from '../../model/base/location.ts';
import { markedBook } from '../../model/base/own-book.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import { cellName } from '../../sheets/address.ts';
import { type Beside, NOTHING_BESIDE } from '../../sheets/read/beside.ts';
import { Refusal } from '../../sheets/read/refusal.ts';
import { openZip, type Zip } from '../../sheets/read/zip.ts';
import { isPacked, kindOf } from '../document/kind.ts';
import { type WordTable, wordTables } from '../document/tables.ts';
import { commentTexts, partOf } from '../document/word.ts';
import type { DocumentReader } from '../files/documents.ts';
import type { MapNode } from '../source.ts';
import { readCenters } from './centers.ts';
import type { GridSheet } from './grid.ts';
import { headingsOf } from './headings.ts';
import { collect, guarded } from './workbook.ts';

/** A table by its number in the document; a paragraph by its own. */
const locatorOf =
  (file: string, sheet: string, { before, last }: WordTable) =>
  (row: number, column: number): Location => {
    if (row > 0 && row <= last) return { file, sheet, cell: cellName(row, column) };
    return { file, line: row > last && last > 0 ? before + row - last : before + row, column: 1 };
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

const SUBJECT = /<dc:subject>([^<]*)<\/dc:subject>/u;

/** Which document of the tool's own a package is, by its properties. */
const markOf = (zip: Zip) => {
  const [, subject = ''] = SUBJECT.exec(Buffer.from(partOf(zip, 'docprops/core.xml') ?? []).toString('utf8')) ?? [];
  return markedBook(subject);
};

/** The tables of a Word document as sheets; undefined of what is none that can be read. */
const sheetsOf = (file: string, bytes: Uint8Array): readonly GridSheet[] | 'own' | undefined => {
  if (!isPacked(bytes)) return undefined;
  try {
    const zip = openZip(bytes);
    const main = partOf(zip, 'word/document.xml');
    if (main === undefined) return undefined;
    if (markOf(zip) !== undefined) return 'own';
    const comments = partOf(zip, 'word/comments.xml');
    const texts = comments === undefined ? new Map<string, string>() : commentTexts(comments);
    return wordTables(main).map((table, at) => sheetOf(file, table, at, texts));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
};

/** Reads the centres of a Word document whose tables are forms, lists or rows of centres. */
export const readWordForm: DocumentReader = (file, bytes, dictionary, passed = []) => {
  const problems: Problem[] = [];
  const start: Location = { file, line: 1, column: 1 };
  async function* centers(): AsyncGenerator<MapNode> {
    const sheets = sheetsOf(file, bytes);
    if (sheets === 'own') problems.push(problem('own-book', start, { kind: 'document', center: '' }));
    else if (sheets === undefined) problems.push(problem('form-format', start, { found: kindOf(bytes) ?? 'damaged' }));
    else yield* readCenters({ dictionary, headings: headingsOf(dictionary), problems, passed }, sheets);
  }
  return collect(file, { centers: guarded(file, centers(), problems), problems });
};
