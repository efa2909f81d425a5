import type { Decimal } from '../../../model/base/value.ts';
import type { ScorecardAccount, VetoResult } from '../../../model/scoring/points.ts';
import { pick } from '../../../words/reader.ts';
import {
  COLUMNS,
  clean,
  type Ends,
  heldIn,
  type Ledger,
  putAmount,
  putFigure,
  putFlags,
  putText,
  ref,
  roundedAs,
  ruleLine,
  SIDES,
  type Side,
  sided,
} from './cells.ts';
import { maxFormula, type PlacedSection } from './sections.ts';

interface Line {
  readonly title: string;
  readonly formula: (side: Side) => string;
  readonly amount: (side: Side) => Decimal;
  readonly max?: string;
}

const putLine = (ledger: Ledger, row: number, { title, formula, amount }: Line): number => {
  ruleLine(ledger, row, 'total');
  putText(ledger, 'title', row, title, 'total');
  for (const side of SIDES)
    putAmount(ledger, sided('points', side), row, { formula: formula(side), amount: amount(side) }, 'total');
  return row + 1;
};

const sumOf = (sections: readonly PlacedSection[], side: Side): string =>
  sections.length === 0
    ? '0'
    : `SUM(${sections.map(({ subtotal }) => ref(sided('points', side), subtotal)).join(',')})`;

/** A veto that leaves nothing, to be switched on and off. */
const putVeto = (
  ledger: Ledger,
  row: number,
  { veto, truth }: VetoResult,
  accounts: Ends<ScorecardAccount>,
): number => {
  ruleLine(ledger, row, 'text');
  putText(ledger, 'clause', row, veto.clause ?? '');
  putText(ledger, 'title', row, `${pick(ledger, '一票否决：', 'Veto: ')}${veto.title[ledger.lang]}`);
  if (truth === 'unknown') putText(ledger, 'found', row, pick(ledger, '尚未排除', 'not ruled out'));
  putText(ledger, 'remark', row, pick(ledger, '“数量”：1 有此情形，0 无', 'count: 1 it is so, 0 it is not'));
  const isVetoed = (side: Side): boolean => accounts[side].vetoed === veto.id;
  putFlags(ledger, row, { low: isVetoed('low'), high: isVetoed('high') });
  ledger.sheet.fit(row, [[`${pick(ledger, '一票否决：', 'Veto: ')}${veto.title[ledger.lang]}`, COLUMNS.title.width]]);
  return row + 1;
};

const isOn = (vetoes: readonly number[], side: Side): string =>
  vetoes.map(row => ref(sided('count', side), row)).join('+');

/** From the subtotals to the score; the line of the score is the last. */
export const putTotals = (
  ledger: Ledger,
  first: number,
  sections: readonly PlacedSection[],
  accounts: Ends<ScorecardAccount>,
): number => {
  const { audit, scorecard } = ledger;
  const [inside, outside] = [false, true].map(out => sections.filter(({ section }) => section.outside === out));
  let row = putLine(ledger, first, {
    title: pick(ledger, '表内合计', 'Inside the total'),
    formula: side => clean(sumOf(inside ?? [], side)),
    amount: side => accounts[side].inside,
  });
  let base = first;
  if (scorecard.notChecked === 'scale') {
    const max = row;
    row = putLine(ledger, row, {
      title: pick(ledger, '计入的满分', 'Of points counted'),
      formula: side => (inside ?? []).map(section => maxFormula(section, side)).join('+'),
      amount: side => accounts[side].max,
    });
    base = row;
    row = putLine(ledger, row, {
      title: pick(ledger, `折算为 ${scorecard.total} 分`, `Scaled up to ${scorecard.total}`),
      formula: side => {
        const [sum, all] = [ref(sided('points', side), first), ref(sided('points', side), max)];
        return `IF(OR(${all}=0,${all}=${scorecard.total}),${sum},${roundedAs(`${sum}*${scorecard.total}/${all}`, scorecard)})`;
      },
      amount: side => accounts[side].scaled ?? accounts[side].inside,
    });
  }
  const beside = row;
  if (outside !== undefined && outside.length > 0)
    row = putLine(ledger, row, {
      title: pick(ledger, '总分外合计', 'Outside the total'),
      formula: side => clean(sumOf(outside, side)),
      amount: side => accounts[side].outside,
    });
  const vetoes: number[] = [];
  for (const veto of audit.scorecard?.result.vetoes ?? []) {
    if (veto.veto.effect.kind !== 'zero') continue;
    vetoes.push(row);
    row = putVeto(ledger, row, veto, accounts);
  }
  const total = row;
  putLine(ledger, total, {
    title: pick(ledger, '总分', 'Score'),
    formula: side => {
      const cells = [base, ...(beside < row - vetoes.length ? [beside] : [])].map(at => ref(sided('points', side), at));
      const held = clean(heldIn(cells.join('+'), total, scorecard));
      return vetoes.length === 0 ? held : `IF(${isOn(vetoes, side)}>0,0,${held})`;
    },
    amount: side => accounts[side].points,
  });
  putFigure(ledger, 'floor', total, scorecard.floor, 'total');
  putFigure(ledger, 'cap', total, scorecard.cap, 'total');
  putFigure(ledger, 'max', total, scorecard.total, 'total');
  return total;
};
