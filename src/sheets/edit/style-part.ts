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

/** The lists of the styles part that are added to. */
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
export const withAttribute = (tag: string, name: string, value: string): string => {
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

export const openStylePart = (text: string): StylePart => {
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
