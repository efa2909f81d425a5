import { own } from '../../model/base/text.ts';
import { formatNumber } from './number-formats.ts';
import { rowText } from './rows.ts';

const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
  emsp: '\u2003',
  ensp: '\u2002',
  sup2: '²',
  ge: '≥',
  le: '≤',
  deg: '°',
  permil: '‰',
  bull: '•',
  divide: '÷',
  plusmn: '±',
  amp: '&',
};

const decoded = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z0-9]+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
      if (name !== undefined) return own(NAMED, name) ?? whole;
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

const SILENT = /<!--[\s\S]*?-->|<(script|style|noscript|head|template|nav|select|button|svg)\b[\s\S]*?<\/\1\s*>/giu;
const TAG = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>|<[!?][^<>]*>/giu;
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol option p pre section table tbody thead tfoot title tr ul'.split(
    ' ',
  ),
);

interface Listed {
  readonly format: string | undefined;
  next: number;
}

const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '1': 'decimal',
};

const listOf = (name: string, attributes: string): Listed => {
  const [, type = '1'] = /\btype\s*=\s*["']?([aAiI1])/u.exec(attributes) ?? [];
  const [, start = '1'] = /\bstart\s*=\s*["']?(\d+)/u.exec(attributes) ?? [];
  return { format: name === 'ol' ? FORMATS[type] : undefined, next: Number(start) };
};

const markOf = (list: Listed | undefined): string =>
  list?.format === undefined ? '' : `${formatNumber(list.next++, list.format)}. `;

/** The text of a web page: blocks and rows of tables a line each, numbered lists with their numbers. */
export const htmlText = (page: string): string => {
  const lines: string[] = [];
  const tables: string[][][] = [];
  const lists: Listed[] = [];
  let line = '';
  const give = (): void => {
    const text = decoded(line)
      .replaceAll(/[^\S\u3000\u2003\u2002\u00a0]+/gu, ' ')
      .trimEnd();
    line = '';
    const cell = tables.at(-1)?.at(-1);
    if (text.trim() !== '') (cell ?? lines).push(text.startsWith(' ') ? text.trimStart() : text);
  };
  const open = (name: string, attributes: string): void => {
    if (name === 'br' || BLOCKS.has(name)) give();
    if (name === 'tr') tables.push([]);
    if (name === 'td' || name === 'th') tables.at(-1)?.push([]);
    if (name === 'ol' || name === 'ul') lists.push(listOf(name, attributes));
    if (name === 'li') line = markOf(lists.at(-1));
  };
  const close = (name: string): void => {
    if (BLOCKS.has(name) || name === 'td' || name === 'th') give();
    if (name === 'ol' || name === 'ul') lists.pop();
    if (name !== 'tr') return;
    const target = tables.pop() ?? [];
    for (const row of rowText(target)) (tables.at(-1)?.at(-1) ?? lines).push(row);
  };
  let at = 0;
  const body = page.replaceAll(SILENT, ' ');
  for (const tag of body.matchAll(TAG)) {
    line += body.slice(at, tag.index);
    at = tag.index + tag[0].length;
    const [, slash, name = '', attributes = ''] = tag;
    if (name !== '') (slash === '/' ? close : open)(name.toLowerCase(), attributes);
  }
  line += body.slice(at);
  give();
  return `${lines.join('\n')}\n`;
};
