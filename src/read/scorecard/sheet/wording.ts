import { PARTS, SAID, WHO } from '../../../model/scoring/card-sheet.ts';
import type { CardLine } from './grid.ts';
import type { CardRow } from './layout.ts';
import { fault, type SheetReading, titleOf } from './reading.ts';
import { tiersIn } from './tiers.ts';
import { plain } from './values.ts';

type Key = 'amount' | 'cap' | 'part' | 'floor';

const same = (a: string, b: string): boolean => Number(a) === Number(b);

interface Ruling {
  readonly key: Key;
  /** What the words say; undefined where they say nothing of this. */
  readonly says: (wording: string) => string | undefined;
  readonly holds: (said: string, line: CardLine) => boolean;
}

const EACH = /每[^，。；,;、]{0,14}?[扣得加减]\s*(\d+(?:\.\d+)?)\s*分/u;
const MOST = /(?:最多|最高|累计不超过|不超过)\s*[扣得加减]?\s*(\d+(?:\.\d+)?)\s*分/u;

const isTiered = ({ cells }: CardLine): boolean =>
  (tiersIn(cells.amount.text) ?? null) !== null || cells.unit.text.includes('=');

/** What the words of a row say of a column, and whether the column says the same. */
const RULINGS: readonly Ruling[] = [
  {
    key: 'amount',
    says: wording => EACH.exec(wording)?.[1],
    holds: (said, line) =>
      isTiered(line) || line.cells.who.text === WHO.entered || same(said, plain(line.cells.amount.text)),
  },
  {
    key: 'cap',
    says: wording => MOST.exec(wording)?.[1],
    holds: (said, { cells }) => same(said, plain(cells.cap.text === '' ? cells.points.text : cells.cap.text)),
  },
  {
    key: 'part',
    says: wording => (/按比例/u.test(wording) ? PARTS.pro_rata : undefined),
    holds: (said, { cells }) => cells.part.text === said || plain(cells.amount.text) === SAID.share,
  },
  {
    key: 'part',
    says: wording =>
      /不足[^，。；]{1,10}?按[^，。；]{0,10}?(?:算|计)|不足.{0,6}按一/u.test(wording) ? PARTS.started : undefined,
    holds: (said, { cells }) => cells.part.text === said,
  },
  {
    key: 'floor',
    says: wording => (/扣完(?:\d+分)?为止|不计负分/u.test(wording) ? SAID.yes : undefined),
    holds: (_, { cells }) => cells.floor.text !== SAID.no,
  },
];

const AFTER = /(\d+(?:\.\d+)?)\s*[^\d，。；]{0,4}?以上/gu;
const RANGED = /(\d+(?:\.\d+)?)\s*[^\d，。；]{0,3}?(?:至|～|~|—)\s*(\d+(?:\.\d+)?)/gu;

/** 以上 includes its figure, and a tier begins or ends where the words say. */
const tierFault = (wording: string, { cells }: CardLine): string | undefined => {
  const tiers = tiersIn(cells.amount.text);
  if (tiers === undefined || tiers === null) return undefined;
  const starts = tiers.flatMap(({ edges, between }) => [edges.at_least, between?.[0]]).filter(at => at !== undefined);
  const ends = tiers.flatMap(({ edges, between }) => [edges.at_most, edges.less_than, between?.[1], ...starts]);
  const missing = [...wording.matchAll(AFTER)].find(([, at = '']) => !starts.some(one => same(one, at)));
  if (missing !== undefined) return missing[0];
  return [...wording.matchAll(RANGED)].find(
    ([, low = '', high = '']) =>
      !starts.some(one => same(one, low)) || !ends.some(one => one !== undefined && same(one, high)),
  )?.[0];
};

/** Whether one of the lines says in a column what the words of the row say of it. */
export const checkWording = (reading: SheetReading, { lines }: CardRow): void => {
  for (const [index, line] of lines.entries()) {
    const wording = line.cells.wording.own || index === 0 ? line.cells.wording.text.normalize('NFKC') : '';
    const shared = lines.filter(other => other === line || !other.cells.wording.own);
    for (const { key, says, holds } of RULINGS) {
      const said = says(wording);
      if (said === undefined || shared.some(other => holds(said, other))) continue;
      const found = line.cells[key].text === '' ? '' : line.cells[key].text;
      fault(reading, line.cells[key].location, 'sheet-contradicts', {
        column: titleOf(key),
        found,
        said,
        row: line.cells.title.text,
      });
    }
    const edge = tierFault(wording, line);
    if (edge !== undefined)
      fault(reading, line.cells.amount.location, 'sheet-contradicts', {
        column: titleOf('amount'),
        found: line.cells.amount.text,
        said: edge,
        row: line.cells.title.text,
      });
  }
};
