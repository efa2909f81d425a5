import { bookMark } from '../../model/base/own-book.ts';
import type { Lang } from '../../model/base/text.ts';
import { packAnew } from '../../sheets/write/zip.ts';
import type { Document } from '../../tell/block.ts';
import { clean } from '../text/layout.ts';
import { bodyOf } from './blocks.ts';
import { CHAPTERS, type Kit, numberingOf, PAGE, STYLES, stylesOf } from './style.ts';

const footer = (kit: Kit, lang: Lang) => {
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

const BODY = 'body';

/** Where the body of a document is to stand; its number in the list of chapters is the library's to give. */
const placeFor = (kit: Kit, { chapters }: Document, instance: number) =>
  new kit.Paragraph({
    text: BODY,
    ...(chapters.length > 0 && { numbering: { reference: CHAPTERS, level: 0, instance } }),
  });

const PLACE = new RegExp(`<w:p>(?:(?!</w:p>).)*<w:t[^>]*>${BODY}</w:t></w:r></w:p>`, 'gu');

const chaptersAt = (place: string): string | undefined => /<w:numId w:val="(\d+)"/u.exec(place)?.[1];

/** The last paragraph of all documents but one says of what pages they are. */
const pagesEnding = (place: string): string => {
  const pages = /<w:sectPr>.*<\/w:sectPr>/u.exec(place)?.[0];
  return pages === undefined ? '' : `<w:p><w:pPr>${pages}</w:pPr></w:p>`;
};

const MOMENT = /\d{4}-\d\d-\d\dT[\d:.]+Z/gu;

export interface DocxFile {
  readonly lang: Lang;
  readonly creator: string;
  readonly title: string;
  readonly day?: string | undefined;
}

const NO_DAY = '1980-01-01';

/**
 * Documents one after the other, each on pages of its own, as a file of Word. The library writes all that is around
 * them, and the moment, for which a report has the day whose rules it was held against.
 */
export const docxFile = async (
  documents: readonly Document[],
  { lang, creator, title, day = NO_DAY }: DocxFile,
): Promise<Uint8Array> => {
  const kit = await import('docx');
  const file = new kit.Document({
    creator,
    lastModifiedBy: creator,
    title,
    subject: bookMark('document'),
    styles: stylesOf(),
    numbering: numberingOf(kit, lang),
    sections: documents.map((document, instance) => ({
      properties: { page: PAGE },
      headers: { default: header(kit, document) },
      footers: { default: footer(kit, lang) },
      children: [placeFor(kit, document, instance)],
    })),
  });
  const left = [...documents];
  const body = (place: string): string => {
    const document = left.shift();
    const told = document && bodyOf(document, { lang, file: document.file, chapters: chaptersAt(place) });
    return `${told ?? ''}${pagesEnding(place)}`;
  };
  return packAnew(new Uint8Array(await kit.Packer.toBuffer(file)), (name, text) => {
    if (name === 'docProps/core.xml') return text.replaceAll(MOMENT, `${day}T00:00:00Z`);
    return name === 'word/document.xml' ? text.replaceAll(PLACE, body) : text;
  });
};
