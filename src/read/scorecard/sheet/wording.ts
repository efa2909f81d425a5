import { PARTS, SAID, WHO } from '../../../model/scoring/card-sheet.ts';
import { defect } from '../defect.ts';
import type { CardLine } from './grid.ts';
import type { CardRow } from './layout.ts';
import { type SheetReading, titleOf } from './reading.ts';
import { tiersIn } from './tiers.ts';
import { isScaled, plain } from './values.ts';

type Key = 'amount' | 'cap' | 'part' | 'floor';

/** The edge of a tier may have words behind it. */
const same = (a: string, b: string): boolean => Number.parseFloat(a) === Number.parseFloat(b);

interface Ruling {
  readonly key: Key;
  /** What the words say; nothing where they say nothing of this. */
  readonly says: (wording: string) => readonly string[];
  readonly holds: (said: string, line: CardLine) => boolean;
}

const EACH = /每[^，。；,;、]{0,14}?[扣得加减]\s*(\d+(?:\.\d+)?)\s*分/gu;
const MOST = /(?:最多|最高|累计不超过|不超过)\s*[扣得加减]?\s*(\d+(?:\.\d+)?)\s*分/u;

const found = (pattern: RegExp, wording: string): readonly string[] =>
  pattern.global
    ? [...wording.matchAll(pattern)].map(([all, at = all]) => at)
    : (pattern.exec(wording)?.slice(1, 2) ?? []);

const says = (pattern: RegExp, word: string) => (wording: string) => (pattern.test(wording) ? [word] : []);

const isJudged = ({ cells }: CardLine): boolean => cells.who.text === WHO.entered;

const isTiered = ({ cells }: CardLine): boolean =>
  (tiersIn(cells.amount.text) ?? null) !== null || cells.unit.text.includes('=');

/** What the words of a row say of a column, and whether the column says the same. */
const RULINGS: readonly Ruling[] = [
  {
    key: 'amount',
    says: wording => found(EACH, wording),
    holds: (said, line) => isTiered(line) || isJudged(line) || same(said, plain(line.cells.amount.text)),
  },
  {
    key: 'cap',
    says: wording => found(MOST, wording),
    holds: (said, { cells }) => same(said, plain(cells.cap.text === '' ? cells.points.text : cells.cap.text)),
  },
  {
    key: 'part',
    says: says(/按比例/u, PARTS.pro_rata),
    holds: (said, { cells }) => cells.part.text === said || plain(cells.amount.text) === SAID.share,
  },
  {
    key: 'part',
    says: says(/不足[^，。；]{1,10}?按[^，。；]{0,10}?(?:算|计)|不足.{0,6}按一/u, PARTS.started),
    holds: (said, { cells }) => cells.part.text === said,
  },
  {
    key: 'floor',
    says: says(/扣完(?:\d+分)?为止|不计负分/u, SAID.yes),
    holds: (_, { cells }) => cells.floor.text !== SAID.no,
  },
];

const AFTER = /(\d+(?:\.\d+)?)\s*[^\d，。；]{0,4}?以上/gu;
const EARNED = /(\d+(?:\.\d+)?)\s*[^\d，。；]{0,4}?以上[^\d，。；]{0,6}?[得扣加]\s*\d+(?:\.\d+)?\s*分/gu;
const RANGED = /(\d+(?:\.\d+)?)\s*[^\d，。；]{0,3}?(?:至|～|~|—)\s*(\d+(?:\.\d+)?)/gu;
/** `超过10个工作日的全扣`, `低于80%的不得分`: from there on nothing is left. */
const ALL_BEYOND =
  /(?:超过|多于|高于|大于|低于|不足|少于|不满|未达到?)\s*(\d+(?:\.\d+)?)[^\d，。；]{0,8}?[，,]?\s*(?:全扣|全部扣|扣完(?!为止)|本项不得分|不得分|[得计]0分)/gu;

const FIGURES = /\d+(?:\.\d+)?/gu;

const edgesOf = ({ cells }: CardLine) => {
  const tiers = tiersIn(cells.amount.text) ?? [];
  const starts = tiers.flatMap(({ edges, between }) => [edges.at_least ?? [], between?.[0] ?? []].flat());
  const others = tiers.flatMap(({ edges, between }) =>
    [edges.at_most ?? [], edges.less_than ?? [], edges.more_than ?? [], between?.[1] ?? []].flat(),
  );
  return { starts, all: [...starts, ...others] };
};

/** Figures in the words of a line that is no tier: a limit, the name of what is counted. */
const figuresOf = ({ cells }: CardLine): readonly string[] =>
  [cells.per, cells.what, cells.unit].flatMap(({ text }) => text.normalize('NFKC').match(FIGURES) ?? []);

/** 以上 includes its figure, a tier begins or ends where the words say (9 of 5至9个 is below 10), and so does what takes all. */
const edgeFault = (wording: string, lines: readonly CardLine[]): string | undefined => {
  if (lines.some(isJudged)) return undefined;
  const edges = lines.map(edgesOf);
  const named = lines.flatMap(figuresOf);
  const [starts, all] = [edges.flatMap(edge => edge.starts), edges.flatMap(edge => edge.all)].map(own => [
    ...own,
    ...named,
  ]);
  const lacks = (at: string | undefined, own: readonly string[] | undefined): boolean =>
    at !== undefined && own?.some(one => same(one, at)) !== true;
  const isTiers = edges.some(edge => edge.all.length > 0);
  const missing = [...wording.matchAll(isTiers ? AFTER : EARNED)].find(([, at]) => lacks(at, starts));
  const beyond = [...wording.matchAll(ALL_BEYOND)].find(([, at]) => lacks(at, all));
  const ends = lines.some(({ cells }) => isScaled(cells.unit.text))
    ? all
    : all?.flatMap(at => [at, String(Number.parseFloat(at) - 1)]);
  const ranged =
    isTiers && [...wording.matchAll(RANGED)].find(([, low, high]) => lacks(low, starts) || lacks(high, ends));
  return (missing ?? beyond ?? (ranged || undefined))?.[0];
};

/** Whether one of the lines says in a column what the words of the row say of it. */
export const checkWording = (reading: SheetReading, { lines }: CardRow): void => {
  const contradicts = (line: CardLine, key: Key, said: string): void => {
    if (reading.absent?.has(key)) return;
    const { title } = line.cells;
    const { text, location } = line.cells[key];
    defect(reading, location, 'sheet-contradicts', { column: titleOf(key), found: text, said, row: title.text });
  };
  for (const [index, line] of lines.entries()) {
    const wording = line.cells.wording.own || index === 0 ? line.cells.wording.text.normalize('NFKC') : '';
    const shared = lines.filter(other => other === line || !other.cells.wording.own);
    for (const { key, says, holds } of RULINGS)
      for (const said of says(wording)) if (!shared.some(other => holds(said, other))) contradicts(line, key, said);
    const edge = edgeFault(wording, shared);
    if (edge !== undefined) contradicts(line, 'amount', edge);
  }
};
