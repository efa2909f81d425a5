import type { Audit } from '../model/finding/audit.ts';
import { centersTable, centersTitle } from '../tell/audit/centers.ts';
import { type ChapterName, REPORT, tellAudit } from '../tell/audit/document.ts';
import { subjectOf } from '../tell/audit/subject.ts';
import type { Document } from '../tell/block.ts';
import { chapter } from '../tell/blocks.ts';
import { aside } from '../tell/problems.ts';
import { type DocxFile, docxFile } from './docx/file.ts';
import type { Report, ReportOptions } from './index.ts';

const CHAPTERS: readonly ChapterName[] = [
  'shortcomings',
  'plan',
  'findings',
  'readings',
  'asks',
  'points',
  'scorecard',
  'stages',
  'warnings',
  'basis',
  'signatures',
];

/** The list of several centres, or what there is to say where there is none. */
const opening = (audits: readonly Audit[], { lang }: ReportOptions): Document => {
  const entries = audits.map(audit => ({ audit }));
  const list = chapter('centres', centersTitle(entries, lang), centersTable(entries, lang));
  return { lang, title: REPORT[lang], head: [], chapters: audits.length === 0 ? [] : [list] };
};

/** One report, or several behind a list of them; what belongs to none of them stands at the end. */
const documentsOf = async (audits: readonly Audit[], options: ReportOptions): Promise<readonly Document[]> => {
  const told = await Promise.all(audits.map(audit => tellAudit(subjectOf(audit, options), 'summary', CHAPTERS)));
  const all = told.length === 1 ? told : [opening(audits, options), ...told];
  return all.map((document, index) =>
    index === all.length - 1 ? { ...document, chapters: [...document.chapters, ...aside(options)] } : document,
  );
};

/** All that the file is made of. */
export interface Paper {
  readonly documents: readonly Document[];
  readonly about: DocxFile;
}

/** What a report says, before it is set. */
export const paperOf = async (audits: readonly Audit[], options: ReportOptions): Promise<Paper> => ({
  documents: await documentsOf(audits, options),
  about: { lang: options.lang, creator: options.tool.name, title: REPORT[options.lang], day: audits[0]?.asOf },
});

/** For the file: A4, to be signed, in Word. */
const docx: Report = async function* (audits, options) {
  const held: Audit[] = [];
  for await (const audit of audits) held.push(audit);
  const { documents, about } = await paperOf(held, options);
  yield await docxFile(documents, about);
};

export default docx;
