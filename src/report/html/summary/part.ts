import type { Lang } from '../../../model/base/text.ts';
import { type Center, nameOf } from '../../../model/profile/profile.ts';
import type { CenterRow, FrameSummary, RankedCenter } from '../../../model/result/summary.ts';
import { below, type Content, type HeadingLevel, heading, html, type Markup, spoken } from '../markup.ts';

/** All centres of one pack and level, as one part of the page. */
export interface Part {
  readonly summary: FrameSummary;
  readonly lang: Lang;
  /** Of the part's own heading. */
  readonly level: HeadingLevel;
  readonly id: (name: string) => string;
  /** So many centres are listed, and so many drawn. */
  readonly most: { readonly listed: number; readonly drawn: number };
  /** How many counties the centres come from. */
  readonly counties: number;
  readonly pageOf: (row: CenterRow) => string | undefined;
}

export interface Chapter {
  readonly name: string;
  readonly title: string;
  readonly content: Content;
}

export const chapterMarkup = (
  { level, id }: Pick<Part, 'level' | 'id'>,
  { name, title, content }: Chapter,
): Markup => html`
<section class="chapter chapter-${name}" aria-labelledby="${id(name)}">
${heading(below(level), id(name), title)}
${content}
</section>`;

/** Where it is, as far as its name does not say so. */
export const whereOf = ({ name, township, county }: Center, counties = 2): string => {
  const known = name ?? township ?? '';
  const parts = [counties > 1 ? county : undefined, township];
  return parts.filter(part => part !== undefined && !known.includes(part)).join(' ');
};

/** A link within the folder of the page, whatever the path looks like. */
const href = (path: string): string => `./${path.split('/').map(encodeURIComponent).join('/')}`;

export const centreName = ({ row }: Pick<RankedCenter, 'row'>, { lang, pageOf }: Part): Content => {
  const name = spoken(nameOf(row.center, row.location.file), lang);
  const page = pageOf(row);
  return page === undefined ? name : html`<a href="${href(page)}">${name}</a>`;
};

/** What the filter knows of a centre. */
export const filterData = ({ row }: RankedCenter, { id }: Part): Markup =>
  html`data-item="" data-frame="${id('')}" data-grade="${row.score?.grades.join('/')}" data-gate="${row.gate}" data-county="${row.center.county}" data-o="${row.outcomes}"`;

/** Best first; without a score last; otherwise as they came. */
const ranked = ({ centers }: FrameSummary): readonly RankedCenter[] =>
  [...centers].sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));

export interface Selection {
  readonly top: readonly RankedCenter[];
  readonly bottom: readonly RankedCenter[];
  readonly left: number;
}

/** All centres by rank, or where there are too many the best and the worst. */
export const select = ({ summary }: Part, most: number): Selection => {
  const all = ranked(summary);
  if (all.length <= most) return { top: all, bottom: [], left: summary.count - all.length };
  const half = Math.floor(most / 2);
  return { top: all.slice(0, most - half), bottom: all.slice(all.length - half), left: summary.count - most };
};

/** The head of a column; one without a name heads nothing. */
export const columnHead = (name: string, kind = ''): Markup =>
  name === '' ? html`<td class="${kind}"></td>` : html`<th scope="col" class="${kind}">${name}</th>`;
