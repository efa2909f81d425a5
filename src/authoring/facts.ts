import type { Facts } from '../language/second/world.ts';
import type { Location } from '../model/base/location.ts';
import type { Fact, RecordsValue, TermsValue, Value } from '../model/base/value.ts';
import type { Profile } from '../model/profile/profile.ts';
import type { Expression } from '../model/standard/expression.ts';
import type { Rule } from '../model/standard/pack.ts';

const NOWHERE: Location = { file: '', line: 1, column: 1 };

export const declared = (value: Value): Fact => ({ state: 'declared', value, location: NOWHERE });

export const absent = (state: 'undeclared' | 'not-applicable' | 'did-not-occur'): Fact => ({
  state,
  location: NOWHERE,
});

export const termsOf = (list: string, codes: Iterable<string>): TermsValue => ({
  type: 'terms',
  list,
  terms: [...codes].map(code => ({ code, location: NOWHERE })),
});

export const recordsOf = (items: readonly Facts[]): RecordsValue => ({
  type: 'records',
  items: items.map((facts, index) => ({ key: String(index + 1), location: NOWHERE, facts })),
});

export const profileOf = (facts: Facts): Profile => ({
  path: '',
  sha256: '',
  center: {},
  facts,
  places: new Map(),
  root: NOWHERE,
});

/** Both sides of a rule: its condition, if it has one, and its requirement. */
export const sidesOf = (rule: Pick<Rule, 'when' | 'require'>): readonly Expression[] =>
  rule.when ? [rule.when, rule.require] : [rule.require];
