import { eastAsianWidth } from 'get-east-asian-width';
import { asWords, clean } from '../../model/base/clean.ts';

export { clean };

const COMBINING = /^\p{M}$/u;

/** A line does not begin with one of these, nor end with one of those. */
const NOT_AT_START = /[\p{Pe}\p{Pf}、，。；：？！…～·%‰℃,.;:?!'"’”]/u;
const NOT_AT_END = /[\p{Ps}\p{Pi}“‘《≥≤<>×]/u;

interface Setting {
  readonly width: number;
  readonly opensLine: boolean;
  readonly closesLine: boolean;
}

const settings = new Map<string, Setting>();

const IDEOGRAPH: Setting = { width: 2, opensLine: true, closesLine: true };

/** How a character is set; texts repeat few of them, so each is looked at once. */
const settingOf = (char: string): Setting => {
  if (char >= '\u4e00' && char <= '\u9fff') return IDEOGRAPH;
  const known = settings.get(char);
  if (known !== undefined) return known;
  const combining = COMBINING.test(char);
  const setting = {
    width: combining ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0),
    opensLine: !combining && char !== ' ' && !NOT_AT_START.test(char),
    closesLine: !NOT_AT_END.test(char),
  };
  settings.set(char, setting);
  return setting;
};

const charWidth = (char: string): number => settingOf(char).width;

/** Columns of a terminal that a text takes. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) width += 2;
    else if (code >= 0x20 && code < 0x7f) width += 1;
    else {
      const char = String.fromCodePoint(text.codePointAt(at) ?? code);
      width += charWidth(char);
      at += char.length - 1;
    }
  }
  return width;
};

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** After these, a space does not part a figure from its unit or its sign. */
const BEFORE_FIGURE = /[\d≥≤<>×]/u;

/** Whether a line may end between two characters. */
const mayBreak = (before: string, after: string, beforeSpace: string): boolean => {
  if (!settingOf(after).opensLine) return false;
  if (before === ' ') return !BEFORE_FIGURE.test(beforeSpace);
  const { width, closesLine } = settingOf(before);
  return closesLine && (width === 2 || charWidth(after) === 2);
};

/** The pieces of a text that stay whole. */
const pieces = (text: string): readonly string[] => {
  const found: string[] = [];
  let [piece, before, beforeSpace] = ['', '', ''];
  for (const char of text) {
    if (before !== '' && mayBreak(before, char, beforeSpace)) {
      found.push(piece);
      piece = '';
    }
    piece += char;
    beforeSpace = before;
    before = char;
  }
  return piece === '' ? found : [...found, piece];
};

/** A piece wider than the line is cut where the line ends. */
const cut = (piece: string, width: number): readonly string[] => {
  const parts: string[] = [];
  let [part, taken] = ['', 0];
  for (const char of piece) {
    if (taken > 0 && taken + charWidth(char) > width) {
      parts.push(part);
      [part, taken] = ['', 0];
    }
    part += char;
    taken += charWidth(char);
  }
  return [...parts, part];
};

const fill = (parts: readonly string[], width: number): readonly string[] => {
  const lines: string[] = [];
  let [line, taken] = ['', 0];
  for (const part of parts) {
    const own = displayWidth(part);
    if (line !== '' && taken + own > width && taken + displayWidth(part.trimEnd()) > width) {
      lines.push(line.trimEnd());
      [line, taken] = ['', 0];
    }
    line += part;
    taken += own;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
};

/**
 * A text in lines of at most `width` columns, by the rules of Chinese typesetting. `words`, such as places in files,
 * follow it and are not broken.
 */
export const wrap = (text: string, width: number, words: readonly string[] = []): readonly string[] => {
  const room = Math.max(width, NARROWEST);
  const said = clean(text);
  const after = [...(text === '' || words.length === 0 ? [] : ['  ']), ...words.map(word => `${clean(word)}  `)];
  const line = said + after.join('');
  if (displayWidth(line) <= room) return [asWords(line.trimEnd())];
  const parts = pieces(said).flatMap(piece =>
    piece.length * 2 > room && displayWidth(piece.trimEnd()) > room ? cut(piece, room) : [piece],
  );
  return fill([...parts, ...after], room).map(asWords);
};

const NARROWEST = 8;
