import type { DocumentKind } from '../../model/base/problem.ts';
import { own } from '../../model/base/text.ts';
import { Refusal } from '../../sheets/read/refusal.ts';
import { glyphsOf, raised, withGlyphs } from '../../sheets/read/symbols.ts';
import { type Attributes, readXml } from '../../sheets/read/xml.ts';
import { inflate, newBudget, openZip } from '../../sheets/read/zip.ts';
import { kindOf } from './kind.ts';

const MAX_PART = 60_000_000;

/** A part of a document by its name; undefined where it has none of it. */
export type PartOf = (name: string) => Uint8Array | undefined;

/** What is read of a Word document, or what its bytes are when that cannot be done. */
export type OfWord<T> = { readonly read: T } | { readonly refused: DocumentKind };

export const ofWord = <T>(bytes: Uint8Array, read: (main: Uint8Array, partOf: PartOf) => T): OfWord<T> => {
  const unread = (): OfWord<T> => ({ refused: kindOf(bytes) ?? 'damaged' });
  try {
    const zip = openZip(bytes);
    const partOf: PartOf = name => {
      const entry = zip.get(name);
      return entry && inflate(entry, newBudget(), MAX_PART);
    };
    const main = partOf('word/document.xml');
    return main === undefined ? unread() : { read: read(main, partOf) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.reason === 'too-large' ? { refused: error.reason } : unread();
  }
};

/** What is told of a Word document as it is gone through. */
export interface WordReader {
  readonly beginParagraph: () => void;
  /** `isListed` in a table of contents. */
  readonly endParagraph: (isListed: boolean) => void;
  readonly beginTable?: () => void;
  readonly endTable?: () => void;
  readonly beginRow: () => void;
  readonly endRow: () => void;
  readonly beginCell: () => void;
  readonly endCell?: () => void;
  readonly say: (text: string, isStruck: boolean) => void;
  /** A property of the paragraph or of the cell that is open. */
  readonly describe: (name: string, value: string | undefined) => void;
  readonly picture?: () => void;
  readonly comment?: (id: string) => void;
}

/** What is deleted, written twice, or how something looked before. */
const SILENT = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'rt',
  'rPrChange',
  'pPrChange',
  'tcPrChange',
]);

const SIGNS: Readonly<Record<string, string>> = { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-', softHyphen: '' };

const PICTURES = new Set(['drawing', 'pict', 'object']);

/** Properties of cells and rows that say where they stand. */
const OF_CELLS = new Set(['gridBefore', 'gridSpan', 'vMerge']);

const isOn = (attributes: Attributes): boolean => !['0', 'false', 'off'].includes(attributes['w:val'] ?? '');

/** A sign of a font of signs, as a person sees it: a tick, an empty box. */
const signOf = (attributes: Attributes): string => {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  return Number.isNaN(code) ? '' : withGlyphs(String.fromCharCode(code), glyphsOf(attributes['w:font']));
};

/** How far a document has been gone through. */
interface Walk {
  readonly reader: WordReader;
  /** How many elements are open that are not read, that give properties, that list the headings. */
  silent: number;
  properties: number;
  contents: number;
  isText: boolean;
  isHidden: boolean;
  isStruck: boolean;
  isTicked: boolean;
  isRaised: boolean;
  /** The entries of a drop-down field, and which of them is shown. */
  readonly choices: string[];
  chosen: number;
  /** Of each control that is open, whether it only asks for an answer. */
  readonly asking: boolean[];
}

const say = ({ reader, silent, isHidden, isStruck, properties, asking }: Walk, text: string): void => {
  if (silent === 0 && !isHidden && properties === 0 && !asking.includes(true)) reader.say(text, isStruck);
};

const strike = (walk: Walk, attributes: Attributes): void => {
  walk.isStruck = walk.properties === 0 && isOn(attributes);
};

const tick = (walk: Walk, attributes: Attributes): void => {
  walk.isTicked = isOn(attributes);
};

const BEGINS: Readonly<Record<string, (walk: Walk, attributes: Attributes) => void>> = {
  p: ({ reader }) => reader.beginParagraph(),
  pPr: walk => walk.properties++,
  r: walk => {
    [walk.isHidden, walk.isStruck, walk.isRaised] = [false, false, false];
  },
  vanish: (walk, attributes) => {
    walk.isHidden = walk.properties === 0 && isOn(attributes);
  },
  vertAlign: (walk, attributes) => {
    walk.isRaised = walk.properties === 0 && attributes['w:val'] === 'superscript';
  },
  strike,
  dstrike: strike,
  t: walk => {
    walk.isText = true;
  },
  tbl: ({ reader }) => reader.beginTable?.(),
  tr: ({ reader }) => reader.beginRow(),
  tc: ({ reader }) => reader.beginCell(),
  sdt: ({ asking }) => asking.push(false),
  showingPlcHdr: ({ asking }, attributes) => asking.splice(-1, 1, isOn(attributes)),
  docPartGallery: (walk, attributes) => {
    if (/contents|目录/iu.test(attributes['w:val'] ?? '')) walk.contents++;
  },
  sym: (walk, attributes) => say(walk, signOf(attributes)),
  checkBox: walk => {
    walk.isTicked = false;
  },
  ddList: walk => {
    walk.chosen = 0;
    walk.choices.length = 0;
  },
  result: (walk, attributes) => {
    walk.chosen = Number(attributes['w:val'] ?? 0);
  },
  listEntry: ({ choices }, attributes) => choices.push(attributes['w:val'] ?? ''),
  default: tick,
  checked: tick,
  commentReference: ({ reader }, attributes) => reader.comment?.(attributes['w:id'] ?? ''),
};

const ENDS: Readonly<Record<string, (walk: Walk) => void>> = {
  p: ({ reader, contents }) => reader.endParagraph(contents > 0),
  pPr: walk => walk.properties--,
  t: walk => {
    walk.isText = false;
  },
  tbl: ({ reader }) => reader.endTable?.(),
  tr: ({ reader }) => reader.endRow(),
  tc: ({ reader }) => reader.endCell?.(),
  checkBox: walk => say(walk, walk.isTicked ? '☑' : '☐'),
  ddList: walk => say(walk, walk.choices[walk.chosen] ?? ''),
  sdt: walk => {
    walk.asking.pop();
    if (walk.contents > 0) walk.contents--;
  },
};

const begin = (walk: Walk, name: string, attributes: Attributes): void => {
  const known = own(BEGINS, name);
  if (known !== undefined) known(walk, attributes);
  else if (PICTURES.has(name)) walk.reader.picture?.();
  else if (walk.properties > 0 || OF_CELLS.has(name)) walk.reader.describe(name, attributes['w:val']);
  else say(walk, own(SIGNS, name) ?? '');
};

/** Goes through the main part of a Word document. What nobody sees is left out: deletions, hidden text, texts that only ask for one. */
export const readWord = (part: Uint8Array, reader: WordReader): void => {
  const counts = { silent: 0, properties: 0, contents: 0 };
  const looks = { isText: false, isHidden: false, isStruck: false, isTicked: false, isRaised: false };
  const walk: Walk = { reader, ...counts, ...looks, choices: [], chosen: 0, asking: [] };
  readXml(part, {
    open: (name, attributes) => {
      if (SILENT.has(name)) walk.silent++;
      if (walk.silent === 0) begin(walk, name, attributes);
    },
    close: name => {
      if (SILENT.has(name)) walk.silent--;
      else if (walk.silent === 0) own(ENDS, name)?.(walk);
    },
    text: text => {
      if (walk.isText) say(walk, walk.isRaised ? raised(text) : text);
    },
  });
};

export const commentTexts = (part: Uint8Array | undefined): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  if (part === undefined) return texts;
  let id = '';
  let isText = false;
  readXml(part, {
    open: (name, attributes) => {
      if (name === 'comment') id = attributes['w:id'] ?? '';
      isText = name === 't';
    },
    close: () => {
      isText = false;
    },
    text: text => {
      if (isText) texts.set(id, (texts.get(id) ?? '') + text);
    },
  });
  return texts;
};
