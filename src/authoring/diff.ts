import { groupBy } from '../model/base/group.ts';
import type { Level } from '../model/profile/profile.ts';
import type { Demand, DiffRow, Relation, TermsDiff } from '../model/standard/diff.ts';
import { type Expression, otherFactsOf, partsOf, type Test } from '../model/standard/expression.ts';
import type { Ledger, LedgerEntry } from '../model/standard/ledger.ts';
import type { Pack, Rule } from '../model/standard/pack.ts';
import { partOf } from '../model/standard/parts.ts';

export interface DiffSide {
  readonly pack: Pick<Pack, 'rules' | 'vocabulary' | 'counties'>;
  readonly level?: Level;
}

const demandsIn = (expression: Expression, rule: Rule, around: Around = {}): readonly Demand[] => {
  const common = { rule, ...around, ...(rule.when && { when: rule.when }) };
  switch (expression.kind) {
    case 'test':
      return [{ ...common, fact: expression.fact.id, test: expression.test }];
    case 'every':
    case 'some':
      return demandsIn(expression.have, rule, within(expression, around));
    case 'count':
      return expression.tests.map(test => ({
        ...common,
        ...within(expression, around),
        fact: expression.records,
        test: { op: 'count', tests: [test] } as const,
      }));
    case 'all':
    case 'any':
    case 'at_least':
    case 'not':
      // Of what else than conjunctions, no part is asked by itself.
      return expression.kind !== 'all' && around.within === undefined
        ? wholeDemands(expression, rule, around)
        : partsOf(expression).flatMap(part => demandsIn(part, rule, around));
  }
};

type Around = Pick<Demand, 'where' | 'within'>;

/** What an alternative says of its own records is told with it. */
const within = ({ where }: { readonly where?: Expression }, around: Around): Around =>
  where === undefined || around.within !== undefined ? around : { ...around, where };

const wholeDemands = (whole: Expression, rule: Rule, around: Around): readonly Demand[] => {
  const demands = partsOf(whole).flatMap(part => demandsIn(part, rule, { ...around, within: whole }));
  const [first] = demands;
  return demands.map(demand => ({ ...demand, ...(first && { lead: first.fact }) }));
};

const demandsOf = ({ pack, level }: DiffSide): readonly Demand[] =>
  pack.rules
    .filter(rule => level === undefined || rule.levels.includes(level))
    .flatMap(rule => demandsIn(rule.require, rule));

const sorted = (test: Test): unknown =>
  'terms' in test ? { ...test, terms: { ...test.terms, codes: test.terms.codes.toSorted() } } : test;

/** What a demand asks, apart from which rule asks it. */
const substance = ({ rule, test, within, where, when }: Demand): string =>
  JSON.stringify([partOf(rule, 'obligation'), within ?? sorted(test), where ?? null, when ?? null, otherFactsOf(test)]);

const sameDemands = (left: readonly Demand[], right: readonly Demand[]): boolean => {
  const [a, b] = [left, right].map(side => new Set(side.map(substance)));
  return a?.size === b?.size && [...(a ?? [])].every(item => b?.has(item));
};

const clausesOf = (demands: readonly Demand[]): string =>
  [...new Set(demands.flatMap(({ rule }) => rule.clause))].sort().join(' ');

const relationOf = (left: readonly Demand[], right: readonly Demand[], areEditions: boolean): Relation => {
  if (left.length === 0) return 'only-right';
  if (right.length === 0) return 'only-left';
  if (!sameDemands(left, right)) return 'differs';
  return areEditions && clausesOf(left) !== clausesOf(right) ? 'moved' : 'same';
};

/** Where a fact stands in the second document: where it is asked there, or behind what it followed in the first. */
const placeOf = (fact: string, ours: readonly string[], theirs: readonly string[]): number => {
  if (theirs.includes(fact)) return theirs.indexOf(fact);
  const before = ours.slice(0, ours.indexOf(fact)).filter(one => theirs.includes(one));
  return theirs.indexOf(before.at(-1) ?? '') + 0.5;
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

/** Two packs side by side, fact by fact, in the order of the second document. */
export const diffPacks = (left: DiffSide, right: DiffSide): readonly DiffRow[] => {
  const byFact = (side: DiffSide) => groupBy(demandsOf(side), ({ fact }) => fact);
  const [ours, theirs] = [byFact(left), byFact(right)];
  const areEditions = left.pack.counties.some(county => right.pack.counties.includes(county));
  const known = [...left.pack.vocabulary.fact.keys(), ...right.pack.vocabulary.fact.keys()];
  return [...new Set(known)]
    .filter(fact => ours.has(fact) || theirs.has(fact))
    .map(fact => {
      const [a, b] = [ours.get(fact) ?? [], theirs.get(fact) ?? []];
      const terms = termsDiff(a, b);
      const row = { fact, relation: relationOf(a, b, areEditions), left: a, right: b, ...(terms && { terms }) };
      return { row, at: placeOf(fact, [...ours.keys()], [...theirs.keys()]) };
    })
    .toSorted((one, other) => one.at - other.at)
    .map(({ row }) => row);
};

/** Sentences that no check carries and the other document does not have. */
export const unshownSentences = (ledger: Ledger, other: Ledger): readonly LedgerEntry[] => {
  const known = new Set(other.entries.map(({ text }) => text));
  return ledger.entries.filter(({ rules, text }) => rules.length === 0 && !known.has(text));
};
