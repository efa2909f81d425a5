import { formatLocation, type Location, placeInFile } from '../../model/base/location.ts';
import { both } from '../../model/base/text.ts';
import {
  type Block,
  type Cell,
  type Chapter,
  type Document,
  type Field,
  type Findings,
  type FindingWords,
  isDrawing,
  isSaid,
  type Row,
  type Said,
  type Table,
  type Text,
  undrawn,
} from '../../tell/block.ts';
import { ledgerTable } from '../../tell/ledger.ts';
import { label } from '../../words/names.ts';
import { type EachKind, pick, told } from '../../words/reader.ts';
import { clean } from '../text/layout.ts';

/** Data as plain text of Markdown: no mark-up, no mention of a person, no link. */
const escaped = (text: string): string =>
  clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]#|~]/gu, '\\$&')
    .replaceAll('@', '@\u200B')
    .replaceAll('://', '&#58;//');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('');

/** What a document says of all its parts. */
export type Frame = Pick<Document, 'lang' | 'file'>;

const plain = (text: string): string => text.split('\n').map(escaped).join('<br>');

const inline = (text: Text): string => {
  if (typeof text === 'string') return plain(text);
  const parts = text.map(part => (typeof part === 'string' ? { text: part } : part));
  // Stars next to a space or to punctuation, of which Chinese texts begin and end with much, set nothing in bold.
  return parts.map(part => ('strong' in part ? `<b>${plain(part.text)}</b>` : plain(part.text))).join('');
};

/** The file is named only where it is not the one that the document is about. */
const placeText = (location: Location, { file }: Frame): string =>
  location.file === file ? placeInFile(location) : formatLocation(location);

const places = (locations: readonly Location[], frame: Frame): string =>
  [...new Set(locations.map(location => placeText(location, frame)))].map(plain).join('<br>');

const cellText = (cell: Cell, frame: Frame): string => {
  if (isDrawing(cell)) return '';
  if (typeof cell === 'object' && 'places' in cell) return places(cell.places, frame);
  return typeof cell === 'object' && 'outcome' in cell ? plain(cell.text) : inline(cell);
};

/** Markdown spans no columns: what a cell would span stays empty. */
const rowCells = ({ cells, kind }: Row, columns: number, frame: Frame): readonly string[] => {
  const [first = '', ...others] = cells.map(cell => cellText(cell, frame));
  const head = kind === undefined ? first : `**${first}**`;
  return [head, ...Array.from({ length: columns - cells.length }, () => ''), ...others];
};

export const tableText = (table: Table, frame: Frame): string => {
  const { columns, rows } = undrawn(table);
  return markdownTable(
    columns.map(({ title }) => escaped(title)),
    rows.map(row => rowCells(row, columns.length, frame)),
  );
};

const fieldText = ({ name, texts, quoted, words = [], places: spots = [] }: Field, frame: Frame): string => {
  if (quoted) return [`* **${plain(name)}**\n`, ...texts.map(text => `  > ${inline(text)}\n\n`)].join('');
  const said = [...texts.map(inline), ...words.map(plain), ...(spots.length > 0 ? [places(spots, frame)] : [])];
  return `* **${plain(name)}** ${said.join('<br>')}\n`;
};

const findingCells = (words: FindingWords, frame: Frame): readonly string[] => {
  const { clause, title, binds, gist, waived, details, place } = words;
  const why = details.find(({ kind }) => waived && kind === 'waived')?.text;
  const waiver = why === undefined ? '' : `<br>${pick(frame, '已豁免：', 'waived: ')}${plain(why)}`;
  return [plain(`${clause} ${title}`), plain(binds), plain(gist) + waiver, plain(placeText(place, frame))];
};

const findingsText = ({ items }: Findings, frame: Frame): string =>
  markdownTable(
    [label('clause', frame.lang), label('binds', frame.lang), pick(frame, '情况', 'Found'), label('place', frame.lang)],
    items.map(item => findingCells(item, frame)),
  );

const list = (items: readonly string[]): string => items.map(item => `- ${item}\n`).join('');

const named = (name: string, text: string, { lang }: Frame): string => plain(`${name}${both('：', ': ')[lang]}${text}`);

/** A block as Markdown that ends its last line; `level` is that of the heading above it. */
const TEXTS: EachKind<Said, [frame: Frame, level: number], string> = {
  heading: (block, _, level) => `${'#'.repeat(level + block.level)} ${plain(block.text)}\n`,
  paragraph: ({ text }) => `${inline(text)}\n`,
  list: ({ items }) => list(items.map(inline)),
  fields: ({ rows }, frame) => rows.map(row => fieldText(row, frame)).join(''),
  ruling: ({ text }) => `**${plain(text)}**\n`,
  figures: ({ figures }, frame) =>
    list(
      figures.map(({ name, text, reach, of }) =>
        named(name, [text, reach, of].filter(part => part !== undefined).join('  '), frame),
      ),
    ),
  table: tableText,
  findings: findingsText,
  ledger: (ledger, frame) =>
    `${list(ledger.remarks.map(({ name, text }) => named(name, text, frame)))}\n${tableText(ledgerTable(ledger, frame.lang), frame)}`,
  signatures: () => '',
};

const joined = (blocks: readonly Block[], frame: Frame, level: number): string =>
  blocks
    .filter(isSaid)
    .map(block => told(TEXTS, 'kind', block, frame, level))
    .filter(text => text !== '')
    .join('\n');

export interface Setting {
  /** Of the document's own title: 1 for `#`. */
  readonly level: number;
  /** Chapters that open at a click, as in a comment. */
  readonly folded: readonly string[];
}

/** All findings of a chapter as one list, without the headings between them. */
const flattened = (blocks: readonly Block[]): readonly Block[] => {
  const items = blocks.flatMap(block => (block.kind === 'findings' ? block.items : []));
  if (items.length === 0) return blocks;
  const rest = blocks.filter(({ kind }) => kind !== 'findings' && kind !== 'heading');
  return [...rest, { kind: 'findings', style: 'brief', items }];
};

/** A chapter under its heading, or folded up under it. */
export const chapterMarkdown = ({ name, title, blocks }: Chapter, frame: Frame, { level, folded }: Setting): string => {
  const folds = folded.includes(name);
  const body = joined(folds ? flattened(blocks) : blocks, frame, level + 1);
  if (folds) return body === '' ? '' : `<details><summary>${plain(title)}</summary>\n\n${body}\n</details>\n`;
  return title === '' ? body : `${'#'.repeat(level + 1)} ${plain(title)}\n\n${body}`;
};

/** A document as Markdown, a blank line between its parts. */
export const documentMarkdown = (document: Document, setting: Setting): string =>
  [
    `${'#'.repeat(setting.level)} ${plain(document.title)}\n`,
    joined(document.head, document, setting.level),
    ...document.chapters.map(chapter => chapterMarkdown(chapter, document, setting)),
  ]
    .filter(text => text !== '')
    .join('\n');
