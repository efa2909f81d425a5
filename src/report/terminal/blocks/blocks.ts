import { type Block, type Chapter, type Document, type Field, plainOf, type Text } from '../../../tell/block.ts';
import { displayWidth, wrap } from '../../text/layout.ts';
import { type Brush, field, heading, type Page } from '../page.ts';
import { placesOf } from '../places.ts';
import { findingsLines } from './findings.ts';
import { ledgerLines } from './ledger.ts';
import { tableLines } from './table.ts';

const INDENT = 2;

const wrapped = (text: Text, page: Page, indent = 0): readonly string[] =>
  plainOf(text)
    .split('\n')
    .flatMap(line => wrap(line, page.columns - indent))
    .map(line => ' '.repeat(indent) + line);

const brushOf = ({ outcome, strong }: Pick<Field, 'outcome' | 'strong'>, { paint }: Page): Brush => {
  const colour: Brush = outcome === undefined ? line => line : paint.outcome[outcome];
  return strong ? line => paint.strong(colour(line)) : colour;
};

const fieldLines = (row: Field, tone: 'soft' | undefined, page: Page): readonly string[] => {
  const { name, texts, quoted, words = [], places = [] } = row;
  const said = texts.length === 0 ? [''] : texts;
  const after = [...words, ...placesOf(places, page)];
  return said.flatMap((text, index) =>
    field(page, index === 0 ? name : ' '.repeat(displayWidth(name)), quoted ? `“${plainOf(text)}”` : plainOf(text), {
      indent: 0,
      brush: tone === 'soft' ? page.paint.faint : brushOf(row, page),
      ...(index === said.length - 1 && { words: after }),
    }),
  );
};

/** A block as lines, with none before and after it; nothing for what is only drawn. */
export const blockLines = (block: Block, page: Page): readonly string[] => {
  switch (block.kind) {
    case 'heading':
      return wrap(block.text, page.columns).map(line => page.paint.strong(line));
    case 'paragraph':
      return wrapped(block.text, page);
    case 'list':
      return block.items.flatMap(item => wrapped(item, page, INDENT));
    case 'fields':
      return block.rows.flatMap(row => fieldLines(row, block.tone, page));
    case 'ruling':
      return wrapped(block.text, page).map(brushOf({ ...block, strong: true }, page));
    case 'figures':
      return block.figures.flatMap(({ name, text, reach, of }) =>
        field(page, name, [text, reach, of].filter(part => part !== undefined).join('  '), { indent: 0 }),
      );
    case 'table':
      return tableLines(block, page);
    case 'findings':
      return findingsLines(block, page);
    case 'ledger':
      return ledgerLines(block, page);
    case 'bars':
    case 'score-bar':
    case 'histogram':
    case 'matrix':
    case 'signatures':
      return [];
  }
};

const isClose = (before: Block['kind'], { kind }: Block): boolean =>
  (before === 'paragraph' && kind === 'paragraph') || (before === 'heading' && kind === 'fields');

/** Blocks with a blank line between them; paragraphs follow one another without, and fields their heading. */
const apart = (blocks: readonly Block[], page: Page): readonly string[] => {
  const told = blocks.map(block => ({ block, lines: blockLines(block, page) })).filter(({ lines }) => lines.length > 0);
  return told.flatMap(({ block, lines }, index) => {
    const before = told[index - 1]?.block.kind;
    return before === undefined || isClose(before, block) ? lines : ['', ...lines];
  });
};

const chapterLines = ({ title, blocks }: Chapter, page: Page): readonly string[] => {
  const lines = apart(blocks, page);
  if (title === '') return ['', ...lines];
  const gap = lines.length === 0 || blocks[0]?.kind === 'paragraph' ? [] : [''];
  return [...heading(page, `■ ${title}`), ...gap, ...lines];
};

/** A document from its title to its last chapter, as text for a terminal. */
export const documentText = ({ title, head, chapters }: Document, page: Page): string => {
  const lines = [
    ...wrap(title, page.columns).map(line => page.paint.strong(line)),
    ...(head.length === 0 ? [] : ['', ...apart(head, page)]),
    ...chapters.flatMap(chapter => chapterLines(chapter, page)),
  ];
  return `${lines.join('\n')}\n`;
};
