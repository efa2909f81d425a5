import { KINDS } from '../../../model/scoring/card-sheet.ts';
import type { CardCell, CardLine, PassedLine } from './grid.ts';
import { ownText } from './grid.ts';

/** A row of the bureau's sheet with the lines below it that say more of it. */
export interface CardRow {
  readonly kind: 'item';
  readonly lines: readonly [CardLine, ...CardLine[]];
  /** Where one item of the sheet has several rows with points of their own: which of them. */
  readonly part?: number;
  /** Whether its name is also that of the row above or below, merged over both. */
  readonly shared?: true;
}

export interface CardHeading {
  readonly kind: 'section';
  readonly line: CardLine;
}

/** A note is what is written below or beside the scorecard and is none of its rows. */
export type CardPart = CardRow | CardHeading | { readonly kind: 'sum' | 'note'; readonly line: CardLine };

const SUM = /^(?:小计|合计|总计|总分|共计)/u;
const NOTE = /^(?:注|备注|说明|填表|考核人|检查人|评分人|制表|审核人|日期)[\s:：0-9一二三四五.、（(]?/u;
const EXAMPLE = /^例/u;

const isNote = (line: CardLine): boolean =>
  EXAMPLE.test(ownText(line, 'clause')) ||
  (line.texts.length <= 2 && line.texts.some(text => NOTE.test(text)) && ownText(line, 'points') === '');

const partIn = ({ part }: CardLine): string => (part?.own ? part.text : '');

const isSum = (line: CardLine): boolean =>
  [...(['clause', 'title', 'requirement'] as const).map(key => ownText(line, key)), partIn(line)].some(text =>
    SUM.test(text.replaceAll(/\s/gu, '')),
  );

const asksSomething = (line: CardLine): boolean =>
  (['wording', 'what', 'who', 'amount', 'unit'] as const).some(key => line.cells[key].text !== '') ||
  line.cells.kind.text === KINDS.deduct ||
  line.cells.kind.text === KINDS.award;

const isHeading = (line: CardLine): boolean =>
  !asksSomething(line) &&
  ownText(line, 'title') + ownText(line, 'clause') !== '' &&
  ownText(line, 'requirement') === '';

/** Whether a row goes on with the item above it: it names none of its own. */
const goesOn = (line: CardLine): boolean => ownText(line, 'clause') === '' && ownText(line, 'title') === '';

const NUMERAL = /^[一二三四五六七八九十]+[、.．]/u;

/** A note over several lines: `2.…` below `注：1.…`. */
const goesOnNoting = (line: CardLine): boolean =>
  line.texts.length === 1 && !NUMERAL.test(line.texts[0] ?? '') && !asksSomething(line);

const isNumbered = ({ part, cells }: CardLine): boolean =>
  part !== undefined && part.rows > 1 && part.rows === cells.clause.rows;

/** The part that a column names, as a heading; a number merged over all of its rows is its own. */
const headingOf = (line: CardLine, part: CardCell): CardHeading => {
  const none = (cell: CardCell): CardCell => ({ ...cell, text: '' });
  const blank = Object.fromEntries(Object.entries(line.cells).map(([key, cell]) => [key, none(cell)]));
  const cells = {
    ...(blank as CardLine['cells']),
    title: part,
    ...(isNumbered(line) && { clause: line.cells.clause }),
  };
  return { kind: 'section', line: { ...line, cells, texts: [part.text] } };
};

const unnumbered = (line: CardLine): CardLine =>
  isNumbered(line) ? { ...line, cells: { ...line.cells, clause: { ...line.cells.clause, text: '' } } } : line;

/** Notes, and headings below which no row stands. */
export const passedLines = (parts: readonly CardPart[]): readonly PassedLine[] => {
  const below = (at: number): CardPart | undefined =>
    parts.slice(at + 1).find(({ kind }) => kind === 'item' || kind === 'section');
  return parts
    .filter((part, at) => part.kind === 'note' || (part.kind === 'section' && below(at)?.kind !== 'item'))
    .flatMap(part => ('line' in part ? [{ location: part.line.location, text: part.line.texts.join(' ') }] : []));
};

export const partsOf = (lines: readonly CardLine[]): readonly CardPart[] => {
  const parts: CardPart[] = [];
  let under = '';
  for (const whole of lines) {
    const line = unnumbered(whole);
    if (isNote(line) || (parts.at(-1)?.kind === 'note' && goesOnNoting(line))) {
      parts.push({ kind: 'note', line });
      continue;
    }
    if (isSum(line)) {
      parts.push({ kind: 'sum', line });
      continue;
    }
    const named = partIn(line);
    if (line.part !== undefined && named !== '' && named !== under) parts.push(headingOf(whole, line.part));
    if (named !== '') under = named;
    if (named !== '' && line.texts.length === 1) continue;
    const last = parts.at(-1);
    if (last?.kind === 'item' && goesOn(line) && ownText(line, 'points') === '')
      parts[parts.length - 1] = { ...last, lines: [...last.lines, line] };
    else if (last?.kind === 'item' && goesOn(line)) {
      const part = last.part ?? 1;
      parts[parts.length - 1] = { ...last, part };
      parts.push({ kind: 'item', lines: [line], part: part + 1 });
    } else if (isHeading(line)) parts.push({ kind: 'section', line });
    else if (last?.kind === 'item' && !line.cells.title.own && line.cells.title.text !== '') {
      parts[parts.length - 1] = { ...last, shared: true };
      parts.push({ kind: 'item', lines: [line], shared: true });
    } else parts.push({ kind: 'item', lines: [line] });
  }
  return parts;
};
