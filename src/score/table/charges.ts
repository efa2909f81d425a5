import { type Exact, exact, figureOf, rounded, times, ZERO } from '../../model/exact.ts';
import type { ChargeResult } from '../../model/points.ts';
import { unitsIn } from '../../model/pricing.ts';
import type { FoundItem, FoundStep, FoundTable } from '../../model/table.ts';
import type { Bilingual } from '../../model/text.ts';
import { addTo } from './ends.ts';
import { figuresOf, type Reading, verdictOutcome } from './states.ts';

/** How often, at the least and at the most. */
type Times = readonly [Exact, Exact | null];

interface Charged {
  readonly subject: Bilingual | string | null;
  readonly times: Times;
}

const counted = (least: number, most: number): Times => [exact(least), exact(most)];

type Found<K extends FoundStep['amount']['kind']> = Extract<FoundStep['amount'], { kind: K }>;

const byRecord = ({ records: { entries } }: Found<'records'>): readonly Charged[] =>
  [...new Set(entries.map(({ subject }) => subject))].map(subject => {
    const own = entries.filter(entry => entry.subject === subject);
    const sure = own.filter(({ chosen }) => chosen === undefined || chosen.truth === 'met');
    return { subject, times: counted(sure.length, own.length) };
  });

/** How often a step strikes, told apart by whom its records name. */
const strikes = ({ amount }: FoundStep, reading: Reading): readonly Charged[] => {
  if (amount.kind === 'records') return byRecord(amount);
  if (amount.kind === 'once') {
    const { truth } = amount.if;
    const mayHit = truth === 'met' || (truth === 'unknown' && verdictOutcome(amount.if, reading).figure);
    return [{ subject: null, times: counted(truth === 'met' ? 1 : 0, mayHit ? 1 : 0) }];
  }
  const figures = amount.kind === 'each' ? figuresOf(amount.measure, reading) : undefined;
  if (amount.kind !== 'each' || figures === undefined) return [];
  const units = (figure: Exact): Exact => unitsIn(figure, amount.per, amount.steps);
  return [{ subject: null, times: [units(figures.low), figures.high && units(figures.high)] }];
};

const together = (parts: readonly Charged[]): Times => [
  parts.reduce<Exact>((sum, part) => addTo(sum, part.times[0]) ?? sum, ZERO),
  parts.reduce<Exact | null>((sum, part) => addTo(sum, part.times[1]), ZERO),
];

const shown = (figure: Exact | null): string | null => figure && figureOf(figure);

const stepCharges = (step: FoundStep, item: FoundItem, table: FoundTable): readonly ChargeResult[] => {
  const parts = strikes(step, { evidence: item.evidence, closed: table.closed });
  return step.also.flatMap(({ subject, points }) => {
    const charged: readonly Charged[] =
      subject.kind === 'named' ? [{ subject: subject.name, times: together(parts) }] : parts;
    const price = (figure: Exact): string => rounded(times(figure, exact(points)), table.places, table.rounding);
    return charged.map(({ subject: who, times: [low, high] }) => ({
      subject: who,
      item: item.id,
      times: [shown(low), shown(high)] as const,
      points,
      amount: [price(low), high && price(high)] as const,
    }));
  });
};

/** What the findings cost others than the centre. */
export const chargeResults = (table: FoundTable): readonly ChargeResult[] => {
  const items = table.forms.flatMap(({ sections }) => sections).flatMap(section => section.items);
  const distinct = [...new Map(items.map(item => [item.id, item])).values()];
  return distinct.flatMap(item => item.steps.flatMap(step => stepCharges(step, item, table)));
};
