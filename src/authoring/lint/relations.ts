import type { Facts } from '../../language/second/world.ts';
import { centerFactsOf, everyPart } from '../../language/walk.ts';
import { addedTo, type Expression, otherFactsOf, type Test } from '../../model/standard/expression.ts';
import { OBLIGATIONS, type Pack, type Rule } from '../../model/standard/pack.ts';
import { sidesOf } from '../facts.ts';
import { cannot, solve } from '../prove/solve.ts';
import { factsOfStore, type Goal } from '../prove/store.ts';
import { overlapsOf } from './overlaps.ts';

/** What two rules of one level are to each other, with facts that show it. */
export interface Relation {
  readonly kind: 'conflict' | 'follows';
  /** Of two that conflict the later; else the one that follows from the other. */
  readonly rule: Rule;
  readonly other: Rule;
  readonly facts: Facts;
}

const TEXTS = ['matches', 'contains'];

/** Asked of what is reckoned from a value, of which a search tries some and not all. */
const isReckoned = (test: Test): boolean => 'tests' in test && test.op !== 'count';

/** Whether a search through the values of single facts of the centre misses none. */
const isPlain = (expression: Expression): boolean =>
  everyPart(expression).every(
    part =>
      !('records' in part) &&
      (part.kind !== 'test' ||
        (part.fact.scope === 'center' &&
          !TEXTS.includes(part.test.op) &&
          !isReckoned(part.test) &&
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

const conflict = (rule: Rule, other: Rule, { vocabulary }: Pack): Facts | undefined => {
  if (rule.obligation === 'may' || other.obligation === 'may') return undefined;
  const both = [...applies(rule), ...applies(other)];
  if (!cannot([...both, meets(rule), meets(other)], vocabulary)) return undefined;
  const store = solve([...both, meets(other)], vocabulary);
  return store && solve([...both, meets(rule)], vocabulary) && factsOfStore(store);
};

/** Facts that meet both, where `rule` holds of whatever `other` holds of, and `other` is asked wherever `rule` is. */
const follows = (rule: Rule, other: Rule, { vocabulary }: Pack): Facts | undefined => {
  if (binds(other) > binds(rule)) return undefined;
  const apart = [...applies(rule), ...applies(other), meets(other), meets(rule, false)];
  if (!cannot(apart, vocabulary)) return undefined;
  if (other.when && !cannot([...applies(rule), ...applies(other, false)], vocabulary)) return undefined;
  const store = solve([...applies(rule), ...applies(other), meets(other), meets(rule)], vocabulary);
  return store && factsOfStore(store);
};

/** Rules that cannot both be met, and rules that follow from others, as far as it can be proved. */
export const relationsOf = (pack: Pack): readonly Relation[] => {
  const told = new Set(
    overlapsOf(pack).flatMap(({ rule, other }) => [`${rule.id} ${other.id}`, `${other.id} ${rule.id}`]),
  );
  const plain = pack.rules
    .filter(rule => sidesOf(rule).every(isPlain))
    .map(rule => ({ rule, facts: new Set(centerFactsOf(rule.require)) }));
  return plain.flatMap(({ rule, facts }, index) =>
    plain.slice(0, index).flatMap(({ rule: other, facts: others }): readonly Relation[] => {
      const apart = ![...facts].some(fact => others.has(fact)) || !meetAtOnce(rule, other);
      if (apart || told.has(`${rule.id} ${other.id}`)) return [];
      const against = conflict(rule, other, pack);
      if (against !== undefined) return [{ kind: 'conflict', rule, other, facts: against }];
      const later = follows(rule, other, pack);
      if (later !== undefined) return [{ kind: 'follows', rule, other, facts: later }];
      const earlier = follows(other, rule, pack);
      return earlier === undefined ? [] : [{ kind: 'follows', rule: other, other: rule, facts: earlier }];
    }),
  );
};
