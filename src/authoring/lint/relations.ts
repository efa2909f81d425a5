import type { Facts } from '../../language/second/world.ts';
import { addedTo, type Expression, everyPart, factsIn, otherFactsOf } from '../../model/standard/expression.ts';
import { OBLIGATIONS, type Pack, type Rule, sidesOf } from '../../model/standard/pack.ts';
import { cannot, solve } from '../prove/solve.ts';
import { clash, isMetBy, type Part, partsIn } from '../prove/spans.ts';
import { factsOfStore, type Goal } from '../prove/store.ts';
import { overlapsOf, pairsSharing } from './overlaps.ts';

/** What two rules of one level are to each other, with facts that show it. */
export interface Relation {
  readonly kind: 'conflict' | 'follows';
  /** Of two that conflict the later; else the one that follows from the other. */
  readonly rule: Rule;
  readonly other: Rule;
  readonly facts: Facts;
}

const TEXTS = ['matches', 'contains'];

/** Whether a search through the values of single facts misses none; of what is reckoned from a value it tries some only. */
const isPlain = (expression: Expression): boolean =>
  everyPart(expression).every(
    part =>
      !('records' in part) &&
      (part.kind !== 'test' ||
        (part.fact.scope === 'center' &&
          !TEXTS.includes(part.test.op) &&
          (!('tests' in part.test) || part.test.op === 'count') &&
          otherFactsOf(part.test).length + addedTo(part).length === 0)),
  );

const applies = ({ when }: Rule, wanted = true): readonly Goal[] => (when ? [{ expression: when, wanted }] : []);

const meets = ({ require }: Rule, wanted = true): Goal => ({ expression: require, wanted });

const binds = ({ obligation }: Rule): number => OBLIGATIONS.indexOf(obligation);

/** One check under two conditions is told twice by the document itself. */
const isAgain = (a: Rule, b: Rule): boolean => JSON.stringify(a.require) === JSON.stringify(b.require);

const meetAtOnce = (a: Rule, b: Rule): boolean =>
  !isAgain(a, b) &&
  a.levels.some(level => b.levels.includes(level)) &&
  (a.period.until ?? '9') >= (b.period.from ?? '') &&
  (b.period.until ?? '9') >= (a.period.from ?? '');

/** Whether a rule is asked of every centre that another is asked of, by what they say themselves. */
const isAskedWith = (rule: Rule, other: Rule): boolean =>
  rule.when === undefined || JSON.stringify(rule.when) === JSON.stringify(other.when);

/** A rule as proofs have it: plain for a whole search, or by its figures where it asks what another asks. */
interface Asked {
  readonly rule: Rule;
  readonly facts: ReadonlySet<string>;
  readonly isPlain: boolean;
  readonly parts: readonly Part[];
}

const conflict = (a: Asked, b: Asked, { vocabulary }: Pack): Facts | undefined => {
  const [{ rule }, { rule: other }] = [a, b];
  if (rule.obligation === 'may' || other.obligation === 'may') return undefined;
  const both = [...applies(rule), ...applies(other)];
  const isProved =
    a.isPlain && b.isPlain ? cannot([...both, meets(rule), meets(other)], vocabulary) : clash(a.parts, b.parts);
  if (!isProved) return undefined;
  const store = solve([...both, meets(other)], vocabulary);
  return store && solve([...both, meets(rule)], vocabulary) && factsOfStore(store);
};

/** Facts that meet both, where `rule` holds of whatever `other` holds of, and `other` is asked wherever `rule` is. */
const follows = (a: Asked, b: Asked, { vocabulary }: Pack): Facts | undefined => {
  const [{ rule }, { rule: other }] = [a, b];
  if (binds(other) > binds(rule)) return undefined;
  const apart = [...applies(rule), ...applies(other), meets(other), meets(rule, false)];
  if (a.isPlain && b.isPlain) {
    if (!cannot(apart, vocabulary)) return undefined;
    if (other.when && !cannot([...applies(rule), ...applies(other, false)], vocabulary)) return undefined;
  } else if (!isAskedWith(other, rule) || !isMetBy(a.parts, b.parts)) return undefined;
  const store = solve([...applies(rule), ...applies(other), meets(other), meets(rule)], vocabulary);
  return store && factsOfStore(store);
};

/** Rules that cannot both be met, and rules that follow from others, as far as it can be proved. */
export const relationsOf = (pack: Pack): readonly Relation[] => {
  const told = new Set(
    overlapsOf(pack).flatMap(({ rule, other }) => [`${rule.id} ${other.id}`, `${other.id} ${rule.id}`]),
  );
  const asked = pack.rules.map(
    (rule): Asked => ({
      rule,
      facts: new Set(factsIn(rule.require)),
      isPlain: sidesOf(rule).every(isPlain),
      parts: partsIn(rule.require, pack.vocabulary),
    }),
  );
  return pairsSharing(asked, ({ facts }) => facts).flatMap(([a, b]): readonly Relation[] => {
    const [{ rule }, { rule: other }] = [a, b];
    if (!meetAtOnce(rule, other) || told.has(`${rule.id} ${other.id}`)) return [];
    const against = conflict(a, b, pack);
    if (against !== undefined) return [{ kind: 'conflict', rule, other, facts: against }];
    const later = follows(a, b, pack);
    if (later !== undefined) return [{ kind: 'follows', rule, other, facts: later }];
    const earlier = follows(b, a, pack);
    return earlier === undefined ? [] : [{ kind: 'follows', rule: other, other: rule, facts: earlier }];
  });
};
