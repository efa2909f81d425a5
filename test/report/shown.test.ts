import { join } from 'node:path';
import { describe, it } from 'vitest';
import { judge } from '../../src/audit/gate.ts';
import { problem } from '../../src/model/base/problem.ts';
import type { Lang } from '../../src/model/base/text.ts';
import type { Audit } from '../../src/model/finding/audit.ts';
import { REPORTS, type ReportName, type ReportOptions } from '../../src/report/index.ts';
import { DOCUMENTS } from '../../src/report/told/index.ts';
import { PAGE_WIDTHS, putDocument } from '../../src/report/workbook/blocks.ts';
import { planOf } from '../../src/score/plan/order.ts';
import { bookBytes } from '../../src/sheets/write/book.ts';
import { makeGrid } from '../../src/sheets/write/grid.ts';
import { summaryPage } from '../support/batches.ts';
import { summaryBook } from '../support/books.ts';
import { digests } from '../support/digests.ts';
import { holdTo } from '../support/lines.ts';
import { PLAIN } from '../support/sample.ts';
import { AUDITS, QUOTES, REJECTED, SUMMARIES } from '../support/subjects.ts';
import { specimen } from './specimen.ts';

const LANGS: readonly Lang[] = ['zh', 'en'];

const held = (name: string, lines: readonly string[]): void =>
  holdTo(join(import.meta.dirname, 'shown', `${name}.txt`), lines);

const shown = async (format: keyof typeof DOCUMENTS, lang: Lang, options: { columns: number; color: boolean }) => {
  const { default: show } = await DOCUMENTS[format].load();
  return (await show({ lang, document: () => specimen(lang) }, options)) ?? '';
};

/** Text without the looks of its page, in lines. */
const linesOf = (text: string | Uint8Array): readonly string[] =>
  String(text)
    .replaceAll('\u001B', '␛')
    .replaceAll(/<style>[\s\S]*?<\/style>/gu, '')
    .split('\n');

describe('everything that a document may hold', () => {
  it.each(LANGS)('in Markdown and on a page, %s', async lang => {
    const plain = { columns: 100, color: false };
    held(`markdown.${lang}`, linesOf(await shown('markdown', lang, plain)));
    held(`html.${lang}`, linesOf(await shown('html', lang, plain)));
  });

  it.each([
    [40, false],
    [72, true],
    [160, false],
  ])('on a terminal of %i columns', async (columns, color) =>
    held(`terminal-${columns}`, linesOf(await shown('terminal', columns === 72 ? 'en' : 'zh', { columns, color }))),
  );
});

const OPTIONS: Partial<ReportOptions> = {
  plan: planOf,
  quotes: () => QUOTES,
  gate: audit => judge(audit, { failOn: 'must' }),
  notes: [problem('provisional', { file: 'b.yaml', line: 1, column: 1 }, { count: 2 })],
  rejected: [
    { file: '坏.yaml', problems: [problem('cell-error', { file: '坏.yaml', line: 2, column: 3 }, { found: '#REF!' })] },
  ],
};

const report = async (
  name: ReportName,
  audits: readonly Audit[],
  more: Partial<ReportOptions>,
): Promise<Uint8Array> => {
  const { default: make } = await REPORTS[name].load();
  const parts: Uint8Array[] = [];
  for await (const part of make(
    (async function* () {
      yield* audits;
    })(),
    { ...PLAIN, ...OPTIONS, ...more },
  ))
    parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};

/** Word is left to one report, as its library is slow. */
const QUICK = (Object.keys(REPORTS) as ReportName[]).filter(name => !['docx', 'site', 'annotated'].includes(name));

/** Those that tell a scorecard apart from rules. */
const OF_CARDS: readonly ReportName[] = ['terminal', 'markdown', 'csv', 'html', 'xlsx'];

describe('what is reported', () => {
  it.each(LANGS)('of each audit in each format, %s', async lang => {
    const lines: string[] = [];
    for (const [subject, made] of Object.entries(AUDITS)) {
      const audit = made();
      for (const name of subject.startsWith('scorecard') ? OF_CARDS : QUICK)
        lines.push(...digests(`${subject}/${name}`, await report(name, [audit], { lang, all: lang === 'en' })));
    }
    const several = [AUDITS.audit(), AUDITS['audit-failed'](), AUDITS['audit-inspected']()];
    for (const name of [...QUICK, 'docx', 'site'] as const)
      lines.push(...digests(`several/${name}`, await report(name, several, { lang })));
    held(`reports.${lang}`, lines);
  });

  it.each(LANGS)('of each batch as a workbook and a page, %s', lang => {
    const lines = Object.entries(SUMMARIES).flatMap(([name, made]) => [
      ...digests(`${name}/xlsx`, summaryBook(made(), { lang, rejected: REJECTED })),
      ...digests(`${name}/html`, Buffer.from(summaryPage(made(), { lang, rejected: REJECTED }))),
    ]);
    held(`batches.${lang}`, lines);
  });

  it.each(LANGS)('of everything that a document may hold as a sheet and in Word, %s', async lang => {
    const sheet = makeGrid();
    putDocument(sheet, 1, specimen(lang));
    const book = bookBytes({ creator: 'duibiao', subject: 'specimen', footer: '' } as never, writer =>
      sheet.write(writer, { name: '样例', widths: PAGE_WIDTHS, orientation: 'portrait' }),
    );
    const word = await shown('docx', lang, { columns: 100, color: false });
    held(`specimen.${lang}`, [...digests('xlsx', book), ...digests('docx', Buffer.from(word))]);
  });
});
