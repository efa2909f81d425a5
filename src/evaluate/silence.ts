import { centerFactsOf } from '../language/walk.ts';
import { NOWHERE } from '../model/base/location.ts';
import type { Fact, Value } from '../model/base/value.ts';
import type { Silence } from '../model/finding/silence.ts';
import { type Rule, sidesOf } from '../model/standard/pack.ts';
import type { FactDefinition, Vocabulary } from '../model/standard/vocabulary.ts';
import { evaluateRule } from './rule.ts';

const emptyOf = (fact: FactDefinition | undefined): Value | undefined => {
  if (fact?.type === 'records') return { type: 'records', items: [] };
  return fact?.type === 'terms' ? { type: 'terms', list: fact.list, terms: [] } : undefined;
};

/** What the evaluator makes of a rule where nothing is declared, or next to nothing. */
export const silenceOf = ({ period: _, due: __, ...rule }: Rule, { fact: facts }: Vocabulary): Silence => {
  const asked = centerFactsOf(...sidesOf(rule));
  const outcomeWith = (stated: readonly (readonly [string, Fact])[]) =>
    evaluateRule(
      { ...rule, period: {} },
      {
        profile: { path: '', sha256: '', center: {}, facts: new Map(stated), places: new Map(), root: NOWHERE },
        asOf: '2025-01-01',
      },
    ).outcome;
  const all = (state: 'not-applicable' | 'did-not-occur') =>
    outcomeWith(asked.map(id => [id, { state, location: NOWHERE }]));
  return {
    undeclared: outcomeWith([]),
    notApplicable: all('not-applicable'),
    didNotOccur: all('did-not-occur'),
    empty: asked.flatMap(fact => {
      const value = emptyOf(facts.get(fact));
      return value === undefined
        ? []
        : [{ fact, outcome: outcomeWith([[fact, { state: 'declared', value, location: NOWHERE }]]) }];
    }),
  };
};
