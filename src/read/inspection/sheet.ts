import type { Location } from '../../model/base/location.ts';
import { markedBook, type OwnBook } from '../../model/base/own-book.ts';
import { type Loaded, type Problem, problem, refused } from '../../model/base/problem.ts';
import { listNode, type MapEntry, type MapNode, mapOf, type ScalarNode, textNode } from '../../model/base/source.ts';
import { append } from '../../model/base/text.ts';
import type { Wanted } from '../../model/base/wanted.ts';
import { cellName } from '../../sheets/address.ts';
import type { Cell } from '../../sheets/read/cell.ts';
import { openWorkbook, type Workbook } from '../../sheets/read/open.ts';
import type { Row } from '../../sheets/read/sheet.ts';
import { isTotal } from '../layouts/furniture.ts';
import { nodeOf } from '../layouts/value.ts';
import { fold, wordsIn } from '../profile/names.ts';
import { unlessRefused } from '../refused-file.ts';
import { inspectionKey, isForTheEye, isInspectionKey } from './keys.ts';

interface Placed {
  readonly rows: readonly Row[];
  readonly at: (row: number, column: number) => Location;
}

const scalar = ({ at }: Placed, row: Row, cell: Cell): ScalarNode => nodeOf(cell, at(row.row, cell.column));

const OF_RECORD = ['center', 'scheme', 'stage', 'date', 'level', 'person', 'bureau', 'reason'];

/** A cell that says what it names too: 检查人：李某. */
const INLINE = /^([^:：]{1,12})[:：]\s*(\S[\s\S]*)$/u;

/** Above the header stand particulars of the record, each beside its name or behind it. */
const particulars = (sheet: Placed, header: Row): readonly MapEntry[] =>
  sheet.rows
    .filter(row => row.row < header.row)
    .flatMap(row =>
      row.cells.flatMap((cell, index): readonly MapEntry[] => {
        const [, name = cell.text, text] = INLINE.exec(cell.text) ?? [];
        const value = text === undefined ? row.cells[index + 1] : { ...cell, text, value: text };
        if (!OF_RECORD.includes(inspectionKey(name) ?? '') || value === undefined) return [];
        return [{ key: name, keyLocation: sheet.at(row.row, cell.column), value: scalar(sheet, row, value) }];
      }),
    );

/** A row whose cells name a centre and what is counted or judged of it: the sheet has a centre a row. */
const tableHeaderOf = ({ rows }: Placed) =>
  rows.find(
    ({ cells }) =>
      cells.some(cell => isInspectionKey(cell.text, 'center')) &&
      cells.filter(cell => inspectionKey(cell.text) === undefined && !isForTheEye(cell.text)).length > 0 &&
      !cells.some(cell => isInspectionKey(cell.text, 'value')) &&
      cells.length > 2,
  );

/** What a column asks for, without what stands below it in brackets: `脱岗人次（人次）`. */
const askedIn = (text: string): string =>
  text
    .split('\n')[0]
    ?.replace(/[（(][^（）()]*[）)]\s*$/u, '')
    .trim() ?? '';

const OF_LINES = new Set(['reason', 'person', 'level', 'bureau']);

/** Under a head of the table, what is written in a row. */
type Under = (head: Row['cells'][number]) => ScalarNode | undefined;

/** Why it was found so: in columns of the row, else once for the whole sheet. */
const reasonsIn = (header: Row, head: readonly MapEntry[], under: Under): readonly MapEntry[] => {
  const own = header.cells.flatMap((cell): readonly MapEntry[] => {
    const key = inspectionKey(cell.text);
    const value = key !== undefined && OF_LINES.has(key) ? under(cell) : undefined;
    return value && key ? [{ key, keyLocation: value.location, value }] : [];
  });
  const stated = head.find(({ key }) => isInspectionKey(key, 'reason'));
  return own.some(({ key }) => key === 'reason') || stated === undefined ? own : [...own, { ...stated, key: 'reason' }];
};

/** A line for each entry that is filled in. */
const linesIn = (header: Row, reasons: readonly MapEntry[], under: Under): readonly MapNode[] =>
  header.cells.flatMap((cell): readonly MapNode[] => {
    const asks = inspectionKey(cell.text) === undefined && !isForTheEye(cell.text);
    const value = asks ? under(cell) : undefined;
    if (value === undefined) return [];
    const { location } = value;
    const { entries } = mapOf(location, { entry: textNode(askedIn(cell.text), location), value });
    return [{ kind: 'map', entries: [...entries, ...reasons], location }];
  });

/** A record for each centre of which something is filled in; of nobody's where a row that is no sum names none. */
const tableRecords = (sheet: Placed, header: Row): readonly MapNode[] => {
  const head = particulars(sheet, header);
  const shared = head.filter(({ key }) => !isInspectionKey(key, 'reason') && !isInspectionKey(key, 'center'));
  const center = header.cells.find(cell => isInspectionKey(cell.text, 'center'));
  return sheet.rows
    .filter(({ row }) => row > header.row)
    .flatMap((row): readonly MapNode[] => {
      const under: Under = ({ column }) => {
        const cell = row.cells.find(one => one.column === column);
        return cell === undefined || cell.text.trim() === '' ? undefined : scalar(sheet, row, cell);
      };
      const named = center && under(center);
      const items = linesIn(header, reasonsIn(header, head, under), under);
      if (items.length === 0 || (named === undefined && row.cells.some(({ text }) => isTotal(text)))) return [];
      const location = sheet.at(row.row, row.cells[0]?.column ?? 1);
      const whose = named ?? textNode('', location);
      const { entries } = mapOf(location, { center: whose, lines: listNode(items, location) });
      return [{ kind: 'map', entries: [...shared, ...entries], location }];
    });
};

const HEADINGS: Wanted = { written: '填报项 | 评分栏 · 核查结果 · 理由' };

const names = ({ cells }: Row, key: string): boolean => cells.some(cell => isInspectionKey(cell.text, key));

const namesWhat = (row: Row): boolean => names(row, 'fact') || names(row, 'entry');

/** The row whose cells name columns: what was looked at or is filled in, what was found, and why. */
const headerOf = ({ rows }: Placed): Row | undefined =>
  rows.find(row => namesWhat(row) && names(row, 'value') && names(row, 'reason'));

/** Where a sheet has lines of what was looked at, and no column for what was found or why. */
const lacking = (sheet: Placed): Problem | undefined => {
  const head =
    headerOf(sheet) === undefined ? sheet.rows.find(row => namesWhat(row) && row.cells.length > 2) : undefined;
  const first = head?.cells.find(cell => isInspectionKey(cell.text, 'fact') || isInspectionKey(cell.text, 'entry'));
  return head && first && problem('shape', sheet.at(head.row, first.column), { path: '', wanted: HEADINGS });
};

/** Why something was found: 依据 and 说明 may be printed beside what is to be looked at. */
const WHY = wordsIn('理由 原因 reason');

/** A row of the sheet; one where nothing was found, and no reason given, is a line not filled in. */
const lineOf = (sheet: Placed, header: Row, row: Row): readonly MapNode[] => {
  const entries = header.cells.flatMap((head): readonly MapEntry[] => {
    const cell = row.cells.find(candidate => candidate.column === head.column);
    return cell === undefined
      ? []
      : [{ key: head.text, keyLocation: sheet.at(header.row, head.column), value: scalar(sheet, row, cell) }];
  });
  const isFilled = entries.some(({ key }) => isInspectionKey(key, 'value') || WHY.has(fold(key)));
  const first = row.cells[0];
  return isFilled && first !== undefined ? [{ kind: 'map', entries, location: sheet.at(row.row, first.column) }] : [];
};

const recordOf = (sheet: Placed): MapNode | undefined => {
  const header = headerOf(sheet);
  const first = header?.cells[0];
  if (header === undefined || first === undefined) return undefined;
  const location = sheet.at(header.row, first.column);
  const items = sheet.rows.filter(row => row.row > header.row).flatMap(row => lineOf(sheet, header, row));
  const { entries } = mapOf(location, { lines: listNode(items, location) });
  return { kind: 'map', entries: [...particulars(sheet, header), ...entries], location };
};

const sheetsOf = async (file: string, { sheets }: Workbook): Promise<readonly Placed[]> => {
  const visible = sheets.filter(sheet => !sheet.hidden);
  return Promise.all(
    visible.map(async sheet => {
      const rows: Row[] = [];
      for await (const part of sheet.rows()) append(rows, part);
      return { rows, at: (row, column) => ({ file, sheet: sheet.name, cell: cellName(row, column) }) } satisfies Placed;
    }),
  );
};

/** The records of a sheet: one of lines, or a centre a row. */
const recordsIn = (sheet: Placed): readonly MapNode[] => {
  const record = recordOf(sheet);
  if (record !== undefined) return [record];
  const header = tableHeaderOf(sheet);
  return header === undefined ? [] : tableRecords(sheet, header);
};

/** What the tool writes of records, which has columns of the same names. */
const NO_RECORDS: ReadonlySet<OwnBook> = new Set(['report', 'summary', 'changes']);

/** The inspection records of a workbook: every sheet that has the columns of some. */
export const readInspectionSheets = (file: string, bytes: Uint8Array): Promise<Loaded<readonly MapNode[]>> =>
  unlessRefused(file, async () => {
    const workbook = openWorkbook(bytes);
    const kind = markedBook(workbook.subject ?? '');
    if (kind !== undefined && NO_RECORDS.has(kind)) return refused([problem('own-book', file, { kind, center: '' })]);
    const sheets = await sheetsOf(file, workbook);
    const lacks = sheets.flatMap(sheet => lacking(sheet) ?? []);
    if (lacks.length > 0) return refused(lacks);
    const records = sheets.flatMap(recordsIn);
    if (records.length > 0) return { ok: true, value: records, warnings: [] };
    return refused([problem('shape', file, { path: '', wanted: HEADINGS })]);
  });
