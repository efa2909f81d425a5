import { append } from '../../model/base/text.ts';
import { loneMarkOf, type Mark, type MarkKind, markOf } from './marks.ts';

/** A paragraph as it stands in the file, put together where its lines were broken. */
export interface Block {
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly mark?: Mark;
}

const FURNITURE_WORDS =
  /浏览次数|访问量|字体大小|发布日期|^您当前的位置|^现在时间是|网站标识码|公网安备|ICP备|^Copyright|^版权所有|^索引号|^发布单位|^主办单位|^目录名称|\.(?:xlsx?|docx?|pdf)$/iu;

/** Line of a table of contents: a heading, dots, a page. */
const CONTENTS_LINE = /(?:\.{4,}|…{2,}|·{4,}|_{4,})\s*\d{1,3}$/u;

export const isFurniture = (line: string): boolean =>
  CONTENTS_LINE.test(line) || (FURNITURE_WORDS.test(line) && !line.includes('。') && markOf(line) === undefined);

/** The number of a page, alone on its line: — 3 —, 第 3 页 共 9 页. */
export const PAGE_LINE =
  /^[^\S\n]*(?:[-—－–]\s*\d{1,4}\s*[-—－–]|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?)[^\S\n]*$/u;

const CLOSING = '”’"\'」』）)》';
const ENDED = new RegExp(`[。！；;：:][${CLOSING}]*$`, 'u');
/** Words and marks that no heading and no sentence ends with. */
const UNFINISHED =
  /(?:[、（(“]|不(?:少于|低于|超过|高于|大于|小于|得)|应当?|必须|并且?|以及|[和与或及至为按在对将把由]|按照|根据|依照)$/u;
const LABEL = /^[\p{Script=Han}\s]{2,6}[:：]/u;
const LONGEST_HEADING = 20;

export const isEnded = (line: string): boolean => ENDED.test(line);

/** A row of a table: cells with tabs between them. */
export const isRow = (line: string): boolean => /\S[^\S\n]*\t\s*\S/u.test(line);

const widthOf = (line: string): number => {
  let width = 0;
  for (const sign of line.trimEnd()) width += (sign.codePointAt(0) ?? 0) > 0x2000 ? 2 : 1;
  return width;
};

const NARROWEST = 24;
const WIDEST = 120;
/** Two characters: what a line may lack when a mark of punctuation must not begin the next. */
const SLACK = 4;

/** The width at which lines were broken; undefined where a line is a paragraph. */
const wrapWidth = (lines: readonly string[]): number | undefined => {
  const filled = lines.filter(line => line.trim() !== '' && !isRow(line));
  const widths = filled.map(widthOf);
  const open = widths.filter((width, at) => width >= NARROWEST && !isEnded(filled[at]?.trim() ?? ''));
  const [best] = [...new Set(open)]
    .map(edge => ({ edge, count: open.filter(width => width <= edge && width > edge - SLACK).length }))
    .sort((a, b) => b.count - a.count || b.edge - a.edge);
  if (best === undefined || best.count < 3 || best.count * 5 < filled.length || best.edge > WIDEST) return undefined;
  return widths.filter(width => width > best.edge).length * 20 > filled.length ? undefined : best.edge;
};

const indentOf = (line: string): number => widthOf(/^[^\S\n]*/u.exec(line)?.[0].replaceAll(/\s/gu, '　') ?? '');

interface Layout {
  /** Lines that hold more than this were broken at the edge. */
  readonly edge: number | undefined;
  /** Whether paragraphs begin further right than the lines that go on. */
  readonly indented: boolean;
}

const layoutOf = (lines: readonly string[]): Layout => {
  const width = wrapWidth(lines);
  const filled = lines.filter(line => line.trim() !== '');
  const numbered = filled.filter(line => markOf(line.trim()) !== undefined && indentOf(line) > 0).length;
  return {
    edge: width === undefined ? undefined : width - SLACK,
    indented:
      width !== undefined && numbered > 0 && filled.some(line => indentOf(line) === 0 && widthOf(line) > width - SLACK),
  };
};

const isHeading = (line: string): boolean =>
  !/[，,]/u.test(line) && (markOf(line) === undefined || [...line].length <= LONGEST_HEADING);

/** Whether a line stops in the middle of a sentence that the next one takes up. */
const continues = (line: string, next: string, { edge, indented }: Layout, marked: boolean): boolean => {
  const [last, first] = [line.trim(), next.trim()];
  if (isRow(line) || isRow(next) || isFurniture(last) || isFurniture(first)) return false;
  const isFull = edge !== undefined && widthOf(line) > edge;
  if (isFull && indented && indentOf(next) > 0 && indentOf(line) === 0) return false;
  if (isFull && indented && indentOf(next) === 0) return true;
  if (marked || LABEL.test(first) || isEnded(last)) return false;
  return isFull || !isHeading(last) || UNFINISHED.test(last);
};

/** Numbers that stand in a row from 1 on, so that each is told by its neighbours. */
const inARow = (marks: readonly { readonly mark: Mark; readonly line: number }[], kind: MarkKind, least: number) => {
  const rows: number[] = [];
  let row: number[] = [];
  let next = 1;
  for (const { mark, line } of marks) {
    if (mark.kind !== kind) continue;
    if (mark.ordinal === 1) [row, next] = [[], 1];
    if (mark.ordinal !== next) continue;
    row.push(line);
    next++;
    if (row.length === least) append(rows, row);
    else if (row.length > least) rows.push(line);
  }
  return rows;
};

/** A document that is numbered in figures throughout: what stands alone may be the number of a part. */
const isInFigures = (sure: readonly (Mark | undefined)[], alone: number): boolean => {
  const has = (...kinds: readonly MarkKind[]): boolean => sure.some(mark => mark && kinds.includes(mark.kind));
  return (has('decimal') || (alone > 1 && !has('numeral'))) && !has('volume', 'chapter', 'article', 'division', 'part');
};

const COUNTING = /^\s*(?:序\s*号|编\s*号|项\s*次)\s*\t/u;

/** The rows of tables whose first column counts. */
const countedRows = (lines: readonly string[]): ReadonlySet<number> => {
  const rows = new Set<number>();
  for (const [at, line] of lines.entries()) if (isRow(line) && (rows.has(at - 1) || COUNTING.test(line))) rows.add(at);
  return rows;
};

const ROWS = ['volume', 'chapter', 'section', 'article', 'part', 'decimal'] as const;

const marksOf = (lines: readonly string[]): ReadonlyMap<number, Mark> => {
  const sure = lines.map(line => markOf(line.trim()));
  const all = lines.flatMap((line, at) => {
    const mark = sure[at] ?? loneMarkOf(line);
    return mark === undefined ? [] : [{ mark, line: at }];
  });
  const tops = all.filter(({ mark }) => mark.kind !== 'decimal' || !mark.number.includes('.'));
  const isDecimal = sure.some(mark => mark?.kind === 'decimal');
  const rows = new Set(ROWS.flatMap(kind => inARow(tops, kind, kind === 'decimal' && isDecimal ? 1 : 2)));
  const inFigures = isInFigures(sure, tops.filter(({ mark }) => mark.kind === 'decimal').length);
  const counted = countedRows(lines);
  const how = ({ number }: Mark, line: number, next: Mark | undefined): Mark['alone'] => {
    if (counted.has(line)) return 'list';
    if (next?.number.startsWith(`${number}.`)) return 'head';
    return rows.has(line) ? 'row' : inFigures ? 'doubt' : undefined;
  };
  const decimals = all.filter(({ mark }) => mark.kind === 'decimal');
  return new Map(
    all.flatMap(({ mark, line }) => {
      if (sure[line] !== undefined) return [[line, mark] as const];
      if (mark.number.includes('.')) return isDecimal ? [[line, mark] as const] : [];
      if (mark.kind !== 'decimal') return rows.has(line) ? [[line, mark] as const] : [];
      const alone = how(mark, line, decimals.find(later => later.line > line)?.mark);
      return alone === undefined ? [] : [[line, { ...mark, alone }] as const];
    }),
  );
};

/** Lines of the file, each with the blank ones after it, put together where a sentence was broken. */
export const blocksOf = (document: string): readonly Block[] => {
  const lines = document.split(/(?<=\n)/u);
  const layout = layoutOf(lines);
  const marks = marksOf(lines);
  const blocks: Block[] = [];
  let last = '';
  for (const [index, line] of lines.entries()) {
    const open = blocks.at(-1);
    const mark = marks.get(index);
    const isMarked = mark !== undefined && mark.alone !== 'doubt';
    const isSilent = line.trim() === '' || PAGE_LINE.test(line);
    if (open !== undefined && (isSilent || last === '' || continues(last, line, layout, isMarked)))
      blocks[blocks.length - 1] = { ...open, text: open.text + line };
    else blocks.push({ text: line, line: index + 1, ...(mark && { mark }) });
    if (!isSilent) last = line;
  }
  return blocks;
};
