import { decimalOf, exact, times } from '../../model/exact.ts';
import type { ChargeResult } from '../../model/points.ts';
import { unitsIn } from '../../model/pricing.ts';
import type { FoundItem, FoundStep, FoundTable } from '../../model/table.ts';
import type { Bilingual } from '../../model/text.ts';
import type { Decimal } from '../../model/value.ts';
import { figuresOf, type Reading, verdictOutcome } from './states.ts';

interface Times {
  readonly low: Decimal;
  readonly high: Decimal | null;
}

interface Charged {
  readonly subject: Bilingual | string | null;
  readonly times: Times;
}

const once = (least: number, most: number): Times => ({ low: String(least), high: String(most) });

/** How often a step strikes, for whom it strikes by name or by a field of its records. */
const strikes = ({ amount }: FoundStep, reading: Reading): readonly Charged[] => {
  if (amount.kind === 'records') {
    const subjects = [...new Set(amount.records.entries.map(({ subject }) => subject))];
    return subjects.map(subject => {
      const own = amount.records.entries.filter(entry => entry.subject === subject);
      const sure = own.filter(({ chosen }) => chosen === undefined || chosen.truth === 'met');
      return { subject, times: once(sure.length, own.length) };
    });
  }
  if (amount.kind === 'once') {
    const { truth } = amount.if;
    const mayHit = truth === 'met' || (truth === 'unknown' && verdictOutcome(amount.if, reading).figure);
    return [{ subject: null, times: once(truth === 'met' ? 1 : 0, mayHit ? 1 : 0) }];
  }
  const figures = amount.kind === 'each' ? figuresOf(amount.measure, reading) : undefined;
  if (amount.kind !== 'each' || figures === undefined) return [];
  const units = (figure: typeof figures.low): Decimal => decimalOf(unitsIn(figure, amount.per, amount.steps));
  return [{ subject: null, times: { low: units(figures.low), high: figures.high && units(figures.high) } }];
};

const total = (parts: readonly Charged[]): Times => ({
  low: String(parts.reduce((sum, { times }) => sum + Number(times.low), 0)),
  high: parts.some(({ times }) => times.high === null)
    ? null
    : String(parts.reduce((sum, part) => sum + Number(part.times.high), 0)),
});

const stepCharges = (step: FoundStep, item: FoundItem, reading: Reading): readonly ChargeResult[] => {
  const parts = strikes(step, reading);
  return step.also.flatMap(({ subject, points }) => {
    const charged: readonly Charged[] =
      subject.kind === 'named' ? [{ subject: subject.name, times: total(parts) }] : parts;
    return charged.map(({ subject: who, times: count }) => ({
      subject: who,
      item: item.id,
      times: count,
      points,
      amount: { low: product(count.low, points), high: count.high && product(count.high, points) },
    }));
  });
};

const product = (a: Decimal, b: Decimal): Decimal => decimalOf(times(exact(a), exact(b)));

/** What the findings cost others than the centre. */
export const chargeResults = ({ forms, closed }: FoundTable): readonly ChargeResult[] => {
  const items = [
    ...new Map(
      forms
        .flatMap(({ sections }) => sections)
        .flatMap(section => section.items)
        .map(item => [item.id, item]),
    ).values(),
  ];
  return items.flatMap(item =>
    item.steps.flatMap(step => stepCharges(step, item, { evidence: item.evidence, closed })),
  );
};
