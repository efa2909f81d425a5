import { compareExact, decimalOf, type Exact, exact, plus } from '../../model/base/exact.ts';
import { distinct } from '../../model/base/group.ts';
import type { PlanRoute } from '../../model/finding/plan.ts';
import type { GateResult, ScorecardResult, VetoResult } from '../../model/scoring/points.ts';
import { isRank } from '../../model/scoring/rank.ts';
import { formOf, resultWith } from '../../model/scoring/rows.ts';
import type { ClassScorecard, FoundScorecard, FoundSection } from '../../model/scoring/scorecard.ts';
import { toGrade } from '../scorecard/grade.ts';
import { hold } from '../scorecard/item.ts';
import { scopeOf } from '../scorecard/scorecard.ts';
import { type Fix, type ParetoFront, pruned, through } from './front.ts';
import { partsFront, type Terms } from './rows.ts';
import { combinations, product, subsets } from './sets.ts';

interface Must {
  readonly fixes: readonly Fix[];
  readonly rows: readonly (readonly [string, string])[];
  readonly sections: readonly (readonly [string, string])[];
  readonly settled: readonly string[];
  /** So many of these rows without loss, in every way to choose them. */
  readonly choices: readonly (readonly (readonly string[])[])[];
}

const maxOf = (result: ScorecardResult, id: string): string => resultWith(result.items, id)?.max ?? '0';

const mustOf = (gate: GateResult, result: ScorecardResult): Partial<Must> => {
  const asked = gate.gate;
  switch (asked.kind) {
    case 'required':
      return { rows: [[asked.item, maxOf(result, asked.item)]] };
    case 'item':
      return { rows: [[asked.of, asked.atLeast]] };
    case 'section':
      return { sections: [[asked.of, asked.atLeast]] };
    case 'items':
      return { choices: [combinations(asked.items, asked.atLeast)] };
    case 'check': {
      if (gate.truth === 'met') return {};
      const fix: Fix = {
        kind: 'gate',
        about: asked.about,
        ...(asked.title && { title: asked.title }),
        ...(isRank(asked.if) && { rank: asked.if }),
      };
      return { fixes: [fix], settled: [asked.about] };
    }
  }
};

const bars = ({ veto: { effect }, truth }: VetoResult, scorecard: FoundScorecard, target: number): boolean => {
  if (truth === 'unmet') return false;
  return 'grade' in effect
    ? scorecard.grades.findIndex(({ id }) => id === effect.grade) > target
    : effect.kind === 'zero';
};

/** Must-haves of the grade, and vetoes that keep it out of reach. */
const mustsOf = (scorecard: FoundScorecard, result: ScorecardResult, target: number): Must => {
  const id = scorecard.grades[target]?.id;
  const gates = result.gates.filter(({ grade }) => grade === id).map(gate => mustOf(gate, result));
  const vetoes = result.vetoes.filter(veto => bars(veto, scorecard, target));
  const barred = vetoes.map(({ veto: { title, about } }): Fix => ({ kind: 'veto', title, about }));
  return {
    fixes: distinct([...barred, ...gates.flatMap(({ fixes = [] }) => fixes)], fix => fix.about ?? fix),
    rows: gates.flatMap(({ rows = [] }) => rows),
    sections: gates.flatMap(({ sections = [] }) => sections),
    settled: [...barred.flatMap(({ about = '' }) => about), ...gates.flatMap(({ settled = [] }) => settled)],
    choices: gates.flatMap(({ choices = [] }) => choices),
  };
};

/** Matters that are asked about more than once: putting one right puts it right everywhere. */
const sharedMatters = ({ sections }: ClassScorecard<FoundSection>): readonly string[] => {
  const steps = sections.flatMap(({ items }) => items).flatMap(item => item.steps);
  const asked = steps.flatMap(({ amount, effort }) => (amount.kind === 'once' && effort !== '0' ? [amount.about] : []));
  return [...new Set(asked.filter((about, index) => asked.indexOf(about) !== index))];
};

const MOST_SHARED = 10;

const withMatters = (front: ParetoFront, matters: readonly string[]): ParetoFront =>
  front.map(choice => ({
    ...choice,
    effort: plus(choice.effort, exact(matters.length)),
    fixes: [...matters.map((about): Fix => ({ kind: 'do', about })), ...choice.fixes],
  }));

/** Everything that can be made of the scorecard under the terms of a grade. */
const frontUnder = (
  scorecard: FoundScorecard,
  result: ScorecardResult,
  must: Must,
): { front: ParetoFront; exact: boolean } => {
  const form = formOf(scorecard, result.low);
  const shared = sharedMatters(form).filter(about => !must.settled.includes(about));
  const scope = scopeOf(scorecard, form);
  const under = (matters: readonly string[], full: readonly string[]): ParetoFront => {
    const rows = new Map([...must.rows, ...full.map(id => [id, maxOf(result, id)] as const)]);
    const settled = new Set([...must.settled, ...matters]);
    const terms: Terms = { rows, sections: new Map(must.sections), settled };
    const parts = partsFront(form.sections, scope, terms, result.low, scorecard);
    const held = through(parts, value => hold(value, scorecard.floor, scorecard.cap).points);
    return withMatters(held, matters);
  };
  const fulls = product(must.choices).map(rows => rows.flat());
  const fronts = subsets(shared.slice(0, MOST_SHARED)).flatMap(matters => fulls.flatMap(full => under(matters, full)));
  return { front: pruned(fronts), exact: shared.length <= MOST_SHARED };
};

/** The cheapest way from the grade as it stands to the next, and what has to be met for it whatever the score: must-haves, vetoes. */
export const planRoute = (
  scorecard: FoundScorecard,
  result: ScorecardResult,
): { readonly must: readonly Fix[]; readonly route: PlanRoute } => {
  const from = result.grade.candidates.at(-1);
  if (from === undefined || scorecard.grades.length < 2) return { must: [], route: { kind: 'ungraded' } };
  const target = scorecard.grades.findIndex(({ id }) => id === from.id) - 1;
  const grade = scorecard.grades[target];
  if (grade === undefined) return { must: [], route: { kind: 'highest' } };
  const must = mustsOf(scorecard, result, target);
  const { front, exact: isExact } = frontUnder(scorecard, result, must);
  const enough = front.find(({ value }) => grade.low === undefined || reaches(value, grade.low));
  const to = toGrade(grade);
  if (enough === undefined) return { must: must.fixes, route: { kind: 'out-of-reach', to } };
  const fixes = [...must.fixes, ...enough.fixes];
  return { must: must.fixes, route: { kind: 'fixes', to, fixes, after: decimalOf(enough.value), exact: isExact } };
};

const reaches = (value: Exact, { at, included }: { readonly at: string; readonly included: boolean }): boolean => {
  const order = compareExact(value, exact(at));
  return order > 0 || (order === 0 && included);
};
