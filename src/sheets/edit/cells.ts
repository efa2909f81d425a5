import { cellName, type Place, placeOf } from '../address.ts';
import { attributeIn, xmlText } from '../xml.ts';
import { applyEdits, type Edit, type Tag, walk } from './xml.ts';

export interface SheetEdits {
  readonly restyle: (reference: string, style: number) => number;
  /** Cells that must be there, by reference. */
  readonly wanted: readonly string[];
  /** For each such cell, where a link beside it leads, within the workbook. */
  readonly linkOf: (reference: string) => string | undefined;
  /** Whether a link is one of an earlier round. */
  readonly isOwnLink: (location: string) => boolean;
  /** The relation to the drawing of notes, where the sheet has none yet. */
  readonly legacyDrawing: string | undefined;
}

/** What comes after these in a sheet must come after what we add, too. */
const AFTER_LINKS = [
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
];
const AFTER_SHEETS = ['cellWatches', 'ignoredErrors', 'smartTags', 'drawing'];
const AFTER_DRAWING = [
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

interface Cell extends Place {
  readonly tag: Tag;
  readonly reference: string;
}

interface Row {
  readonly row: number;
  readonly tag: Tag;
  end: number;
  readonly cells: Cell[];
}

interface Outline {
  readonly rows: readonly Row[];
  readonly data: Tag | undefined;
  readonly dataEnd: number;
  /** The elements of the sheet itself, in order. */
  readonly parts: readonly Tag[];
  readonly rootEnd: number;
  readonly links: readonly Tag[];
  readonly linksEnd: number;
}

const outlineOf = (text: string): Outline => {
  const rows: Row[] = [];
  const parts: Tag[] = [];
  const links: Tag[] = [];
  let [depth, rootEnd, dataEnd, linksEnd] = [0, text.length, 0, 0];
  let data: Tag | undefined;
  walk(text, {
    open: tag => {
      if (depth === 1) parts.push(tag);
      if (depth === 1 && tag.name === 'sheetData') data = tag;
      const last = rows.at(-1);
      if (tag.name === 'row')
        rows.push({ row: Number(tag.attributes.r ?? (last?.row ?? 0) + 1), tag, end: tag.end, cells: [] });
      else if (tag.name === 'c' && last !== undefined) {
        const before = last.cells.at(-1);
        const reference = tag.attributes.r ?? cellName(last.row, (before?.column ?? 0) + 1);
        last.cells.push({ ...placeOf(reference), reference, tag });
      } else if (tag.name === 'hyperlink') links.push(tag);
      depth++;
    },
    close: (name, start, end) => {
      depth--;
      const last = rows.at(-1);
      if (name === 'row' && last !== undefined) last.end = start;
      if (name === 'sheetData') dataEnd = start;
      if (name === 'hyperlinks') linksEnd = end;
      if (depth === 0) rootEnd = start;
    },
  });
  return { rows, data, dataEnd, parts, rootEnd, links, linksEnd };
};

const withStyle = (text: string, { tag }: Cell, style: number): Edit => {
  const own = text.slice(tag.start, tag.end);
  const bare = own.replace(/\ss="\d*"/u, '');
  return { start: tag.start, end: tag.end, text: bare.replace(/^(<[^\s/>]+)/u, `$1 s="${style}"`) };
};

const restyleAll = (text: string, { rows }: Outline, edits: SheetEdits): readonly Edit[] =>
  rows.flatMap(({ cells }) =>
    cells.flatMap(cell => {
      const style = Number(cell.tag.attributes.s ?? 0);
      const wanted = edits.restyle(cell.reference, style);
      return wanted === style ? [] : [withStyle(text, cell, wanted)];
    }),
  );

const opened = (text: string, tag: Tag, inner: string): Edit => ({
  start: tag.start,
  end: tag.end,
  text: `${text.slice(tag.start, tag.end - 2)}>${inner}</${tag.prefix}${tag.name}>`,
});

const insertAt = (at: number, text: string): Edit => ({ start: at, end: at, text });

/** Cells that are not there yet: in their row, or in a row of their own. */
const addMissing = (text: string, { rows, data, dataEnd }: Outline, edits: SheetEdits): readonly Edit[] => {
  if (data === undefined) return [];
  const prefix = data.prefix;
  const there = new Set(rows.flatMap(({ cells }) => cells.map(cell => cell.reference)));
  const missing = edits.wanted
    .filter(reference => !there.has(reference))
    .map(reference => ({ reference, ...placeOf(reference) }));
  const byRow = new Map<number, typeof missing>();
  for (const cell of missing.sort((a, b) => a.row - b.row || a.column - b.column))
    byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  return [...byRow].flatMap(([number, cells]): readonly Edit[] => {
    const row = rows.find(candidate => candidate.row === number);
    const made = (base: number) =>
      cells.map(({ reference }) => `<${prefix}c r="${reference}" s="${edits.restyle(reference, base)}"/>`);
    if (row === undefined) {
      const xml = `<${prefix}row r="${number}">${made(0).join('')}</${prefix}row>`;
      const next = rows.find(candidate => candidate.row > number);
      if (next !== undefined) return [insertAt(next.tag.start, xml)];
      return [data.selfClosing ? opened(text, data, xml) : insertAt(dataEnd, xml)];
    }
    const base = Number(row.tag.attributes.s ?? 0);
    if (row.tag.selfClosing) return [opened(text, row.tag, made(base).join(''))];
    return cells.map(({ column }, index) =>
      insertAt(row.cells.find(cell => cell.column > column)?.tag.start ?? row.end, made(base)[index] ?? ''),
    );
  });
};

/** The cell before a marked one that says what it is; clicking that one does no harm. */
const besideOf = ({ rows }: Outline, reference: string, taken: ReadonlySet<string>): string | undefined => {
  const place = placeOf(reference);
  const row = rows.find(candidate => candidate.row === place.row);
  return row?.cells.findLast(
    ({ column, tag, reference: own }) =>
      column < place.column && !tag.selfClosing && tag.attributes.t !== undefined && !taken.has(own),
  )?.reference;
};

const newLinks = (outline: Outline, edits: SheetEdits, kept: readonly Tag[]): ReadonlyMap<string, string> => {
  const taken = new Set([...edits.wanted, ...kept.map(tag => tag.attributes.ref ?? '')]);
  const links = new Map<string, string>();
  for (const reference of edits.wanted) {
    const target = edits.linkOf(reference);
    const beside = target === undefined ? undefined : besideOf(outline, reference, taken);
    if (beside === undefined || target === undefined) continue;
    links.set(beside, target);
    taken.add(beside);
  }
  return links;
};

/** Links of an earlier round give way to those of this one; others stay. */
const linkEdits = (text: string, outline: Outline, edits: SheetEdits): readonly Edit[] => {
  const kept = outline.links.filter(tag => !edits.isOwnLink(tag.attributes.location ?? ''));
  const prefix = outline.data?.prefix ?? '';
  const made = [...newLinks(outline, edits, kept)].map(
    ([from, to]) => `<${prefix}hyperlink ref="${from}" location="${xmlText(to)}"/>`,
  );
  if (made.length === 0 && kept.length === outline.links.length) return [];
  const all = [...kept.map(tag => text.slice(tag.start, tag.end)), ...made];
  const xml = all.length === 0 ? '' : `<${prefix}hyperlinks>${all.join('')}</${prefix}hyperlinks>`;
  const own = outline.parts.find(tag => tag.name === 'hyperlinks');
  if (own !== undefined) return [{ start: own.start, end: outline.linksEnd, text: xml }];
  const next = outline.parts.find(tag => [...AFTER_LINKS, ...AFTER_SHEETS, ...AFTER_DRAWING].includes(tag.name));
  return [insertAt(next?.start ?? outline.rootEnd, xml)];
};

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const drawingEdits = ({ parts, data, rootEnd }: Outline, { legacyDrawing }: SheetEdits): readonly Edit[] => {
  if (legacyDrawing === undefined) return [];
  const next = parts.find(tag => AFTER_DRAWING.includes(tag.name));
  return [
    insertAt(
      next?.start ?? rootEnd,
      `<${data?.prefix ?? ''}legacyDrawing xmlns:r="${RELATIONS}" r:id="${legacyDrawing}"/>`,
    ),
  ];
};

/** A sheet with cells restyled and added, links beside them, and a drawing for notes; all else as it was. */
export const editSheet = (text: string, edits: SheetEdits): string => {
  const outline = outlineOf(text);
  return applyEdits(text, [
    ...restyleAll(text, outline, edits),
    ...addMissing(text, outline, edits),
    ...linkEdits(text, outline, edits),
    ...drawingEdits(outline, edits),
  ]);
};

/** The relation to the drawing that a sheet has for its notes. */
export const legacyDrawingOf = (text: string): string | undefined => {
  const tag = outlineOf(text).parts.find(({ name }) => name === 'legacyDrawing');
  return tag && attributeIn(tag.attributes, 'id');
};
