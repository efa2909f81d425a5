import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Workbook } from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Audit } from '../../src/model/finding/audit.ts';
import type { ScorecardSection } from '../../src/model/scoring/scorecard.ts';
import xlsx from '../../src/report/xlsx.ts';
import { inflate, newBudget, openZip } from '../../src/sheets/read/zip.ts';
import { packZip } from '../../src/sheets/write/zip.ts';
import { sampleRows, summarize } from '../support/batches.ts';
import { cellsIn, openBook, summaryBook } from '../support/books.ts';
import { firstOf } from '../support/first.ts';
import { newFolder } from '../support/folders.ts';
import { calculator } from '../support/formulas.ts';
import { PLAIN, sampleAudit } from '../support/sample.ts';
import { workedAudits } from '../support/worked.ts';

/** Names that a criterion of a spreadsheet takes for something else: a comparison, any text, another name, a number. */
const NAMES = ['>5', '*', '=x', 'x', '<>', '?', '~*', '"引"号"', '12', '=1+1'] as const;

const nameAt = (index: number): string => NAMES[index % NAMES.length] ?? '';

const withSections = (audit: Audit, from: number): Audit => {
  const sections = audit.pack.sections.map((section, index) => ({
    ...section,
    title: { zh: nameAt(from + index), en: nameAt(from + index) },
  }));
  return { ...audit, pack: { ...audit.pack, sections } };
};

const withBureaus = (audit: Audit): Audit => {
  const { scorecard } = audit;
  if (scorecard === undefined) throw new Error('no scorecard');
  const { result, asked } = scorecard;
  const bureauOf = new Map(result.items.map(({ item }, index) => [item, nameAt(index)]));
  const items = result.items.map(item => ({ ...item, bureau: bureauOf.get(item.item) ?? '' }));
  const bureaus = NAMES.map(bureau => ({ bureau, low: '0', high: '0', max: '0' }));
  const renamed = (section: ScorecardSection): ScorecardSection => {
    const named = section.items.map(item => ({ ...item, bureau: bureauOf.get(item.id) ?? '' }));
    return { ...section, items: [firstOf(named), ...named.slice(1)] };
  };
  const [{ sections, ...form }] = asked.forms;
  const [first, ...more] = sections;
  const forms = [{ ...form, sections: [renamed(first), ...more.map(renamed)] }] as const;
  return { ...audit, scorecard: { asked: { ...asked, forms }, result: { ...result, items, bureaus } } };
};

const reportOf = async (...audits: readonly Audit[]): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  async function* each() {
    yield* audits;
  }
  for await (const part of xlsx(each(), PLAIN)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};

/** Grades by such names, of which some centres have the first, some the second. */
const summaryOfGrades = (first: string, second: string): Uint8Array => {
  const { rows, frame } = sampleRows(12);
  const grades = frame.grades.map((grade, index) => ({
    ...grade,
    label: { zh: [first, second][index] ?? '末等', en: [first, second][index] ?? 'last' },
  }));
  const counts = { documents: 12, audited: 12, rejected: 0, superseded: 0 };
  return summaryBook(summarize(rows, [{ ...frame, grades }], '2024-05-01', counts));
};

const [, full] = firstOf(workedAudits('hall'));

const books: Readonly<Record<string, Uint8Array>> = {
  sections: await reportOf(
    ...[0, 1, 2, 3, 4].map(index => withSections(sampleAudit(`hall.area: ${150 + 40 * index}`), 2 * index)),
  ),
  bureaus: await reportOf(withBureaus(full)),
  grades: summaryOfGrades('>5', '*'),
  'other grades': summaryOfGrades('=x', 'x?'),
};

interface Saved {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly result: string | number;
}

const savedIn = (workbook: Workbook): readonly Saved[] =>
  cellsIn(workbook).flatMap(({ worksheet, address, value }) => {
    if (value === null || typeof value !== 'object' || !('formula' in value)) return [];
    const result = typeof value.result === 'number' || typeof value.result === 'string' ? value.result : '';
    return [{ sheet: worksheet.name, cell: address, formula: value.formula, result }];
  });

const rounded = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value);

const opened = await Promise.all(
  Object.entries(books).map(async ([name, bytes]) => {
    const workbook = await openBook(bytes);
    return { name, bytes, workbook, saved: savedIn(workbook) };
  }),
);

describe('formulas that look for a name', () => {
  it.each(opened)('count it as no more than a name, whatever it looks like: $name', ({ workbook, saved }) => {
    const compute = calculator(workbook);
    expect(saved.filter(({ formula }) => formula.includes('SUMPRODUCT')).length).toBeGreaterThan(3);
    for (const { sheet, cell, formula, result } of saved)
      expect([cell, formula, rounded(compute(sheet, cell)) || '']).toEqual([cell, formula, rounded(result) || '']);
  });
});

/** Asked of the system: the program itself takes a second to say who it is. */
const hasOffice = (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, 'soffice')));

/** The workbook without what its formulas gave: whoever opens it has to work them out. */
const unreckoned = (bytes: Uint8Array): Uint8Array =>
  packZip(
    new Map(
      [...openZip(bytes).values()].map(entry => {
        const text = Buffer.from(inflate(entry, newBudget())).toString();
        return [entry.name, Buffer.from(text.replaceAll(/(<\/f>)<v>[^<]*<\/v>/gu, '$1'))];
      }),
    ),
  );

describe.skipIf(!hasOffice)(`the same in LibreOffice${hasOffice ? '' : '（没有 LibreOffice，跳过）'}`, () => {
  it('comes to the numbers that the program saved', async () => {
    const folder = newFolder();
    opened.forEach(({ bytes }, index) => {
      writeFileSync(join(folder, `${index}.xlsx`), unreckoned(bytes));
    });
    const words = [
      ...['--headless', `-env:UserInstallation=file://${join(folder, 'office')}`, '--convert-to', 'xlsx'],
      ...['--outdir', join(folder, 'made'), ...opened.map((_, index) => join(folder, `${index}.xlsx`))],
    ];
    execFileSync('soffice', words, { stdio: 'ignore' });
    for (const [index, { name, saved }] of opened.entries()) {
      const made = await openBook(readFileSync(join(folder, 'made', `${index}.xlsx`)));
      for (const { sheet, cell, formula, result } of saved) {
        const value = made.getWorksheet(sheet)?.getCell(cell).value;
        const found = value !== null && typeof value === 'object' && 'formula' in value ? value.result : value;
        expect([name, cell, formula, rounded(found ?? '') || '']).toEqual([name, cell, formula, rounded(result) || '']);
      }
    }
  });
});
