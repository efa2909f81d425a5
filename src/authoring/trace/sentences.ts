import { createHash } from 'node:crypto';
import type { Bounds } from '../../model/standard/ledger.ts';
import { clauseOf, enter, type Mark, markOf } from './numbering.ts';

/** A piece of a document, as it stands there with the white space around it. */
export interface Sentence {
  readonly clause: string;
  readonly text: string;
  /** First 16 hex digits of SHA-256 over the text, NFKC, without white space. */
  readonly fingerprint: string;
  /** Where it begins, from 1. */
  readonly line: number;
  /** Page furniture: visits, addresses of the web site, notices of copyright. */
  readonly furniture: boolean;
}

/** A sentence as it is held against another: width of characters and white space say nothing. */
export const solid = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

export const fingerprintOf = (text: string): string =>
  createHash('sha256').update(solid(text)).digest('hex').slice(0, 16);

const FURNITURE_WORDS =
  /浏览次数|访问量|字体大小|发布日期|^您当前的位置|^现在时间是|网站标识码|公网安备|ICP备|^Copyright|^索引号|^发布单位|^主办单位|^目录名称|\.(?:xlsx?|docx?|pdf)$/iu;

const isFurniture = (line: string): boolean =>
  FURNITURE_WORDS.test(line) && !line.includes('。') && markOf(line) === undefined;

const CLOSING = '”’"\'」』）)》';
const ENDS = new RegExp(`(?<=[。！；;][${CLOSING}]*)(?![${CLOSING}])`, 'u');
const ENDED = new RegExp(`[。！；;：:][${CLOSING}]*$`, 'u');
const LABEL = /^[\p{Script=Han}\s]{2,6}[:：]/u;
const LONGEST_HEADING = 20;

const isHeading = (line: string): boolean =>
  /[，,]/u.test(line) ? false : markOf(line) === undefined || [...line].length <= LONGEST_HEADING;

/** Whether a line stops in the middle of a sentence that the next one takes up. */
const continues = (line: string, next: string): boolean =>
  !ENDED.test(line) &&
  !isHeading(line) &&
  !isFurniture(line) &&
  !isFurniture(next) &&
  markOf(next) === undefined &&
  !LABEL.test(next);

interface Block {
  readonly text: string;
  readonly line: number;
}

/** Lines of the file, each with the blank ones after it, put together where a sentence was broken. */
const blocksOf = (text: string): readonly Block[] => {
  const blocks: Block[] = [];
  let last = '';
  for (const [index, line] of text.split(/(?<=\n)/u).entries()) {
    const content = line.trim();
    const open = blocks.at(-1);
    if (open !== undefined && (content === '' || last === '' || continues(last, content)))
      blocks[blocks.length - 1] = { text: open.text + line, line: open.line };
    else blocks.push({ text: line, line: index + 1 });
    if (content !== '') last = content;
  }
  return blocks;
};

const cut = ({ text }: Block): readonly string[] => {
  if (isFurniture(text.trim())) return [text];
  const pieces: string[] = [];
  for (const piece of text.split(ENDS))
    if (piece.trim() === '' && pieces.length > 0) pieces[pieces.length - 1] += piece;
    else pieces.push(piece);
  return pieces;
};

const countLines = (text: string): number => text.split('\n').length - 1;

const leading = (text: string): string => /^\s*/u.exec(text)?.[0] ?? '';

type Piece = Omit<Sentence, 'clause'>;

const piecesOf = (block: Block): readonly Piece[] => {
  let line = block.line;
  return cut(block).map(text => {
    const start = text.trim() === '' ? line : line + countLines(leading(text));
    line += countLines(text);
    return { text, fingerprint: fingerprintOf(text), line: start, furniture: isFurniture(text.trim()) };
  });
};

const number = (pieces: readonly Piece[]): readonly Sentence[] => {
  let open: readonly Mark[] = [];
  return pieces.map(piece => {
    const mark = markOf(piece.text.trim());
    if (mark !== undefined) open = enter(open, mark);
    return { clause: clauseOf(open), ...piece };
  });
};

/** Cuts a document into sentences; put together again they are the document, to the last character. */
export const splitSentences = (document: string): readonly Sentence[] => number(blocksOf(document).flatMap(piecesOf));

export interface BoundPart {
  readonly sentences: readonly Sentence[];
  /** Bounds that no sentence of the document matches. */
  readonly missing: readonly (keyof Bounds)[];
}

/** The sentences of the part that binds, numbered from its beginning; the whole document where a bound is not found. */
export const boundSentences = (document: string, { first, last }: Bounds = {}): BoundPart => {
  const pieces = blocksOf(document).flatMap(piecesOf);
  const from = first === undefined ? 0 : pieces.findIndex(piece => piece.fingerprint === first);
  const begun = pieces.slice(Math.max(from, 0));
  const to = last === undefined ? begun.length - 1 : begun.findIndex(piece => piece.fingerprint === last);
  const missing = [...(from < 0 ? ['first' as const] : []), ...(to < 0 ? ['last' as const] : [])];
  return { sentences: number(to < 0 ? begun : begun.slice(0, to + 1)), missing };
};
