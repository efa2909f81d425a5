import type { Account, PartsAccount } from '../../../model/scoring/points.ts';
import type { Amount, ScorecardSection } from '../../../model/scoring/scorecard.ts';
import { type Ends, ends, type Ledger, ref, sided } from './cells.ts';

type Form = Extract<Amount, { kind: 'form' }>;

type Accounts = Ends<PartsAccount | undefined>;

const accountIn = (account: PartsAccount | undefined, item: string): Account | undefined =>
  account?.sections.flatMap(({ items }) => items).find(found => found.item === item)?.account;

/** A section's rows added up and held, where the form's own total is not scaled. */
const sectionSum = ({ floor, cap }: ScorecardSection, cells: readonly string[]): string => {
  const sum = `SUM(${cells.join(',')})`;
  const capped = cap === null ? sum : `MIN(${cap},${sum})`;
  return floor === null ? capped : `MAX(${floor},${capped})`;
};

/** The rows of a form within a row, and their sum as a formula for each side. */
export const formLines = (
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
      next = ledger.putItem(
        ledger,
        row,
        item,
        ends(side => accountIn(accounts[side], item.id)),
        depth,
      );
      return row;
    }),
  }));
  const sum = ends(side => {
    const account = accounts[side];
    if (account === undefined || account.scaled !== undefined) return undefined;
    return rows
      .map(({ section, rows: own }) =>
        sectionSum(
          section,
          own.map(row => ref(sided('points', side), row)),
        ),
      )
      .join('+');
  });
  return { next, sum };
};
