import { both, type Lang } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import { centersTable, centersTitle } from '../tell/audit/centers.ts';
import { type ChapterName, REPORT, tellAudit } from '../tell/audit/document.ts';
import { subjectOf } from '../tell/audit/subject.ts';
import { aside } from '../tell/problems.ts';
import { chaptersMarkup, contents, masthead } from './html/blocks/blocks.ts';
import { tableMarkup } from './html/blocks/table.ts';
import { contextOf, type Placed, placed } from './html/context.ts';
import { findingsFilter } from './html/filter.ts';
import { type Content, heading, html as markup } from './html/markup.ts';
import { pageOf } from './html/page.ts';
import { FILTER_SCRIPT, SCROLL_SCRIPT } from './html/script.ts';
import { BASE_STYLE } from './html/style.ts';
import { CENTRE_STYLE } from './html/style-centre.ts';
import { PRINT_STYLE } from './html/style-print.ts';
import type { Report, ReportOptions } from './index.ts';

const CHAPTERS: readonly ChapterName[] = [
  'verdict',
  'shortcomings',
  'plan',
  'drawing',
  'findings',
  'readings',
  'asks',
  'points',
  'ledger',
  'scorecard',
  'stages',
  'warnings',
  'basis',
  'signatures',
];

const CENTRE = 'centre';

const chapters = ({ document, context }: Placed, filter: Content): Content =>
  chaptersMarkup(document.chapters, context, ({ name }) => name === 'findings' && filter);

/** What stands after the last centre. */
const afterwards = (options: ReportOptions): Content =>
  chaptersMarkup(aside(options), contextOf({ lang: options.lang }, 1));

const footer = ({ lang, tool }: ReportOptions): Content => markup`
<footer><p>${both(`由 ${tool.name} ${tool.version} 生成。本报告是一个独立的文件，不联网，也不对外发送任何内容。`, `Made by ${tool.name} ${tool.version}. This report is one file: it loads nothing and sends nothing.`)[lang]}</p></footer>`;

const onePage = (placed: Placed, options: ReportOptions): Content => markup`
<header>${masthead(placed.document, placed.context, CENTRE)}</header>
${contents(placed.document.chapters, placed.context)}
<main id="content">
${chapters(placed, findingsFilter([placed.document], options.lang))}
${afterwards(options)}
</main>
${footer(options)}`;

const article = (placed: Placed): Content => markup`
<article class="centre" aria-labelledby="${placed.context.id(CENTRE)}">
${masthead(placed.document, placed.context, CENTRE)}
${chapters(placed, undefined)}
</article>`;

const centers = (audits: readonly Audit[], placed: readonly Placed[], lang: Lang): Content => {
  const entries = audits.map((audit, index) => ({ audit, to: placed[index]?.context.id(CENTRE) ?? CENTRE }));
  return markup`
<nav class="chapter" aria-labelledby="centres">
${heading(2, 'centres', centersTitle(entries, lang))}
${tableMarkup(centersTable(entries, lang), contextOf({ lang }, 1), 'centres')}
</nav>`;
};

const manyPage = (audits: readonly Audit[], placed: readonly Placed[], options: ReportOptions): Content => markup`
<header><h1>${REPORT[options.lang]}</h1></header>
<main id="content">
${
  placed.length > 0 && [
    centers(audits, placed, options.lang),
    findingsFilter(
      placed.map(({ document }) => document),
      options.lang,
    ),
    placed.map(article),
  ]
}
${afterwards(options)}
</main>
${footer(options)}`;

const page = async (audits: readonly Audit[], options: ReportOptions): Promise<string> => {
  const { lang } = options;
  const documents = await Promise.all(
    audits.map(audit => tellAudit(subjectOf(audit, options), 'particulars', CHAPTERS)),
  );
  const centres = placed(documents, 'c');
  const [only, ...others] = centres;
  const single = others.length === 0 ? only : undefined;
  return pageOf({
    lang,
    title: single ? `${single.document.title} · ${REPORT[lang]}` : REPORT[lang],
    styles: [BASE_STYLE, CENTRE_STYLE, PRINT_STYLE],
    scripts: [FILTER_SCRIPT, SCROLL_SCRIPT],
    body: single ? onePage(single, options) : manyPage(audits, centres, options),
  });
};

/** For reading, filtering and printing: one page that needs nothing but itself. */
const html: Report = async function* (audits, options) {
  const held: Audit[] = [];
  for await (const audit of audits) held.push(audit);
  yield await page(held, options);
};

export default html;
