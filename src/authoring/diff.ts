import type { Level } from '../model/profile/profile.ts';
import type { Demand, DiffRow, Relation, TermsDiff } from '../model/standard/diff.ts';
import type { Expression, Test } from '../model/standard/expression.ts';
import { otherFactsOf, partsOf } from '../model/standard/expression.ts';
import type { Pack, Rule } from '../model/standard/pack.ts';

/** A pack, or what it asks of one level. */
export interface DiffSide {
  readonly pack: Pick<Pack, 'rules' | 'vocabulary'>;
  readonly level?: Level;
}

const demandsIn = (expression: Expression, rule: Rule, where?: Expression): readonly Demand[] => {
  const common = { rule, ...(where && { where }), ...(rule.when && { when: rule.when }) };
  switch (expression.kind) {
    case 'test':
      return [{ ...common, fact: expression.fact.id, test: expression.test }];
    case 'every':
    case 'some':
      return demandsIn(expression.have, rule, expression.where);
    case 'count': {
      const counted = {
        rule,
        ...(expression.where && { where: expression.where }),
        ...(rule.when && { when: rule.when }),
      };
      return expression.tests.map(test => ({
        ...counted,
        fact: expression.records,
        test: { op: 'count', tests: [test] } as const,
      }));
    }
    default:
      return partsOf(expression).flatMap(part => demandsIn(part, rule, where));
  }
};

const demandsOf = ({ pack, level }: DiffSide): readonly Demand[] =>
  pack.rules
    .filter(rule => level === undefined || rule.levels.includes(level))
    .flatMap(rule => demandsIn(rule.require, rule));

const sorted = (test: Test): unknown =>
  'terms' in test ? { ...test, terms: { ...test.terms, codes: test.terms.codes.toSorted() } } : test;

/** What a demand asks, apart from which rule asks it. */
const substance = ({ rule, test, where, when }: Demand): string =>
  JSON.stringify([rule.obligation, sorted(test), where ?? null, when ?? null, otherFactsOf(test)]);

const sameDemands = (left: readonly Demand[], right: readonly Demand[]): boolean => {
  const [a, b] = [left, right].map(side => new Set(side.map(substance)));
  return a?.size === b?.size && [...(a ?? [])].every(item => b?.has(item));
};

const relationOf = (left: readonly Demand[], right: readonly Demand[]): Relation => {
  if (left.length === 0) return 'only-right';
  if (right.length === 0) return 'only-left';
  return sameDemands(left, right) ? 'same' : 'differs';
};

const termsDiff = (left: readonly Demand[], right: readonly Demand[]): TermsDiff | undefined => {
  const sets = [left, right].map(side => side.flatMap(({ test }) => ('terms' in test ? [test.terms] : [])));
  const list = sets.flat()[0]?.list;
  if (list === undefined) return undefined;
  const [a, b] = sets.map(side => [...new Set(side.flatMap(({ codes }) => codes))]);
  const [ours, theirs] = [a ?? [], b ?? []];
  return {
    list,
    onlyLeft: ours.filter(code => !theirs.includes(code)),
    onlyRight: theirs.filter(code => !ours.includes(code)),
    both: ours.filter(code => theirs.includes(code)),
  };
};

const byFact = (demands: readonly Demand[]): ReadonlyMap<string, readonly Demand[]> => {
  const groups = new Map<string, Demand[]>();
  for (const demand of demands) groups.set(demand.fact, [...(groups.get(demand.fact) ?? []), demand]);
  return groups;
};

/** Two packs side by side, fact by fact, in the vocabulary's order. */
export const diffPacks = (left: DiffSide, right: DiffSide): readonly DiffRow[] => {
  const [ours, theirs] = [left, right].map(side => byFact(demandsOf(side)));
  const known = [...left.pack.vocabulary.fact.keys(), ...right.pack.vocabulary.fact.keys()];
  const asked = new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])]);
  return [...new Set(known)]
    .filter(fact => asked.has(fact))
    .map(fact => {
      const [a, b] = [ours?.get(fact) ?? [], theirs?.get(fact) ?? []];
      const terms = termsDiff(a, b);
      return { fact, relation: relationOf(a, b), left: a, right: b, ...(terms && { terms }) };
    });
};
