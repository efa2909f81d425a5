import type { Tool } from '../../../model/base/tool.ts';
import { xmlText } from '../../../sheets/write/xml.ts';
import { openZip, type Write } from '../../../sheets/write/zip.ts';
import { quoted } from '../names.ts';
import { letterOf, type SheetSetting, type SheetWriter, writeSheet } from './sheet.ts';
import { makeStyles } from './styles.ts';

export interface BookSheet extends SheetSetting {
  readonly name: string;
  /** What every page repeats. */
  readonly titles?: { readonly rows?: readonly [number, number]; readonly columns?: number };
  /** Columns that are printed; all of them unless it is told. */
  readonly printed?: number;
}

/** A workbook of which no more than a piece of a sheet is held: sheets are written one after the other. */
export interface BookWriter {
  readonly sheet: (sheet: BookSheet) => SheetWriter;
  readonly end: () => void;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;

const relations = (items: readonly string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;

const ROOT_RELATIONS = relations([
  relation(1, `${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml'),
  relation(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
]);

const bookRelations = (sheets: readonly BookSheet[]): string =>
  relations([
    ...sheets.map((_, index) =>
      relation(index + 1, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${index + 1}.xml`),
    ),
    relation(sheets.length + 1, `${OFFICE}/relationships/styles`, 'styles.xml'),
  ]);

const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;

const contentTypes = (sheets: readonly BookSheet[]): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    override('xl/workbook.xml', `${TYPE}.sheet.main+xml`),
    ...sheets.map((_, index) => override(`xl/worksheets/sheet${index + 1}.xml`, `${TYPE}.worksheet+xml`)),
    override('xl/styles.xml', `${TYPE}.styles+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  ].join('')}</Types>`;

const core = ({ name }: Tool): string =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${xmlText(name)}</dc:creator></cp:coreProperties>`;

const namesOf = ({ name, titles, printed }: BookSheet, index: number, lastRow: number): readonly string[] => {
  const sheet = quoted(name);
  const parts = [
    ...(titles?.columns ? [`${sheet}!$A:$${letterOf(titles.columns - 1)}`] : []),
    ...(titles?.rows ? [`${sheet}!$${titles.rows[0]}:$${titles.rows[1]}`] : []),
  ];
  const defined = (kind: string, text: string): string =>
    `<definedName name="_xlnm.${kind}" localSheetId="${index}">${xmlText(text)}</definedName>`;
  return [
    ...(printed === undefined ? [] : [defined('Print_Area', `${sheet}!$A$1:$${letterOf(printed - 1)}$${lastRow}`)]),
    ...(parts.length === 0 ? [] : [defined('Print_Titles', parts.join(','))]),
  ];
};

const workbook = (sheets: readonly BookSheet[], names: readonly string[]): string =>
  `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView tabRatio="850"/></bookViews><sheets>${sheets
    .map(({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`;

export interface BookOptions {
  readonly tool: Tool;
  /** At the foot of each page. */
  readonly footer: string;
}

export const openBook = (write: Write, { tool, footer }: BookOptions): BookWriter => {
  const zip = openZip(write);
  const styles = makeStyles();
  const sheets: BookSheet[] = [];
  const names: string[] = [];
  const put = (name: string, text: string): void => {
    const entry = zip.entry(name);
    entry.write(text);
    entry.end();
  };
  put('_rels/.rels', ROOT_RELATIONS);
  put('docProps/core.xml', core(tool));
  return {
    sheet: sheet => {
      const index = sheets.push(sheet) - 1;
      const entry = zip.entry(`xl/worksheets/sheet${index + 1}.xml`);
      const writer = writeSheet(entry, sheet, { styles, footer, first: index === 0 });
      let lastRow = 1;
      return {
        ...writer,
        row: (cells, height) => {
          lastRow = writer.row(cells, height);
          return lastRow;
        },
        end: () => {
          writer.end();
          names.push(...namesOf(sheet, index, lastRow));
        },
      };
    },
    end: () => {
      put('xl/workbook.xml', workbook(sheets, names));
      put('xl/_rels/workbook.xml.rels', bookRelations(sheets));
      put('xl/styles.xml', XML + styles.xml());
      put('[Content_Types].xml', contentTypes(sheets));
      zip.end();
    },
  };
};
