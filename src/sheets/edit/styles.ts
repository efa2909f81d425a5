import type { Look } from '../write/look.ts';
import {
  borderXml,
  fillXml,
  fontXml,
  type LookNumbers,
  lookXml,
  TEXT_FORMAT,
  TEXT_FORMAT_NUMBER,
} from '../write/styles.ts';
import { xmlText } from '../xml.ts';
import { applyEdits, type Edit, type Tag, walk } from './xml.ts';

interface Block {
  readonly open: Tag;
  readonly end: number;
  readonly items: readonly string[];
}

/** A list of the styles part (`fills`, `cellXfs`) with the text of each of its items. */
const readBlock = (text: string, name: string): Block | undefined => {
  let open: Tag | undefined;
  let end = 0;
  let depth = 0;
  let itemStart = 0;
  const items: string[] = [];
  walk(text, {
    open: tag => {
      if (open !== undefined && end === 0 && depth++ === 0) itemStart = tag.start;
      if (open === undefined && tag.name === name) open = tag;
    },
    close: (closed, start, after) => {
      if (open === undefined || end > 0) return;
      if (depth === 0 && closed === name) end = start;
      else if (--depth === 0) items.push(text.slice(itemStart, after));
    },
  });
  return open === undefined ? undefined : { open, end, items };
};

export type StyleList = 'fonts' | 'fills' | 'borders' | 'cellXfs';

/** The styles part of a workbook, to the lists of which items can be added; what stands there is not touched. */
export interface StylePart {
  readonly item: (list: StyleList, index: number) => string | undefined;
  /** Adds an item, unless one was added under this key; answers with its index. */
  readonly add: (list: StyleList, key: string, item: () => string) => number;
  /** Adds an item that has no prefix yet, once. */
  readonly shared: (list: StyleList, xml: string) => number;
  /** XML with the prefix that the part gives its elements. */
  readonly tagged: (xml: string) => string;
  readonly text: () => string;
}

/** A tag, or an element that begins with one, with an attribute set. */
const withAttribute = (tag: string, name: string, value: string): string => {
  const [head = tag] = /^<[^>]*?(?=\/?>)/u.exec(tag) ?? [];
  const cleaned = head.replace(new RegExp(`\\s${name}="[^"]*"`, 'u'), '');
  return `${cleaned} ${name}="${xmlText(value)}"${tag.slice(head.length)}`;
};

const editsOf = (text: string, { open, end, items }: Block, added: readonly string[]): readonly Edit[] => {
  if (added.length === 0) return [];
  const head = withAttribute(text.slice(open.start, open.end), 'count', String(items.length + added.length));
  return [
    { start: open.start, end: open.end, text: head },
    { start: end, end, text: added.join('') },
  ];
};

interface Grown {
  readonly block: Block | undefined;
  readonly added: string[];
}

const openStylePart = (text: string): StylePart => {
  const open = (name: StyleList): Grown => ({ block: readBlock(text, name), added: [] });
  const lists: Readonly<Record<StyleList, Grown>> = {
    fonts: open('fonts'),
    fills: open('fills'),
    borders: open('borders'),
    cellXfs: open('cellXfs'),
  };
  const made = new Map<string, number>();
  const prefix = lists.cellXfs.block?.open.prefix ?? '';
  const append = ({ block, added }: Grown, item: string): number => (block?.items.length ?? 0) + added.push(item) - 1;
  const add: StylePart['add'] = (name, key, item) => {
    const index = made.get(key) ?? append(lists[name], item());
    made.set(key, index);
    return index;
  };
  const tagged = (xml: string): string => (prefix === '' ? xml : xml.replaceAll(/<(\/?)(?=\w)/gu, `<$1${prefix}`));
  return {
    item: (name, index) => lists[name].block?.items[index],
    add,
    shared: (name, xml) => add(name, xml, () => tagged(xml)),
    tagged,
    text: () =>
      applyEdits(
        text,
        Object.values(lists).flatMap(({ block, added }) => (block === undefined ? [] : editsOf(text, block, added))),
      ),
  };
};

/** The styles of a workbook, to which variants of its own and looks of added sheets are added. */
export interface StyleSheet extends LookNumbers {
  /** The number of a style that is like `base` but for its fill. */
  readonly filled: (base: number, argb: string) => number;
  /** Whether a style has the fill of an earlier round, and the style without it. */
  readonly isMarked: (base: number) => boolean;
  readonly restored: (base: number) => number;
  readonly text: () => string;
}

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

const addFill = ({ add, tagged }: StylePart, argb: string, behind = NO_COLOUR): number =>
  add('fills', `fill ${argb} ${behind}`, () =>
    tagged(`<fill><patternFill patternType="solid"><fgColor rgb="${argb}"/>${behind}</patternFill></fill>`),
  );

/** Numbers of looks are those of every spreadsheet, or of text: the part keeps its own list of formats. */
const addLook = (part: StylePart, look: Look): number => {
  const xml = lookXml(look, {
    format: look.format === TEXT_FORMAT ? TEXT_FORMAT_NUMBER : 0,
    font: part.shared('fonts', fontXml(look)),
    fill: part.shared('fills', fillXml(look)),
    border: part.shared('borders', borderXml(look)),
  });
  return part.shared('cellXfs', xml);
};

/** The styles part of a workbook, in which fills of these colours are marks of an earlier round. */
export const openStyles = (text: string, marks: readonly string[]): StyleSheet => {
  const part = openStylePart(text);
  const styleAt = (base: number): string => part.item('cellXfs', base) ?? part.item('cellXfs', 0) ?? part.tagged(EMPTY);
  const fillAt = (base: number): string =>
    part.item('fills', Number(/\bfillId="(\d+)"/u.exec(styleAt(base))?.[1] ?? 0)) ?? '';
  const refilled = (base: number, key: string, fill: () => number): number =>
    part.add('cellXfs', key, () =>
      withAttribute(withAttribute(styleAt(base), 'fillId', String(fill())), 'applyFill', '1'),
    );
  const isMarked = (base: number): boolean => marks.some(argb => fillAt(base).includes(argb));
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
    of: look => addLook(part, look),
    textOf: look => addLook(part, { ...look, format: TEXT_FORMAT }),
    text: part.text,
  };
};

/** For a workbook that has no styles at all. */
export const LEAST_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';
