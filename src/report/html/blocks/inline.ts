import { distinct } from '../../../model/base/group.ts';
import { formatLocation, type Location } from '../../../model/base/location.ts';
import type { Span, Text } from '../../../tell/block.ts';
import { pick, placeText } from '../../../words/reader.ts';
import type { Context } from '../context.ts';
import { type Content, html, joined, spoken } from '../markup.ts';

const lines = (text: string, { lang }: Context): Content => {
  const said = text.split('\n').map(line => spoken(line, lang));
  return joined(said, html`<br/>`);
};

/** A link within the folder of the page, whatever the path looks like. */
const hrefOf = (path: string): string => `./${path.split('/').map(encodeURIComponent).join('/')}`;

const span = ({ text, to, href, strong, soft }: Span, context: Context): Content => {
  const said = lines(text, context);
  const words = strong ? html`<b>${said}</b>` : soft ? html`<small>${said}</small>` : said;
  if (to !== undefined) return html`<a href="#${context.id(to)}">${words}</a>`;
  return href === undefined ? words : html`<a href="${hrefOf(href)}">${words}</a>`;
};

/** Words with their links; Chinese ones on an English page say so to whoever reads them aloud. */
export const inline = (text: Text, context: Context): Content =>
  typeof text === 'string'
    ? lines(text, context)
    : text.map(part => (typeof part === 'string' ? lines(part, context) : span(part, context)));

/** So many places are named, then how many there are. */
const MOST = 8;

/** Places, each once; the file is named only where it is not the one that the document is about. */
export const places = (locations: readonly Location[], context: Context): Content => {
  const all = distinct(locations, formatLocation);
  const shown = all
    .slice(0, MOST)
    .map(location => html`<span class="spot">${placeText(location, context.file, context.lang)}</span>`);
  const more = all.length > MOST && pick(context, `……（共 ${all.length} 处）`, ` … (${all.length} in all)`);
  return [joined(shown, pick(context, '；', '; ')), more];
};
