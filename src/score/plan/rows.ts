import { type Exact, exact, over, plus, times, ZERO } from '../../model/base/exact.ts';
import type { Account, PartsAccount } from '../../model/scoring/points.ts';
import type { FoundItem, FoundScorecard, FoundSection } from '../../model/scoring/scorecard.ts';
import { cut, type WeighScope } from '../scorecard/ends.ts';
import { hold, readingOf, weighItem } from '../scorecard/item.ts';
import { atLeast, type Choice, type Fix, type ParetoFront, pruned, through, together } from './front.ts';
import { stepFront } from './steps.ts';

/** What a plan must keep to: points that rows and sections have to reach, and matters taken to be in order. */
export interface Terms {
  readonly rows: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, string>;
  readonly settled: ReadonlySet<string>;
}

export const NO_TERMS: Terms = { rows: new Map(), sections: new Map(), settled: new Set() };

const after = (choice: Choice, fix: Fix): Choice => ({
  ...choice,
  effort: plus(choice.effort, exact(1)),
  fixes: [fix, ...choice.fixes],
});

/** The sums that a row's steps can be brought to, held between its floor and its cap. */
const sums = (item: FoundItem, scope: WeighScope, settled: Terms['settled']): ParetoFront => {
  const steps = item.steps.map((step, index) => stepFront(step, { item: item.id, number: index + 1, scope, settled }));
  const floor = item.floor ?? item.worth.least;
  return through(together(steps), value => hold(plus(exact(item.start), value), floor, item.cap).points);
};

/** What can be made of a row, from its worst account as it stands. */
export const rowFront = (item: FoundItem, outer: WeighScope, { rows, settled }: Terms): ParetoFront => {
  const scope: WeighScope = { ...outer, ...readingOf(item, outer), lenient: false };
  const { ends, mayLeave } = weighItem(item, outer);
  if (ends === undefined) return [{ effort: ZERO, value: ZERO, fixes: [] }];
  const asItStands: Choice = { effort: ZERO, value: exact(ends.low.points), fixes: [] };
  const isOpen = ends.low.points !== ends.high.points || mayLeave;
  const canCount = ends.high.treated === undefined || isOpen;
  const open = !canCount
    ? []
    : needed(item, ends.low).reduce<ParetoFront>(
        (front, fix) => front.map(one => after(one, fix)),
        sums(item, scope, settled),
      );
  const front = pruned([asItStands, ...open]);
  const limit = rows.get(item.id);
  return limit === undefined ? front : atLeast(front, limit);
};

/** What stands between a row and its account: nothing handed in, or a condition on which all of it is lost. */
const needed = (item: FoundItem, low: Account): readonly Fix[] => [
  ...(low.treated === undefined ? [] : [{ kind: 'declare', item: item.id } as const]),
  ...(item.zeroIf === undefined || item.zeroIf.truth === 'unmet' ? [] : [{ kind: 'clear', item: item.id } as const]),
];

const sectionFront = (
  section: FoundSection,
  scope: WeighScope,
  terms: Terms,
  left: ReadonlySet<string>,
): ParetoFront => {
  const rows = section.items.filter(({ id }) => !left.has(id)).map(item => rowFront(item, scope, terms));
  const front = through(together(rows), value => hold(value, section.floor, section.cap).points);
  const limit = terms.sections.get(section.id);
  return limit === undefined ? front : atLeast(front, limit);
};

/** The rows that are not in the scorecard as it stands. */
export const leftOut = ({ sections }: PartsAccount): ReadonlySet<string> =>
  new Set(sections.flatMap(({ items }) => items.filter(({ account }) => account.excluded).map(({ item }) => item)));

/** All parts together, with what counts inside the total scaled as in the account as it stands. */
export const partsFront = (
  sections: readonly FoundSection[],
  scope: WeighScope,
  terms: Terms,
  account: PartsAccount,
  scorecard: Pick<FoundScorecard, 'total' | 'places' | 'rounding'>,
): ParetoFront => {
  const left = leftOut(account);
  const fronts = (outside: boolean): readonly ParetoFront[] =>
    sections.filter(section => section.outside === outside).map(section => sectionFront(section, scope, terms, left));
  const scale = (value: Exact): Exact =>
    account.scaled === undefined
      ? value
      : cut(over(times(value, exact(scorecard.total)), exact(account.max)), scorecard);
  return together([through(together(fronts(false)), scale), ...fronts(true)]);
};
