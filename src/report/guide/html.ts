import type { Lang } from '../../model/base/text.ts';
import type { Guide } from '../../model/standard/guide.ts';
import { tellGuide } from '../../tell/guide.ts';
import { chaptersMarkup, masthead } from '../html/blocks/blocks.ts';
import { contextOf } from '../html/context.ts';
import { html } from '../html/markup.ts';
import { pageOf } from '../html/page.ts';
import { BASE_STYLE } from '../html/style.ts';
import { PRINT_STYLE } from '../html/style-print.ts';

/** To read at a desk and sign: rules under rules, empty cells high enough to write in. */
const GUIDE_STYLE = `
header > p, header > .wide, .section + p { margin-top: .75rem; }
.section { padding-top: 1rem; break-inside: avoid; }
.section .particulars { margin: 0; padding: .25rem 0 0; border: 0; font-size: .9375rem; }
blockquote { margin: 0; padding-left: .75rem; border-left: 3px solid var(--line); color: var(--soft); }
.signed td:empty { height: 2.5rem; }`;

/** The guide to a pack as one page that needs nothing else: no script, no font, no picture. */
export const guideHtml = (guide: Guide, lang: Lang): string => {
  const document = tellGuide(guide, lang);
  const context = contextOf(document, 1);
  return pageOf({
    lang,
    title: document.title,
    styles: [BASE_STYLE, PRINT_STYLE, GUIDE_STYLE],
    scripts: [],
    body: html`
<header>${masthead(document, context, 'guide')}</header>
<main id="content">
${chaptersMarkup(document.chapters, context)}
</main>`,
  });
};
