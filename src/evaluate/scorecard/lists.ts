import { codesIn, judge } from '../../language/judge.ts';
import { besidesIn, isCertain, type Selected, select, unknowns } from '../../language/quantifiers.ts';
import { gapOf, type ItemScope, type Resolved, resolve } from '../../language/truth/scope.ts';
import { type Exact, exact, over, plus, times, ZERO } from '../../model/base/exact.ts';
import { type Gap, isUnsaid } from '../../model/finding/finding.ts';
import type { Domain, Figures, Measure, Measured, Thing } from '../../model/scoring/measure.ts';
import { isUndeclared, measured, type ScorecardScope, settled, unmeasured, withoutValue } from './answers.ts';

type OfKind<K extends Measure['kind']> = Extract<Measure, { kind: K }>;

export interface OpenList {
  readonly at: Resolved;
  readonly items: readonly ItemScope[] | undefined;
}

/** A list of records; without items where it has no value. */
export const listAt = (records: string, scope: ScorecardScope): OpenList => {
  const at = resolve({ scope: 'center', id: records }, scope);
  const value = at.fact?.state === 'declared' ? at.fact.value : undefined;
  const items = value?.type === 'records' ? value.items : undefined;
  return { at, items: items?.map((item, index) => ({ records, number: index + 1, item })) };
};

const thing = ({ item }: Selected): Thing => ({ kind: 'record', key: item.item.key });

const upTo = (low: number, high: number): Figures => ({ low: exact(low), high: exact(high) });

export const measureCount = ({ records, where, sample, domain }: OfKind<'count'>, scope: ScorecardScope): Measured => {
  const { at, items } = listAt(records, scope);
  if (items === undefined) return withoutValue(domain, gapOf(at));
  const chosen = select(items, where, scope, judge);
  const found = upTo(chosen.filter(isCertain).length, chosen.length);
  const gaps = unknowns(chosen.map(one => one.chosen));
  const more = { things: chosen.map(thing), gaps, besides: besidesIn(chosen.map(one => one.chosen)) };
  const nothing = items.length === 0 ? 'yes' : 'no';
  if (sample === undefined || sample.whenShort === 'as_is') return measured(domain, found, { ...more, nothing });
  if (sample.whenShort === 'scale') return scaled(domain, found, items.length, sample.size, { ...more, nothing });
  const unseen = Math.max(0, sample.size - items.length);
  const open = upTo(chosen.filter(isCertain).length, chosen.length + unseen);
  return measured(domain, open, { ...more, gaps: unseen > 0 ? [...gaps, ...gapOf(at, 'nothing-to-check')] : gaps });
};

/** What was found in a sample, as it would be in one of the size that the scorecard asks for. */
const scaled = (domain: Domain, found: Figures, seen: number, size: number, more: object): Measured => {
  if (seen === 0) return unmeasured(domain, { ...more, nothing: 'yes' });
  const scale = (figure: Exact): Exact => over(times(figure, exact(size)), exact(seen));
  return measured(domain, { low: scale(found.low), high: found.high && scale(found.high) }, more);
};

/** What a record adds to a sum; something that did not occur or does not apply adds nothing. */
const added = (of: Measured): Figures => {
  const low = of.figures === undefined || of.states.length > 0 ? ZERO : of.figures.low;
  return of.figures === undefined ? { low: ZERO, high: ZERO } : { low, high: of.figures.high };
};

/** `measure` is what a record adds is measured with. */
export const measureSum = (
  { records, where, of, domain }: OfKind<'sum'>,
  scope: ScorecardScope,
  measure: (asked: Measure, scope: ScorecardScope) => Measured,
): Measured => {
  const { at, items } = listAt(records, scope);
  if (items === undefined) return withoutValue(domain, gapOf(at));
  const parts = select(items, where, scope, judge).map(one => ({ one, of: measure(of, { ...scope, item: one.item }) }));
  const figures = parts.map(({ one, of: part }) => {
    const { low, high } = added(part);
    return isCertain(one) ? { low, high } : { low: ZERO, high };
  });
  const low = figures.reduce((sum, part) => plus(sum, part.low), ZERO);
  const high = figures.reduce<Exact | null>((sum, part) => (sum && part.high ? plus(sum, part.high) : null), ZERO);
  return measured(
    domain,
    { low, high },
    {
      things: parts.map(({ one }) => thing(one)),
      gaps: [...unknowns(parts.map(({ one }) => one.chosen)), ...parts.flatMap(part => part.of.gaps.filter(isUnsaid))],
      besides: [...besidesIn(parts.map(({ one }) => one.chosen)), ...parts.flatMap(part => part.of.besides ?? [])],
      nothing: items.length === 0 ? 'yes' : 'no',
      outsideCalendar: parts.flatMap(part => part.of.outsideCalendar),
    },
  );
};

interface Held {
  readonly codes: ReadonlySet<string>;
  /** How many more of the terms may yet turn out to be there. */
  readonly room: number;
  readonly gaps: readonly Gap[];
}

/** The terms of a list, or of one field over all records; undefined where there is no value at all. */
const heldTerms = ({ fact, terms }: OfKind<'terms'>, scope: ScorecardScope): Held | readonly Gap[] => {
  if (fact.scope !== 'all-items') {
    const at = resolve(fact, scope);
    const codes = codesIn(at.fact);
    return codes === undefined ? gapOf(at) : { codes: new Set(codes), room: 0, gaps: [] };
  }
  const { at, items } = listAt(fact.id.split('.')[0] ?? fact.id, scope);
  if (items === undefined) return gapOf(at);
  const fields = items.map(item => resolve({ scope: 'item', id: fact.id }, { ...scope, item }));
  const open = fields.filter(field => codesIn(field.fact) === undefined);
  const codes = new Set(fields.flatMap(field => codesIn(field.fact) ?? []));
  const room = open.length * (fact.holdsMany === true ? terms.codes.length : 1);
  return { codes, room, gaps: open.flatMap(field => gapOf(field)) };
};

export const measureTerms = (asked: OfKind<'terms'>, scope: ScorecardScope): Measured => {
  const held = heldTerms(asked, scope);
  if (!('codes' in held)) return withoutValue(asked.domain, held);
  const { list, codes } = asked.terms;
  const present = codes.filter(code => held.codes.has(code));
  const absent = codes.filter(code => !held.codes.has(code));
  const open = Math.min(held.room, absent.length);
  const counted = asked.wanted === 'missing' ? absent : present;
  const things = counted.map((code): Thing => ({ kind: 'term', list, code }));
  const more = { things, gaps: open > 0 ? held.gaps : [] };
  const low = asked.wanted === 'missing' ? absent.length - open : present.length;
  if (open === 0) return settled(asked.domain, low, more);
  return measured(asked.domain, upTo(low, low + open), { ...more, undeclared: isUndeclared(held.gaps) });
};
