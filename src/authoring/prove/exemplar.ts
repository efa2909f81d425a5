import type { Facts } from '../../language/second/world.ts';
import { atomsOf, centerFactsOf } from '../../language/walk.ts';
import type { Value } from '../../model/base/value.ts';
import type { Level } from '../../model/profile/profile.ts';
import { type Pack, type Rule, rulesFor, sidesOf } from '../../model/standard/pack.ts';
import { bindingDay, boundRule, declared, identityOf, recordItems, recordsOf, tryRule } from '../facts.ts';
import { basesOf } from './bases.ts';
import { pick } from './pick.ts';
import { solve } from './solve.ts';
import { EMPTY, factsOfStore, type Store } from './store.ts';
import { type Change, interestOf, variantsOf } from './vary.ts';

/** A complete profile of a level, and the rules that it does not pass: none, if the pack can be satisfied. */
export interface Exemplar {
  readonly facts: Facts;
  /** A day on which every rule binds. */
  readonly asOf: string;
  readonly unsatisfied: readonly Rule[];
}

export const latestDay = (rules: readonly Rule[]): string =>
  rules.map(rule => bindingDay(rule.period, rule.due)).reduce((latest, day) => (day > latest ? day : latest), '');

/** As many rules met, one after the other, as can be. */
const satisfy = (rules: readonly Rule[], { vocabulary }: Pack, start: Store): Store =>
  rules.reduce((store, rule) => {
    const goals = sidesOf(rule).map(expression => ({ expression, wanted: true }));
    return solve(goals, vocabulary, { start: store }) ?? store;
  }, start);

const ROUNDS = 8;

/** Facts on which every rule passes, as far as there are any: what gets stuck is tried again first. */
const search = (rules: readonly Rule[], pack: Pack, passes: (rule: Rule, facts: Facts) => boolean) => {
  let order = rules;
  let best: { facts: Facts; failing: readonly Rule[] } = { facts: new Map(), failing: rules };
  for (let round = 0; round < ROUNDS && best.failing.length > 0; round++) {
    const facts = factsOfStore(satisfy(order, pack, satisfy(order, pack, EMPTY)));
    const failing = rules.filter(rule => !passes(rule, facts));
    if (failing.length < best.failing.length) best = { facts, failing };
    order = [...failing, ...order.filter(rule => !failing.includes(rule))];
  }
  return best;
};

/** A profile that passes every rule of a level, made from the pack. */
export const makeExemplar = (pack: Pack, level: Level): Exemplar => {
  const rules = rulesFor(pack, level)
    .filter(({ noDuty }) => !noDuty)
    .map(rule => boundRule(pack, rule));
  const asOf = latestDay(rules);
  const identity = identityOf(pack, level);
  const supplied = (facts: Facts): Facts => new Map([...identity, ...facts]);
  const passes = (rule: Rule, facts: Facts): boolean => tryRule(rule, supplied(facts), asOf).outcome === 'pass';
  const { facts, failing } = search(rules, pack, passes);
  const settled = rules.filter(rule => !failing.includes(rule));
  const looking = settled.map(rule => [rule, new Set(centerFactsOf(...sidesOf(rule)))] as const);
  const whole = complete(named(supplied(facts), pack, level), settled, pack, (list, changed) =>
    looking.every(([rule, asked]) => !asked.has(list) || passes(rule, changed)),
  );
  return { facts: whole, asOf, unsatisfied: failing };
};

const named = (facts: Facts, { counties: [county], levels, vocabulary }: Pack, level: Level): Facts =>
  facts.has('center.name') || !vocabulary.fact.has('center.name')
    ? facts
    : new Map(facts).set(
        'center.name',
        declared({ type: 'text', value: `${county}示例${vocabulary.subject?.zh ?? levels[level]?.zh ?? ''}` }),
      );

/** Fills in the fields that rules ask of a record and that it was free to leave out, where whoever looks at its list still passes. */
const complete = (
  facts: Facts,
  rules: readonly Rule[],
  { vocabulary }: Pack,
  fits: (list: string, facts: Facts) => boolean,
): Facts => {
  const atoms = rules.flatMap(rule => sidesOf(rule).flatMap(atomsOf));
  const fields = new Set(atoms.filter(({ fact }) => fact.scope !== 'center').map(({ fact }) => fact.id));
  const blanks = [...facts].flatMap(([id, fact]) => {
    const items = recordItems(fact);
    const own = [...fields].filter(field => field.startsWith(`${id}.`));
    return items.flatMap(({ facts: item }, index) =>
      own.filter(field => !item.has(field)).map(field => ({ id, index, field })),
    );
  });
  return blanks.reduce(
    (whole, blank) =>
      fillings(blank.field, vocabulary)
        .map(value => fill(whole, blank, value))
        .find(changed => fits(blank.id, changed)) ?? whole,
    facts,
  );
};

const fillings = (field: string, vocabulary: Pack['vocabulary']): readonly Value[] => {
  const definition = vocabulary.fact.get(field);
  if (definition === undefined || definition.type === 'records') return [];
  const choice = pick(definition, [], vocabulary);
  const opposite: readonly Value[] = definition.type === 'yes_no' ? [{ type: 'yes_no', value: false }] : [];
  return [...(choice !== undefined && typeof choice !== 'string' ? [choice.value] : []), ...opposite];
};

const fill = (facts: Facts, blank: { id: string; index: number; field: string }, value: Value): Facts => {
  const items = recordItems(facts.get(blank.id)).map((item, place) =>
    place === blank.index ? new Map(item.facts).set(blank.field, declared(value)) : item.facts,
  );
  return new Map(facts).set(blank.id, declared(recordsOf(items)));
};

interface Candidate {
  readonly changes: readonly Change[];
  readonly facts: Facts;
}

/** The smallest change to an exemplar that fails one rule. */
export interface Failing extends Candidate {
  readonly alsoFailing: readonly Rule[];
  /** Other rules that no longer pass, without failing. */
  readonly alsoOpen: readonly Rule[];
}

/** Facts of `wanted` put into `facts`, one change for each. */
const transplant = (facts: Facts, wanted: Facts): Candidate => ({
  facts: new Map([...facts, ...wanted]),
  changes: [...wanted].flatMap(([fact, { state, ...rest }]): Change[] => {
    if (state === 'declared' && 'value' in rest) return [{ kind: 'value', fact, value: rest.value }];
    return state === 'declared' || state === 'unreadable' ? [] : [{ kind: state, fact }];
  }),
});

export const failJust = (pack: Pack, level: Level, ruleId: string, exemplar: Exemplar): Failing | undefined => {
  const rules = rulesFor(pack, level).map(rule => boundRule(pack, rule));
  const rule = rules.find(({ id }) => id === ruleId);
  if (rule === undefined) return undefined;
  const { facts, asOf } = exemplar;
  const interest = interestOf(sidesOf(rule).flatMap(atomsOf));
  const seen = new Set(centerFactsOf(...sidesOf(rule)));
  const own = new Map([...facts].filter(([id]) => seen.has(id)));
  const single = variantsOf(own, { interest, vocabulary: pack.vocabulary }).map(
    (variant): Candidate => ({ changes: [variant.change], facts: new Map([...facts, ...variant.facts]) }),
  );
  const composed = basesOf(rule, pack.vocabulary).map(base => transplant(facts, base));
  const fails = ({ facts: changed }: Candidate): boolean => tryRule(rule, changed, asOf).outcome === 'fail';
  const judged = [single, composed].map(candidates => candidates.filter(fails)).find(found => found.length > 0) ?? [];
  return judged.map(candidate => judge(candidate, rules, rule, asOf)).sort((a, b) => weight(a) - weight(b))[0];
};

const weight = ({ alsoFailing, alsoOpen, changes }: Failing): number =>
  alsoFailing.length * 1000 + alsoOpen.length * 10 + changes.length;

const judge = (candidate: Candidate, rules: readonly Rule[], rule: Rule, asOf: string): Failing => {
  const others = rules
    .filter(other => other.id !== rule.id)
    .map(other => ({ other, outcome: tryRule(other, candidate.facts, asOf).outcome }));
  return {
    ...candidate,
    alsoFailing: others.filter(({ outcome }) => outcome === 'fail').map(({ other }) => other),
    alsoOpen: others
      .filter(({ outcome }) => outcome === 'unknown' || outcome === 'not-applicable')
      .map(({ other }) => other),
  };
};
