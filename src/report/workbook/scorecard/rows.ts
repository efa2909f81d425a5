import { both } from '../../../model/base/text.ts';
import { factIdOf } from '../../../model/finding/finding.ts';
import type { Account } from '../../../model/scoring/points.ts';
import { resultWith } from '../../../model/scoring/rows.ts';
import type { Item } from '../../../model/scoring/scorecard.ts';
import { askedLabel } from '../../../words/facts/values.ts';
import { boundText, treatedText, zeroedText } from '../../../words/scoring/points-of-rows.ts';
import {
  type Accounts,
  clean,
  ends,
  heldIn,
  type Ledger,
  type Line,
  makeLine,
  type PutItem,
  putFlags,
  putSides,
  type Reckoned,
  ref,
  SIDES,
  type Side,
  sided,
} from './cells.ts';
import { putStep } from './steps.ts';
import { BY_HAND } from './words.ts';

const isReckoned = (account: Account | undefined): account is Account =>
  account !== undefined && !account.excluded && account.treated === undefined;

const isCounted = (account: Account | undefined): account is Account => account !== undefined && !account.excluded;

/** What is to be said of a row as a whole. */
const sayOf = (account: Account | undefined, { zeroIf }: Item, { audit, lang }: Ledger): string => {
  if (!isCounted(account)) return both('不计入本表', 'not in the scorecard')[lang];
  const parts = [
    ...(account.treated === undefined ? [] : [treatedText(account.treated, audit.pack.vocabulary, lang)]),
    ...(account.bound === undefined ? [] : [boundText(account.bound, lang)]),
    ...(account.zeroed ? [zeroedText(zeroIf, audit.pack.vocabulary, lang)] : []),
  ];
  return parts.join(both('；', '; ')[lang]);
};

const missingText = (item: string, { audit, lang }: Ledger): string => {
  const gaps = (audit.scorecard && resultWith(audit.scorecard.result.items, item))?.gaps ?? [];
  const names = new Set(gaps.map(({ fact }) => askedLabel(factIdOf(fact), audit.pack.vocabulary, audit.scheme, lang)));
  return names.size === 0 ? '' : both(`待查：${[...names].join('、')}`, `open: ${[...names].join(', ')}`)[lang];
};

const foundOf = (item: Item, accounts: Accounts, ledger: Ledger): string => {
  const { lang } = ledger;
  const [low, high] = [sayOf(accounts.low, item, ledger), sayOf(accounts.high, item, ledger)];
  const said =
    low === high
      ? [low]
      : [
          ...(low === '' ? [] : [both(`最差：${low}`, `at worst: ${low}`)[lang]]),
          ...(high === '' ? [] : [both(`最好：${high}`, `at best: ${high}`)[lang]]),
        ];
  return [...said, missingText(item.id, ledger)].filter(text => text !== '').join('\n');
};

/** The condition on which all of a row is lost, to be switched on and off. */
const putZeroing = (ledger: Ledger, row: number, accounts: Accounts, depth: number): void => {
  const line = makeLine(ledger, row, 'text');
  const { lang } = ledger;
  line.text('title', `${'　'.repeat(depth)}${both('一票归零的情形', 'What loses the row')[lang]}`);
  line.text('remark', both('“数量”：1 有，0 无', 'count: 1 yes, 0 no')[lang]);
  putFlags(line, side => (isReckoned(accounts[side]) ? accounts[side].zeroed : undefined));
};

interface Below {
  readonly next: number;
  readonly rows: readonly number[];
  readonly zeroing: number | undefined;
}

const putBelow = (ledger: Ledger, first: number, item: Item, accounts: Accounts, depth: number): Below => {
  if (!SIDES.some(side => isReckoned(accounts[side]))) return { next: first, rows: [], zeroing: undefined };
  const rows: number[] = [];
  let next = first;
  item.steps.forEach((step, index) => {
    const lines = ends(side => accounts[side]?.lines.find(({ number }) => number === index + 1));
    rows.push(next);
    next = putStep(ledger, next, step, lines, depth);
  });
  if (item.zeroIf === undefined) return { next, rows, zeroing: undefined };
  putZeroing(ledger, next, accounts, depth);
  return { next: next + 1, rows, zeroing: next };
};

const pointsFormula = (item: Item, row: number, { rows, zeroing }: Below, side: Side): string => {
  const cells = [row, ...rows].map(at => ref(sided('amount', side), at));
  const held = clean(heldIn(`SUM(${cells.join(',')})`, row, item));
  return zeroing === undefined ? held : `IF(${ref(sided('count', side), zeroing)}=1,0,${held})`;
};

/** What an account starts with and what is left of it; what was treated as a whole is a plain amount. */
const putAccount = (line: Line, accounts: Accounts, formulaOf: (side: Side) => string): void => {
  const points = ends((side): Reckoned | undefined => {
    const account = accounts[side];
    if (isReckoned(account)) line.figure(sided('amount', side), account.start, 'total');
    const formula = isReckoned(account) ? formulaOf(side) : undefined;
    return isCounted(account) ? { formula, amount: account.points } : undefined;
  });
  putSides(line, 'points', points, 'total');
};

/** A row of the scorecard: its account on the lines below it, what is left of it on its own. Nested rows stand deeper. */
export const putItem: PutItem = (ledger, row, item, accounts, depth = 0) => {
  const { lang } = ledger;
  const below = putBelow(ledger, row + 1, item, accounts, depth + 1);
  const line = makeLine(ledger, row, 'label');
  const worth = depth === 0 ? '' : both(`（满分 ${item.points}）`, ` (of ${item.points})`)[lang];
  const treated = SIDES.some(side => isCounted(accounts[side]) && !isReckoned(accounts[side]));
  line.text('clause', item.clause.join(' / '));
  line.text('title', `${'　'.repeat(depth)}${item.title[lang]}${worth}`);
  line.text('found', foundOf(item, accounts, ledger));
  line.text('remark', [item.note?.[lang] ?? '', treated ? BY_HAND[lang] : ''].filter(text => text !== '').join('\n'));
  const isIn = SIDES.some(side => isCounted(accounts[side]));
  if (depth === 0) line.text('bureau', item.bureau ?? '');
  if (depth === 0 && isIn) line.figure('max', item.points, 'total');
  line.figure('floor', item.floor, 'total');
  line.figure('cap', item.cap, 'total');
  putAccount(line, accounts, side => pointsFormula(item, row, below, side));
  line.fit('title', 'found', 'remark', 'bureau', 'clause');
  return below.next;
};
