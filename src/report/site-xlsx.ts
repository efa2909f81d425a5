import { bookMark } from '../model/base/own-book.ts';
import { bookBytes } from '../sheets/write/book.ts';
import { makeGrid } from '../sheets/write/grid.ts';
import { subjectOf } from '../tell/audit/subject.ts';
import type { Document } from '../tell/block.ts';
import { tellSite } from '../tell/site.ts';
import { centerName } from '../words/names.ts';
import type { Report } from './index.ts';
import { PAGE_WIDTHS, putDocument } from './workbook/blocks.ts';
import { FOOTER } from './workbook/style.ts';

/** Names of sheets: at most 31 characters, none twice, none of those that a workbook forbids. */
const sheetName = (name: string, number: number): string =>
  `${number} ${name.replaceAll(/[[\]:*?/\\]/gu, ' ')}`.slice(0, 31).trim();

/** The list for the site as a workbook, a sheet a centre: A4, to be printed and ticked off. */
const siteXlsx: Report = async function* (audits, options) {
  const told: { readonly name: string; readonly document: Document }[] = [];
  for await (const audit of audits)
    told.push({ name: centerName(audit), document: tellSite(subjectOf(audit, options)) });
  if (told.length === 0) return;
  yield bookBytes({ creator: options.tool.name, subject: bookMark('site'), footer: FOOTER[options.lang] }, book => {
    told.forEach(({ name, document }, at) => {
      const sheet = makeGrid();
      putDocument(sheet, 1, document);
      sheet.write(book, { name: sheetName(name, at + 1), widths: PAGE_WIDTHS, orientation: 'portrait' });
    });
  });
};

export default siteXlsx;
