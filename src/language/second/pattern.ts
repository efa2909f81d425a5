/** A part of a pattern: one of some texts, whatever there is, or a number. */
export type Piece = readonly string[] | 'any' | 'number';

const closing = (pattern: string, from: number): number => {
  for (let at = from; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++;
    else if (pattern[at] === ')') return at;
  }
  return pattern.length;
};

const unescaped = (text: string): string => text.replaceAll(/\\(.)/gu, '$1');

/** The parts of a pattern: `*` anything, `#` a number, `(a|b)` either, `\(` a bracket itself. */
export const piecesOf = (pattern: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') pieces.push([text]);
    text = '';
  };
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === '\\') text += pattern.charAt(++at);
    else if (char === '*' || char === '#') {
      flush();
      pieces.push(char === '*' ? 'any' : 'number');
    } else if (char === '(') {
      flush();
      const end = closing(pattern, at + 1);
      const options = pattern.slice(at + 1, end).split('|');
      pieces.push(options.map(unescaped));
      at = end;
    } else text += char;
  }
  flush();
  return pieces;
};

const DIGITS = '0123456789';
const NUMERALS = '〇零一二三四五六七八九十百';

const isNumber = (text: string): boolean =>
  /^[a-z]$/iu.test(text) || [DIGITS, NUMERALS].some(signs => [...text].every(char => signs.includes(char)));

/** Whether a text has the parts one after another; each rest of it is asked about once. */
const fits = (text: string, [piece, ...rest]: readonly Piece[], asked = new Set<string>()): boolean => {
  if (piece === undefined) return text === '';
  const follows = (length: number): boolean => {
    const question = `${length - text.length} ${rest.length}`;
    if (asked.has(question)) return false;
    asked.add(question);
    return fits(text.slice(length), rest, asked);
  };
  if (piece === 'any') return [...text].some((_, index) => follows(index + 1));
  if (piece === 'number') return [...text].some((_, index) => isNumber(text.slice(0, index + 1)) && follows(index + 1));
  return piece.some(option => text.startsWith(option) && follows(option.length));
};

const QUOTES = '"“”「」『』';

const tidy = (text: string): string =>
  [...text.normalize('NFKC')].filter(char => char.trim() !== '' && !QUOTES.includes(char)).join('');

/** Whether a text has the shape of a pattern; width and white space say nothing. */
export const hasShape = (text: string, pattern: string): boolean => fits(tidy(text), piecesOf(tidy(pattern)));

const OFFICES = ['人民政府', '居民委员会', '民委员会', '办事处', '居委会', '委会'];

const withoutOffice = (place: string): string => {
  const office = OFFICES.find(ending => place.endsWith(ending)) ?? '';
  return place.slice(0, place.length - office.length);
};

/** Whether a text stands somewhere in another; the office of a place goes by the place's name. */
export const hasPart = (text: string, part: string): boolean => {
  const wanted = withoutOffice(tidy(part));
  return wanted === '' || tidy(text).split(wanted).length > 1;
};

const ANYTHING = '某某';
const NUMBERS = ['1', '十二', 'A'];

const optionsOf = (piece: 'number' | readonly string[]): readonly string[] => (piece === 'number' ? NUMBERS : piece);

const written = (pieces: readonly Piece[], choose: (options: readonly string[], place: number) => string): string =>
  pieces.map((piece, place) => (piece === 'any' ? ANYTHING : choose(optionsOf(piece), place))).join('');

const first = ([option = '']: readonly string[]): string => option;

export const inShape = (pattern: string): string => written(piecesOf(pattern), first);

/** A text of the shape of a pattern that has `part` where anything may stand: 桃江县*(乡|镇)中心 with 青石镇. */
export const inShapeWith = (pattern: string, part: string): string => {
  const pieces = piecesOf(pattern);
  return pieces
    .map((piece, place) => {
      const after = pieces[place + 1];
      if (piece === 'any') return Array.isArray(after) && after.some(end => part.endsWith(end)) ? part : ANYTHING;
      const before = pieces[place - 1];
      const options = optionsOf(piece);
      return before === 'any' && options.some(end => part.endsWith(end)) ? '' : first(options);
    })
    .join('');
};

/** A text for each alternative of a pattern, and some that just miss its shape. */
export const aroundShape = (pattern: string): readonly string[] => {
  const pieces = piecesOf(pattern);
  const plain = inShape(pattern);
  const each = pieces.flatMap((piece, place) =>
    piece === 'any'
      ? []
      : (piece === 'number' ? [...NUMBERS, ANYTHING] : piece).map(option =>
          written(pieces, (options, here) => (here === place ? option : first(options))),
        ),
  );
  const without = pieces.map((_, place) => written(pieces.toSpliced(place, 1), first));
  return [...new Set([...each, ...without, `${plain}分厅`, `旧${plain}`])];
};
