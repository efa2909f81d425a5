import { jsonText } from '../../model/base/clean.ts';
import { type CenterChange, type Compared, GROUPS, sidesOf } from '../../model/result/compared.ts';
import type { KeptScore } from '../../model/result/kept.ts';
import { published } from '../../model/result/values.ts';
import type { Points } from '../../model/scoring/score.ts';
import type { ComparisonOptions, ComparisonReport } from './index.ts';

/** Raised whenever a reader of the comparison would have to change. */
export const COMPARISON_VERSION = '2.0.0';

const pointsOf = ({ low, high, max }: Points) => ({ low: Number(low), high: Number(high), max: Number(max) });

const scoreOf = ({ low, high, max, grades }: KeptScore) => ({
  low: Number(low),
  high: Number(high),
  max: Number(max),
  grades: grades.map(({ id }) => id),
});

type Rule = CenterChange['rules'][number];

const stateOf = (state: Extract<Rule['causes'][number], { kind: 'fact' }>['from']) =>
  state.state === 'declared' ? { ...state, value: published(state.value) } : state;

const causeOf = (cause: Rule['causes'][number]) =>
  cause.kind === 'fact' ? { ...cause, from: stateOf(cause.from), to: stateOf(cause.to) } : cause;

const ruleOf = ({ points, causes, ...rule }: Rule) => ({
  ...rule,
  points: sidesOf(points.from, points.to, pointsOf),
  causes: causes.map(causeOf),
});

const reconcile = ({ points, gained, lost, rest }: NonNullable<CenterChange['reconciliation']>) => ({
  points: sidesOf(points.from, points.to, pointsOf),
  gained: Number(gained),
  lost: Number(lost),
  rest: Number(rest),
});

const centerOf = ({ name, score, rules, rows, reconciliation, ...rest }: CenterChange) => ({
  ...rest,
  score: sidesOf(score.from, score.to, scoreOf),
  ...(reconciliation && { reconciliation: reconcile(reconciliation) }),
  rules: rules.map(ruleOf),
  rows: rows.map(row => ({ ...row, points: sidesOf(row.points.from, row.points.to, pointsOf) })),
});

const totalsOf = ({ standings, groups, rejected, footing, rules, runs }: Compared) => ({
  centers: standings,
  rules: groups,
  rejected,
  footing: footing.map(({ change, centers }) => ({ ...change, centers })),
  byRule: rules.map(({ counts, ...rule }) => ({
    ...rule,
    counts: Object.fromEntries(GROUPS.filter(group => counts[group] > 0).map(group => [group, counts[group]])),
  })),
  runs,
});

/** The whole comparison; a line a centre within it. */
const json = ({ tool, names }: ComparisonOptions): ComparisonReport => {
  const head = jsonText({ schemaVersion: COMPARISON_VERSION, tool, ...names }).slice(0, -1);
  let before = `${head},"centers":[\n`;
  return {
    add: change => {
      const text = `${before}${jsonText(centerOf(change))}`;
      before = ',\n';
      return text;
    },
    end: async compared => `${before === ',\n' ? '' : before}\n],"totals":${jsonText(totalsOf(compared))}}\n`,
  };
};

export default json;
