/** How a line begins when it opens a numbered place: 一、 · 第七条 · （一） · 1. · 1.1 · （1） · 附件2. */
export interface Mark {
  readonly kind: 'chapter' | 'annex' | 'part' | 'article' | 'heading' | 'numeral' | 'decimal' | 'bracket';
  readonly number: string;
}

const HAN = '[一二三四五六七八九十百零]{1,5}';

const MARKS: readonly (readonly [Mark['kind'], RegExp])[] = [
  ['chapter', new RegExp(`^第\\s*(${HAN})\\s*章(?=\\s|$)`, 'u')],
  ['article', new RegExp(`^第\\s*(${HAN})\\s*条(?=\\s|$)`, 'u')],
  ['part', new RegExp(`^(${HAN})\\s*、`, 'u')],
  ['heading', new RegExp(`^[(（]\\s*(${HAN})\\s*[)）]`, 'u')],
  ['decimal', /^(\d{1,2}\.\d{1,2})(?=\s|(?![万亿%％米元倍个人年月日分小厘毫㎡])[^\d.\s])/u],
  ['numeral', /^(\d{1,2})\s*[.．、](?!\d)/u],
  ['bracket', /^[(（]\s*(\d{1,2})\s*[)）]/u],
  ['annex', /^附\s*件\s*(\d{0,2})\s*(?=[:：]|$)/u],
];

export const markOf = (line: string): Mark | undefined => {
  for (const [kind, pattern] of MARKS) {
    const number = pattern.exec(line)?.[1];
    if (number !== undefined) return { kind, number };
  }
  return undefined;
};

/** A mark's depth: a new one closes every open one as deep or deeper. */
const DEPTH: Readonly<Record<Mark['kind'], number>> = {
  chapter: 0,
  annex: 0,
  part: 0,
  article: 0,
  heading: 1,
  numeral: 2,
  decimal: 2,
  bracket: 3,
};

const WRITTEN: Readonly<Record<Mark['kind'], (number: string) => string>> = {
  chapter: number => `第${number}章`,
  article: number => `第${number}条`,
  annex: number => `附件${number}`,
  part: number => number,
  heading: number => `(${number})`,
  numeral: number => number,
  decimal: number => number,
  bracket: number => `(${number})`,
};

const DIGITS = '一二三四五六七八九十';

const partNumber = (mark: Mark | undefined): number => (mark?.kind === 'part' ? DIGITS.indexOf(mark.number) + 1 : 0);

/** `3、` straight below part 二 and not after `2、` can only be part 三, mistyped. */
const mended = (mark: Mark, open: readonly Mark[]): Mark => {
  const [top, ...below] = open;
  const next = partNumber(top) + 1;
  const isSlip = mark.kind === 'numeral' && next > 1 && below.length === 0 && mark.number === String(next);
  return isSlip ? { kind: 'part', number: DIGITS.charAt(next - 1) } : mark;
};

/** The marks that are open once `mark` has been met. */
export const enter = (open: readonly Mark[], mark: Mark): readonly Mark[] => {
  const found = mended(mark, open);
  return [...open.filter(outer => DEPTH[outer.kind] < DEPTH[found.kind]), found];
};

export const PREAMBLE = '前言';

/** The clause in the document's own numbering: `三(一)2`, `第七条(三)1`. */
export const clauseOf = (open: readonly Mark[]): string => {
  const written = open.map(mark => WRITTEN[mark.kind](mark.number));
  const clause = written.reduce(
    (outer, part) => (/\d$/.test(outer) && /^\d/.test(part) ? `${outer}.${part}` : outer + part),
    '',
  );
  return clause === '' ? PREAMBLE : clause;
};

/** Whether a clause is `outer` or lies below it: 三(一)2 below 三(一), but not 三(一)12 below 三(一)1. */
export const isWithin = (clause: string, outer: string): boolean => {
  const rest = clause.slice(outer.length);
  return (
    clause.startsWith(outer) &&
    !(/\d$/u.test(outer) && /^\d/u.test(rest)) &&
    !(HAN_END.test(outer) && HAN_START.test(rest))
  );
};

const HAN_END = new RegExp(`${HAN}$`, 'u');
const HAN_START = new RegExp(`^${HAN}`, 'u');

const CLAUSE = new RegExp(
  `^(?:前言|附件\\d*(?:\\.\\d+)?|第${HAN}章|(?:第${HAN}条|${HAN})(?:\\(${HAN}\\))?(?:\\d{1,2}(?:\\.\\d{1,2})?)?(?:\\(\\d{1,2}\\))?)$`,
  'u',
);

/** Whether a text is a clause in the notation of rules and ledgers. */
export const isClause = (text: string): boolean => CLAUSE.test(text);

/** Articles are numbered through all chapters, so that no clause tells its chapter. */
export const isChapter = (clause: string): boolean => clause.endsWith('章');
