/** Glyphs of the symbol fonts that people tick boxes with, by the character that stands in the file. */
const SYMBOLS: readonly (readonly [font: RegExp, glyphs: Readonly<Record<string, string>>])[] = [
  [/^wingdings 2$/iu, { P: '√', R: '☑', O: '×', Q: '☒', S: '☒', T: '☒', U: '☒', '£': '□', '\u00a2': '■' }],
  [/^wingdings$/iu, { ü: '√', þ: '☑', û: '×', ý: '☒', o: '□', q: '□', '\u00a8': '□', n: '■', x: '☒' }],
  [/^webdings$/iu, { a: '√', r: '×', c: '□', g: '■' }],
];

export type Glyphs = Readonly<Record<string, string>>;

export const glyphsOf = (font: string | undefined): Glyphs | undefined =>
  font === undefined ? undefined : SYMBOLS.find(([name]) => name.test(font.trim()))?.[1];

/** The text as the font shows it. Symbol characters may stand in the private area U+F000–U+F0FF. */
export const withGlyphs = (text: string, glyphs: Glyphs | undefined): string =>
  glyphs === undefined
    ? text
    : [...text].map(char => glyphs[char] ?? glyphs[String.fromCharCode(char.charCodeAt(0) & 0xff)] ?? char).join('');

/** Text that is set above the line, with its figures as signs of their own: m² and 184¹ are no 1841. */
export const raised = (text: string): string => text.replaceAll(/\d/gu, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit);

const ESCAPED = /_x([0-9A-Fa-f]{4})_/gu;
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\u200b-\u200f\u202a\u202c\u202d\u2066\u2068\u2069\ufffe\uffff]/gu;
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/u;

/** Text as a person sees it: escapes of the format undone, characters without a shape left out. */
export const seenText = (text: string): string =>
  SUSPECT.test(text)
    ? text
        .replaceAll(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .replaceAll(/\r\n?/gu, '\n')
        .replaceAll(UNSEEN, '')
    : text;
