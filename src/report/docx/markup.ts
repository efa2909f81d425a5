import { xmlText } from '../../sheets/xml.ts';
import { INK, TEXT_WIDTH } from './style.ts';

/** A paragraph or a table of a document, as the file holds it. */
export type Markup = string;

/** How words look where it is otherwise than their paragraph's style has it; a size is in half points. */
export interface Look {
  readonly bold?: boolean;
  readonly color?: string;
  readonly face?: string;
  readonly size?: number;
}

const faceOf = (face: string): Markup =>
  `<w:rFonts ${['ascii', 'cs', 'eastAsia', 'hAnsi'].map(kind => `w:${kind}="${face}"`).join(' ')}/>`;

const lookOf = ({ bold, color, face, size }: Look): Markup => {
  const said = [
    face === undefined ? '' : faceOf(face),
    bold === true ? '<w:b/><w:bCs/>' : '',
    color === undefined ? '' : `<w:color w:val="${color}"/>`,
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join('');
  return said === '' ? '' : `<w:rPr>${said}</w:rPr>`;
};

/** Words of one look on one line, behind a break where the line is not the first. */
export const run = (text: string, look: Look, isBroken: boolean): Markup => {
  const words = xmlText(text).replaceAll("'", '&apos;');
  return `<w:r>${lookOf(look)}${isBroken ? '<w:br/>' : ''}<w:t xml:space="preserve">${words}</w:t></w:r>`;
};

/** How a paragraph is set. */
export interface Setting {
  readonly style?: string;
  /** Held to what follows. */
  readonly keepNext?: boolean;
  /** The number of the list that it is an item of. */
  readonly list?: string | undefined;
  readonly spacing?: { readonly before?: number; readonly line?: number };
  readonly alignment?: 'center' | 'right' | undefined;
}

const KEEP = { true: '<w:keepNext/>', false: '<w:keepNext w:val="false"/>' } as const;

const attributes = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` w:${name}="${value}"`)
    .join('');

export const paragraph = (runs: Markup, { style, keepNext, list, spacing, alignment }: Setting = {}): Markup => {
  const set = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    keepNext === undefined ? '' : KEEP[`${keepNext}`],
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`,
    spacing === undefined ? '' : `<w:spacing${attributes(spacing)}/>`,
    alignment === undefined ? '' : `<w:jc w:val="${alignment}"/>`,
  ].join('');
  return `<w:p>${set === '' ? '' : `<w:pPr>${set}</w:pPr>`}${runs}</w:p>`;
};

export interface Box {
  readonly paragraphs: readonly Markup[];
  readonly width: number;
  readonly span?: number;
  readonly fill?: string | undefined;
}

const MARGINS = Object.entries({ top: 50, left: 90, bottom: 50, right: 90 })
  .map(([side, room]) => `<w:${side} w:type="dxa" w:w="${room}"/>`)
  .join('');

/** A cell of a table. */
export const boxOf = ({ paragraphs, width, span = 1, fill }: Box): Markup =>
  [
    `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>`,
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : '',
    fill ? `<w:shd w:fill="${fill}" w:color="auto" w:val="clear"/>` : '',
    `<w:tcMar>${MARGINS}</w:tcMar><w:vAlign w:val="center"/></w:tcPr>${paragraphs.join('')}</w:tc>`,
  ].join('');

/** A row that no page parts; whether it stands on every page is said where its table may have such a head. */
export const row = (cells: readonly Markup[], isHead?: boolean): Markup => {
  const head = isHead === undefined ? '' : isHead ? '<w:tblHeader/>' : '<w:tblHeader w:val="off"/>';
  return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.join('')}</w:tr>`;
};

const LINES = {
  ruled: `w:val="single" w:color="${INK.line}" w:sz="4"`,
  bare: 'w:val="none" w:color="auto" w:sz="0"',
} as const;

const bordersOf = (line: string): Markup =>
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side => `<w:${side} ${line}/>`).join('');

/** Rows as wide as the page, with lines between them or bare. */
export const tableOfRows = (
  widths: readonly number[],
  rows: readonly Markup[],
  lines: keyof typeof LINES = 'ruled',
): Markup =>
  [
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${TEXT_WIDTH}"/><w:tblBorders>${bordersOf(LINES[lines])}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/></w:tblPr>',
    `<w:tblGrid>${widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    `${rows.join('')}</w:tbl>`,
  ].join('');

export const isTable = (part: Markup): boolean => part.startsWith('<w:tbl>');
