import { groupByEach } from '../model/base/group.ts';
import { isCell } from '../model/base/location.ts';
import type { Problem } from '../model/base/problem.ts';
import type { Lang } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import { editSheet, legacyDrawingOf } from '../sheets/edit/cells.ts';
import { editComments, editDrawing, type Notes } from '../sheets/edit/notes.ts';
import {
  addSheet,
  declareEnding,
  declareType,
  freePath,
  openPackage,
  type Package,
  readPart,
  relate,
  relatedPart,
  type SheetPart,
  signPackage,
  writePart,
} from '../sheets/edit/package.ts';
import { LEAST_STYLES, openStyles, type StyleSheet } from '../sheets/edit/styles.ts';
import type { Parts } from '../sheets/read/parts.ts';
import { unlessRefused } from '../sheets/read/refusal.ts';
import { packZip } from '../sheets/write/zip.ts';
import type { Telling } from '../tell/audit/subject.ts';
import { MARK_FILLS, noteText, OPINION_SHEET, type Opinion, opinionSheet, opinionsOf } from './annotated/opinion.ts';
import type { Report } from './index.ts';

const MOST_AT_A_CELL = 4;

const byCell = (opinions: readonly Opinion[], sheet: string): ReadonlyMap<string, readonly Opinion[]> =>
  groupByEach(opinions, ({ places }) =>
    places.flatMap(place => (isCell(place) && place.sheet === sheet ? [place.cell] : [])),
  );

/** In whose name notes stand; in a later round they are known by it. */
const AUTHOR = '对标审核';

const notesOf = (cells: ReadonlyMap<string, readonly Opinion[]>, lang: Lang): Notes => ({
  author: AUTHOR,
  at: new Map(
    [...cells].map(([cell, opinions]) => [
      cell,
      opinions
        .slice(0, MOST_AT_A_CELL)
        .map(opinion => noteText(opinion, lang))
        .join('\n\n') + (opinions.length > MOST_AT_A_CELL ? '\n……' : ''),
    ]),
  ),
});

const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Writes the notes of a sheet; gives the relation to a drawing that the sheet has to take up. */
const writeNotes = (book: Package, { path }: SheetPart, notes: Notes): string | undefined => {
  const known = relatedPart(book, path, 'comments');
  if (known === undefined && notes.at.size === 0) return undefined;
  const comments = known ?? freePath(book, number => `xl/comments${number}.xml`);
  const edited = editComments(known === undefined ? undefined : readPart(book, known), notes);
  writePart(book, comments, edited.comments);
  const drawn = legacyDrawingOf(readPart(book, path)) === undefined ? undefined : relatedPart(book, path, 'vmlDrawing');
  const drawing = drawn ?? freePath(book, number => `xl/drawings/vmlDrawing${number}.vml`);
  writePart(book, drawing, editDrawing(drawn === undefined ? undefined : readPart(book, drawn), edited, notes));
  if (known === undefined) {
    declareType(book, comments, COMMENTS);
    relate(book, path, 'comments', comments);
  }
  if (drawn !== undefined) return undefined;
  declareEnding(book, 'vml', DRAWING);
  return relate(book, path, 'vmlDrawing', drawing);
};

const markSheet = (
  book: Package,
  sheet: SheetPart,
  opinions: readonly Opinion[],
  styles: StyleSheet,
  lang: Lang,
): void => {
  const cells = byCell(opinions, sheet.name);
  const legacyDrawing = writeNotes(book, sheet, notesOf(cells, lang));
  const edited = editSheet(readPart(book, sheet.path), {
    wanted: [...cells.keys()],
    legacyDrawing,
    restyle: (reference, style) => {
      const said = cells.get(reference);
      if (said === undefined) return styles.restored(style);
      const worst = (['unread', 'fail'] as const).find(kind => said.some(({ outcome }) => outcome === kind));
      return styles.filled(style, MARK_FILLS[worst ?? 'unknown']);
    },
    isOwnLink: location => location.includes(OPINION_SHEET),
    linkOf: reference => {
      const [first] = cells.get(reference) ?? [];
      return first && `'${OPINION_SHEET}'!A${first.row}`;
    },
  });
  writePart(book, sheet.path, edited);
};

const addStyles = (book: Package): string => {
  const path = freePath(book, number => `xl/styles${number}.xml`);
  declareType(book, path, 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml');
  relate(book, book.workbook, 'styles', path);
  return path;
};

/**
 * The workbook as it was handed in, with what was found and what could not be read coloured and noted at its cells, and a
 * sheet of it all.
 */
const annotate = (
  parts: Parts,
  audits: readonly Audit[],
  problems: readonly Problem[],
  telling: Telling,
): Uint8Array => {
  const { lang, tool } = telling;
  const book = openPackage(parts);
  signPackage(book, tool.name);
  const stylesPath = relatedPart(book, book.workbook, 'styles') ?? addStyles(book);
  const styles = openStyles(readPart(book, stylesPath) || LEAST_STYLES, Object.values(MARK_FILLS));
  const opinions = opinionsOf(audits, problems, telling);
  for (const sheet of book.sheets) if (sheet.name !== OPINION_SHEET) markSheet(book, sheet, opinions, styles, lang);
  addSheet(book, OPINION_SHEET, opinionSheet(opinions, styles, lang));
  writePart(book, stylesPath, styles.text());
  return packZip(book.parts);
};

/**
 * The submitter's own workbook, with the findings, and what could not be read, written into it; nothing where there is no
 * one workbook, or one that is damaged.
 */
const annotated: Report = async function* (audits, options) {
  const { submitted, rejected = [] } = options;
  const held: Audit[] = [];
  for await (const audit of audits) held.push(audit);
  const [file, ...others] = new Set([...held.map(({ profile }) => profile.path), ...rejected.map(({ file }) => file)]);
  const parts = file === undefined || others.length > 0 ? undefined : submitted?.(file);
  const problems = [...held.flatMap(({ warnings }) => warnings), ...rejected.flatMap(({ problems }) => problems)];
  const marked = parts && unlessRefused(() => annotate(parts, held, [...new Set(problems)], options), undefined);
  if (marked !== undefined) yield marked;
};

export default annotated;
