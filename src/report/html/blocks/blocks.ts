import { both } from '../../../model/base/text.ts';
import type { Block, Chapter, Detail, Document, Field, Findings, FindingWords } from '../../../tell/block.ts';
import { type EachKind, type OfKind, told } from '../../../words/reader.ts';
import { type Context, chapterMarkup, landmark } from '../context.ts';
import { mark, outcomeMark } from '../marks.ts';
import { below, type Content, heading, html, joined, type Markup, spoken } from '../markup.ts';
import { barsMarkup, figuresMarkup, histogramMarkup, scoreBarMarkup } from './drawings.ts';
import { inline, places } from './inline.ts';
import { matrixMarkup } from './matrix.ts';
import { ledgerMarkup, tableMarkup } from './table.ts';

const detail = ({ kind, name, text, places: spots = [] }: Detail, context: Context): Markup =>
  html`<div class="${kind}"><dt>${name}</dt><dd>${inline(text, context)}${spots.length > 0 && [text !== '' && ' ', places(spots, context)]}</dd></div>`;

/** What a filter holds its choices against. */
const data = ({ outcome, obligation, section }: FindingWords): Markup =>
  html`data-item="" data-outcome="${outcome}" data-obligation="${obligation}" data-section="${section.key}"`;

const item = (words: FindingWords, context: Context): Markup => {
  const { outcome, obligation, binds, weight, change, rule, clause, title, waived } = words;
  const id = context.id(words.anchor);
  return html`
<li class="finding ${outcome}${waived && ' waived'}" id="${id}" ${data(words)}>
<div class="finding-head">${outcomeMark(outcome, context.lang)}
${heading(below(context.level, 3), `${id}-title`, html`<span class="clause">${spoken(clause, context.lang)}</span> ${spoken(title, context.lang)}`)}
<p class="remarks"><span class="obligation ${obligation}">${binds}</span>${weight && html` <span>${weight}</span>`}${change && html` <span>${change}</span>`} <span class="rule-id">${rule}</span></p></div>
<dl>${words.details.map(each => detail(each, context))}</dl>
</li>`;
};

/** Findings in boxes that tell outcomes by shape, word and colour. */
const findingsMarkup = ({ items }: Findings, context: Context): Markup =>
  html`<ol class="findings" role="list">${items.map(words => item(words, context))}</ol>`;

type Of<K extends Block['kind']> = OfKind<Block, K>;

const said = ({ texts, quoted, words = [], places: spots = [], outcome }: Field, context: Context): Content => [
  outcome && mark(outcome),
  quoted
    ? texts.map(text => html`<blockquote>${inline(text, context)}</blockquote>`)
    : joined(
        texts.map(text => inline(text, context)),
        html`<br/>`,
      ),
  words.join(' '),
  spots.length > 0 && places(spots, context),
];

const fields = ({ rows }: Of<'fields'>, context: Context): Markup => html`
<dl class="particulars">
${rows.map(row => html`<div><dt>${row.name}</dt><dd>${said(row, context)}</dd></div>`)}
</dl>`;

const TONES = { soft: 'remark', strong: 'sum-text' } as const;

const paragraph = ({ text, tone }: Of<'paragraph'>, context: Context): Markup =>
  html`<p${tone && html` class="${TONES[tone]}"`}>${inline(text, context)}</p>`;

const signature = ({ who, when }: Of<'signatures'>['signers'][number]): Markup =>
  html`<div><p class="who">${who}</p><p class="line"></p><p class="when">${when}</p></div>`;

/** Under a chapter's heading, as deep as it says. */
const headingMarkup = ({ level, text, anchor }: Of<'heading'>, context: Context): Markup =>
  heading(below(context.level, 1 + level), anchor && context.id(anchor), spoken(text, context.lang));

/** `labelledBy` is the id of the heading that a table without a caption stands under. */
const MARKUP: EachKind<Block, [context: Context, labelledBy: string], Content> = {
  heading: headingMarkup,
  paragraph,
  list: ({ style = 'notes', items }, context) =>
    html`<ul class="${style}">${items.map(one => html`<li>${inline(one, context)}</li>`)}</ul>`,
  fields,
  ruling: ({ outcome, text }) =>
    html`<p class="ruling${outcome && ` ${outcome}`}">${outcome && mark(outcome)}${text}</p>`,
  figures: figuresMarkup,
  'score-bar': scoreBarMarkup,
  bars: barsMarkup,
  histogram: histogramMarkup,
  matrix: matrixMarkup,
  table: tableMarkup,
  findings: findingsMarkup,
  ledger: ledgerMarkup,
  signatures: ({ signers }) => html`<div class="blocks">${signers.map(signature)}</div>`,
};

/** Blocks from one heading of the first level to the next. */
const sectionsOf = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const sections: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) sections.push([]);
    sections.at(-1)?.push(block);
  }
  return sections.filter(({ length }) => length > 0);
};

const blocksMarkup = (blocks: readonly Block[], context: Context, labelledBy: string): Content =>
  blocks.map(block => told(MARKUP, 'kind', block, context, labelledBy));

/** A section is hidden with the last of its findings. */
const sectionMarkup = (blocks: readonly Block[], context: Context, labelledBy: string): Content => {
  const [first] = blocks;
  if (first?.kind !== 'heading') return blocksMarkup(blocks, context, labelledBy);
  const group = blocks.some(({ kind }) => kind === 'findings') && html` data-group=""`;
  const name = first.anchor;
  return html`
<section class="section"${group}${name !== undefined && landmark(context, name)}>
${blocksMarkup(blocks, context, name === undefined ? labelledBy : context.id(name))}
</section>`;
};

/** What a chapter holds, without its heading. */
export const contentOf = ({ name, blocks }: Chapter, context: Context): Content =>
  sectionsOf(blocks).map(section => sectionMarkup(section, context, context.id(name)));

/** The title of a document and who and what it is about. */
export const masthead = ({ kind, title, head }: Document, context: Context, anchor: string): Markup => html`
${kind !== undefined && html`<p class="kind">${kind}</p>`}
${heading(context.level, context.id(anchor), spoken(title, context.lang))}
${blocksMarkup(head, context, context.id(anchor))}`;

/** The chapters of a document, with what stands above the blocks of one of them. */
export const chaptersMarkup = (
  chapters: readonly Chapter[],
  context: Context,
  above: (chapter: Chapter) => Content = () => undefined,
): Content => chapters.map(chapter => chapterMarkup(context, chapter, [above(chapter), contentOf(chapter, context)]));

export const contents = (chapters: readonly Pick<Chapter, 'name' | 'title'>[], { lang, id }: Context): Markup => html`
<nav class="contents" aria-label="${both('目录', 'Contents')[lang]}"><ul>${chapters.map(
  ({ name, title }) => html`<li><a href="#${id(name)}">${title}</a></li>`,
)}</ul></nav>`;
