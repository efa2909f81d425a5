import type * as Docx from 'docx';
import { type Block, type Chapter, type Document, type Field, isSaid, type Said } from '../../tell/block.ts';
import { figureFields, remarkFields } from '../../tell/blocks.ts';
import { ledgerTable } from '../../tell/ledger.ts';
import { OUTCOME_MARKS } from '../../words/names.ts';
import { findingsTable } from './findings.ts';
import { CHAPTERS, INK, POINTS, STYLES, TEXT_WIDTH } from './style.ts';
import {
  boxOf,
  type Context,
  cellParagraph,
  framed,
  headParagraph,
  placesOf,
  runsOf,
  tableOf,
  widthsOf,
} from './table.ts';

type Part = Docx.Paragraph | Docx.Table;

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
  const paragraphs = said.map(text => cellParagraph(context, text, 'text', strong === true));
  return {
    cells: [
      boxOf(context, { paragraphs: [headParagraph(context, name, false)], width: widths[0] ?? 0, fill: INK.label }),
      boxOf(context, { paragraphs, width: widths[1] ?? 0 }),
    ],
  };
};

const fieldsTable = (rows: readonly Field[], context: Context): Docx.Table =>
  framed(
    context,
    widthsOf(LABEL_SHARES),
    rows.map(row => fieldCells(row, context)),
  );

const unbordered = ({ BorderStyle }: Context['kit']) => {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
};

/** Room to sign, each beside the other, never parted by a page. */
const signatures = ({ signers }: Of<'signatures'>, context: Context): Docx.Table => {
  const { kit } = context;
  const width = Math.floor(TEXT_WIDTH / signers.length);
  const line = (text: string, before: number): Docx.Paragraph =>
    new kit.Paragraph({ spacing: { before }, children: [...runsOf(context, text)] });
  return new kit.Table({
    width: { size: TEXT_WIDTH, type: kit.WidthType.DXA },
    columnWidths: signers.map(() => width),
    layout: kit.TableLayoutType.FIXED,
    borders: unbordered(kit),
    rows: [
      new kit.TableRow({
        cantSplit: true,
        children: signers.map(({ who, when }) =>
          boxOf(context, { paragraphs: [line(`${who}：`, 120), line(when, 900)], width }),
        ),
      }),
    ],
  });
};

const HEADINGS = { 1: 'Heading2', 2: 'Heading3', 3: 'Heading3' } as const;

/** `keepNext` holds it to what follows: a remark over a table goes with the table. */
const paragraph = (
  context: Context,
  { text, tone }: Pick<Of<'paragraph'>, 'text' | 'tone'>,
  keepNext: boolean,
): Docx.Paragraph =>
  new context.kit.Paragraph({
    children: [...runsOf(context, text, tone === 'strong' ? { bold: true } : {})],
    ...(tone === 'soft' && { style: STYLES.soft }),
    keepNext,
  });

/** A block as paragraphs and tables. */
const partsOf = (block: Said, isBeforeTable: boolean, context: Context): readonly Part[] => {
  const { kit } = context;
  switch (block.kind) {
    case 'heading':
      return [new kit.Paragraph({ style: HEADINGS[block.level], children: [...runsOf(context, block.text)] })];
    case 'paragraph':
      return [paragraph(context, block, isBeforeTable)];
    case 'list':
      return block.items.map(
        item =>
          new kit.Paragraph({
            style: STYLES.soft,
            numbering: { reference: POINTS, level: 0 },
            children: [...runsOf(context, item)],
          }),
      );
    case 'fields':
      return [fieldsTable(block.rows, context)];
    case 'ruling':
      return [paragraph(context, { text: block.text, tone: 'strong' }, isBeforeTable)];
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
      return [signatures(block, context)];
  }
};

/** Tables that follow one another would be one. */
const apart = (parts: readonly Part[], { kit }: Context): readonly Part[] =>
  parts.flatMap((part, index) => {
    const before = parts[index - 1];
    return part instanceof kit.Table && before instanceof kit.Table
      ? [new kit.Paragraph({ spacing: { line: 120 }, children: [] }), part]
      : [part];
  });

const TABULAR: ReadonlySet<Block['kind']> = new Set(['table', 'findings', 'ledger', 'fields', 'figures']);

const isTabular = (block: Block | undefined): boolean => block !== undefined && TABULAR.has(block.kind);

const blocksOf = (blocks: readonly Block[], context: Context): readonly Part[] =>
  apart(
    blocks.flatMap((block, index) => (isSaid(block) ? partsOf(block, isTabular(blocks[index + 1]), context) : [])),
    context,
  );

const chapterParts = ({ title, blocks }: Chapter, context: Context): readonly Part[] => [
  new context.kit.Paragraph({
    style: 'Heading1',
    numbering: { reference: CHAPTERS, level: 0, instance: context.instance },
    children: [...runsOf(context, title)],
  }),
  ...blocksOf(blocks, context),
];

export const documentParts = ({ title, kind, head, chapters }: Document, context: Context): readonly Part[] => [
  new context.kit.Paragraph({ style: 'Title', children: [...runsOf(context, title)] }),
  ...(kind === undefined
    ? []
    : [new context.kit.Paragraph({ style: STYLES.kind, children: [...runsOf(context, kind)] })]),
  ...blocksOf(head, context),
  ...chapters.flatMap(chapter => chapterParts(chapter, context)),
];
