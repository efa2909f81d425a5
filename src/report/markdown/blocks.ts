import { formatLocation, type Location, placeInFile } from '../../model/base/location.ts';
import type { Lang } from '../../model/base/text.ts';
import {
  type Block,
  type Cell,
  type Chapter,
  type Document,
  type Field,
  type Findings,
  type FindingWords,
  isDrawing,
  type Row,
  type Table,
  type Text,
  undrawn,
} from '../../tell/block.ts';
import { ledgerTable } from '../../tell/ledger.ts';
import { label } from '../../words/labels.ts';
import { pick } from '../../words/reader.ts';
import { escaped, markdownTable } from '../text/markdown-text.ts';

const plain = (text: string): string => text.split('\n').map(escaped).join('<br>');

const inline = (text: Text): string => {
  if (typeof text === 'string') return plain(text);
  const parts = text.map(part => (typeof part === 'string' ? { text: part } : part));
  return parts.map(part => ('strong' in part ? `**${plain(part.text)}**` : plain(part.text))).join('');
};

const places = (locations: readonly Location[], say: (location: Location) => string): string =>
  [...new Set(locations.map(say))].map(plain).join('<br>');

const cellText = (cell: Cell): string => {
  if (isDrawing(cell)) return '';
  if (typeof cell === 'object' && 'places' in cell) return places(cell.places, placeInFile);
  return typeof cell === 'object' && 'outcome' in cell ? plain(cell.text) : inline(cell);
};

/** Markdown spans no columns: what a cell would span stays empty. */
const rowCells = ({ cells, kind }: Row, columns: number): readonly string[] => {
  const [first = '', ...others] = cells.map(cellText);
  const head = kind === undefined ? first : `**${first}**`;
  return [head, ...Array.from({ length: columns - cells.length }, () => ''), ...others];
};

const tableText = (table: Table): string => {
  const { columns, rows } = undrawn(table);
  return markdownTable(
    columns.map(({ title }) => escaped(title)),
    rows.map(row => rowCells(row, columns.length)),
  );
};

const fieldText = ({ name, texts, quoted, places: spots = [] }: Field): string => {
  if (quoted) return [`* **${plain(name)}**\n`, ...texts.map(text => `  > ${inline(text)}\n\n`)].join('');
  const said = [...texts.map(inline), ...(spots.length > 0 ? [places(spots, formatLocation)] : [])];
  return `* **${plain(name)}** ${said.join('<br>')}\n`;
};

const findingCells = ({ clause, title, binds, gist, waived, details, place }: FindingWords, lang: Lang) => {
  const why = details.find(({ kind }) => waived && kind === 'waived')?.text;
  const waiver = why === undefined ? '' : `<br>${pick({ lang }, '已豁免：', 'waived: ')}${plain(why)}`;
  return [plain(`${clause} ${title}`), plain(binds), plain(gist) + waiver, plain(placeInFile(place))];
};

const findingsText = ({ items }: Findings, lang: Lang): string =>
  markdownTable(
    [label('clause', lang), label('binds', lang), pick({ lang }, '情况', 'Found'), label('place', lang)],
    items.map(item => findingCells(item, lang)),
  );

const list = (items: readonly string[]): string => items.map(item => `- ${item}\n`).join('');

/** A block as Markdown that ends its last line; nothing for what is only drawn. */
export const blockText = (block: Block, lang: Lang, level: number): string => {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(level + block.level)} ${plain(block.text)}\n`;
    case 'paragraph':
      return `${inline(block.text)}\n`;
    case 'list':
      return list(block.items.map(inline));
    case 'fields':
      return block.rows.map(fieldText).join('');
    case 'ruling':
      return `**${plain(block.text)}**\n`;
    case 'figures':
      return list(
        block.figures.map(({ name, text, reach, of }) =>
          plain(
            `${name}${pick({ lang }, '：', ': ')}${[text, reach, of].filter(part => part !== undefined).join('  ')}`,
          ),
        ),
      );
    case 'table':
      return tableText(block);
    case 'findings':
      return findingsText(block, lang);
    case 'ledger':
      return `${list(block.remarks.map(({ name, text }) => plain(`${name}${pick({ lang }, '：', ': ')}${text}`)))}\n${tableText(ledgerTable(block, lang))}`;
    case 'bars':
    case 'score-bar':
    case 'histogram':
    case 'matrix':
    case 'signatures':
      return '';
  }
};

const joined = (blocks: readonly Block[], lang: Lang, level: number): string =>
  blocks
    .map(block => blockText(block, lang, level))
    .filter(text => text !== '')
    .join('\n');

export interface Setting {
  /** Of the document's own title: 1 for `#`. */
  readonly level: number;
  /** Whether its chapters open at a click, as in a comment. */
  readonly folded: boolean;
}

const chapterText = ({ title, blocks }: Chapter, lang: Lang, { level, folded }: Setting): string => {
  const body = joined(blocks, lang, level + 1);
  if (folded) return body === '' ? '' : `<details><summary>${plain(title)}</summary>\n\n${body}\n</details>\n`;
  return title === '' ? body : `${'#'.repeat(level + 1)} ${plain(title)}\n\n${body}`;
};

/** A document as Markdown, a blank line between its parts. */
export const documentMarkdown = ({ lang, title, head, chapters }: Document, setting: Setting): string =>
  [
    `${'#'.repeat(setting.level)} ${plain(title)}\n`,
    joined(head, lang, setting.level),
    ...chapters.map(chapter => chapterText(chapter, lang, setting)),
  ]
    .filter(text => text !== '')
    .join('\n');
