import { xmlText } from '../xml.ts';
import type { Look } from './look.ts';

/** Looks by number, as cells refer to them. */
export interface LookNumbers {
  readonly of: (look: Look) => number;
  /** The same look for text that would be taken for a formula once it is edited. */
  readonly textOf: (look: Look) => number;
}

export interface StyleSheet extends LookNumbers {
  readonly xml: () => string;
}

/** The format of text, and the number by which every spreadsheet knows it. */
export const TEXT_FORMAT = '@';
export const TEXT_FORMAT_NUMBER = 49;

/** Numbers below this are the formats that every spreadsheet has. */
const FIRST_FORMAT = 164;

const color = (name: string, argb: string | undefined): string =>
  argb === undefined ? '' : `<${name} rgb="${argb}"/>`;

const PLAIN = { font: '宋体', size: 11 } as const;

export const fontXml = ({
  bold,
  underline,
  size,
  ink,
  font,
}: Pick<Look, 'bold' | 'underline' | 'size' | 'ink' | 'font'>): string =>
  `<font>${bold ? '<b/>' : ''}${underline ? '<u/>' : ''}<sz val="${size}"/>${color('color', ink)}<name val="${font}"/></font>`;

export const fillXml = ({ fill }: Pick<Look, 'fill'>): string =>
  fill === undefined
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid">${color('fgColor', fill)}<bgColor indexed="64"/></patternFill></fill>`;

export const borderXml = ({ edge }: Pick<Look, 'edge'>): string => {
  const edges = ['left', 'right', 'top', 'bottom'].map(side =>
    edge === undefined ? `<${side}/>` : `<${side} style="thin">${color('color', edge)}</${side}>`,
  );
  return `<border>${edges.join('')}<diagonal/></border>`;
};

const alignmentXml = ({ across, down, wrap, turned, indent }: Look): string => {
  const said = {
    horizontal: across,
    vertical: down === 'middle' ? 'center' : down,
    wrapText: wrap ? 1 : undefined,
    textRotation: turned,
    indent,
  };
  const attributes = Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : `${name}="${value}"`));
  return `<alignment ${attributes.join(' ')}/>`;
};

/** Where the parts of a look stand in their lists. */
interface Numbers {
  readonly format: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
}

/** The XML of a look whose parts are listed. */
export const lookXml = (look: Look, { format, font, fill, border }: Numbers): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignmentXml(look)}</xf>`;

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
  const fonts = numbered(fontXml(PLAIN));
  const fills = numbered(fillXml({}), '<fill><patternFill patternType="gray125"/></fill>');
  const borders = numbered(borderXml({}));
  const formats = numbered();
  const cells = numbered('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  const [known, knownTexts] = [new Map<Look, number>(), new Map<Look, number>()];
  const formatOf = (format: string | undefined): number => {
    if (format === undefined) return 0;
    return format === TEXT_FORMAT ? TEXT_FORMAT_NUMBER : FIRST_FORMAT + formats.of(format);
  };
  const add = (look: Look): number =>
    cells.of(
      lookXml(look, {
        format: formatOf(look.format),
        font: fonts.of(fontXml(look)),
        fill: fills.of(fillXml(look)),
        border: borders.of(borderXml(look)),
      }),
    );
  const once = (among: Map<Look, number>, look: Look, meant: Look): number => {
    const number = among.get(look) ?? add(meant);
    among.set(look, number);
    return number;
  };
  return {
    of: look => once(known, look, look),
    textOf: look => once(knownTexts, look, { ...look, format: TEXT_FORMAT }),
    xml: () => {
      const own = formats
        .all()
        .map((format, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${xmlText(format)}"/>`);
      return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${block('numFmts', own)}${block('fonts', fonts.all())}${block('fills', fills.all())}${block('borders', borders.all())}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${block('cellXfs', cells.all())}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
    },
  };
};
