import { codesTaken } from '../../language/operands/terms.ts';
import { operatorOf } from '../../language/operators.ts';
import { type Facts, valueIn } from '../../language/second/world.ts';
import type { Atom } from '../../language/walk.ts';
import { distinct, groupBy } from '../../model/base/group.ts';
import type { RecordItem, ScalarValue, TermsValue, Value } from '../../model/base/value.ts';
import { isTermsTest, type TermSet, type Test } from '../../model/standard/expression.ts';
import type { FactDefinition, Vocabulary } from '../../model/standard/vocabulary.ts';
import { absent, declared, recordsOf, termsOf } from '../facts.ts';
import { aroundFigures } from './pick.ts';
import { bandAtoms } from './unfold.ts';

/** How a made-up profile differs from the one it was made of. `fact` is a path: `counters[2].height`. */
export type Change =
  | { readonly kind: 'none' }
  | { readonly kind: 'undeclared' | 'not-applicable' | 'did-not-occur'; readonly fact: string }
  | { readonly kind: 'value'; readonly fact: string; readonly value: Value }
  | {
      readonly kind: 'exchanged';
      readonly fact: string;
      readonly list: string;
      readonly code: string;
      readonly by: string;
    }
  | { readonly kind: 'without' | 'with'; readonly fact: string; readonly list: string; readonly code: string }
  | { readonly kind: `record-${'removed' | 'doubled' | 'blank'}`; readonly fact: string; readonly number: number }
  | { readonly kind: 'emptied'; readonly fact: string };

export interface Variant {
  readonly change: Change;
  readonly facts: Facts;
}

/** What a rule looks at, by the id of the fact or field. */
export type Interest = ReadonlyMap<string, readonly Test[]>;

export const interestOf = (atoms: readonly Atom[]): Interest => {
  const all = atoms.flatMap(atom => [atom, ...bandAtoms(atom.test)]);
  return new Map([...groupBy(all, ({ fact }) => fact.id)].map(([id, own]) => [id, own.map(({ test }) => test)]));
};

interface Varying {
  readonly interest: Interest;
  readonly vocabulary: Vocabulary;
}

/** Every profile that is one step from `facts`, in the facts that matter. */
export const variantsOf = (facts: Facts, varying: Varying): readonly Variant[] =>
  [...facts].flatMap(([id, fact]) => {
    if (fact.state !== 'declared') return [];
    return [...gone(facts, id, id), ...alterations(facts, id, id, fact.value, varying)];
  });

const gone = (facts: Facts, id: string, path: string): readonly Variant[] =>
  (['undeclared', 'not-applicable', 'did-not-occur'] as const).map(kind => ({
    change: { kind, fact: path },
    facts: new Map(facts).set(id, absent(kind)),
  }));

const alterations = (facts: Facts, id: string, path: string, value: Value, varying: Varying): readonly Variant[] => {
  if (value.type === 'records') return recordVariants(facts, id, value.items, varying);
  const tests = (varying.interest.get(id) ?? []).map(test => operatorOf(test).settled(test, facts));
  if (value.type === 'terms') return termVariants(facts, id, path, value, tests);
  return alternatives(value, tests, varying.vocabulary.fact.get(id)).map(other => ({
    change: { kind: 'value', fact: path, value: other },
    facts: new Map(facts).set(id, declared(other)),
  }));
};

/** Values on either side of each figure, and the other answers there are. */
const alternatives = (
  value: ScalarValue,
  tests: readonly Test[],
  definition: FactDefinition | undefined,
): readonly ScalarValue[] => {
  if (value.type === 'yes_no') return [{ type: 'yes_no', value: !value.value }];
  if (value.type === 'text') return textsFor(tests).map(text => ({ type: 'text', value: text }));
  const around = aroundFigures(tests);
  const terms = tests
    .filter(isTermsTest)
    .flatMap(({ terms }) => codesTaken(terms).map((code): ScalarValue => ({ type: 'term', list: terms.list, code })));
  const other: readonly ScalarValue[] = value.type === 'term' ? [...terms, { ...value, code: 'other:其他' }] : [];
  return [...around, ...other].filter(candidate => candidate.type === value.type && definition !== undefined);
};

const textsFor = (tests: readonly Test[]): readonly string[] => [
  '',
  '某某',
  ...tests.flatMap(test => operatorOf(test).textsAround?.(test) ?? []),
];

const termVariants = (
  facts: Facts,
  id: string,
  path: string,
  { list, terms: held }: TermsValue,
  tests: readonly Test[],
): readonly Variant[] => {
  const codes = held.map(({ code }) => code);
  const asked = [...new Set(tests.filter(isTermsTest).flatMap(({ terms }) => codesTaken(terms)))];
  const make = (change: Change, next: readonly string[]): Variant => ({
    change,
    facts: new Map(facts).set(id, declared(termsOf(list, next))),
  });
  return [
    ...codes.map((code, at) => make({ kind: 'without', fact: path, list, code }, codes.toSpliced(at, 1))),
    ...[...asked, 'other:其他']
      .filter(code => !codes.includes(code))
      .map(code => make({ kind: 'with', fact: path, list, code }, [...codes, code])),
    ...tests
      .filter(isTermsTest)
      .flatMap(({ terms }) => exchanges(terms, codes))
      .map(({ code, by }) =>
        make({ kind: 'exchanged', fact: path, list, code, by }, [...codes.filter(other => other !== code), by]),
      ),
    make({ kind: 'emptied', fact: path }, []),
  ];
};

/** The terms there are that others count as, with each of those. */
const exchanges = ({ also = {} }: TermSet, codes: readonly string[]) =>
  codes.flatMap(code => (also[code] ?? []).filter(other => !codes.includes(other)).map(by => ({ code, by })));

const recordVariants = (
  facts: Facts,
  id: string,
  items: readonly RecordItem[],
  varying: Varying,
): readonly Variant[] => {
  const all = items.map(item => item.facts);
  const make = (change: Change, next: readonly Facts[]): Variant => ({
    change,
    facts: new Map(facts).set(id, declared(recordsOf(next))),
  });
  const perItem = all.flatMap((item, index) => {
    const number = index + 1;
    const inside = [...item].flatMap(([field, fact]) => {
      const path = `${id}[${number}]${field.slice(id.length)}`;
      if (fact.state !== 'declared') return [];
      return [...gone(item, field, path), ...alterations(item, field, path, fact.value, varying)];
    });
    return [
      make({ kind: 'record-removed', fact: id, number }, all.toSpliced(index, 1)),
      make({ kind: 'record-doubled', fact: id, number }, [...all, item]),
      ...inside.flatMap(variant => [
        make(variant.change, all.with(index, variant.facts)),
        make(variant.change, [...all, variant.facts]),
      ]),
    ];
  });
  return [
    ...perItem,
    ...everywhere(all).map(({ change, items: next }) => make(change, next)),
    make({ kind: 'record-blank', fact: id, number: all.length + 1 }, [...all, new Map()]),
    make({ kind: 'emptied', fact: id }, []),
  ];
};

/** One term taken out of every record that names it, or every record that is of its kind. */
const everywhere = (
  all: readonly Facts[],
): readonly { readonly change: Change; readonly items: readonly Facts[] }[] => {
  const named = all.flatMap(item =>
    [...item].flatMap(([field, fact]) =>
      fact.state === 'declared' ? codesOf(fact.value).map(term => ({ field, ...term })) : [],
    ),
  );
  return distinct(named, ({ field, code }) => `${field} ${code}`).map(({ field, list, code }) => ({
    change: { kind: 'without', fact: field, list, code },
    items: all.flatMap(item => without(item, field, list, code)),
  }));
};

const codesOf = (value: Value): readonly { readonly list: string; readonly code: string }[] => {
  if (value.type === 'term') return [{ list: value.list, code: value.code }];
  return value.type === 'terms' ? value.terms.map(({ code }) => ({ list: value.list, code })) : [];
};

const without = (item: Facts, field: string, list: string, code: string): readonly Facts[] => {
  const value = valueIn(item, field);
  if (value?.type === 'term' && value.code === code) return [];
  if (value?.type !== 'terms') return [item];
  const codes = value.terms.map(term => term.code).filter(other => other !== code);
  return [new Map(item).set(field, declared(termsOf(list, codes)))];
};
