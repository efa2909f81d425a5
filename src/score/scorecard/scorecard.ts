import { decimalOf, exact } from '../../model/base/exact.ts';
import type { ScorecardAccount, ScorecardResult, Standing, VetoResult } from '../../model/scoring/points.ts';
import type {
  ClassScorecard,
  FoundAmount,
  FoundItem,
  FoundRecord,
  FoundScorecard,
  FoundSection,
  RecordsFound,
} from '../../model/scoring/scorecard.ts';
import { weigh } from './amount.ts';
import { chargeResults } from './charges.ts';
import type { Round, WeighScope } from './ends.ts';
import { gateResults, type Placed, vetoResults } from './gates.ts';
import { awardOf, gradeResult, possibleGrades, type Span, zero } from './grade.ts';
import { hold } from './item.ts';
import { type End, partsAccount, type WeighedSection, weighSections } from './parts.ts';
import { priceRecords, standings } from './records.ts';
import { bureauResults, isLess, rowResults } from './rows.ts';

const baseScope = (scorecard: FoundScorecard, round?: Round): WeighScope => ({
  evidence: {
    undeclared: 'open',
    states: { did_not_occur: 'open', not_applicable: 'open', nothing_to_measure: 'open' },
  },
  closed: scorecard.closed,
  places: scorecard.places,
  rounding: scorecard.rounding,
  lenient: false,
  standing: new Map(),
  ...(round && { round }),
  weigh,
  form: (form, scope) => {
    const sections = weighSections(form.sections, scope);
    const own = { ...scorecard, total: form.total };
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
export const scopeOf = (scorecard: FoundScorecard, form: ClassScorecard<FoundSection>, round?: Round): WeighScope => ({
  ...baseScope(scorecard, round),
  standing: standingIn(scorecard, form),
});

/** Which row prices each matter that several would. */
const standingIn = (
  scorecard: FoundScorecard,
  form: ClassScorecard<FoundSection>,
): ReadonlyMap<FoundRecord, Standing> => {
  const items = form.sections.flatMap(section => section.items);
  const scope = baseScope(scorecard);
  const groups = scorecard.countedOnce.map(({ list, items: named }) => {
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

const scorecardAccount = (
  scorecard: FoundScorecard,
  form: ClassScorecard<FoundSection>,
  sections: readonly WeighedSection[],
  end: End,
): ScorecardAccount => {
  const parts = partsAccount(sections, end, scorecard);
  const { points, bound } = hold(exact(parts.sum), scorecard.floor, scorecard.cap);
  return { ...parts, ...(form.class && { class: form.class }), ...(bound && { bound }), points: decimalOf(points) };
};

const zeroing = (vetoes: readonly VetoResult[]): VetoResult | undefined =>
  (['met', 'unknown'] as const)
    .map(truth => vetoes.find(found => found.veto.effect.kind === 'zero' && found.truth === truth))
    .find(found => found !== undefined);

/** A veto may leave nothing of the total. */
const withVeto = (low: ScorecardAccount, high: ScorecardAccount, vetoes: readonly VetoResult[]) => {
  const veto = zeroing(vetoes);
  const earned: Span = { low: exact(low.points), high: exact(high.points) };
  if (veto === undefined) return { low, high, spans: [earned] };
  const vetoed = (account: ScorecardAccount): ScorecardAccount => ({ ...account, vetoed: veto.veto.id, points: '0' });
  if (veto.truth === 'met') return { low: vetoed(low), high: vetoed(high), spans: [zero] };
  const spans = [earned, zero];
  const nothing = vetoed(low);
  return { low: isLess(nothing, low) ? nothing : low, high: isLess(high, nothing) ? nothing : high, spans };
};

/** Fills in a scorecard: its score at the worst and at the best that the missing facts leave possible. */
export const weighScorecard = (scorecard: FoundScorecard, round?: Round): ScorecardResult => {
  const forms = scorecard.forms.map(form => {
    const sections = weighSections(form.sections, scopeOf(scorecard, form, round));
    const account = (end: End): ScorecardAccount => scorecardAccount(scorecard, form, sections, end);
    return { sections, low: account('low'), high: account('high') };
  });
  const lowest = forms.map(({ low }) => low).reduce((a, b) => (isLess(b, a) ? b : a));
  const highest = forms.map(({ high }) => high).reduce((a, b) => (isLess(a, b) ? b : a));
  const { low, high, spans } = withVeto(lowest, highest, vetoResults(scorecard));
  const classes = scorecard.forms.flatMap(form => form.class ?? []);
  const own = { low: low.points, high: high.points, classes: classes.map(({ id }) => id) };
  const placeOf: Placed = rule => round?.place(rule, own);
  const vetoes = vetoResults(scorecard, placeOf);
  const weighed = forms.map(({ sections }) => sections);
  const items = rowResults(weighed);
  const gates = gateResults(scorecard, { rows: items, forms: weighed, placeOf });
  const grades = possibleGrades(scorecard, spans, gates, vetoes);
  return {
    total: scorecard.total,
    low,
    high,
    classes,
    items,
    grade: gradeResult(grades, scorecard, items, [...gates, ...vetoes]),
    gates,
    vetoes,
    award: awardOf(vetoes),
    charges: chargeResults(scorecard.forms.map(form => [form, scopeOf(scorecard, form, round)] as const)),
    bureaus: bureauResults(items),
  };
};
