import type { Audit } from '../../model/audit.ts';
import type { Lang } from '../../model/text.ts';
import type { Reader } from '../words/reader.ts';
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

/** A chapter of the report under its own heading; nothing where there is nothing to say. */
export const chapter = (leaf: Leaf, name: string, title: string, content: Content): Markup => html`
<section class="chapter ${name}" aria-labelledby="${leaf.id(name)}">
${heading(below(leaf.level), leaf.id(name), title)}
${content}
</section>`;
