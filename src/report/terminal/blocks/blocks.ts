import {
  type Block,
  type Chapter,
  type Detail,
  type Document,
  type Field,
  type Findings,
  type FindingWords,
  isSaid,
  type Ledger,
  type LedgerLine,
  type LedgerSection,
  plainOf,
  type Said,
  type Text,
} from '../../../tell/block.ts';
import { figureFields } from '../../../tell/blocks.ts';
import { type EachKind, pick, told } from '../../../words/reader.ts';
import { displayWidth, wrap } from '../../text/layout.ts';
import { type Brush, entry, field, heading, type Page } from '../page.ts';
import { placesOf, tableLines } from './table.ts';

const NONE = '—';

const amounts = ({ low, high, max }: LedgerLine, page: Page): string => {
  const reach = low === high ? '' : pick(page, `（可达 ${high || NONE}）`, ` (up to ${high || NONE})`);
  return `${low || NONE}${reach} / ${max}`;
};

const working = (page: Page, label: string, texts: readonly string[], indent: number): readonly string[] =>
  texts.flatMap((text, index) => field(page, index === 0 ? label : '', text, { indent }));

/** The working of a line; at both ends of its range where they differ. */
const workLines = ({ work: { low, high } }: LedgerLine, page: Page, indent: number): readonly string[] => {
  if (low.join('\n') === high.join('\n')) return working(page, '', low, indent);
  return [
    ...working(page, pick(page, '最差', 'At worst'), low, indent),
    ...working(page, pick(page, '最好', 'At best'), high, indent),
  ];
};

const rowLines = (row: LedgerLine, page: Page): readonly string[] => [
  '',
  ...field(page, amounts(row, page), `${row.clause}  ${row.title}`, { indent: 2 }),
  ...workLines(row, page, 4),
  ...working(page, pick(page, '待查', 'Open'), row.open === '' ? [] : [row.open], 4),
];

const sectionLines = ({ title, subtotal, rows }: LedgerSection, page: Page): readonly string[] => {
  const held = subtotal.work.low.map(text => pick(page, `，${text}`, `, ${text}`)).join('');
  return [
    page.paint.strong(`${title}  ${amounts(subtotal, page)}${held}`),
    ...rows.flatMap(row => rowLines(row, page)),
    '',
  ];
};

const totalLines = ({ work: { low, high } }: LedgerLine, page: Page): readonly string[] => [
  ...working(page, pick(page, '得分', 'Score'), low, 2),
  ...working(page, pick(page, '可达', 'Up to'), low.join() === high.join() ? [] : high, 2),
];

/** A scorecard row by row, each sum spelt out so that it can be worked out again by hand. */
const ledgerLines = ({ sections, total, remarks }: Ledger, page: Page): readonly string[] => [
  ...sections.flatMap(section => sectionLines(section, page)),
  ...totalLines(total, page),
  ...remarks.flatMap(({ name, text }) => field(page, name, text, { indent: 2 })),
];

const detailLines = ({ name, text, places = [] }: Detail, page: Page): readonly string[] =>
  field(page, name, text, { indent: 4, words: placesOf(places, page) });

/** How a finding binds, what it weighs, and the id by which `explain` is asked for its rule. */
const remarksOf = ({ binds, weight, change = '', rule }: FindingWords, page: Page): string =>
  [binds, weight, change, rule].filter(part => part !== '').join(pick(page, '，', ', '));

const whole = (item: FindingWords, page: Page): readonly string[] => [
  ...entry(page, item.outcome, `${item.clause}  ${item.title}`, {
    words: [`[${remarksOf(item, page)}]`],
    brush: page.paint.strong,
  }),
  ...item.details.filter(({ spare }) => !spare).flatMap(detail => detailLines(detail, page)),
];

const brief = ({ outcome, clause, title, gist }: FindingWords, page: Page): readonly string[] =>
  entry(page, outcome, `${clause}  ${title}${pick(page, '：', ': ')}${gist}`);

/** Findings in full with a blank line between them, or each on a line. */
const findingsLines = ({ style, items }: Findings, page: Page): readonly string[] =>
  style === 'brief'
    ? items.flatMap(item => brief(item, page))
    : items.flatMap((item, index) => [...(index === 0 ? [] : ['']), ...whole(item, page)]);

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

/** A block as lines, with none before and after it. */
const LINES: EachKind<Said, [Page], readonly string[]> = {
  heading: ({ text }, page) => wrap(text, page.columns).map(line => page.paint.strong(line)),
  paragraph: ({ text }, page) => wrapped(text, page),
  list: ({ items }, page) => items.flatMap(item => wrapped(item, page, INDENT)),
  fields: ({ rows, tone }, page) => rows.flatMap(row => fieldLines(row, tone, page)),
  ruling: (block, page) => wrapped(block.text, page).map(brushOf({ ...block, strong: true }, page)),
  figures: ({ figures }, page) => figureFields(figures).flatMap(row => fieldLines(row, undefined, page)),
  table: tableLines,
  findings: findingsLines,
  ledger: ledgerLines,
  signatures: () => [],
};

const isClose = (before: Block['kind'], { kind }: Block): boolean =>
  (before === 'paragraph' && kind === 'paragraph') || (before === 'heading' && kind === 'fields');

/** Blocks with a blank line between them; paragraphs follow one another without, and fields their heading. */
const apart = (blocks: readonly Block[], page: Page): readonly string[] => {
  const said = blocks
    .filter(isSaid)
    .map(block => ({ block, lines: told(LINES, 'kind', block, page) }))
    .filter(({ lines }) => lines.length > 0);
  return said.flatMap(({ block, lines }, index) => {
    const before = said[index - 1]?.block.kind;
    return before === undefined || isClose(before, block) ? lines : ['', ...lines];
  });
};

const chapterLines = ({ title, blocks }: Chapter, page: Page): readonly string[] => {
  const lines = apart(blocks, page);
  if (title === '') return ['', ...lines];
  const gap = lines.length === 0 || blocks[0]?.kind === 'paragraph' ? [] : [''];
  return [...heading(page, `■ ${title}`), ...gap, ...lines];
};

/** Chapters that belong to no document. */
export const chaptersText = (chapters: readonly Chapter[], page: Page): string =>
  chapters.map(chapter => `${chapterLines(chapter, page).join('\n')}\n`).join('');

/** A document from its title to its last chapter, as text for a terminal. */
export const documentText = ({ title, head, chapters }: Document, page: Page): string => {
  const lines = [
    ...wrap(title, page.columns).map(line => page.paint.strong(line)),
    ...(head.length === 0 ? [] : ['', ...apart(head, page)]),
    ...chapters.flatMap(chapter => chapterLines(chapter, page)),
  ];
  return `${lines.join('\n')}\n`;
};
