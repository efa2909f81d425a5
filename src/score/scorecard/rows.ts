import { compareDecimals, sumOfDecimals } from '../../model/base/exact.ts';
import { distinct } from '../../model/base/group.ts';
import type { Gap, Verdict } from '../../model/finding/finding.ts';
import { LEFT_OUT } from '../../model/scoring/counted-rows.ts';
import type { Measured } from '../../model/scoring/measure.ts';
import type { Account, BureauResult, ItemResult } from '../../model/scoring/points.ts';
import type { FoundAmount, FoundItem, FoundStep } from '../../model/scoring/scorecard.ts';
import type { WeighedItem } from './item.ts';
import type { WeighedSection } from './parts.ts';

type Question = Measured | Verdict;

/** Every question that a step asks. */
export const questionsOf = ({ amount, onlyIf, excusedIf }: FoundStep): readonly Question[] => [
  ...(onlyIf ? [onlyIf] : []),
  ...(excusedIf ? [excusedIf] : []),
  ...amountQuestions(amount),
];

const amountQuestions = (amount: FoundAmount): readonly Question[] => {
  switch (amount.kind) {
    case 'base':
      return [];
    case 'once':
      return [amount.if];
    case 'options':
      return amount.options.map(option => option.if);
    case 'best_of':
    case 'group':
      return amount.of.flatMap(questionsOf);
    case 'records':
      return amount.records.entries.flatMap(({ chosen, amount: price }) => [
        ...(chosen ? [chosen] : []),
        ...amountQuestions(price),
      ]);
    case 'form':
      return amount.sections.flatMap(section => section.items.flatMap(itemQuestions));
    case 'each':
    case 'tiers':
    case 'share':
    case 'relative':
    case 'entered':
      return [amount.measure];
  }
};

const itemQuestions = ({ steps, when, zeroIf }: FoundItem): readonly Question[] => [
  ...(when ? [when] : []),
  ...(zeroIf ? [zeroIf] : []),
  ...steps.flatMap(questionsOf),
];

export const unreadGaps = (amount: FoundAmount): readonly Gap[] => {
  if (amount.kind === 'records') return amount.records.unread?.gaps ?? [];
  if (amount.kind === 'best_of' || amount.kind === 'group') return amount.of.flatMap(step => unreadGaps(step.amount));
  if (amount.kind !== 'form') return [];
  return amount.sections.flatMap(({ items }) =>
    items.flatMap(({ steps }) => steps.flatMap(step => unreadGaps(step.amount))),
  );
};

export const gapsIn = (question: Question): readonly Gap[] =>
  'gaps' in question ? [...question.gaps, ...(question.besides ?? [])] : [];

/** What a row still waits for. */
const itemGaps = (item: FoundItem): readonly Gap[] =>
  distinct(
    [...itemQuestions(item).flatMap(gapsIn), ...item.steps.flatMap(step => unreadGaps(step.amount))],
    ({ fact }) => fact,
  );

/** Whether there is nothing to measure, and the row does not say what that scores. */
const isUnmeasured = ({ evidence }: FoundItem, questions: readonly Question[]): boolean =>
  evidence.states.nothing_to_measure === 'open' &&
  questions.some(question => 'nothing' in question && question.nothing === 'yes');

const rowResult = ({ item, ends, mayLeave, pending, average }: WeighedItem, section: string): ItemResult => {
  const { id, clause, title, bureau, points } = item;
  const { low, high } = ends ?? { low: LEFT_OUT, high: LEFT_OUT };
  const open = low.points !== high.points || (mayLeave && !low.excluded);
  const questions = itemQuestions(item);
  return {
    item: id,
    section,
    clause,
    title,
    ...(bureau !== undefined && { bureau }),
    max: points,
    low,
    high,
    mayLeave,
    gaps: open ? itemGaps(item) : [],
    ...(pending && { pending }),
    ...(average && { average }),
    outsideCalendar: questions.flatMap(question => ('outsideCalendar' in question ? question.outsideCalendar : [])),
    ...(open && isUnmeasured(item, questions) && { unmeasured: true }),
  };
};

export const isLess = (a: Pick<Account, 'points'>, b: Pick<Account, 'points'>): boolean =>
  compareDecimals(a.points, b.points) < 0;

/** One row as it may stand in several classes of place. */
const merge = (a: ItemResult, b: ItemResult): ItemResult => ({
  ...a,
  ...(a.average !== b.average && { average: 'possible' }),
  low: isLess(b.low, a.low) ? b.low : a.low,
  high: isLess(a.high, b.high) ? b.high : a.high,
  mayLeave: a.mayLeave || b.mayLeave,
  gaps: distinct([...a.gaps, ...b.gaps], ({ fact }) => fact),
});

/** The rows of a scorecard with all that each may come to, whatever the class of place. */
export const rowResults = (forms: readonly (readonly WeighedSection[])[]): readonly ItemResult[] => {
  const rows = new Map<string, ItemResult>();
  const times = new Map<string, number>();
  for (const { section, items } of forms.flat())
    for (const weighed of items) {
      const row = rowResult(weighed, section.id);
      const earlier = rows.get(row.item);
      rows.set(row.item, earlier === undefined ? row : merge(earlier, row));
      times.set(row.item, (times.get(row.item) ?? 0) + 1);
    }
  return [...rows.values()].map(row => (times.get(row.item) === forms.length ? row : { ...row, mayLeave: true }));
};

/** What each bureau gives, where rows are shared out. */
export const bureauResults = (rows: readonly ItemResult[]): readonly BureauResult[] => {
  const bureaus = [...new Set(rows.flatMap(({ bureau }) => bureau ?? []))];
  return bureaus.map(bureau => {
    const own = rows.filter(row => row.bureau === bureau && !(row.low.excluded && row.high.excluded));
    return {
      bureau,
      low: sumOfDecimals(own.map(({ low }) => low.points)),
      high: sumOfDecimals(own.map(({ high }) => high.points)),
      max: sumOfDecimals(own.map(({ max }) => max)),
    };
  });
};
