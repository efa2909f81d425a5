import type { Lang } from '../../model/base/text.ts';
import type { Chapter, Document } from '../../tell/block.ts';
import { below, type Content, type HeadingLevel, heading, html, type Markup } from './markup.ts';

/** Where on a page a document stands. */
export interface Context {
  readonly lang: Lang;
  /** The file that a place is in unless it says otherwise. */
  readonly file?: string | undefined;
  /** Of the document's title. */
  readonly level: HeadingLevel;
  /** An id that no other document on the page has. */
  readonly id: (name: string) => string;
}

export const contextOf = (
  { lang, file }: Pick<Document, 'lang' | 'file'>,
  level: HeadingLevel,
  prefix = '',
): Context => ({ lang, file, level, id: name => prefix + name });

export interface Placed {
  readonly document: Document;
  readonly context: Context;
}

/** Documents of one page: alone under its title, several each under one of its own. */
export const placed = (documents: readonly Document[], prefix: string): readonly Placed[] =>
  documents.map((document, index) => ({
    document,
    context: documents.length === 1 ? contextOf(document, 1) : contextOf(document, 2, `${prefix}${index + 1}-`),
  }));

/** A section is a landmark only where no other document on the page has the like. */
export const landmark = ({ level, id }: Context, name: string): Content =>
  level === 1 && html` aria-labelledby="${id(name)}"`;

export const chapterMarkup = (
  context: Context,
  { name, title }: Pick<Chapter, 'name' | 'title'>,
  content: Content,
): Markup => html`
<section class="chapter chapter-${name}"${landmark(context, name)}>
${heading(below(context.level), context.id(name), title)}
${content}
</section>`;
