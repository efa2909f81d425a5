import { own } from '../../model/base/text.ts';
import { readXml } from '../../sheets/read/xml.ts';
import { formatNumber } from './number-formats.ts';

/** What a paragraph says of its number; a style may say it for all of its paragraphs. */
export interface Numbered {
  readonly style?: string;
  readonly list?: string;
  readonly level?: number;
}

interface Level {
  start: number;
  format: string;
  /** `%1` stands for the number of the first level. */
  text: string;
  plain: boolean;
  spaced: boolean;
}

interface List {
  abstract: string;
  /** Levels that begin anew in this list, and with what. */
  readonly restarts: Map<number, number>;
}

const LEVEL_PARTS: Readonly<Record<string, (level: Level, value: string) => void>> = {
  start: (level, value) => Object.assign(level, { start: Number(value) }),
  numFmt: (level, value) => Object.assign(level, { format: value }),
  lvlText: (level, value) => Object.assign(level, { text: value }),
  isLgl: (level, value) => Object.assign(level, { plain: value !== '0' && value !== 'false' }),
  suff: (level, value) => Object.assign(level, { spaced: value !== 'nothing' }),
};

const readDefinitions = (part: Uint8Array | undefined) => {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  if (part === undefined) return { abstracts, lists };
  const open: { abstract?: Map<number, Level>; level?: Level; list?: List; override: number } = { override: 0 };
  readXml(part, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      const at = Number(attributes['w:ilvl'] ?? 0);
      if (name === 'abstractNum') {
        open.abstract = new Map();
        abstracts.set(attributes['w:abstractNumId'] ?? '', open.abstract);
      } else if (name === 'num') {
        open.list = { abstract: '', restarts: new Map() };
        lists.set(attributes['w:numId'] ?? '', open.list);
      } else if (name === 'abstractNumId' && open.list !== undefined) open.list.abstract = value;
      else if (name === 'lvlOverride') open.override = at;
      else if (name === 'startOverride') open.list?.restarts.set(open.override, Number(value));
      else if (name === 'lvl' && open.list === undefined) {
        open.level = { start: 1, format: 'decimal', text: '', plain: false, spaced: true };
        open.abstract?.set(at, open.level);
      } else if (open.level !== undefined) own(LEVEL_PARTS, name)?.(open.level, value);
    },
    close: name => {
      if (name === 'lvl') delete open.level;
    },
  });
  return { abstracts, lists };
};

interface Style extends Numbered {
  readonly name: string;
  readonly basedOn?: string;
}

const readStyles = (part: Uint8Array | undefined): ReadonlyMap<string, Style> => {
  const styles = new Map<string, Style>();
  if (part === undefined) return styles;
  let id: string | undefined;
  const add = (more: Partial<Style>): void => {
    if (id !== undefined) styles.set(id, { ...(styles.get(id) ?? { name: '' }), ...more });
  };
  readXml(part, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'style') [id] = [attributes['w:styleId']];
      else if (name === 'name') add({ name: value });
      else if (name === 'basedOn') add({ basedOn: value });
      else if (name === 'numId') add({ list: value });
      else if (name === 'ilvl') add({ level: Number(value) });
    },
    close: name => {
      if (name === 'style') id = undefined;
    },
  });
  return styles;
};

const MOST_STYLES_ABOVE = 12;

const resolved = (
  styles: ReadonlyMap<string, Style>,
  { style, ...own }: Numbered,
  left = MOST_STYLES_ABOVE,
): Numbered => {
  const known = style === undefined ? undefined : styles.get(style);
  if (known === undefined || left === 0) return own;
  const { list, level, basedOn } = known;
  const above = basedOn === undefined ? {} : resolved(styles, { style: basedOn }, left - 1);
  return { ...above, ...(list !== undefined && { list }), ...(level !== undefined && { level }), ...own };
};

export type ListNumbers = ReturnType<typeof listNumbers>;

/** Numbers that a word processor puts before paragraphs and that stand nowhere in their text. */
export const listNumbers = (numbering: Uint8Array | undefined, styleSheet: Uint8Array | undefined) => {
  const { abstracts, lists } = readDefinitions(numbering);
  const styles = readStyles(styleSheet);
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  const countOf = (id: string, list: List, at: number, levels: ReadonlyMap<number, Level>): readonly number[] => {
    const count = counts.get(list.abstract) ?? [];
    const restart = begun.has(`${id} ${at}`) ? undefined : list.restarts.get(at);
    begun.add(`${id} ${at}`);
    const startOf = (level: number): number => levels.get(level)?.start ?? 1;
    const upper = Array.from({ length: at }, (_, level) => count[level] ?? startOf(level));
    const now = [...upper, restart ?? (count[at] === undefined ? startOf(at) : count[at] + 1)];
    counts.set(list.abstract, now);
    return now;
  };
  /** The number that stands before the next paragraph, with the space behind it. */
  const next = (paragraph: Numbered): string => {
    const { list: id = '0', level: at = 0 } = resolved(styles, paragraph);
    const list = lists.get(id);
    const levels = abstracts.get(list?.abstract ?? '');
    const level = levels?.get(at);
    if (list === undefined || levels === undefined || level === undefined) return '';
    const numbers = countOf(id, list, at, levels);
    const shown = (upper: number): string =>
      formatNumber(numbers[upper] ?? 1, level.plain ? 'decimal' : (levels.get(upper)?.format ?? 'decimal'));
    const text =
      level.format === 'bullet' ? '' : level.text.replaceAll(/%(\d)/gu, (_, place: string) => shown(Number(place) - 1));
    return text === '' || !level.spaced ? text : `${text} `;
  };
  return { next, isContents: (style = '') => /^toc\b/iu.test(styles.get(style)?.name ?? '') };
};
