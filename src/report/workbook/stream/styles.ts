import type { Borders, Color, Fill, Font } from 'exceljs';
import { xmlText } from '../../../sheets/write/xml.ts';
import type { Look } from '../style.ts';

/** A look with the format of its numbers. */
export interface CellLook extends Look {
  readonly numFmt?: string;
}

/** Looks by number, as cells refer to them. */
export interface StyleSheet {
  readonly of: (look: CellLook) => number;
  /** The same look for text that would be taken for a formula once it is edited. */
  readonly textOf: (look: CellLook) => number;
  readonly xml: () => string;
}

const TEXT = '@';

/** Numbers below this are the formats that every spreadsheet has. */
const FIRST_FORMAT = 164;

const color = (name: string, { argb }: Partial<Color> = {}): string =>
  argb === undefined ? '' : `<${name} rgb="${argb}"/>`;

const fontXml = ({ bold, underline, size = 11, color: ink, name = '宋体' }: Partial<Font>): string =>
  `<font>${bold ? '<b/>' : ''}${underline ? '<u/>' : ''}<sz val="${size}"/>${color('color', ink)}<name val="${name}"/></font>`;

const fillXml = (fill: Fill | undefined): string =>
  fill?.type === 'pattern' && fill.fgColor !== undefined
    ? `<fill><patternFill patternType="solid">${color('fgColor', fill.fgColor)}<bgColor indexed="64"/></patternFill></fill>`
    : NO_FILL;

const NO_FILL = '<fill><patternFill patternType="none"/></fill>';

const borderXml = (border: Partial<Borders> = {}): string => {
  const edges = (['left', 'right', 'top', 'bottom'] as const).map(side => {
    const edge = border[side];
    return edge?.style === undefined
      ? `<${side}/>`
      : `<${side} style="${edge.style}">${color('color', edge.color)}</${side}>`;
  });
  return `<border>${edges.join('')}<diagonal/></border>`;
};

const alignmentXml = ({ horizontal, vertical, wrapText, textRotation, indent }: Look['alignment']): string => {
  const middle = vertical === 'middle' ? 'center' : vertical;
  const said = { horizontal, vertical: middle, wrapText: wrapText ? 1 : undefined, textRotation, indent };
  const attributes = Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : `${name}="${value}"`));
  return `<alignment ${attributes.join(' ')}/>`;
};

/** Texts by number, each once. */
const numbered = (...first: readonly string[]) => {
  const numbers = new Map(first.map((text, index) => [text, index]));
  return {
    of: (text: string): number => {
      const known = numbers.get(text) ?? numbers.size;
      numbers.set(text, known);
      return known;
    },
    all: (): readonly string[] => [...numbers.keys()],
  };
};

const block = (name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;

export const makeStyles = (): StyleSheet => {
  const fonts = numbered(fontXml({}));
  const fills = numbered(NO_FILL, '<fill><patternFill patternType="gray125"/></fill>');
  const borders = numbered(borderXml());
  const formats = numbered();
  const cells = numbered('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  const [known, knownTexts] = [new Map<CellLook, number>(), new Map<CellLook, number>()];
  const formatOf = (format: string | undefined): number => {
    if (format === undefined) return 0;
    return format === TEXT ? 49 : FIRST_FORMAT + formats.of(format);
  };
  const add = ({ font, fill, border, alignment, numFmt }: CellLook): number =>
    cells.of(
      `<xf numFmtId="${formatOf(numFmt)}" fontId="${fonts.of(fontXml(font))}" fillId="${fills.of(fillXml(fill))}" borderId="${borders.of(borderXml(border))}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignmentXml(alignment)}</xf>`,
    );
  const once = (among: Map<CellLook, number>, look: CellLook, meant: CellLook): number => {
    const number = among.get(look) ?? add(meant);
    among.set(look, number);
    return number;
  };
  return {
    of: look => once(known, look, look),
    textOf: look => once(knownTexts, look, { ...look, numFmt: TEXT }),
    xml: () => {
      const own = formats
        .all()
        .map((format, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${xmlText(format)}"/>`);
      return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${block('numFmts', own)}${block('fonts', fonts.all())}${block('fills', fills.all())}${block('borders', borders.all())}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${block('cellXfs', cells.all())}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
    },
  };
};
