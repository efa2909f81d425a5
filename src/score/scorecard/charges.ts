import { type Exact, exact, figureOf, rounded, times, ZERO } from '../../model/base/exact.ts';
import { distinct, groupBy } from '../../model/base/group.ts';
import type { Bilingual } from '../../model/base/text.ts';
import type { ChargeResult } from '../../model/scoring/points.ts';
import { unitsIn } from '../../model/scoring/pricing.ts';
import type {
  ClassScorecard,
  FoundItem,
  FoundSection,
  FoundStep,
  RecordsFound,
} from '../../model/scoring/scorecard.ts';
import { addTo, type WeighScope } from './ends.ts';
import { countedHere } from './records.ts';
import { figuresOf, verdictOutcome } from './states.ts';

/** How often, at the least and at the most. */
type Times = readonly [Exact, Exact | null];

interface Charged {
  readonly subject: Bilingual | string | null;
  readonly times: Times;
}

const counted = (least: number, most: number): Times => [exact(least), exact(most)];

const strikesAtAll = (amount: Exact | null): boolean => amount === null || amount.n > 0n;

const byRecord = (records: RecordsFound, scope: WeighScope): readonly Charged[] => {
  const prices = groupBy(countedHere(records, scope), ({ record }) => record.subject);
  return [...prices].map(([subject, own]) => {
    const [sure, perhaps] = [own.filter(({ low }) => strikesAtAll(low)), own.filter(({ high }) => strikesAtAll(high))];
    return { subject, times: counted(sure.length, perhaps.length) };
  });
};

/** How often a step strikes, told apart by whom its records name. */
const strikes = ({ amount }: FoundStep, scope: WeighScope): readonly Charged[] => {
  if (amount.kind === 'records') return byRecord(amount.records, scope);
  if (amount.kind === 'once') {
    const { truth } = amount.if;
    const mayHit = truth === 'met' || (truth === 'unknown' && verdictOutcome(amount.if, scope).figure);
    return [{ subject: null, times: counted(truth === 'met' ? 1 : 0, mayHit ? 1 : 0) }];
  }
  const figures = amount.kind === 'each' ? figuresOf(amount.measure, scope) : undefined;
  if (amount.kind !== 'each' || figures === undefined) return [];
  const units = (figure: Exact): Exact => unitsIn(figure, amount.per, amount.steps);
  return [{ subject: null, times: [units(figures.low), figures.high && units(figures.high)] }];
};

const together = (parts: readonly Charged[]): Times => [
  parts.reduce<Exact>((sum, part) => addTo(sum, part.times[0]) ?? sum, ZERO),
  parts.reduce<Exact | null>((sum, part) => addTo(sum, part.times[1]), ZERO),
];

const shown = (figure: Exact | null): string | null => figure && figureOf(figure);

const stepCharges = (step: FoundStep, item: FoundItem, outer: WeighScope): readonly ChargeResult[] => {
  const parts = strikes(step, { ...outer, evidence: item.evidence });
  return step.also.flatMap(({ subject, points }) => {
    const charged: readonly Charged[] =
      subject.kind === 'named' ? [{ subject: subject.name, times: together(parts) }] : parts;
    const price = (figure: Exact): string => rounded(times(figure, exact(points)), outer.places, outer.rounding);
    return charged.map(({ subject: who, times: [low, high] }) => ({
      subject: who,
      item: item.id,
      times: [shown(low), shown(high)] as const,
      points,
      amount: [price(low), high && price(high)] as const,
    }));
  });
};

/** What the findings cost others than the centre; a row that two classes of place share is counted once. */
export const chargeResults = (
  forms: readonly (readonly [ClassScorecard<FoundSection>, WeighScope])[],
): readonly ChargeResult[] => {
  const rows = forms.flatMap(([{ sections }, scope]) =>
    sections.flatMap(({ items }) => items.map(item => [item, scope] as const)),
  );
  return distinct(rows, ([{ id }]) => id).flatMap(([item, scope]) =>
    item.steps.flatMap(step => stepCharges(step, item, scope)),
  );
};
