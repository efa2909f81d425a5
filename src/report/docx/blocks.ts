import { type Block, type Chapter, type Document, type Field, isSaid, type Said } from '../../tell/block.ts';
import { figureFields, remarkFields } from '../../tell/blocks.ts';
import { ledgerTable } from '../../tell/ledger.ts';
import { OUTCOME_MARKS } from '../../words/names.ts';
import { findingsTable } from './findings.ts';
import { boxOf, isTable, type Markup, paragraph, row, tableOfRows } from './markup.ts';
import { BULLETS, INK, STYLES, TEXT_WIDTH } from './style.ts';
import { type Context, cellParagraph, framed, headParagraph, placesOf, runsOf, tableOf, widthsOf } from './table.ts';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

const LABEL_SHARES = [16, 84] as const;

const fieldCells = ({ name, texts, words = [], places = [], outcome, strong }: Field, context: Context) => {
  const widths = widthsOf(LABEL_SHARES);
  const mark = outcome === undefined ? '' : `${OUTCOME_MARKS[outcome]} `;
  const said = [
    ...texts.map((text, index) =>
      index === 0 && mark !== '' ? [mark, ...(typeof text === 'string' ? [text] : text)] : text,
    ),
    ...words,
    ...(places.length > 0 ? [placesOf(places, context)] : []),
  ];
  const paragraphs = said.map(text => cellParagraph(text, 'text', strong === true));
  return {
    cells: [
      boxOf({ paragraphs: [headParagraph(name, false)], width: widths[0] ?? 0, fill: INK.label }),
      boxOf({ paragraphs, width: widths[1] ?? 0 }),
    ],
  };
};

const fieldsTable = (rows: readonly Field[], context: Context): Markup =>
  framed(
    widthsOf(LABEL_SHARES),
    rows.map(row => fieldCells(row, context)),
  );

/** Room to sign, each beside the other, never parted by a page. */
const signatures = ({ signers }: Of<'signatures'>): Markup => {
  const width = Math.floor(TEXT_WIDTH / signers.length);
  const line = (text: string, before: number): Markup => paragraph(runsOf(text), { spacing: { before } });
  const boxes = signers.map(({ who, when }) => boxOf({ paragraphs: [line(`${who}：`, 120), line(when, 900)], width }));
  return tableOfRows(
    signers.map(() => width),
    [row(boxes)],
    'bare',
  );
};

const HEADINGS = { 1: 'Heading2', 2: 'Heading3', 3: 'Heading3' } as const;

/** `keepNext` holds it to what follows: a remark over a table goes with the table. */
const remark = ({ text, tone }: Pick<Of<'paragraph'>, 'text' | 'tone'>, keepNext: boolean): Markup =>
  paragraph(runsOf(text, tone === 'strong' ? { bold: true } : {}), {
    ...(tone === 'soft' && { style: STYLES.soft }),
    keepNext,
  });

/** A block as paragraphs and tables. */
const partsOf = (block: Said, isBeforeTable: boolean, context: Context): readonly Markup[] => {
  switch (block.kind) {
    case 'heading':
      return [paragraph(runsOf(block.text), { style: HEADINGS[block.level] })];
    case 'paragraph':
      return [remark(block, isBeforeTable)];
    case 'list':
      return block.items.map(item => paragraph(runsOf(item), { style: STYLES.soft, list: BULLETS }));
    case 'fields':
      return [fieldsTable(block.rows, context)];
    case 'ruling':
      return [remark({ text: block.text, tone: 'strong' }, isBeforeTable)];
    case 'figures':
      return [fieldsTable(figureFields(block.figures), context)];
    case 'table':
      return [tableOf(block, context)];
    case 'findings':
      return [findingsTable(block, context)];
    case 'ledger':
      return [
        tableOf(ledgerTable(block, context.lang), context),
        ...(block.remarks.length === 0 ? [] : [fieldsTable(remarkFields(block.remarks), context)]),
      ];
    case 'signatures':
      return [signatures(block)];
  }
};

/** Tables that follow one another would be one. */
const apart = (parts: readonly Markup[]): Markup =>
  parts
    .map((part, index) =>
      isTable(part) && isTable(parts[index - 1] ?? '') ? paragraph('', { spacing: { line: 120 } }) + part : part,
    )
    .join('');

const TABULAR: ReadonlySet<Block['kind']> = new Set(['table', 'findings', 'ledger', 'fields', 'figures']);

const isTabular = (block: Block | undefined): boolean => block !== undefined && TABULAR.has(block.kind);

const blocksOf = (blocks: readonly Block[], context: Context): Markup =>
  apart(blocks.flatMap((block, index) => (isSaid(block) ? partsOf(block, isTabular(blocks[index + 1]), context) : [])));

const chapterOf = ({ title, blocks }: Chapter, context: Context): Markup =>
  paragraph(runsOf(title), { style: 'Heading1', list: context.chapters }) + blocksOf(blocks, context);

/** All that a document says, between the head and the foot of its pages. */
export const bodyOf = ({ title, kind, head, chapters }: Document, context: Context): Markup =>
  [
    paragraph(runsOf(title), { style: 'Title' }),
    ...(kind === undefined ? [] : [paragraph(runsOf(kind), { style: STYLES.kind })]),
    blocksOf(head, context),
    ...chapters.map(chapter => chapterOf(chapter, context)),
  ].join('');
