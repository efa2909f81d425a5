import type { Decimal } from '../../../model/base/value.ts';
import type { ScorecardAccount, SectionAccount, VetoResult } from '../../../model/scoring/points.ts';
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
  type Line,
  makeLine,
  putFlags,
  ref,
  roundedAs,
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
const maxFormula = ({ first, subtotal }: Pick<PlacedSection, 'first' | 'subtotal'>, side: Side): string =>
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

interface Sum {
  readonly title: string;
  readonly formula: (side: Side) => string;
  readonly amount: (side: Side) => Decimal;
}

const putSum = (ledger: Ledger, row: number, { title, formula, amount }: Sum): Line => {
  const line = makeLine(ledger, row, 'total');
  line.text('title', title);
  for (const side of SIDES)
    line.amount(sided('points', side), { formula: formula(side), amount: amount(side) }, 'total');
  return line;
};

const sumOf = (sections: readonly PlacedSection[], side: Side): string =>
  sections.length === 0
    ? '0'
    : `SUM(${sections.map(({ subtotal }) => ref(sided('points', side), subtotal)).join(',')})`;

/** A veto that leaves nothing, to be switched on and off. */
const putVeto = (ledger: Ledger, row: number, { veto, truth }: VetoResult, accounts: Ends<ScorecardAccount>): void => {
  const line = makeLine(ledger, row, 'text');
  line.text('clause', veto.clause ?? '');
  line.text('title', `${pick(ledger, '一票否决：', 'Veto: ')}${veto.title[ledger.lang]}`);
  if (truth === 'unknown') line.text('found', pick(ledger, '尚未排除', 'not ruled out'));
  line.text('remark', pick(ledger, '“数量”：1 有此情形，0 无', 'count: 1 it is so, 0 it is not'));
  putFlags(line, side => accounts[side].vetoed === veto.id);
  line.fit('title');
};

/** What is inside, as a share of all that was counted, of the whole. */
const scaledUp = ({ scorecard, lang }: Ledger, inside: number, max: number, accounts: Ends<ScorecardAccount>): Sum => ({
  title: pick({ lang }, `折算为 ${scorecard.total} 分`, `Scaled up to ${scorecard.total}`),
  formula: side => {
    const [sum, all] = [ref(sided('points', side), inside), ref(sided('points', side), max)];
    return `IF(OR(${all}=0,${all}=${scorecard.total}),${sum},${roundedAs(`${sum}*${scorecard.total}/${all}`, scorecard)})`;
  },
  amount: side => accounts[side].scaled ?? accounts[side].inside,
});

const isOn = (vetoes: readonly number[], side: Side): string =>
  vetoes.map(row => ref(sided('count', side), row)).join('+');

/** What is inside the total, and where rows may leave it, that scaled up: the line that counts is the last. */
const insideSums = (
  ledger: Ledger,
  first: number,
  inside: readonly PlacedSection[],
  accounts: Ends<ScorecardAccount>,
) => {
  const sum: Sum = {
    title: pick(ledger, '表内合计', 'Inside the total'),
    formula: side => clean(sumOf(inside, side)),
    amount: side => accounts[side].inside,
  };
  const counted: Sum = {
    title: pick(ledger, '计入的满分', 'Of points counted'),
    formula: side => inside.map(section => maxFormula(section, side)).join('+'),
    amount: side => accounts[side].max,
  };
  return ledger.scorecard.notChecked === 'scale' ? [sum, counted, scaledUp(ledger, first, first + 1, accounts)] : [sum];
};

const outsideSums = (ledger: Ledger, outside: readonly PlacedSection[], accounts: Ends<ScorecardAccount>) =>
  outside.length === 0
    ? []
    : [
        {
          title: pick(ledger, '总分外合计', 'Outside the total'),
          formula: (side: Side) => clean(sumOf(outside, side)),
          amount: (side: Side) => accounts[side].outside,
        },
      ];

/** From the subtotals to the score; the line of the score is the last. */
export const putTotals = (
  ledger: Ledger,
  first: number,
  sections: readonly PlacedSection[],
  accounts: Ends<ScorecardAccount>,
): number => {
  const { audit, scorecard } = ledger;
  const [inside = [], outside = []] = [false, true].map(out =>
    sections.filter(({ section }) => section.outside === out),
  );
  const within = insideSums(ledger, first, inside, accounts);
  const sums = [...within, ...outsideSums(ledger, outside, accounts)];
  sums.forEach((sum, index) => {
    putSum(ledger, first + index, sum);
  });
  const after = first + sums.length;
  const vetoes = (audit.scorecard?.result.vetoes ?? []).filter(({ veto }) => veto.effect.kind === 'zero');
  vetoes.forEach((veto, index) => {
    putVeto(ledger, after + index, veto, accounts);
  });
  const total = after + vetoes.length;
  const switches = vetoes.map((_, index) => after + index);
  const summed = sums.map((_, index) => first + index).slice(within.length - 1);
  const line = putSum(ledger, total, {
    title: pick(ledger, '总分', 'Score'),
    formula: side => {
      const held = clean(heldIn(summed.map(at => ref(sided('points', side), at)).join('+'), total, scorecard));
      return switches.length === 0 ? held : `IF(${isOn(switches, side)}>0,0,${held})`;
    },
    amount: side => accounts[side].points,
  });
  line.figure('floor', scorecard.floor, 'total');
  line.figure('cap', scorecard.cap, 'total');
  line.figure('max', scorecard.total, 'total');
  return total;
};
