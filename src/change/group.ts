import { compareDecimals } from '../model/base/exact.ts';
import { extentOf } from '../model/finding/comparison.ts';
import type { Outcome } from '../model/finding/finding.ts';
import { keyOf, type Matter, mattersOf } from '../model/finding/matter.ts';
import type { Group } from '../model/result/compared.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';

/** Resolved is what passes now; what is merely no longer asked, or no longer declared, is neither better nor worse. */
const TURNS: Readonly<Record<Outcome, Readonly<Partial<Record<Outcome, Group>>>>> = {
  pass: { fail: 'worse', unknown: 'worse', 'not-applicable': 'otherwise' },
  fail: { pass: 'better', unknown: 'otherwise', 'not-applicable': 'otherwise' },
  unknown: { pass: 'better', fail: 'worse', 'not-applicable': 'otherwise' },
  'not-applicable': { pass: 'otherwise', fail: 'worse', unknown: 'otherwise' },
};

const indexOf = (matters: readonly Matter[]): ReadonlyMap<string, Matter> =>
  new Map(matters.map(matter => [keyOf(matter), matter]));

type Step = 'closer' | 'further' | 'elsewhere' | undefined;

/** By figures alone, of one limit. */
const stepOf = (was: Matter, is: Matter): Step => {
  const [before, after] = [extentOf(was), extentOf(is)];
  if (before === undefined || after === undefined) return undefined;
  if (before.limit !== after.limit) return 'elsewhere';
  const grown = compareDecimals(after.by, before.by);
  return grown === 0 ? undefined : grown < 0 ? 'closer' : 'further';
};

const stepsOf = (was: ScoredFinding, is: ScoredFinding): ReadonlySet<Step> => {
  const [before, after] = [was, is].map(({ finding }) => indexOf(mattersOf(finding)));
  const steps = [...(after ?? [])].map(([key, matter]): Step => {
    const earlier = before?.get(key);
    return earlier === undefined ? 'further' : stepOf(earlier, matter);
  });
  const mended = [...(before?.keys() ?? [])].filter(key => !after?.has(key)).map((): Step => 'closer');
  return new Set([...steps, ...mended]);
};

/** How what is amiss still has moved, where both results give it by figures or by name; `elsewhere`: of another limit. */
export const movement = (was: ScoredFinding, is: ScoredFinding): Group | 'elsewhere' | undefined => {
  const steps = stepsOf(was, is);
  if (steps.has('further')) return steps.has('closer') ? 'shifted' : 'further';
  if (steps.has('elsewhere')) return 'elsewhere';
  return steps.has('closer') ? 'closer' : undefined;
};

/** How a rule stands to the older result; undefined where nothing has changed. What is waived now is not held against a centre. */
export const groupOf = (was: ScoredFinding, is: ScoredFinding, asksSame: boolean): Group | undefined => {
  const turn = TURNS[was.finding.outcome][is.finding.outcome];
  if (turn === 'worse' && is.waived) return 'otherwise';
  if (turn !== undefined) return turn;
  if ((was.waived === undefined) !== (is.waived === undefined)) return is.waived ? 'otherwise' : 'worse';
  if (!asksSame || was.finding.outcome !== 'fail') return undefined;
  const moved = movement(was, is);
  return moved === 'elsewhere' ? undefined : moved;
};
