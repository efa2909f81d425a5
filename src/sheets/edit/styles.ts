import { openStylePart, type StylePart, withAttribute } from './style-part.ts';

/** The styles of a workbook, to which variants of its own are added. */
export interface StyleSheet {
  /** The number of a style that is like `base` but for its fill. */
  readonly filled: (base: number, argb: string) => number;
  /** Whether a style has the fill of an earlier round, and the style without it. */
  readonly isMarked: (base: number) => boolean;
  readonly restored: (base: number) => number;
  /** The number of a style for text of the added sheet. */
  readonly plain: (look: 'head' | 'text' | 'link') => number;
  readonly text: () => string;
}

/** The colours of marks; no others are taken for marks of an earlier round. */
export const MARK_FILLS = { fail: 'FFF9CFD3', unknown: 'FFFFEFB5' } as const;

const MARKS = Object.values(MARK_FILLS);

const LOOK_FONTS = {
  head: '<b/><sz val="11"/><name val="宋体"/>',
  text: '<sz val="11"/><name val="宋体"/>',
  link: '<u/><sz val="11"/><color rgb="FF1F4E79"/><name val="宋体"/>',
} as const;

const EMPTY = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';

const NO_COLOUR = '<bgColor indexed="64"/>';

const SOLID = /patternType="solid"/u;
const FRONT = /<(?:\w+:)?fgColor([^>]*?)\/?>/u;
const BEHIND = /<(?:\w+:)?bgColor[^>]*>/u;
const BEHIND_RGB = /<(?:\w+:)?bgColor[^>]*\brgb="([0-9A-Fa-f]{8})"/u;

/** The colour that a style had before is kept behind the mark, where it does not show. */
const keptBehind = (fill: string): string => {
  const color = SOLID.test(fill) ? FRONT.exec(fill)?.[1] : undefined;
  return color === undefined ? NO_COLOUR : `<bgColor${color.replace(/\/$/u, '')}/>`;
};

const isMark = (fill: string): boolean => MARKS.some(argb => fill.includes(argb));

const addFill = ({ add, tagged }: StylePart, argb: string, behind = NO_COLOUR): number =>
  add('fills', `fill ${argb} ${behind}`, () =>
    tagged(`<fill><patternFill patternType="solid"><fgColor rgb="${argb}"/>${behind}</patternFill></fill>`),
  );

const addLook = (part: StylePart, look: keyof typeof LOOK_FONTS): number =>
  part.add('cellXfs', look, () => {
    const font = part.add('fonts', `font ${look}`, () => part.tagged(`<font>${LOOK_FONTS[look]}</font>`));
    const fill = look === 'head' ? addFill(part, 'FFD9E5F0') : 0;
    return part.tagged(
      `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
    );
  });

export const openStyles = (text: string): StyleSheet => {
  const part = openStylePart(text);
  const styleAt = (base: number): string => part.item('cellXfs', base) ?? part.item('cellXfs', 0) ?? part.tagged(EMPTY);
  const fillAt = (base: number): string =>
    part.item('fills', Number(/\bfillId="(\d+)"/u.exec(styleAt(base))?.[1] ?? 0)) ?? '';
  const refilled = (base: number, key: string, fill: () => number): number =>
    part.add('cellXfs', key, () =>
      withAttribute(withAttribute(styleAt(base), 'fillId', String(fill())), 'applyFill', '1'),
    );
  const isMarked = (base: number): boolean => isMark(fillAt(base));
  return {
    isMarked,
    restored: base => {
      if (!isMarked(base)) return base;
      const behind = BEHIND_RGB.exec(fillAt(base))?.[1];
      return refilled(base, `restored ${base}`, () => (behind === undefined ? 0 : addFill(part, behind)));
    },
    filled: (base, argb) => {
      const behind = isMarked(base) ? BEHIND.exec(fillAt(base))?.[0] : keptBehind(fillAt(base));
      return refilled(base, `${base} ${argb}`, () => addFill(part, argb, behind));
    },
    plain: look => addLook(part, look),
    text: part.text,
  };
};

/** For a workbook that has no styles at all. */
export const LEAST_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';
