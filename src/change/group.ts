import { compareDecimals } from '../model/base/exact.ts';
import { factIdOf, type Outcome } from '../model/finding/finding.ts';
import type { Group } from '../model/result/compared.ts';
import type { KeptFinding, KeptMatter } from '../model/result/kept.ts';

/** Resolved is what passes now; what is merely no longer asked, or no longer declared, is neither better nor worse. */
const TURNS: Readonly<Record<Outcome, Readonly<Partial<Record<Outcome, Group>>>>> = {
  pass: { fail: 'worse', unknown: 'worse', 'not-applicable': 'otherwise' },
  fail: { pass: 'better', unknown: 'otherwise', 'not-applicable': 'otherwise' },
  unknown: { pass: 'better', fail: 'worse', 'not-applicable': 'otherwise' },
  'not-applicable': { pass: 'otherwise', fail: 'worse', unknown: 'otherwise' },
};

const keyOf = ({ fact, item, term }: KeptMatter): string => JSON.stringify([factIdOf(fact), item, term]);

const indexOf = (matters: readonly KeptMatter[]): ReadonlyMap<string, KeptMatter> =>
  new Map(matters.map(matter => [keyOf(matter), matter]));

type Step = 'closer' | 'further' | undefined;

/** By figures alone, of one limit. */
const grew = (was: KeptMatter, is: KeptMatter): Step => {
  if (was.extent === undefined || is.extent === undefined || was.extent.limit !== is.extent.limit) return undefined;
  const step = compareDecimals(is.extent.by, was.extent.by);
  if (step === 0) return undefined;
  return step < 0 ? 'closer' : 'further';
};

const stepsOf = (was: readonly KeptMatter[], is: readonly KeptMatter[]): ReadonlySet<Step> => {
  const [before, after] = [indexOf(was), indexOf(is)];
  const steps = [...after].map(([key, matter]): Step => {
    const earlier = before.get(key);
    return earlier === undefined ? 'further' : grew(earlier, matter);
  });
  const mended = [...before.keys()].filter(key => !after.has(key)).map((): Step => 'closer');
  return new Set([...steps, ...mended]);
};

/** How the gap of what fails still has moved, where both results give it by figures or by name. */
const movement = (was: KeptFinding, is: KeptFinding): Group | undefined => {
  if (was.matters === undefined || is.matters === undefined || was.expected.zh !== is.expected.zh) return undefined;
  const steps = stepsOf(was.matters, is.matters);
  if (steps.has('closer')) return steps.has('further') ? 'shifted' : 'closer';
  return steps.has('further') ? 'further' : undefined;
};

const isFailing = ({ outcome }: KeptFinding): boolean => outcome === 'fail';

/** How a rule stands to the older result; undefined where nothing has changed. What is waived now is not held against a centre. */
export const groupOf = (was: KeptFinding, is: KeptFinding): Group | undefined => {
  const turn = TURNS[was.outcome][is.outcome];
  if (turn === 'worse' && is.waived) return 'otherwise';
  if (turn !== undefined) return turn;
  if (was.waived !== is.waived) return is.waived ? 'otherwise' : 'worse';
  return isFailing(was) && isFailing(is) ? movement(was, is) : undefined;
};
