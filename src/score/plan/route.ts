import { compareExact, decimalOf, type Exact, exact, plus, ZERO } from '../../model/base/exact.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { GateResult, ScorecardResult, VetoResult } from '../../model/scoring/points.ts';
import { isRank } from '../../model/scoring/rank.ts';
import type { Grade } from '../../model/scoring/score.ts';
import type { ClassScorecard, FoundScorecard, FoundSection } from '../../model/scoring/scorecard.ts';
import { hold } from '../scorecard/item.ts';
import { scopeOf } from '../scorecard/scorecard.ts';
import { type Choice, type Fix, type ParetoFront, pruned, through } from './front.ts';
import { partsFront, type Terms } from './rows.ts';
import { combinations, subsets } from './sets.ts';
import { formOf } from './units.ts';

/** The least that must be put right to reach a grade. */
export interface Route {
  readonly from: Grade;
  readonly to: Grade;
  /** What has to be met whatever the score: must-haves and vetoes. */
  readonly must: readonly Fix[];
  readonly fixes: readonly Fix[];
  readonly effort: Decimal;
  /** The score as it stands, and once all is done. */
  readonly before: Decimal;
  readonly after: Decimal;
  /** Whether no cheaper way exists; else the best of those looked at. */
  readonly exact: boolean;
}

export type Planned =
  | { readonly kind: 'route'; readonly route: Route }
  | { readonly kind: 'ungraded' | 'highest' }
  | { readonly kind: 'out-of-reach'; readonly to: Grade; readonly most: Decimal; readonly must: readonly Fix[] };

interface Must {
  readonly fixes: readonly Fix[];
  readonly rows: readonly (readonly [string, string])[];
  readonly sections: readonly (readonly [string, string])[];
  readonly settled: readonly string[];
  /** So many of these rows without loss, in every way to choose them. */
  readonly choices: readonly (readonly (readonly string[])[])[];
}

const NO_MUST: Must = { fixes: [], rows: [], sections: [], settled: [], choices: [] };

const isOpen = ({ truth }: { readonly truth: string }): boolean => truth !== 'met';

const maxOf = (result: ScorecardResult, id: string): string => result.items.find(({ item }) => item === id)?.max ?? '0';

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
      if (!isOpen(gate)) return {};
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

const distinct = (fixes: readonly Fix[]): readonly Fix[] => [
  ...new Map(fixes.map(fix => [fix.about ?? fix, fix])).values(),
];

/** Must-haves of the grade, and vetoes that keep it out of reach. */
const mustsOf = (scorecard: FoundScorecard, result: ScorecardResult, target: number): Must => {
  const id = scorecard.grades[target]?.id;
  const gates = result.gates.filter(({ grade }) => grade === id).map(gate => mustOf(gate, result));
  const vetoes = result.vetoes.filter(veto => bars(veto, scorecard, target));
  const barred = vetoes.map(({ veto: { title, about } }): Fix => ({ kind: 'veto', title, about }));
  return {
    fixes: distinct([...barred, ...gates.flatMap(({ fixes = [] }) => fixes)]),
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
    return withMatters(
      through(parts, value => hold(value, scorecard.floor, scorecard.cap).points),
      matters,
    );
  };
  const fulls = must.choices.reduce<readonly (readonly string[])[]>(
    (all, choice) => all.flatMap(one => choice.map(more => [...one, ...more])),
    [[]],
  );
  const fronts = subsets(shared.slice(0, MOST_SHARED)).flatMap(matters => fulls.flatMap(full => under(matters, full)));
  return { front: pruned(fronts), exact: shared.length <= MOST_SHARED };
};

const toGrade = ({ id, label, low }: FoundScorecard['grades'][number]): Grade => ({
  id,
  label,
  atLeast: low?.at ?? '0',
});

/** The cheapest way from the grade as it stands to the next, or to the one named. */
export const planRoute = (scorecard: FoundScorecard, result: ScorecardResult, wanted?: string): Planned => {
  const from = result.grade.candidates.at(-1);
  if (from === undefined || scorecard.grades.length < 2) return { kind: 'ungraded' };
  const here = scorecard.grades.findIndex(({ id }) => id === from.id);
  const target = wanted === undefined ? here - 1 : scorecard.grades.findIndex(({ id }) => id === wanted);
  const grade = scorecard.grades[target];
  if (grade === undefined || target >= here) return { kind: 'highest' };
  const must = mustsOf(scorecard, result, target);
  const { front, exact: isExact } = frontUnder(scorecard, result, must);
  const enough = front.find(({ value }) => grade.low === undefined || reaches(value, grade.low));
  const most = (front.length > 0 ? front : frontUnder(scorecard, result, NO_MUST).front).at(-1)?.value ?? ZERO;
  if (enough === undefined)
    return { kind: 'out-of-reach', to: toGrade(grade), most: decimalOf(most), must: must.fixes };
  return { kind: 'route', route: toRoute(from, toGrade(grade), must, enough, result, isExact) };
};

const reaches = (value: Exact, { at, included }: { readonly at: string; readonly included: boolean }): boolean => {
  const order = compareExact(value, exact(at));
  return order > 0 || (order === 0 && included);
};

const toRoute = (
  from: Grade,
  to: Grade,
  must: Must,
  choice: Choice,
  result: ScorecardResult,
  isExact: boolean,
): Route => ({
  from,
  to,
  must: must.fixes,
  fixes: choice.fixes,
  effort: decimalOf(plus(choice.effort, exact(must.fixes.length))),
  before: result.low.points,
  after: decimalOf(choice.value),
  exact: isExact,
});
