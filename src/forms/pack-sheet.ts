import { bookMark } from '../model/base/own-book.ts';
import type { Lang } from '../model/base/text.ts';
import { REASONS } from '../model/standard/ledger.ts';
import { OBLIGATIONS } from '../model/standard/pack.ts';
import { PACK_COLUMNS, PACK_SHEETS, type PackColumn, type PackSheet } from '../model/standard/pack-sheet.ts';
import { cellName } from '../sheets/address.ts';
import { bookBytes } from '../sheets/write/book.ts';
import { HEI, heightOf, type Look, SONG } from '../sheets/write/look.ts';
import type { SheetWriter } from '../sheets/write/sheet.ts';

const BODY: Look = { font: SONG, size: 10, across: 'left', down: 'top', wrap: true, edge: 'FFBFBFBF' };
const HEAD: Look = { ...BODY, font: HEI, bold: true, across: 'center', down: 'middle', fill: 'FFE7EEF7' };
/** What the tool keeps for itself. */
const ASIDE: Look = { ...BODY, ink: 'FF7F7F7F', fill: 'FFF5F5F5' };

const OWN: readonly PackColumn[] = ['text', 'file', 'order', 'sentence'];

const CHOICES: Readonly<Partial<Record<PackColumn, readonly string[]>>> = {
  obligation: [...OBLIGATIONS, 'none'],
  draft: ['yes'],
  reason: REASONS,
};

const SPARE = 40;

/** Drop-downs down each column that has a list to choose from. */
const offer = (sheet: SheetWriter, rows: number, lang: Lang, sections: readonly string[]): void => {
  const choices = { ...CHOICES, section: sections };
  for (const [at, { key, title }] of PACK_COLUMNS.entries()) {
    const list = choices[key as keyof typeof choices];
    if (list === undefined) continue;
    const column = `${cellName(2, at + 1)}:${cellName(rows + SPARE, at + 1)}`;
    sheet.validate(column, { choices: list, title: title[lang], prompt: '' });
  }
};

/** A pack as a workbook for those who write in Excel: a row a sentence, the other files line by line. */
export const packWorkbook = ({ rows, files }: PackSheet, lang: Lang): Uint8Array =>
  bookBytes({ creator: 'duibiao', subject: bookMark('pack'), footer: '' }, book => {
    const sheet = book.sheet({
      name: PACK_SHEETS.rules[lang],
      widths: PACK_COLUMNS.map(({ width }) => width),
      frozen: { rows: 1, columns: 3 },
      orientation: 'landscape',
      pagesWide: 3,
      titles: { rows: [1, 1] },
    });
    sheet.row(PACK_COLUMNS.map(({ title }) => [title[lang], HEAD]));
    for (const row of rows)
      sheet.row(
        PACK_COLUMNS.map(({ key }) => [row[key] ?? '', OWN.includes(key) ? ASIDE : BODY]),
        heightOf(PACK_COLUMNS.map(({ key, width }) => [row[key] ?? '', width])),
      );
    offer(sheet, rows.length, lang, [...new Set(rows.flatMap(({ section }) => section ?? []))]);
    sheet.filter({ top: 1, left: 1, bottom: Math.max(2, rows.length + 1), right: PACK_COLUMNS.length });
    sheet.end();
    const other = book.sheet({ name: PACK_SHEETS.files[lang], widths: [18, 120], orientation: 'portrait' });
    other.row([
      [lang === 'zh' ? '文件' : 'File', HEAD],
      [lang === 'zh' ? '内容' : 'Content', HEAD],
    ]);
    for (const { file, lines } of files)
      for (const line of lines)
        other.row([
          [file, ASIDE],
          [line, { ...BODY, wrap: false }],
        ]);
    other.end();
  });
