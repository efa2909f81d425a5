import { xmlText } from '../../../sheets/write/xml.ts';
import type { EntryWriter } from '../../../sheets/write/zip.ts';
import { cellText, isLikeFormula } from '../style.ts';
import type { CellLook, StyleSheet } from './styles.ts';

/** A live formula with what it gives. */
export interface Formula {
  readonly formula: string;
  readonly result: string | number;
}

/** A string is text whatever it begins with; only a `Formula` is one. */
export type CellValue = string | number | Formula | undefined;

export type Cell = readonly [value: CellValue, look: CellLook] | undefined;

export interface SheetSetting {
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly orientation: 'portrait' | 'landscape';
  /** Pages beside one another, one unless it is told. */
  readonly pagesWide?: number;
}

/** A sheet whose rows are written as they come. */
export interface SheetWriter {
  /** Answers with the number of the row. */
  readonly row: (cells: readonly Cell[], height?: number) => number;
  /** The number of the row to come. */
  readonly next: () => number;
  /** Columns count from 0, rows from 1. */
  readonly merge: (row: number, from: number, to: number) => void;
  readonly filter: (headRow: number, lastRow: number, columns: number) => void;
  /** Bars behind the numbers of a column, from 0 to `most`. */
  readonly bars: (range: string, most: number) => void;
  readonly link: (cell: string, location: string) => void;
  readonly end: () => void;
}

const LETTERS = 26;

/** `A`, `Z`, `AA`. */
export const letterOf = (column: number): string =>
  (column < LETTERS ? '' : letterOf(Math.floor(column / LETTERS) - 1)) + String.fromCharCode(65 + (column % LETTERS));

export const cellAt = (row: number, column: number): string => `${letterOf(column)}${row}`;

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const paneXml = ({ frozen }: SheetSetting): string => {
  if (frozen === undefined) return '';
  const { rows, columns } = frozen;
  const pane = columns === 0 ? 'bottomLeft' : 'bottomRight';
  return `<pane${columns > 0 ? ` xSplit="${columns}"` : ''} ySplit="${rows}" topLeftCell="${cellAt(rows + 1, columns)}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${cellAt(rows + 1, columns)}" sqref="${cellAt(rows + 1, columns)}"/>`;
};

const headXml = (setting: SheetSetting, first: boolean): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${NAMESPACES}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0">${paneXml(setting)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${setting.widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;

const pageXml = ({ orientation, pagesWide = 1 }: SheetSetting, footer: string): string =>
  `<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="${pagesWide}" fitToHeight="0"/><headerFooter><oddFooter>${xmlText(footer)}</oddFooter></headerFooter>`;

const EXTENSIONS =
  'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';

/** What ties the two accounts of one bar together. */
const barId = (priority: number): string => `{00000000-0000-4000-8000-${String(priority).padStart(12, '0')}}`;

/** Later programs draw bars in one colour, so that one sees where they end; earlier ones let them fade. */
const solidBar = (range: string, most: number, priority: number): string =>
  `<x14:conditionalFormatting><x14:cfRule type="dataBar" id="${barId(priority)}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>${most}</xm:f></x14:cfvo><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`;

const extensions = (solidBars: readonly string[]): string =>
  solidBars.length === 0
    ? ''
    : `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ${EXTENSIONS}><x14:conditionalFormattings>${solidBars.join('')}</x14:conditionalFormattings></ext></extLst>`;

const barsXml = (range: string, most: number, priority: number): string =>
  `<conditionalFormatting sqref="${range}"><cfRule type="dataBar" priority="${priority}"><dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="num" val="${most}"/><color rgb="FFBDD7EE"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" ${EXTENSIONS}><x14:id>${barId(priority)}</x14:id></ext></extLst></cfRule></conditionalFormatting>`;

const inList = (name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<${name}>${items.join('')}</${name}>`;

const cellXml = (place: string, value: CellValue, look: CellLook, styles: StyleSheet): string => {
  const open = `<c r="${place}" s="${styles.of(look)}"`;
  if (value === undefined || value === '') return `${open}/>`;
  if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
  if (typeof value === 'string') {
    const style = isLikeFormula(value) ? styles.textOf(look) : styles.of(look);
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cellText(value))}</t></is></c>`;
  }
  const { formula, result } = value;
  const isText = typeof result === 'string';
  return `${open}${isText ? ' t="str"' : ''}><f>${xmlText(formula)}</f><v>${isText ? xmlText(result) : result}</v></c>`;
};

export interface SheetPlace {
  readonly styles: StyleSheet;
  /** At the foot of each page. */
  readonly footer: string;
  /** Whether the workbook opens here. */
  readonly first: boolean;
}

export const writeSheet = (
  entry: EntryWriter,
  setting: SheetSetting,
  { styles, footer, first }: SheetPlace,
): SheetWriter => {
  const letters = setting.widths.map((_, column) => letterOf(column));
  const merges: string[] = [];
  const bars: string[] = [];
  const solidBars: string[] = [];
  const links: string[] = [];
  let filter = '';
  let number = 0;
  entry.write(headXml(setting, first));
  return {
    row: (cells, height) => {
      number++;
      let xml = `<row r="${number}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`;
      for (const [column, cell] of cells.entries())
        if (cell !== undefined)
          xml += cellXml((letters[column] ?? letterOf(column)) + number, cell[0], cell[1], styles);
      entry.write(`${xml}</row>`);
      return number;
    },
    next: () => number + 1,
    merge: (row, from, to) => {
      if (to > from) merges.push(`<mergeCell ref="${cellAt(row, from)}:${cellAt(row, to)}"/>`);
    },
    filter: (headRow, lastRow, columns) => {
      filter = `<autoFilter ref="A${headRow}:${cellAt(lastRow, columns - 1)}"/>`;
    },
    bars: (range, most) => {
      const priority = bars.push(barsXml(range, most, bars.length + 1));
      solidBars.push(solidBar(range, most, priority));
    },
    link: (cell, location) => void links.push(`<hyperlink ref="${cell}" location="${xmlText(location)}"/>`),
    end: () => {
      const after = [filter, inList('mergeCells', merges), ...bars, inList('hyperlinks', links)];
      entry.write(`</sheetData>${after.join('')}${pageXml(setting, footer)}${extensions(solidBars)}</worksheet>`);
      entry.end();
    },
  };
};
