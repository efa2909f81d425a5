import { pick } from '../../../words/reader.ts';
import type { Chapter, Leaf } from '../leaf.ts';
import { html, type Markup } from '../markup.ts';

const block = (leaf: Leaf, zh: string, en: string): Markup =>
  html`<div><p class="who">${pick(leaf, zh, en)}</p><p class="line"></p><p class="when">${pick(leaf, '日期：　　　　年　　月　　日', 'Date:')}</p></div>`;

/** Where people sign on paper; the tool signs nothing. */
export const signatures = (leaf: Leaf): Chapter => ({
  name: 'signatures',
  title: pick(leaf, '签字', 'Signatures'),
  content: html`<div class="blocks">${block(leaf, '检查人（签字）', 'Inspector (signature)')}${block(leaf, '被检查单位负责人（签字、盖章）', 'Head of the centre (signature, seal)')}</div>`,
});
