import type { Alignment, Borders, Cell, Fill, Style, Workbook, Worksheet } from 'exceljs';
import { textWidth } from '../sheets/write/look.ts';
import { packAnew } from '../sheets/write/zip.ts';

/** Text is written as text, whatever it begins with. */
export type Written = string | number;

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

const COLORS = {
  line: 'FF8EA9C1',
  head: 'FFD9E5F0',
  section: 'FFEEF3F8',
  input: 'FFFFFBE6',
  faint: 'FF5F6B76',
  star: 'FFC00000',
};

const edge = { style: 'thin', color: { argb: COLORS.line } } as const;
const BORDER: Partial<Borders> = { top: edge, left: edge, bottom: edge, right: edge };

const SONG = '宋体';
const HEI = '黑体';

const align = (horizontal: Alignment['horizontal']): Partial<Alignment> => ({
  horizontal,
  vertical: 'middle',
  wrapText: true,
});

export const LOOKS = {
  title: { font: { name: HEI, size: 18, bold: true }, alignment: align('center') },
  basis: { font: { name: SONG, size: 10, color: { argb: COLORS.faint } }, alignment: align('center') },
  note: { font: { name: SONG, size: 10, color: { argb: COLORS.faint } }, alignment: align('left') },
  head: { font: { name: HEI, size: 11 }, alignment: align('center'), fill: solid(COLORS.head), border: BORDER },
  section: { font: { name: HEI, size: 12 }, alignment: align('left'), fill: solid(COLORS.section), border: BORDER },
  label: { font: { name: SONG, size: 11 }, alignment: { ...align('left'), indent: 1 }, border: BORDER },
  number: { font: { name: SONG, size: 10 }, alignment: align('center'), border: BORDER },
  input: { font: { name: SONG, size: 11 }, alignment: align('center'), fill: solid(COLORS.input), border: BORDER },
  inputText: { font: { name: SONG, size: 11 }, alignment: align('left'), fill: solid(COLORS.input), border: BORDER },
  aside: { font: { name: SONG, size: 9, color: { argb: COLORS.faint } }, alignment: align('center'), border: BORDER },
  body: { font: { name: SONG, size: 12 }, alignment: { ...align('left'), vertical: 'top' } },
  heading: { font: { name: HEI, size: 12 }, alignment: align('left') },
} as const satisfies Record<string, Partial<Style>>;

export type LookName = keyof typeof LOOKS;

const styles = new Map<string, Partial<Style>>();

/** One object for all cells that look alike: the library works a style out anew for each object that it meets. */
const styleOf = (look: LookName, other: Partial<Style> = {}): Partial<Style> => {
  const key = `${look} ${JSON.stringify(other)}`;
  const isInput = look === 'input' || look === 'inputText';
  const style = styles.get(key) ?? { ...LOOKS[look], ...(isInput && { protection: { locked: false } }), ...other };
  styles.set(key, style);
  return style;
};

/** `other` is what sets the cell apart from those of its look. */
export const put = (cell: Cell, value: Written | undefined, look: LookName, other?: Partial<Style>): Cell => {
  if (value !== undefined) cell.value = value;
  cell.style = styleOf(look, other);
  return cell;
};

export const AS_TEXT = { numFmt: '@' } as const;

/** A label with the star of a required field in red. */
export const putLabel = (cell: Cell, label: string, required: boolean, look: LookName = 'label'): Cell => {
  put(cell, label, look);
  if (required)
    cell.value = {
      richText: [
        { text: '★', font: { ...LOOKS[look].font, color: { argb: COLORS.star } } },
        { text: label, font: LOOKS[look].font },
      ],
    };
  return cell;
};

export const putAcross = (sheet: Worksheet, row: number, columns: number, value: string, look: LookName): void => {
  sheet.mergeCells(row, 1, row, columns);
  for (let column = 1; column <= columns; column++) put(sheet.getCell(row, column), undefined, look);
  sheet.getCell(row, 1).value = value;
};

/** How wide the columns of a sheet are, from the first on. */
export const setWidths = (sheet: Worksheet, widths: readonly number[]): void =>
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });

/** Lines that a text takes in a column; spreadsheets leave some air beside it. */
export const linesIn = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - 1.5))), 0);

const LINE = 15;

/** Makes a row high enough for its fullest cell. */
export const fitRow = (
  sheet: Worksheet,
  row: number,
  texts: readonly (readonly [text: string, width: number])[],
  least = 22,
  line = LINE,
): void => {
  const lines = Math.max(1, ...texts.map(([text, width]) => linesIn(text, width)));
  sheet.getRow(row).height = Math.min(400, Math.max(least, lines * line + 6));
};

/** A sheet that prints on A4 without being touched up: as wide as the page, headings on every page. */
export const setPage = (sheet: Worksheet, headRow: number, orientation: 'portrait' | 'landscape'): void => {
  sheet.pageSetup = {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    printTitlesRow: `${headRow}:${headRow}`,
  };
  sheet.headerFooter = { oddFooter: '&C第 &P 页　共 &N 页' };
};

/** A workbook that is the same whenever it is made. */
export const newWorkbook = async (): Promise<Workbook> => {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  workbook.creator = 'duibiao';
  return workbook;
};

/** The bytes of a workbook, deflated once: when it is packed anew. */
export const packed = async ({ xlsx }: Workbook): Promise<Uint8Array> =>
  packAnew(new Uint8Array(await xlsx.writeBuffer({ zip: { compression: 'STORE' } })));

/** Headings cannot be typed over; rows and columns may still be made wider. There is no password. */
export const protect = async (sheet: Worksheet): Promise<void> => {
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    formatCells: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  });
};
