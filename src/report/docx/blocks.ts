import type * as Docx from 'docx';
import {
  type Block,
  type Chapter,
  type Detail,
  type Document,
  type Field,
  type Findings,
  type FindingWords,
  isSaid,
  type Said,
} from '../../tell/block.ts';
import { figureFields, remarkFields } from '../../tell/blocks.ts';
import { ledgerTable } from '../../tell/ledger.ts';
import { label, OUTCOME_MARKS, OUTCOME_NAMES } from '../../words/names.ts';
import { type EachKind, type OfKind, pick, told } from '../../words/reader.ts';
import { CHAPTERS, INK, POINTS, STYLES, TEXT_WIDTH } from './style.ts';
import {
  boxOf,
  type Context,
  cellParagraph,
  framed,
  headParagraph,
  headRow,
  OUTCOME_FILLS,
  placesOf,
  runsOf,
  tableOf,
  widthsOf,
} from './table.ts';

const SHARES = [13, 33, 13, 41] as const;

const detailText = ({ name, text, places = [] }: Detail, context: Context): string => {
  const where = places.length === 0 ? '' : placesOf(places, context);
  return `${name}${pick(context, '：', ': ')}${text}${where}`;
};

/** What is asked stands beside its title, what came of it in a column of its own. */
const isAsked = ({ kind }: Detail): boolean => kind === 'quote' || kind === 'asked';

/** Of what is in order, only what was found. */
const isTold = ({ kind, spare }: Detail, { outcome }: FindingWords): boolean =>
  outcome === 'fail' || outcome === 'unknown' ? !spare : kind === 'found' || kind === 'why' || kind === 'waived';

const outcomeText = ({ outcome, weight, change }: FindingWords, { lang }: Context): string =>
  [`${OUTCOME_MARKS[outcome]} ${OUTCOME_NAMES[outcome][lang]}`, weight, change ?? '']
    .filter(text => text !== '')
    .join('\n');

const rowOf = (words: FindingWords, widths: readonly number[], context: Context) => {
  const { clause, title, binds, details, outcome } = words;
  const heading = cellParagraph(context, [{ text: title, strong: true }, pick(context, `【${binds}】`, ` [${binds}]`)]);
  const asked = details.filter(isAsked).map(detail => cellParagraph(context, detail.text));
  const rest = details.filter(detail => !isAsked(detail) && isTold(detail, words));
  const found = rest.map(detail => cellParagraph(context, detailText(detail, context)));
  const paragraphs: readonly (readonly Docx.Paragraph[])[] = [
    [cellParagraph(context, clause, 'clause')],
    [heading, ...asked],
    [cellParagraph(context, outcomeText(words, context), 'outcome', outcome === 'fail')],
    found.length > 0 ? found : [cellParagraph(context, '')],
  ];
  const fill = OUTCOME_FILLS[outcome];
  return {
    cells: paragraphs.map((each, index) => boxOf(context, { paragraphs: each, width: widths[index] ?? 0, fill })),
  };
};

/** Findings a row each: the clause, what it asks, what came of it, and what was found or is to be done. */
const findingsTable = ({ items }: Findings, context: Context): Docx.Table => {
  const { lang } = context;
  const widths = widthsOf(SHARES);
  const heads = [
    label('clause', lang),
    pick(context, '事项和要求', 'Requirement'),
    label('outcome', lang),
    pick(context, '情况和处理', 'Found, and to do'),
  ];
  return framed(context, widths, [headRow(heads, widths, context), ...items.map(item => rowOf(item, widths, context))]);
};

type Part = Docx.Paragraph | Docx.Table;

type Of<K extends Block['kind']> = OfKind<Block, K>;

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

const fieldsTable = (rows: readonly Field[], context: Context): Docx.Table => {
  const cells = rows.map(row => fieldCells(row, context));
  return framed(context, widthsOf(LABEL_SHARES), cells);
};

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
const PARTS: EachKind<Said, [context: Context, isBeforeTable: boolean], readonly Part[]> = {
  heading: ({ level, text }, context) => [
    new context.kit.Paragraph({ style: HEADINGS[level], children: [...runsOf(context, text)] }),
  ],
  paragraph: (block, context, isBeforeTable) => [paragraph(context, block, isBeforeTable)],
  list: ({ items }, context) =>
    items.map(
      item =>
        new context.kit.Paragraph({
          style: STYLES.soft,
          numbering: { reference: POINTS, level: 0 },
          children: [...runsOf(context, item)],
        }),
    ),
  fields: ({ rows }, context) => [fieldsTable(rows, context)],
  ruling: ({ text }, context, isBeforeTable) => [paragraph(context, { text, tone: 'strong' }, isBeforeTable)],
  figures: ({ figures }, context) => [fieldsTable(figureFields(figures), context)],
  table: (table, context) => [tableOf(table, context)],
  findings: (findings, context) => [findingsTable(findings, context)],
  ledger: (ledger, context) => [
    tableOf(ledgerTable(ledger, context.lang), context),
    ...(ledger.remarks.length === 0 ? [] : [fieldsTable(remarkFields(ledger.remarks), context)]),
  ],
  signatures: (block, context) => [signatures(block, context)],
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
    blocks.flatMap((block, index) =>
      isSaid(block) ? told(PARTS, 'kind', block, context, isTabular(blocks[index + 1])) : [],
    ),
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
