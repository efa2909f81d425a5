import { columnName, onSheet } from '../address.ts';
import { APPLICATION, applicationXml } from '../application.ts';
import { xmlText } from '../xml.ts';
import { type SheetSetting, type SheetWriter, writeSheet } from './sheet.ts';
import { makeStyles } from './styles.ts';
import { type Write, zipWriter } from './zip.ts';

/** A workbook of which no more than a piece of a sheet is held: sheets are written one after the other. */
export interface BookWriter {
  readonly sheet: (sheet: SheetSetting) => SheetWriter;
  readonly end: () => void;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relation = (id: number, type: string, target: string, mode = ''): string =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${xmlText(target)}"${mode}/>`;

const relations = (items: readonly string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;

const ROOT_RELATIONS = relations([
  relation(1, `${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml'),
  relation(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
  relation(3, `${OFFICE}/relationships/${APPLICATION.relation}`, APPLICATION.path),
]);

const bookRelations = (sheets: readonly SheetSetting[]): string =>
  relations([
    ...sheets.map((_, index) =>
      relation(index + 1, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${index + 1}.xml`),
    ),
    relation(sheets.length + 1, `${OFFICE}/relationships/styles`, 'styles.xml'),
  ]);

const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;

const contentTypes = (sheets: readonly SheetSetting[]): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    override('xl/workbook.xml', `${TYPE}.sheet.main+xml`),
    ...sheets.map((_, index) => override(`xl/worksheets/sheet${index + 1}.xml`, `${TYPE}.worksheet+xml`)),
    override('xl/styles.xml', `${TYPE}.styles+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override(APPLICATION.path, APPLICATION.type),
  ].join('')}</Types>`;

const core = ({ creator, subject }: BookOptions): string =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${xmlText(creator)}</dc:creator><dc:subject>${xmlText(subject)}</dc:subject></cp:coreProperties>`;

/** What a sheet prints, as names that spreadsheets know. */
const namesOf = ({ name, titles, printed }: SheetSetting, index: number, lastRow: number): readonly string[] => {
  const parts = [
    ...(titles?.columns ? [onSheet(name, `$A:$${columnName(titles.columns)}`)] : []),
    ...(titles?.rows ? [onSheet(name, `$${titles.rows[0]}:$${titles.rows[1]}`)] : []),
  ];
  const defined = (kind: string, text: string): string =>
    `<definedName name="_xlnm.${kind}" localSheetId="${index}">${xmlText(text)}</definedName>`;
  return [
    ...(printed === undefined
      ? []
      : [defined('Print_Area', onSheet(name, `$A$1:$${columnName(printed)}$${Math.max(1, lastRow)}`))]),
    ...(parts.length === 0 ? [] : [defined('Print_Titles', parts.join(','))]),
  ];
};

export interface BookOptions {
  readonly creator: string;
  /** What the workbook is, among its properties. */
  readonly subject: string;
  /** At the foot of each page. */
  readonly footer: string;
  /** Whether formulas are worked out anew when the workbook is opened. */
  readonly recalculated?: boolean;
}

const workbook = (sheets: readonly SheetSetting[], names: readonly string[], { recalculated }: BookOptions): string =>
  `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView tabRatio="850"/></bookViews><sheets>${sheets
    .map(({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join(
      '',
    )}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}${recalculated ? '<calcPr fullCalcOnLoad="1"/>' : ''}</workbook>`;

export const openBook = (write: Write, options: BookOptions): BookWriter => {
  const zip = zipWriter(write);
  const styles = makeStyles();
  const sheets: SheetSetting[] = [];
  const names: string[] = [];
  const put = (name: string, text: string): void => {
    const entry = zip.entry(name);
    entry.write(text);
    entry.end();
  };
  put('_rels/.rels', ROOT_RELATIONS);
  put('docProps/core.xml', core(options));
  put(APPLICATION.path, applicationXml(options.creator));
  return {
    sheet: sheet => {
      const index = sheets.push(sheet) - 1;
      const part = `sheet${index + 1}.xml`;
      const files: string[] = [];
      const relate = (file: string): string =>
        `rId${files.includes(file) ? files.indexOf(file) + 1 : files.push(file)}`;
      const place = { styles, footer: options.footer, first: index === 0, relate };
      const writer = writeSheet(zip.entry(`xl/worksheets/${part}`), sheet, place);
      return {
        ...writer,
        end: () => {
          const lastRow = writer.next() - 1;
          writer.end();
          names.push(...namesOf(sheet, index, lastRow));
          const links = files.map((file, at) =>
            relation(at + 1, `${OFFICE}/relationships/hyperlink`, file, ' TargetMode="External"'),
          );
          if (links.length > 0) put(`xl/worksheets/_rels/${part}.rels`, relations(links));
        },
      };
    },
    end: () => {
      put('xl/workbook.xml', workbook(sheets, names, options));
      put('xl/_rels/workbook.xml.rels', bookRelations(sheets));
      put('xl/styles.xml', XML + styles.xml());
      put('[Content_Types].xml', contentTypes(sheets));
      zip.end();
    },
  };
};

/** A workbook that is held whole. */
export const bookBytes = (options: BookOptions, fill: (book: BookWriter) => void): Uint8Array => {
  const pieces: Uint8Array[] = [];
  const book = openBook(piece => void pieces.push(piece), options);
  fill(book);
  book.end();
  return Buffer.concat(pieces);
};
