import { bookMark } from '../../model/base/own-book.ts';
import type { Lang } from '../../model/base/text.ts';
import { packAnew } from '../../sheets/write/zip.ts';
import type { Document } from '../../tell/block.ts';
import { clean } from '../text/layout.ts';
import { documentParts } from './blocks.ts';
import { type Kit, numberingOf, PAGE, STYLES, stylesOf } from './style.ts';

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

/** The library writes the moment into the file; a report is of the day whose rules it was held against. */
const dated = (bytes: Uint8Array, day: string): Uint8Array =>
  packAnew(bytes, (name, text) =>
    name === 'docProps/core.xml' ? text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, `${day}T00:00:00Z`) : text,
  );

export interface DocxFile {
  readonly lang: Lang;
  readonly creator: string;
  readonly title: string;
  readonly day?: string | undefined;
}

const NO_DAY = '1980-01-01';

/** Documents one after the other, each on pages of its own, as a file of Word. */
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
      children: [...documentParts(document, { kit, lang, file: document.file, instance })],
    })),
  });
  return dated(new Uint8Array(await kit.Packer.toBuffer(file)), day);
};
