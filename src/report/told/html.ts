import type { Document } from '../../tell/block.ts';
import { chaptersMarkup, masthead } from '../html/blocks/blocks.ts';
import { contextOf } from '../html/context.ts';
import { html } from '../html/markup.ts';
import { pageOf } from '../html/page.ts';
import { BASE_STYLE } from '../html/style.ts';
import { CENTRE_STYLE } from '../html/style-centre.ts';
import { PRINT_STYLE } from '../html/style-print.ts';
import type { Show } from './index.ts';

/** To read at a desk and sign: sections under sections, empty cells high enough to write in. */
const STYLE = `
header > p, header > .wide, .section + p { margin-top: .75rem; }
.section { padding-top: 1rem; break-inside: avoid; }
.section .particulars { margin: 0; padding: .25rem 0 0; border: 0; font-size: .9375rem; }
blockquote { margin: 0; padding-left: .75rem; border-left: 3px solid var(--line); color: var(--soft); }
.short { width: 1%; white-space: nowrap; }
.signed td:empty { height: 2.5rem; }`;

const hasFindings = ({ chapters }: Document): boolean =>
  chapters.some(({ blocks }) => blocks.some(({ kind }) => kind === 'findings'));

/** A document as one page that needs nothing else: no script, no font, no picture. */
const page: Show = async ({ document: tell, lang }) => {
  const document = tell();
  const context = contextOf(document, 1);
  return pageOf({
    lang,
    title: document.title,
    styles: [BASE_STYLE, ...(hasFindings(document) ? [CENTRE_STYLE] : []), PRINT_STYLE, STYLE],
    scripts: [],
    body: html`
<header>${masthead(document, context, 'document')}</header>
<main id="content">
${chaptersMarkup(document.chapters, context)}
</main>`,
  });
};

export default page;
