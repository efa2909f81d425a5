import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadProfiles, problemLine } from '../../src/index.ts';
import { said } from '../support/said.ts';
import { plainWorkbook } from '../support/workbooks.ts';

type CellOf = string | number | null | Readonly<Record<string, string | number>>;

/** A sentence of fixtures/intake: something written in one way or another, and what is to be made of it. */
interface Sentence {
  readonly says: string;
  /** A line above the heads, and the name of the sheet. */
  readonly above?: string;
  readonly sheet?: string;
  readonly head?: readonly string[];
  readonly at?: number;
  readonly rows?: readonly (readonly CellOf[])[];
  readonly merge?: string;
  /** Several sheets, each with its rows. */
  readonly sheets?: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>;
  readonly hide?: { readonly row?: number; readonly column?: number };
  readonly ask?: string;
  readonly as?: string;
  readonly csv?: string;
  readonly yaml?: string;
  /** Which of several centres `reads` is of, from 1. */
  readonly centre?: number;
  readonly reads?: Readonly<Record<string, string>>;
  readonly warns?: string;
  readonly refused?: string;
}

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'intake');

const CENTER = [
  ['县区', '罗山县'],
  ['乡镇', '青石坳镇'],
  ['名称', '青石坳镇便民服务中心'],
  ['级别', '乡镇'],
  ['申报日期', '2026-10-12'],
] as const;

const cellValue = (cell: CellOf): ExcelJS.CellValue => {
  if (cell === null || typeof cell !== 'object') return cell;
  if ('formula' in cell) return cell as unknown as ExcelJS.CellFormulaValue;
  if ('number' in cell) return Number(cell.number);
  if ('day' in cell) return new Date(`${cell.day}T00:00:00Z`);
  const text = String(cell.struck ?? cell.plain);
  const run = { text, font: { strike: 'struck' in cell } };
  const raised = { text: String(cell.raised), font: { vertAlign: 'superscript' as const } };
  return {
    richText: [run, ...('then' in cell ? [{ text: String(cell.then) }] : []), ...('raised' in cell ? [raised] : [])],
  };
};

/** The format that a cell shows its day in. */
const shownIn = (cell: CellOf): string | undefined =>
  cell !== null && typeof cell === 'object' && 'shown' in cell ? String(cell.shown) : undefined;

const linesOf = ({
  above,
  head = ['项目', '填报内容'],
  at = 2,
  rows = [],
}: Sentence): readonly (readonly CellOf[])[] => {
  const asked = new Set(rows.map(([label]) => label));
  const center = CENTER.filter(([label]) => !asked.has(label) && at > 0);
  return [
    ...(above === undefined ? [] : [[above]]),
    ...(head.length > 0 ? [head] : []),
    ...center.map(([label, answer]) => [label, ...Array(at - 2).fill(null), answer]),
    ...rows,
  ];
};

type Line = readonly (string | number | null)[];

const isPlain = (lines: readonly (readonly CellOf[])[]): lines is readonly Line[] =>
  lines.every(line => line.every(cell => cell === null || typeof cell !== 'object'));

const workbook = async (sentence: Sentence): Promise<Uint8Array> => {
  const { hide, merge, sheets, sheet: name = '申报表' } = sentence;
  if (sheets !== undefined) return plainWorkbook(sheets);
  const lines = linesOf(sentence);
  // A workbook written by a program of others takes ten times as long, and is wanted for what only it can write.
  if (hide === undefined && merge === undefined && isPlain(lines)) return plainWorkbook({ [name]: lines });
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name);
  for (const line of lines) {
    const added = sheet.addRow(line.map(cellValue));
    for (const [index, cell] of line.entries()) {
      const format = shownIn(cell);
      if (format !== undefined) added.getCell(index + 1).numFmt = format;
    }
  }
  if (merge !== undefined) sheet.mergeCells(merge);
  if (hide?.row !== undefined) sheet.getRow(hide.row).hidden = true;
  if (hide?.column !== undefined) sheet.getColumn(hide.column).hidden = true;
  return new Uint8Array(await book.xlsx.writeBuffer());
};

const contentOf = async (
  sentence: Sentence,
): Promise<{ readonly file: string; readonly content: string | Uint8Array }> => {
  if (sentence.csv !== undefined) return { file: '表.csv', content: sentence.csv };
  if (sentence.yaml !== undefined) return { file: '表.yaml', content: sentence.yaml };
  const { ask, as } = sentence;
  const rows = ask === undefined || as === undefined ? sentence.rows : [[ask, as]];
  return { file: '表.xlsx', content: await workbook(rows === undefined ? sentence : { ...sentence, rows }) };
};

describe.each(readdirSync(FOLDER).sort())('%s', name => {
  const sentences = parse(readFileSync(join(FOLDER, name), 'utf8')) as readonly Sentence[];
  it.each(sentences.map(sentence => [sentence.says, sentence] as const))('%s', async (says, sentence) => {
    const read = await loadProfiles(await contentOf(sentence));
    const isRead = read.ok && read.value.length > 0;
    const lines = (read.ok ? read.warnings : read.problems).map(found => problemLine(found, 'zh')).join('\n');
    if (sentence.refused !== undefined)
      expect([isRead, lines]).toEqual([false, expect.stringContaining(sentence.refused)]);
    else {
      expect([isRead, lines]).toEqual([
        true,
        sentence.warns === undefined ? '' : expect.stringContaining(sentence.warns),
      ]);
      const facts = read.ok ? read.value[(sentence.centre ?? 1) - 1]?.facts : undefined;
      const seen = Object.keys(sentence.reads ?? {}).map(id => [id, said(facts?.get(id))]);
      expect(Object.fromEntries(seen)).toEqual(sentence.reads);
    }
    expect(says).toMatch(sentence.refused === undefined ? (sentence.warns ? /^warn-/u : /^pass-/u) : /^fail-/u);
  });
});
