import { evaluateRule } from '../evaluate/rule.ts';
import type { Facts } from '../language/second/world.ts';
import { shiftDay } from '../model/base/day.ts';
import { NOWHERE } from '../model/base/location.ts';
import type { Fact, RecordItem, RecordsValue, TermsValue, Value } from '../model/base/value.ts';
import type { Finding } from '../model/finding/finding.ts';
import type { Level, Profile } from '../model/profile/profile.ts';
import type { Pack, Period, Rule } from '../model/standard/pack.ts';

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

/** The records that a fact declares. */
export const recordItems = (fact: Fact | undefined): readonly RecordItem[] =>
  fact?.state === 'declared' && fact.value.type === 'records' ? fact.value.items : [];

export const profileOf = (facts: Facts): Profile => ({
  path: '',
  sha256: '',
  center: {},
  facts,
  places: new Map(),
  root: NOWHERE,
});

/** A rule within its pack's own dates. */
export const boundRule = (pack: Pick<Pack, 'period'>, rule: Rule): Rule => ({
  ...rule,
  period: { ...pack.period, ...rule.period },
});

const ANY_DAY = '2025-01-01';

/** A day on which a rule with these dates binds. */
export const bindingDay = (period: Period, due?: string): string => {
  const [latest] = [period.from, due && shiftDay(due, 1)]
    .filter(date => date !== undefined)
    .sort()
    .reverse();
  return latest ?? (period.until !== undefined && period.until < ANY_DAY ? period.until : ANY_DAY);
};

/** What every centre of a level says of itself: facts that are supplied where a made-up profile leaves them out. */
export const identityOf = (pack: Pick<Pack, 'counties' | 'vocabulary'>, level: Level): Facts => {
  const list = pack.vocabulary.fact.get('center.level');
  const facts: (readonly [string, Fact])[] = [
    ['center.county', declared({ type: 'text', value: pack.counties[0] })],
    ['center.level', declared({ type: 'term', list: list?.type === 'term' ? list.list : '', code: level })],
  ];
  return new Map(facts.filter(([id]) => pack.vocabulary.fact.has(id)));
};

/** A rule on made-up facts, on the day given or one on which it binds. */
export const tryRule = (rule: Rule, facts: Facts, asOf = bindingDay(rule.period, rule.due)): Finding =>
  evaluateRule(rule, { profile: profileOf(facts), asOf });
