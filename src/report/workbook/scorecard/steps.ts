import type { Account, PartsAccount, PointsLine } from '../../../model/scoring/points.ts';
import type { Amount, Step } from '../../../model/scoring/scorecard.ts';
import {
  type Ends,
  ends,
  held,
  type Ledger,
  type Line,
  makeLine,
  putSides,
  type Reckoned,
  ref,
  SIDES,
  type Side,
  sided,
} from './cells.ts';
import { amountFormula, hasCount, priceCell } from './formulas.ts';
import { countOf, decimalIn, type Lines, NO_PARTS, type Parts, signed } from './lines.ts';
import { putRecords } from './records.ts';
import { BY_HAND, foundText, remarkOf, stepTitle } from './words.ts';

type Form = Extract<Amount, { kind: 'form' }>;

type Accounts = Ends<PartsAccount | undefined>;

const accountIn = (account: PartsAccount | undefined, item: string): Account | undefined =>
  account?.sections.flatMap(({ items }) => items).find(found => found.item === item)?.account;

/** The rows of a form within a row, and where its own total is not scaled their sum as a formula for each side. */
const formLines = (
  ledger: Ledger,
  first: number,
  { sections }: Form,
  accounts: Accounts,
  depth: number,
): { readonly next: number; readonly sum: Ends<string | undefined> } => {
  let next = first;
  const rows = sections.map(section => ({
    section,
    rows: section.items.map(item => {
      const row = next;
      const own = ends(side => accountIn(accounts[side], item.id));
      next = ledger.putItem(ledger, row, item, own, depth);
      return row;
    }),
  }));
  const sum = ends(side => {
    const account = accounts[side];
    if (account === undefined || account.scaled !== undefined) return undefined;
    return rows
      .map(({ section, rows: own }) => {
        const cells = own.map(row => ref(sided('points', side), row));
        return held(`SUM(${cells.join(',')})`, section);
      })
      .join('+');
  });
  return { next, sum };
};

/** Under the step's cap, with the sign that it has in the account. */
const capped = (step: Step, row: number, magnitude: string): string => {
  const held = step.cap === undefined ? magnitude : `MIN(${ref('most', row)},${magnitude})`;
  return step.kind === 'award' ? held : `-(${held})`;
};

/** The same of a sum of amounts that have their signs. */
const cappedSum = (step: Step, row: number, sum: string): string => {
  if (step.cap === undefined) return sum;
  return step.kind === 'award' ? `MIN(${ref('most', row)},${sum})` : `MAX(-${ref('most', row)},${sum})`;
};

const joint = (step: Step, cells: readonly string[]): string => {
  const name = step.amount.kind !== 'best_of' ? 'SUM' : step.kind === 'award' ? 'MAX' : 'MIN';
  return `${name}(${cells.join(',')})`;
};

const formulaOf = (
  { scorecard }: Ledger,
  step: Step,
  row: number,
  { line, side, parts }: { readonly line: PointsLine; readonly side: Side; readonly parts: Parts },
): string | undefined => {
  if (line.raw === null) return undefined;
  const cells = parts.cells[side];
  if (cells !== undefined) return cappedSum(step, row, joint(step, cells));
  const count = ref(sided('count', side), row);
  const magnitude = amountFormula(step.amount, { count, price: ref('price', row) }, scorecard);
  if (magnitude === undefined) return undefined;
  const live = capped(step, row, magnitude);
  return countOf(line.work) === null ? `IF(${count}="",${signed(line)},${live})` : live;
};

const putCounts = (line: Line, lines: Lines, parts: Parts): void => {
  const counts = ends(side => lines[side] && countOf(lines[side].work));
  const lowest = line.at('countLow');
  for (const side of SIDES) {
    const [name, count] = [sided('count', side), counts[side]];
    const follows = side === 'high' && count === counts.low;
    const formula = parts.count[side] ?? (follows ? lowest : undefined);
    if (count === undefined) continue;
    if (count === null && follows) line.copy(name, lowest);
    else if (count === null || formula === undefined) line.figure(name, count, 'input');
    else line.amount(name, { formula, amount: decimalIn(count) }, 'derived');
  }
};

const isLive = (ledger: Ledger, step: Step, row: number, lines: Lines, parts: Parts): boolean =>
  SIDES.every(side => {
    const line = lines[side];
    return line === undefined || formulaOf(ledger, step, row, { line, side, parts }) !== undefined;
  });

/** A step of a row on a line of its own, and whatever it is made of below it. */
export const putStep = (ledger: Ledger, row: number, step: Step, lines: Lines, depth: number): number => {
  const parts = putParts(ledger, row + 1, step.amount, lines, depth + 1);
  const line = makeLine(ledger, row, 'text');
  const { lang } = ledger;
  const live = isLive(ledger, step, row, lines, parts);
  const remarks = [remarkOf(step.amount, lang), ...(live || !hasCount(step.amount) ? [] : [BY_HAND[lang]])];
  line.text('title', stepTitle(step, depth, lang));
  line.text('found', foundText(lines, step, ledger));
  line.text('remark', remarks.filter(text => text !== '').join('\n'));
  if (hasCount(step.amount)) putCounts(line, lines, parts);
  const price = priceCell(step.amount);
  line.figure('price', price, price === null ? 'number' : 'input');
  line.figure('most', step.cap ?? null, step.cap === undefined ? 'number' : 'input');
  const amounts = ends((side): Reckoned | undefined => {
    const own = lines[side];
    return own && { formula: formulaOf(ledger, step, row, { line: own, side, parts }), amount: signed(own) };
  });
  putSides(line, 'amount', amounts);
  line.fit('found', 'remark', 'title');
  return parts.next;
};

const putParts = (ledger: Ledger, row: number, amount: Amount, lines: Lines, depth: number): Parts => {
  switch (amount.kind) {
    case 'best_of':
    case 'group':
      return putSteps(ledger, row, amount.of, lines, depth);
    case 'records':
      return putRecords(ledger, row, lines, depth);
    case 'form': {
      const accounts = ends(side => {
        const work = lines[side]?.work;
        return work?.kind === 'form' ? work.account : undefined;
      });
      const { next, sum } = formLines(ledger, row, amount, accounts, depth);
      return { ...NO_PARTS(next), count: sum };
    }
    case 'base':
    case 'once':
    case 'each':
    case 'tiers':
    case 'options':
    case 'share':
    case 'relative':
    case 'entered':
      return NO_PARTS(row);
  }
};

const partsOf = (line: PointsLine | undefined): readonly PointsLine[] =>
  line !== undefined && 'of' in line.work ? line.work.of : [];

const putSteps = (ledger: Ledger, row: number, steps: readonly Step[], lines: Lines, depth: number): Parts => {
  const own = ends(side => partsOf(lines[side]));
  if (own.low.length + own.high.length === 0) return NO_PARTS(row);
  const rows: number[] = [];
  let next = row;
  steps.forEach((step, index) => {
    rows.push(next);
    const parts = ends(side => own[side][index]);
    next = putStep(ledger, next, step, parts, depth);
  });
  const cells = ends(side => (own[side].length === 0 ? undefined : rows.map(at => ref(sided('amount', side), at))));
  return { ...NO_PARTS(next), cells };
};
