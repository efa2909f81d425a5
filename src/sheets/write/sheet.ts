import { cellName, columnName, type Range, rangeName } from '../address.ts';
import { xmlText } from '../xml.ts';
import { type Cell, cellXml } from './cell.ts';
import type { LookNumbers } from './styles.ts';
import { type Validation, validationXml } from './validation.ts';
import type { EntryWriter } from './zip.ts';

const EXTENSIONS =
  'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';

/** What ties the two accounts of one bar together. */
const barId = (priority: number): string => `{00000000-0000-4000-8000-${String(priority).padStart(12, '0')}}`;

/** Bars behind the numbers of a range, from 0 to `most`. */
interface Bars {
  readonly range: string;
  readonly most: number;
}

/** Bars as earlier programs draw them: they fade. */
const barsXml = ({ range, most }: Bars, index: number): string =>
  `<conditionalFormatting sqref="${range}"><cfRule type="dataBar" priority="${index + 1}"><dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="num" val="${most}"/><color rgb="FFBDD7EE"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" ${EXTENSIONS}><x14:id>${barId(index + 1)}</x14:id></ext></extLst></cfRule></conditionalFormatting>`;

const solid = ({ range, most }: Bars, index: number): string =>
  `<x14:conditionalFormatting><x14:cfRule type="dataBar" id="${barId(index + 1)}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>${most}</xm:f></x14:cfvo><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`;

/** Bars as later programs draw them, in one colour, so that one sees where they end. */
const solidBarsXml = (bars: readonly Bars[]): string =>
  bars.length === 0
    ? ''
    : `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ${EXTENSIONS}><x14:conditionalFormattings>${bars.map(solid).join('')}</x14:conditionalFormattings></ext></extLst>`;

export interface SheetSetting {
  readonly name: string;
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
  /** Columns that are there and not shown. */
  readonly hidden?: readonly number[];
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly orientation: 'portrait' | 'landscape';
  /** Pages beside one another, one unless it is told. */
  readonly pagesWide?: number;
  /** What every page repeats: rows from one to another, and so many columns. */
  readonly titles?: { readonly rows?: readonly [number, number]; readonly columns?: number };
  /** Columns that are printed; all of them unless it is told. */
  readonly printed?: number;
}

/** A place in this workbook, or in a file beside it. */
export interface Link {
  readonly file?: string;
  readonly location: string;
}

/** A sheet whose rows are written as they come; rows and columns count from 1. */
export interface SheetWriter {
  /** Writes a row, the next one unless it is told, and answers with its number. */
  readonly row: (cells: readonly Cell[], height?: number, number?: number) => number;
  readonly next: () => number;
  readonly merge: (range: Range) => void;
  /** Lets a person choose among the rows below their heads. */
  readonly filter: (range: Range) => void;
  readonly bars: (bars: Bars) => void;
  readonly link: (cell: string, link: Link) => void;
  readonly validate: (cell: string, validation: Validation) => void;
  readonly end: () => void;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"`;

const paneXml = ({ frozen: { rows, columns } = { rows: 0, columns: 0 } }: SheetSetting): string => {
  if (rows === 0 && columns === 0) return '';
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const cell = cellName(rows + 1, columns + 1);
  return `<pane${split} topLeftCell="${cell}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${cell}" sqref="${cell}"/>`;
};

const columnsXml = ({ widths, hidden = [] }: SheetSetting): string =>
  widths
    .map((width, index) => {
      const number = index + 1;
      return `<col min="${number}" max="${number}" width="${width}"${hidden.includes(number) ? ' hidden="1"' : ''} customWidth="1"/>`;
    })
    .join('');

const headXml = (setting: SheetSetting, first: boolean): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${NAMESPACES}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0">${paneXml(setting)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columnsXml(setting)}</cols><sheetData>`;

const pageXml = ({ orientation, pagesWide = 1 }: SheetSetting, footer: string): string =>
  `<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="${pagesWide}" fitToHeight="0"/><headerFooter><oddFooter>${xmlText(footer)}</oddFooter></headerFooter>`;

const inList = (name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<${name}>${items.join('')}</${name}>`;

export interface SheetPlace {
  readonly styles: LookNumbers;
  /** At the foot of each page. */
  readonly footer: string;
  /** Whether the workbook opens here. */
  readonly first: boolean;
  /** Takes up a file beside the workbook and answers with the id of the relation to it. */
  readonly relate: (file: string) => string;
}

export const writeSheet = (entry: EntryWriter, setting: SheetSetting, place: SheetPlace): SheetWriter => {
  const { styles, footer, first, relate } = place;
  const [merges, links, validations]: [string[], string[], string[]] = [[], [], []];
  const bars: Bars[] = [];
  let filter = '';
  let last = 0;
  entry.write(headXml(setting, first));
  return {
    row: (cells, height, number = last + 1) => {
      last = number;
      let xml = `<row r="${number}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`;
      for (const [index, cell] of cells.entries())
        if (cell !== undefined) xml += cellXml(columnName(index + 1) + number, cell[0], cell[1], styles);
      entry.write(`${xml}</row>`);
      return number;
    },
    next: () => last + 1,
    merge: range => {
      if (range.right > range.left || range.bottom > range.top) merges.push(`<mergeCell ref="${rangeName(range)}"/>`);
    },
    filter: range => {
      filter = `<autoFilter ref="${rangeName(range)}"/>`;
    },
    bars: own => void bars.push(own),
    link: (cell, { file, location }) =>
      void links.push(
        `<hyperlink ref="${cell}"${file === undefined ? '' : ` r:id="${relate(file)}"`} location="${xmlText(location)}"/>`,
      ),
    validate: (cell, validation) => void validations.push(validationXml(cell, validation)),
    end: () => {
      const checks = validations.filter(xml => xml !== '');
      const after = [
        filter,
        inList('mergeCells', merges),
        ...bars.map(barsXml),
        inList('dataValidations', checks),
        inList('hyperlinks', links),
      ];
      entry.write(`</sheetData>${after.join('')}${pageXml(setting, footer)}${solidBarsXml(bars)}</worksheet>`);
      entry.end();
    },
  };
};

/** A sheet as the text of its part, for a workbook that is there already; it leads to no other file. */
export const sheetXml = (
  setting: SheetSetting,
  look: Pick<SheetPlace, 'styles' | 'footer'>,
  fill: (sheet: SheetWriter) => void,
): string => {
  const pieces: string[] = [];
  const entry: EntryWriter = { write: text => void pieces.push(text), end: () => undefined };
  const relate = (file: string): never => {
    throw new Error(`a link to ${file} has no place in this workbook`);
  };
  const sheet = writeSheet(entry, setting, { ...look, first: false, relate });
  fill(sheet);
  sheet.end();
  return pieces.join('');
};
