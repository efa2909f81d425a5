import type { Audit } from '../model/finding/audit.ts';
import { centerName } from '../words/names.ts';
import { pick } from '../words/reader.ts';
import { chaptersOf, contents, masthead } from './html/centre/centre.ts';
import { centresTable, rejections, remarks } from './html/centre/several.ts';
import { findingsFilter } from './html/filter.ts';
import { chapterMarkup, type Leaf, leafOf } from './html/leaf.ts';
import { type Content, html as markup } from './html/markup.ts';
import { pageOf } from './html/page.ts';
import { FILTER_SCRIPT, SCROLL_SCRIPT } from './html/script.ts';
import { BASE_STYLE } from './html/style.ts';
import { CENTRE_STYLE } from './html/style-centre.ts';
import { PRINT_STYLE } from './html/style-print.ts';
import type { Report, ReportOptions } from './index.ts';

const footer = ({ lang, tool }: ReportOptions): Content => markup`
<footer><p>${pick({ lang }, `由 ${tool.name} ${tool.version} 生成。本报告是一个独立的文件，不联网，也不对外发送任何内容。`, `Made by ${tool.name} ${tool.version}. This report is one file: it loads nothing and sends nothing.`)}</p></footer>`;

const afterwards = ({ rejected = [], notes = [], lang }: ReportOptions): Content => [
  rejections(rejected, lang),
  remarks(notes, lang),
];

const onePage = (leaf: Leaf, options: ReportOptions): Content => {
  const chapters = chaptersOf(leaf, findingsFilter([leaf], leaf.lang), options.tool);
  return markup`
<header>${masthead(leaf)}</header>
${contents(leaf, chapters)}
<main id="content">
${chapters.map(chapter => chapterMarkup(leaf, chapter))}
${afterwards(options)}
</main>
${footer(options)}`;
};

const article = (leaf: Leaf, options: ReportOptions): Content => markup`
<article class="centre" aria-labelledby="${leaf.id('centre')}">
${masthead(leaf)}
${chaptersOf(leaf, undefined, options.tool).map(chapter => chapterMarkup(leaf, chapter))}
</article>`;

const TITLE = { zh: '对标审核报告', en: 'Audit against the county standard' } as const;

const manyPage = (leaves: readonly Leaf[], options: ReportOptions): Content => markup`
<header><h1>${TITLE[options.lang]}</h1></header>
<main id="content">
${leaves.length > 0 && centresTable(leaves, options.lang)}
${leaves.length === 0 && afterwards(options)}
${leaves.length > 0 && findingsFilter(leaves, options.lang)}
${leaves.map(leaf => article(leaf, options))}
${leaves.length > 0 && afterwards(options)}
</main>
${footer(options)}`;

const page = (audits: readonly Audit[], options: ReportOptions): string => {
  const { lang } = options;
  const [first, ...others] = audits;
  const leaves = audits.map((audit, index) => leafOf(audit, lang, 2, `c${index + 1}-`));
  const single = first !== undefined && others.length === 0;
  return pageOf({
    lang,
    title: single ? `${centerName(first)} · ${TITLE[lang]}` : TITLE[lang],
    styles: [BASE_STYLE, CENTRE_STYLE, PRINT_STYLE],
    scripts: [FILTER_SCRIPT, SCROLL_SCRIPT],
    body: single ? onePage(leafOf(first, lang, 1, ''), options) : manyPage(leaves, options),
  });
};

/** For reading, filtering and printing: one page that needs nothing but itself. */
const html: Report = async function* (audits, options) {
  const held: Audit[] = [];
  for await (const audit of audits) held.push(audit);
  yield page(held, options);
};

export default html;
