import { compareExact, decimalOf, exact } from '../../model/base/exact.ts';
import type { Standing, TableAccount, TableResult, VetoResult } from '../../model/scoring/points.ts';
import type {
  ClassTable,
  FoundAmount,
  FoundItem,
  FoundRecord,
  FoundSection,
  FoundTable,
  RecordsFound,
} from '../../model/scoring/scorecard.ts';
import { chargeResults } from './charges.ts';
import type { Round, WeighScope } from './ends.ts';
import { gateResults, vetoResults } from './gates.ts';
import { gradeResult, possibleGrades, type Span, zero } from './grade.ts';
import { hold } from './item.ts';
import { type End, partsAccount, type WeighedSection, weighSections } from './parts.ts';
import { priceRecords, standings } from './records.ts';
import { bureauResults, rowResults } from './rows.ts';

const baseScope = (table: FoundTable, round?: Round): WeighScope => ({
  evidence: {
    undeclared: 'open',
    states: { did_not_occur: 'open', not_applicable: 'open', nothing_to_measure: 'open' },
  },
  closed: table.closed,
  places: table.places,
  rounding: table.rounding,
  lenient: false,
  standing: new Map(),
  ...(round && { round }),
  form: (form, scope) => {
    const sections = weighSections(form.sections, scope);
    const own = { ...table, total: form.total };
    return { low: partsAccount(sections, 'low', own), high: partsAccount(sections, 'high', own) };
  },
});

const recordsIn = (amount: FoundAmount, list: string): readonly RecordsFound[] => {
  if (amount.kind === 'records') return amount.records.list === list ? [amount.records] : [];
  return amount.kind === 'best_of' || amount.kind === 'group'
    ? amount.of.flatMap(step => recordsIn(step.amount, list))
    : [];
};

/** Under what the rows of one class of place are worked out. */
export const scopeOf = (table: FoundTable, form: ClassTable<FoundSection>, round?: Round): WeighScope => ({
  ...baseScope(table, round),
  standing: standingIn(table, form),
});

/** Which row prices each matter that several would. */
const standingIn = (table: FoundTable, form: ClassTable<FoundSection>): ReadonlyMap<FoundRecord, Standing> => {
  const items = form.sections.flatMap(section => section.items);
  const scope = baseScope(table);
  const groups = table.countedOnce.map(({ list, items: named }) => {
    const rows = items.filter(({ id }) => named.includes(id));
    const claims = rows.flatMap((row: FoundItem) =>
      row.steps.flatMap(step =>
        recordsIn(step.amount, list).flatMap(found => priceRecords(found, { ...scope, evidence: row.evidence })),
      ),
    );
    return standings(claims);
  });
  return new Map(groups.flatMap(group => [...group]));
};

const tableAccount = (
  table: FoundTable,
  form: ClassTable<FoundSection>,
  sections: readonly WeighedSection[],
  end: End,
): TableAccount => {
  const parts = partsAccount(sections, end, table);
  const { points, bound } = hold(exact(parts.sum), table.floor, table.cap);
  return { ...parts, ...(form.class && { class: form.class }), ...(bound && { bound }), points: decimalOf(points) };
};

const isLess = (a: TableAccount, b: TableAccount): boolean => compareExact(exact(a.points), exact(b.points)) < 0;

const zeroing = (vetoes: readonly VetoResult[]): VetoResult | undefined =>
  (['met', 'unknown'] as const)
    .map(truth => vetoes.find(found => found.veto.effect.kind === 'zero' && found.truth === truth))
    .find(found => found !== undefined);

interface Ends {
  readonly low: TableAccount;
  readonly high: TableAccount;
  readonly spans: readonly Span[];
}

/** A veto may leave nothing of the total. */
const withVeto = (low: TableAccount, high: TableAccount, vetoes: readonly VetoResult[]): Ends => {
  const veto = zeroing(vetoes);
  const earned: Span = { low: exact(low.points), high: exact(high.points) };
  if (veto === undefined) return { low, high, spans: [earned] };
  const vetoed = (account: TableAccount): TableAccount => ({ ...account, vetoed: veto.veto.id, points: '0' });
  if (veto.truth === 'met') return { low: vetoed(low), high: vetoed(high), spans: [zero] };
  const spans = [earned, zero];
  const nothing = vetoed(low);
  return { low: isLess(nothing, low) ? nothing : low, high: isLess(high, nothing) ? nothing : high, spans };
};

const awardOf = (vetoes: readonly VetoResult[]): TableResult['award'] => {
  const truths = vetoes.filter(({ veto }) => veto.effect.kind === 'bar_award').map(({ truth }) => truth);
  return truths.includes('met') ? 'barred' : truths.includes('unknown') ? 'open' : 'eligible';
};

/** Fills in a scoring table: its score at the worst and at the best that the missing facts leave possible. */
export const scoreTable = (table: FoundTable, round?: Round): TableResult => {
  const forms = table.forms.map(form => {
    const sections = weighSections(form.sections, scopeOf(table, form, round));
    const account = (end: End): TableAccount => tableAccount(table, form, sections, end);
    return { sections, low: account('low'), high: account('high') };
  });
  const lowest = forms.map(({ low }) => low).reduce((a, b) => (isLess(b, a) ? b : a));
  const highest = forms.map(({ high }) => high).reduce((a, b) => (isLess(a, b) ? b : a));
  const vetoes = vetoResults(table);
  const { low, high, spans } = withVeto(lowest, highest, vetoes);
  const weighed = forms.map(({ sections }) => sections);
  const items = rowResults(weighed);
  const gates = gateResults(table, { rows: items, forms: weighed });
  const grades = possibleGrades(table, spans, gates, vetoes);
  return {
    total: table.total,
    low,
    high,
    classes: table.forms.flatMap(form => form.class ?? []),
    items,
    grade: gradeResult(grades, table, items, [...gates, ...vetoes]),
    gates,
    vetoes,
    award: awardOf(vetoes),
    charges: chargeResults(table.forms.map(form => [form, scopeOf(table, form, round)] as const)),
    bureaus: bureauResults(items),
  };
};
