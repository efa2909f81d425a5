import { type ProblemOf, problem } from '../../../model/base/problem.ts';
import { type SourceNode, textOf } from '../../../model/base/source.ts';
import { unitNamed } from '../../../model/base/unit.ts';
import type { ValueType } from '../../../model/base/value.ts';
import type { FactDefinition, FieldDefinition } from '../../../model/standard/vocabulary.ts';
import { writtenAs } from '../../shape.ts';
import { type ExpressionReading, type FoundFact, namedFact, outside } from '../reading.ts';

/** Types that stand in an order and can be multiplied. */
export const NUMBERS: readonly ValueType[] = ['quantity', 'count', 'percent'];
export const LISTS: readonly ValueType[] = ['terms', 'records'];

/** An operator asked of a fact, with what was written after it. */
export interface Asked {
  readonly reading: ExpressionReading;
  readonly found: FoundFact;
  readonly op: string;
  readonly node: SourceNode;
}

export const refuse = (
  { reading, found, op }: Asked,
  node: SourceNode,
  wanted: ProblemOf<'operand-type'>['wanted'],
): undefined => {
  const details = { operator: op, fact: found.definition, ...writtenAs(node), wanted };
  reading.problems.push(problem('operand-type', node.location, details));
};

/** Another fact to hold this one against: where records are at hand, a field of theirs or one of the centre. */
export const namedOther = (
  { reading, found }: Asked,
  node: SourceNode,
  fits: Fits = isComparable,
): FactDefinition | undefined => {
  const other = namedFact(reading, textOf(node), node.location);
  if (other === undefined) return undefined;
  const many = other.reference.scope === 'all-items';
  if (!many && fits(found.definition, other.definition)) return other.definition;
  const reason = many ? 'many' : (REASONS.get(fits) ?? 'kind');
  const details = { fact: found.definition, other: other.definition, reason } as const;
  reading.problems.push(problem('incomparable', node.location, details));
  return undefined;
};

type Fits = (fact: FactDefinition, other: FactDefinition) => boolean;

export const isCounted: Fits = (_, other) => other.type === 'count' || LISTS.includes(other.type);

/** A list as the number of what it has. */
export const numberOf = ({ id, label, ...more }: FactDefinition): FoundFact => {
  const counter = 'item' in more ? more.item : { zh: '项', en: 'items' };
  const definition: FieldDefinition = { id, label, aliases: [], type: 'count', counter };
  return { reference: { scope: 'center', id }, definition };
};

/** What bands can go by: of a list, how many it has. */
const isBanded: Fits = (_, other) => [...NUMBERS, 'term', ...LISTS].includes(other.type);

export const namedBand = (asked: Asked, node: SourceNode): FactDefinition | undefined =>
  namedOther({ ...asked, reading: outside(asked.reading) }, node, isBanded);

const REASONS: ReadonlyMap<Fits, ProblemOf<'incomparable'>['reason']> = new Map([
  [isCounted, 'counted'],
  [isBanded, 'banded'],
]);

export const listIn = (fact: FactDefinition): string => ('list' in fact ? fact.list : '');

/** As many as a list has; else figures of one kind and measure, or terms of one list. */
export const isComparable = (fact: FactDefinition, other: FactDefinition): boolean => {
  if (fact.type === 'count' && LISTS.includes(other.type)) return true;
  if ('unit' in fact && 'unit' in other && unitNamed(fact.unit).dimension !== unitNamed(other.unit).dimension)
    return false;
  return fact.type === other.type && listIn(fact) === listIn(other);
};

/** Figures of one kind and measure, or numbers of things. */
export const isAddable = (fact: FactDefinition, other: FactDefinition): boolean =>
  NUMBERS.includes(fact.type) && isComparable(fact, other);
