import { applyEdits, type Edit, escapeXml, type Tag, walk } from './xml.ts';

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

/** The colours of marks; no others are taken for marks of an earlier round. */
export const MARK_FILLS = { fail: 'FFF9CFD3', unknown: 'FFFFEFB5' } as const;

const MARKS = Object.values(MARK_FILLS);

const LOOK_FONTS = {
  head: '<b/><sz val="11"/><name val="宋体"/>',
  text: '<sz val="11"/><name val="宋体"/>',
  link: '<u/><sz val="11"/><color rgb="FF1F4E79"/><name val="宋体"/>',
} as const;

const withAttribute = (tag: string, name: string, value: string): string => {
  const [head = tag] = /^<[^>]*?(?=\/?>)/u.exec(tag) ?? [];
  const cleaned = head.replace(new RegExp(`\\s${name}="[^"]*"`, 'u'), '');
  return `${cleaned} ${name}="${escapeXml(value)}"${tag.slice(head.length)}`;
};

const EMPTY = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';

export const openStyles = (text: string): StyleSheet => {
  const blocks = {
    fonts: readBlock(text, 'fonts'),
    fills: readBlock(text, 'fills'),
    cellXfs: readBlock(text, 'cellXfs'),
  };
  const added: Record<keyof typeof blocks, string[]> = { fonts: [], fills: [], cellXfs: [] };
  const made = new Map<string, number>();
  const prefix = blocks.cellXfs?.open.prefix ?? '';
  const tagged = (xml: string): string => (prefix === '' ? xml : xml.replaceAll(/<(\/?)(?=\w)/gu, `<$1${prefix}`));
  const add = (block: keyof typeof blocks, item: string): number =>
    (blocks[block]?.items.length ?? 0) + added[block].push(item) - 1;
  const once = (key: string, make: () => number): number => {
    const number = made.get(key) ?? make();
    made.set(key, number);
    return number;
  };
  const fillOf = (argb: string, behind = '<bgColor indexed="64"/>'): number =>
    once(`fill ${argb} ${behind}`, () =>
      add(
        'fills',
        tagged(`<fill><patternFill patternType="solid"><fgColor rgb="${argb}"/>${behind}</patternFill></fill>`),
      ),
    );
  const styleAt = (base: number): string => blocks.cellXfs?.items[base] ?? blocks.cellXfs?.items[0] ?? tagged(EMPTY);
  const fillAt = (base: number): string =>
    blocks.fills?.items[Number(/\bfillId="(\d+)"/u.exec(styleAt(base))?.[1] ?? 0)] ?? '';
  const refilled = (base: number, fill: number): number =>
    add('cellXfs', withAttribute(withAttribute(styleAt(base), 'fillId', String(fill)), 'applyFill', '1'));
  /** The colour that a marked style had before is kept behind the mark, where it does not show. */
  const original = (base: number): string => {
    const color = /patternType="solid"/u.test(fillAt(base))
      ? /<(?:\w+:)?fgColor([^>]*?)\/?>/u.exec(fillAt(base))?.[1]
      : undefined;
    return color === undefined ? '<bgColor indexed="64"/>' : `<bgColor${color.replace(/\/$/u, '')}/>`;
  };
  const isMarked = (base: number): boolean => MARKS.some(argb => fillAt(base).includes(argb));
  const restored = (base: number): number => {
    if (!isMarked(base)) return base;
    const behind = /<(?:\w+:)?bgColor[^>]*\brgb="([0-9A-Fa-f]{8})"/u.exec(fillAt(base))?.[1];
    return once(`restored ${base}`, () => refilled(base, behind === undefined ? 0 : fillOf(behind)));
  };
  return {
    isMarked,
    restored,
    filled: (base, argb) =>
      once(`${base} ${argb}`, () => {
        const behind = isMarked(base) ? /<(?:\w+:)?bgColor[^>]*>/u.exec(fillAt(base))?.[0] : original(base);
        return refilled(base, fillOf(argb, behind));
      }),
    plain: look =>
      once(look, () => {
        const font = add('fonts', tagged(`<font>${LOOK_FONTS[look]}</font>`));
        const fill = look === 'head' ? fillOf('FFD9E5F0') : 0;
        const xf = `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
        return add('cellXfs', tagged(xf));
      }),
    text: () => {
      const edits = (Object.keys(blocks) as (keyof typeof blocks)[]).flatMap((name): readonly Edit[] => {
        const block = blocks[name];
        if (block === undefined || added[name].length === 0) return [];
        const head = withAttribute(
          text.slice(block.open.start, block.open.end),
          'count',
          String(block.items.length + added[name].length),
        );
        return [
          { start: block.open.start, end: block.open.end, text: head },
          { start: block.end, end: block.end, text: added[name].join('') },
        ];
      });
      return applyEdits(text, edits);
    },
  };
};

/** For a workbook that has no styles at all. */
export const LEAST_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';
