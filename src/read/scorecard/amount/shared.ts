import { compareExact, decimalOf, exact, isWhole, over, plus } from '../../../model/base/exact.ts';
import { isNonEmpty } from '../../../model/base/text.ts';
import { type Decimal, OTHER_TERM, type Value } from '../../../model/base/value.ts';
import type { Amount, Item, Shared } from '../../../model/scoring/scorecard.ts';
import { operandsOf, type TestExpression } from '../../../model/standard/expression.ts';
import type { FactDefinition, Vocabulary } from '../../../model/standard/vocabulary.ts';

type Part = Partial<Readonly<Record<'kind' | 'scope' | 'id' | 'fact', unknown>>> & object;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

const partsIn = (value: unknown): readonly Part[] =>
  isPart(value) ? [value, ...Object.values(value).flatMap(partsIn)] : [];

/** Rows of records, of comparison and of other forms are worked out as they are. */
const APART: readonly unknown[] = ['records', 'relative', 'form'] satisfies readonly Amount['kind'][];

const timesAsked = (parts: readonly Part[]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const { scope, id, kind, fact } of parts) {
    const name = scope === 'center' ? id : kind === 'fact' ? fact : undefined;
    if (typeof name === 'string') times.set(name, (times.get(name) ?? 0) + 1);
  }
  return times;
};

const isTest = (part: Part): part is TestExpression => part.kind === 'test';

const isTiers = (part: Part): part is Extract<Amount, { kind: 'tiers' }> => part.kind === 'tiers';

/** The figures at which an answer about a fact changes, one list for each question; undefined where one is asked otherwise. */
const edgesIn = (parts: readonly Part[], { id, type }: FactDefinition): readonly (readonly Decimal[])[] =>
  parts.flatMap((part): readonly (readonly Decimal[])[] => {
    if (isTest(part) && part.fact.scope === 'center' && part.fact.id === id) {
      const figures = operandsOf(part.test).flatMap(operand =>
        operand.kind === 'value' && operand.value.type === type && 'amount' in operand.value
          ? [operand.value.amount]
          : [],
      );
      return figures.length > 0 && figures.length === operandsOf(part.test).length ? [figures] : [];
    }
    if (isTiers(part) && part.measure.kind === 'fact' && part.measure.fact.id === id)
      return [part.bands.flatMap(({ low, high }) => [low, high].flatMap(edge => edge?.at ?? []))];
    return [];
  });

const LONGEST = 40;

const integers = (least: Decimal, most: Decimal): readonly Decimal[] | undefined => {
  const [low, high] = [Number(least), Number(most)];
  return high - low > LONGEST ? undefined : Array.from({ length: high - low + 1 }, (_, index) => String(low + index));
};

/** Each edge, and one figure between, below and above them: between two edges nothing changes. */
const around = (edges: readonly Decimal[], type: 'count' | 'percent'): readonly Decimal[] => {
  const all = [...edges, '0', ...(type === 'percent' ? ['100'] : [])].map(at => exact(at));
  const sorted = all.filter(({ n }) => n >= 0n).toSorted(compareExact);
  const beside = sorted.map((at, index) =>
    type === 'count' ? plus(at, exact(1)) : over(plus(at, sorted[index + 1] ?? at), exact(2)),
  );
  return [...new Set([...sorted, ...beside].filter(at => type === 'percent' || isWhole(at)).map(decimalOf))];
};

const figuresOf = (definition: FactDefinition, parts: readonly Part[], times: number): readonly Decimal[] => {
  if (definition.type !== 'count' && definition.type !== 'percent') return [];
  const [least, most] = (definition.type === 'count' ? definition.plausible : undefined) ?? [];
  const all = least === undefined || most === undefined ? undefined : integers(least, most);
  const edges = edgesIn(parts, definition);
  return all ?? (edges.length < times ? [] : around(edges.flat(), definition.type));
};

const valuesOf = (
  definition: FactDefinition,
  { list }: Vocabulary,
  parts: readonly Part[],
  times: number,
): readonly Value[] => {
  switch (definition.type) {
    case 'yes_no':
      return [true, false].map(value => ({ type: 'yes_no', value }));
    case 'term': {
      const { terms = [], open = false } = list.get(definition.list) ?? {};
      const codes = [...terms.map(({ code }) => code), ...(open ? [`${OTHER_TERM}…`] : [])];
      return codes.map(code => ({ type: 'term', list: definition.list, code }));
    }
    case 'count':
    case 'percent': {
      const { type } = definition;
      return figuresOf(definition, parts, times).map(amount => ({ type, amount }));
    }
    case 'quantity':
    case 'size':
    case 'date':
    case 'time':
    case 'hours':
    case 'text':
    case 'records':
    case 'terms':
      return [];
  }
};

/** The facts that several questions of a row ask. */
export const sharedFacts = (
  row: Pick<Item, 'steps' | 'when' | 'zeroIf'>,
  vocabulary: Vocabulary,
): readonly Shared[] => {
  const parts = partsIn([row.steps, row.when, row.zeroIf]);
  if (parts.some(({ kind }) => APART.includes(kind))) return [];
  return [...timesAsked(parts)].flatMap(([fact, times]) => {
    const definition = times > 1 ? vocabulary.fact.get(fact) : undefined;
    const values = definition ? valuesOf(definition, vocabulary, parts, times) : [];
    return isNonEmpty(values) ? [{ fact, values }] : [];
  });
};
