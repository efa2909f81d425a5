import type { SectionAccount } from '../../../model/scoring/points.ts';
import type { ScorecardSection } from '../../../model/scoring/scorecard.ts';
import { pick } from '../../../words/reader.ts';
import { LOOKS } from '../style.ts';
import {
  clean,
  type Ends,
  ends,
  heldIn,
  LAST,
  type Ledger,
  makeLine,
  ref,
  SIDES,
  type Side,
  sided,
  span,
} from './cells.ts';

/** Where a section stands, and the line of its subtotal. */
export interface PlacedSection {
  readonly section: ScorecardSection;
  readonly first: number;
  readonly subtotal: number;
  readonly rows: readonly number[];
}

/** Rows that are in the sum have a number there; the others are empty. */
const ANY_NUMBER = '">-999999"';

/** What the rows that are in the sum could give. */
export const maxFormula = ({ first, subtotal }: Pick<PlacedSection, 'first' | 'subtotal'>, side: Side): string =>
  `SUMIF(${span(sided('points', side), first, subtotal - 1)},${ANY_NUMBER},${span('max', first, subtotal - 1)})`;

const putSubtotal = (
  ledger: Ledger,
  { section, first, subtotal, rows }: PlacedSection,
  accounts: Ends<SectionAccount | undefined>,
): void => {
  const line = makeLine(ledger, subtotal, 'total');
  const title = section.title[ledger.lang];
  line.text('title', pick(ledger, `${title}小计`, `Subtotal: ${title}`));
  line.figure('floor', section.floor, 'total');
  line.figure('cap', section.cap, 'total');
  for (const side of SIDES) {
    const account = accounts[side];
    const name = sided('points', side);
    const sum = clean(heldIn(`SUM(${rows.map(row => ref(name, row)).join(',')})`, subtotal, section));
    if (account !== undefined) line.amount(name, { formula: sum, amount: account.points }, 'total');
  }
  const max = accounts.high?.max ?? '0';
  line.amount('max', { formula: maxFormula({ first, subtotal }, 'high'), amount: max }, 'total');
};

/** A section: its title, its rows with their lines, and its subtotal. */
export const putSection = (
  ledger: Ledger,
  row: number,
  section: ScorecardSection,
  accounts: Ends<SectionAccount | undefined>,
): PlacedSection => {
  const outside = section.outside ? pick(ledger, '（总分外）', ' (outside the total)') : '';
  ledger.sheet.across(row, 1, LAST, `${section.title[ledger.lang]}${outside}`, LOOKS.head);
  const rows: number[] = [];
  let next = row + 1;
  for (const item of section.items) {
    const own = ends(side => accounts[side]?.items.find(account => account.item === item.id)?.account);
    rows.push(next);
    next = ledger.putItem(ledger, next, item, own);
  }
  const placed: PlacedSection = { section, first: row + 1, subtotal: next, rows };
  putSubtotal(ledger, placed, accounts);
  return placed;
};
