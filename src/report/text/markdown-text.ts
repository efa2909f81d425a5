import { clean } from './layout.ts';

/** Data as plain text of Markdown: no mark-up, no mention of a person, no link. */
export const escaped = (text: string): string =>
  clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]#|~]/gu, '\\$&')
    .replaceAll('@', '@\u200B')
    .replaceAll('://', '&#58;//');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('');
