import { strToU8, unzipSync } from 'fflate';
import type { Audit } from '../model/finding/audit.ts';
import { packZip } from '../sheets/write/zip.ts';
import { centersTable, centersTitle } from '../tell/audit/centers.ts';
import { type ChapterName, tellAudit } from '../tell/audit/document.ts';
import { subjectOf } from '../tell/audit/subject.ts';
import type { Chapter, Document } from '../tell/block.ts';
import { rejections, remarks } from '../tell/problems.ts';
import { documentParts } from './docx/blocks.ts';
import { type Kit, numberingOf, PAGE, STYLES, stylesOf } from './docx/style.ts';
import type { Report, ReportOptions } from './index.ts';
import { clean } from './text/layout.ts';

const CHAPTERS: readonly ChapterName[] = [
  'shortcomings',
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

const TITLE = { zh: '对标审核报告', en: 'Audit against the county standard' } as const;

/** What does not belong to one centre: files that could not be audited, and what is to be said of the run. */
const around = ({ rejected = [], notes = [], lang }: ReportOptions): readonly Chapter[] =>
  [rejections(rejected, lang), remarks(notes, lang)].filter(chapter => chapter !== undefined);

/** The list of several centres, or what there is to say where there is none. */
const opening = (audits: readonly Audit[], { lang }: ReportOptions): Document => ({
  lang,
  title: TITLE[lang],
  head: [],
  chapters:
    audits.length === 0
      ? []
      : [
          {
            name: 'centres',
            title: centersTitle(audits.length, lang),
            blocks: [
              centersTable(
                audits.map(audit => ({ audit })),
                lang,
              ),
            ],
          },
        ],
});

/** One report, or several behind a list of them; what belongs to none of them stands at the end. */
const documentsOf = (audits: readonly Audit[], options: ReportOptions): readonly Document[] => {
  const told = audits.map(audit => tellAudit(subjectOf(audit, options), 'summary', CHAPTERS));
  const all = told.length === 1 ? told : [opening(audits, options), ...told];
  return all.map((document, index) =>
    index === all.length - 1 ? { ...document, chapters: [...document.chapters, ...around(options)] } : document,
  );
};

const footer = (kit: Kit, lang: ReportOptions['lang']) => {
  const { CURRENT, TOTAL_PAGES } = kit.PageNumber;
  const children =
    lang === 'zh' ? ['第 ', CURRENT, ' 页　共 ', TOTAL_PAGES, ' 页'] : ['Page ', CURRENT, ' of ', TOTAL_PAGES];
  return new kit.Footer({
    children: [new kit.Paragraph({ alignment: 'center', children: [new kit.TextRun({ size: 18, children })] })],
  });
};

const header = (kit: Kit, { title, kind }: Document) =>
  new kit.Header({
    children: [
      new kit.Paragraph({
        style: STYLES.soft,
        alignment: 'right',
        children: [
          new kit.TextRun({ size: 16, text: clean([title, kind].filter(part => part !== undefined).join('　')) }),
        ],
      }),
    ],
  });

const CORE = 'docProps/core.xml';

/** The library writes the moment into the file; a report is of the day whose rules it was held against. */
const dated = (bytes: Uint8Array, day: string): Uint8Array => {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  const core = Buffer.from(parts.get(CORE) ?? []).toString('utf8');
  parts.set(CORE, strToU8(core.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, `${day}T00:00:00Z`)));
  return packZip(parts);
};

const NO_DAY = '1980-01-01';

/** For the file: A4, to be signed, in Word. */
const docx: Report = async function* (audits, options) {
  const held: Audit[] = [];
  for await (const audit of audits) held.push(audit);
  const kit = await import('docx');
  const { lang, tool } = options;
  const file = new kit.Document({
    creator: tool.name,
    lastModifiedBy: tool.name,
    title: TITLE[lang],
    styles: stylesOf(),
    numbering: numberingOf(kit, lang),
    sections: documentsOf(held, options).map((document, instance) => ({
      properties: { page: PAGE },
      headers: { default: header(kit, document) },
      footers: { default: footer(kit, lang) },
      children: [...documentParts(document, { kit, lang, file: document.file, instance })],
    })),
  });
  yield dated(new Uint8Array(await kit.Packer.toBuffer(file)), held[0]?.asOf ?? NO_DAY);
};

export default docx;
