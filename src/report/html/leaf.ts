import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Reader } from '../../words/reader.ts';
import { below, type Content, type HeadingLevel, heading, html, type Markup } from './markup.ts';

/** One centre's part of a page. */
export interface Leaf {
  readonly audit: Audit;
  readonly lang: Lang;
  readonly reader: Reader;
  /** Of the centre's own heading. */
  readonly level: HeadingLevel;
  /** An id that no other centre on the page has. */
  readonly id: (name: string) => string;
}

export const leafOf = (audit: Audit, lang: Lang, level: HeadingLevel, prefix: string): Leaf => ({
  audit,
  lang,
  reader: { vocabulary: audit.pack.vocabulary, lang },
  level,
  id: name => prefix + name,
});

/** A part of the report under its own heading. */
export interface Chapter {
  readonly name: string;
  readonly title: string;
  readonly content: Content;
}

/** A section is a landmark only where no other centre on the page has the like. */
export const landmark = ({ level, id }: Leaf, name: string): Content =>
  level === 1 && html` aria-labelledby="${id(name)}"`;

export const chapterMarkup = (leaf: Leaf, { name, title, content }: Chapter): Markup => html`
<section class="chapter chapter-${name}"${landmark(leaf, name)}>
${heading(below(leaf.level), leaf.id(name), title)}
${content}
</section>`;
