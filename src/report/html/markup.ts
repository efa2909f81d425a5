import type { Lang } from '../../model/base/text.ts';
import { clean } from '../text/layout.ts';

/** Text that a browser reads as markup. Only this file makes it, so data never becomes live. */
export interface Markup {
  readonly markup: string;
}

export type Content = Markup | string | number | undefined | false | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => clean(text).replaceAll(/[&<>"']/gu, sign => ENTITIES[sign] ?? sign);

const isList = (content: Content): content is readonly Content[] => Array.isArray(content);

export const rendered = (content: Content): string => {
  if (content === undefined || content === false) return '';
  if (isList(content)) return content.map(rendered).join('');
  return typeof content === 'object' ? content.markup : escaped(String(content));
};

/** A template whose own text is markup and whose values are data, unless they are markup already. */
export const html = (parts: TemplateStringsArray, ...values: readonly Content[]): Markup => ({
  markup: parts.reduce((text, part, index) => text + rendered(values[index - 1]) + part),
});

export type HeadingLevel = 1 | 2 | 3 | 4 | 5;

export const heading = (level: HeadingLevel, id: string | undefined, content: Content): Markup => ({
  markup: `<h${level}${id === undefined ? '' : ` id="${escaped(id)}"`}>${rendered(content)}</h${level}>`,
});

/** So many levels further down. */
export const below = (level: HeadingLevel, steps = 1): HeadingLevel => Math.min(level + steps, 5) as HeadingLevel;

/** Markup between other markup. */
export const joined = (parts: readonly Content[], between: Content): Content =>
  parts.map((part, index) => (index === 0 ? part : [between, part]));

const HAN = /\p{Script=Han}/u;

/** Chinese words on an English page say so to whoever reads them aloud. */
export const spoken = (text: string, lang: Lang): Content =>
  lang === 'en' && HAN.test(text) ? html`<span lang="zh-CN">${text}</span>` : text;
