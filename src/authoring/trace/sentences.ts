import { createHash } from 'node:crypto';
import { inHan } from '../../model/base/figures.ts';
import type { Bounds } from '../../model/standard/ledger.ts';
import { clauseOf } from './clause.ts';
import { type Block, blocksOf, isEnded, isFurniture, isRow, PAGE_LINE } from './layout.ts';
import { type Mark, markOf } from './marks.ts';
import { BEGINNING, enter, type Standing } from './numbering.ts';

/** A piece of a document, as it stands there with the white space around it. */
export interface Sentence {
  readonly clause: string;
  /** The clauses that it could belong to, where its numbering leaves it open; `clause` is the first. */
  readonly candidates?: readonly string[];
  readonly text: string;
  /** First 16 hex digits of SHA-256 over the text, NFKC, without white space. */
  readonly fingerprint: string;
  /** Where it begins, from 1. */
  readonly line: number;
  /** Page furniture: visits, addresses of the web site, notices of copyright. */
  readonly furniture: boolean;
}

const PAGES = new RegExp(PAGE_LINE.source, 'gmu');

/** A sentence as it is held against another: width of characters, white space and the numbers of pages say nothing. */
export const solid = (text: string): string => text.replaceAll(PAGES, '').normalize('NFKC').replace(/\s+/gu, '');

export const fingerprintOf = (text: string): string =>
  createHash('sha256').update(solid(text)).digest('hex').slice(0, 16);

const CLOSING = '”’"\'」』）)》';
const ENDS = new RegExp(`(?<=[。！；;][${CLOSING}]*)(?![${CLOSING}])`, 'u');
const ENDING = new RegExp(`[。！；;][${CLOSING}]*\\s*$`, 'u');

/** After a colon, where the first and the second of a row of numbers stand in one paragraph. */
const LISTS: readonly RegExp[] = [
  /(?<=[:：])(?=\s*[(（]一[)）].*[；;。]\s*[(（]二[)）])/su,
  /(?<=[:：])(?=\s*[(（]\s*[1１]\s*[)）].*[；;。]\s*[(（]\s*[2２]\s*[)）])/su,
  /(?<=[:：])(?=\s*①.*[；;。]\s*②)/su,
  /(?<=[:：])(?=\s*[1１][.．、](?!\d).*[；;。]\s*[2２][.．、](?!\d))/su,
  /(?<=[:：])(?=\s*[1１]\s*[)）].*[；;。]\s*[2２]\s*[)）])/su,
  /(?<=[:：])(?=\s*a\s*[)）].*[；;。]\s*b\s*[)）])/su,
];

/** Cells behind the last sentence of a row: points, remarks. */
const LAST_CELLS = /^[^\S\n]*\t[^。！；;：:]*$/u;

const cut = ({ text }: Block): readonly string[] => {
  if (isFurniture(text.trim())) return [text];
  const pieces: string[] = [];
  for (const part of LISTS.reduce<readonly string[]>((parts, list) => parts.flatMap(part => part.split(list)), [text]))
    for (const piece of part.split(ENDS))
      if (pieces.length > 0 && (piece.trim() === '' || (isRow(text) && LAST_CELLS.test(piece))))
        pieces[pieces.length - 1] += piece;
      else pieces.push(piece);
  return pieces;
};

const countLines = (text: string): number => text.split('\n').length - 1;

interface Piece extends Omit<Sentence, 'clause' | 'candidates'> {
  readonly mark?: Mark;
  readonly begins: boolean;
}

const piecesOf = (block: Block): readonly Piece[] => {
  let line = block.line;
  return cut(block).map((text, index) => {
    const start = text.trim() === '' ? line : line + countLines(text) - countLines(text.trimStart());
    line += countLines(text);
    const mark = index === 0 ? block.mark : markOf(text.trim());
    const furniture = isFurniture(text.trim());
    return {
      text,
      fingerprint: fingerprintOf(text),
      line: start,
      furniture,
      begins: index === 0,
      ...(mark && { mark }),
    };
  });
};

/** What was met on the way: where the reading stands, and what the last paragraph was. */
interface Reading {
  readonly standing: Standing;
  /** Whether the last piece only announces what follows: a heading, a colon. */
  readonly introduces: boolean;
  /** Paragraphs without a number of the open article so far; 0 behind its heading. */
  readonly paragraphs: number;
}

const START: Reading = { standing: BEGINNING, introduces: true, paragraphs: 0 };

const isBody = ({ text, furniture }: Piece): boolean =>
  !furniture && (isEnded(text.trim()) || (isRow(text) && text.includes('。')));

/** A paragraph without a number below an article is its second, its third …, unless its items may go on in it. */
const paragraphs = ({ standing, paragraphs: before }: Reading, piece: Piece): readonly Standing[] => {
  const [article, ...inner] = standing.open;
  const number = before + 1;
  if (article?.kind !== 'article' || !piece.begins || !isBody(piece) || number < 2) return [standing];
  const mark: Mark = { kind: 'paragraph', number: inHan(number), ordinal: number };
  const next: Standing = { ...standing, open: [article, mark] };
  return inner.every(({ kind }) => kind === 'paragraph') ? [next] : [standing, next];
};

const advance = (reading: Reading, piece: Piece): readonly Standing[] =>
  piece.mark === undefined ? paragraphs(reading, piece) : enter(reading.standing, piece.mark, reading.introduces);

const paragraphsAfter = (reading: Reading, piece: Piece, standing: Standing): number => {
  if (piece.mark?.kind === 'article') return isBody(piece) ? 1 : 0;
  const last = standing.open.at(-1);
  if (last?.kind === 'paragraph') return last.ordinal;
  const isFirst = piece.begins && piece.mark === undefined && last?.kind === 'article' && isBody(piece);
  return isFirst ? Math.max(reading.paragraphs, 1) : reading.paragraphs;
};

/** What a person has said of sentences whose place the numbering leaves open: clauses by fingerprint. */
export type Settled = ReadonlyMap<string, string>;

const number = (pieces: readonly Piece[], settled: Settled): readonly Sentence[] => {
  let reading = START;
  return pieces.map(piece => {
    const choices = advance(reading, piece);
    const chosen = choices.find(({ open }) => clauseOf(open) === settled.get(piece.fingerprint));
    const standing = chosen ?? choices[0] ?? reading.standing;
    const isBlank = piece.furniture || piece.text.trim() === '';
    const introduces = isBlank ? reading.introduces : !ENDING.test(piece.text);
    reading = { standing, introduces, paragraphs: paragraphsAfter(reading, piece, standing) };
    const { mark: _, begins: __, ...sentence } = piece;
    const open = choices.length > 1 && chosen === undefined;
    return {
      clause: clauseOf(standing.open),
      ...(open && { candidates: choices.map(choice => clauseOf(choice.open)) }),
      ...sentence,
    };
  });
};

const NOTHING: Settled = new Map();

/** Cuts a document into sentences; put together again they are the document, to the last character. */
export const splitSentences = (document: string, settled = NOTHING): readonly Sentence[] =>
  number(blocksOf(document).flatMap(piecesOf), settled);

/**
 * The sentences of the part that binds, numbered from its beginning; the whole document where a bound is not found, which is
 * then among the missing.
 */
export const boundSentences = (document: string, { first, last }: Bounds = {}, settled = NOTHING) => {
  const pieces = blocksOf(document).flatMap(piecesOf);
  const from = first === undefined ? 0 : pieces.findIndex(piece => piece.fingerprint === first);
  const begun = pieces.slice(Math.max(from, 0));
  const to = last === undefined ? begun.length - 1 : begun.findIndex(piece => piece.fingerprint === last);
  const missing = [...(from < 0 ? ['first' as const] : []), ...(to < 0 ? ['last' as const] : [])];
  return { sentences: number(to < 0 ? begun : begun.slice(0, to + 1), settled), missing };
};
