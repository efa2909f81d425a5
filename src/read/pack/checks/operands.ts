import { negatedOperand as lessened } from '../../../language/operands/steps.ts';
import type { OperandReading } from '../../../language/operator.ts';
import { compare } from '../../../language/truth/compare.ts';
import { canonical, compareDecimals, decimalOf, exact, over } from '../../../model/base/exact.ts';
import { problem } from '../../../model/base/problem.ts';
import { get, type MapNode, type SourceNode, textOf } from '../../../model/base/source.ts';
import { isNonEmpty } from '../../../model/base/text.ts';
import type { Decimal, ScalarValue } from '../../../model/base/value.ts';
import type { Band, Operand, TermSet } from '../../../model/standard/expression.ts';
import type { FactDefinition, FieldDefinition } from '../../../model/standard/vocabulary.ts';
import { isRefusal, readScalar } from '../../profile/values.ts';
import { misshapen } from '../../shape.ts';
import { type ExpressionReading, namedFact, namedTerm, outside, refuseOthers } from '../reading.ts';
import {
  type Asked,
  isComparable,
  isCounted,
  LISTS,
  listIn,
  NUMBERS,
  namedBand,
  namedOther,
  numberOf,
  refuse,
} from './asked.ts';

/** `{ by: …, bands: [{ below: …, is: … }, { for: [ … ], is: … }, { is: … }] }`: what the band of another fact says. */
const readBands: Form = (asked, node) => {
  const [named, list] = [at(node, 'by'), at(node, 'bands')];
  if (list.kind !== 'list' || list.items.length < 2) return misshapen(asked.reading, list, 'bands', { entries: '≥ 2' });
  const by = namedBand(asked, named);
  if (by === undefined) return undefined;
  const found = namedFact(outside(asked.reading), textOf(named), named.location);
  if (found === undefined) return undefined;
  const counted = LISTS.includes(found.definition.type);
  const edges: Asked = { ...asked, found: counted ? numberOf(found.definition) : found, op: 'by' };
  const bands = list.items.flatMap(item => readBand(asked, edges, item) ?? []);
  if (bands.length < list.items.length || !isNonEmpty(bands)) return undefined;
  return inOrder(asked, list.items, bands)
    ? { kind: 'bands', by: by.id, ...(counted && { counted }), bands }
    : undefined;
};

const readBand = (asked: Asked, edges: Asked, node: SourceNode): Band | undefined => {
  if (node.kind !== 'map') return misshapen(asked.reading, node, 'bands', 'mapping');
  const [below, among, said] = ['below', 'for', 'is'].map(key => get(node, key));
  if (!refuseOthers(asked.reading, node, ['below', 'for', 'is'])) return undefined;
  if (said === undefined) return misshapen(asked.reading, node, 'is', 'required');
  const is = readOperand(asked, said);
  const edge = below && readFigure(edges, below);
  const terms = among?.kind === 'list' ? among.items : among === undefined ? [] : [among];
  const values = terms.flatMap(term => readFigure(edges, term) ?? []);
  if (is === undefined || (below && edge === undefined) || values.length < terms.length) return undefined;
  return { ...(edge && { below: edge }), ...(isNonEmpty(values) && { among: values }), is };
};

const isLast = ({ below, among }: Band): boolean => below === undefined && among === undefined;

/** Edges rise, so that no two bands overlap; no term stands twice; just the last is of all the others. */
const inOrder = ({ reading }: Asked, nodes: readonly SourceNode[], bands: readonly Band[]): boolean => {
  const before = reading.problems.length;
  const seen = new Set<string>();
  let highest: ScalarValue | undefined;
  for (const [index, band] of bands.entries()) {
    const node = nodes[index];
    if (node === undefined) continue;
    if (isLast(band) !== (index === bands.length - 1)) misshapen(reading, node, 'bands', 'last-band');
    const edge = get(node, 'below');
    if (band.below !== undefined && edge !== undefined) {
      if (highest !== undefined && compare(band.below, highest) <= 0) misshapen(reading, edge, 'below', 'rising');
      highest = band.below;
    }
    for (const value of band.among ?? []) {
      const code = value.type === 'term' ? value.code : JSON.stringify(value);
      if (seen.has(code)) reading.problems.push(problem('duplicate-id', node.location, { id: code }));
      seen.add(code);
    }
  }
  return reading.problems.length === before;
};

/** 80 % is 0.8 times as much. */
export const hundredth = (percent: Decimal): Decimal => decimalOf(over(exact(percent), exact('100')));

const readFigure = (asked: Asked, node: SourceNode): ScalarValue | undefined => {
  const { reading, found } = asked;
  const { definition } = found;
  if (definition.type === 'term' || definition.type === 'terms') {
    const code = namedTerm(reading, definition.list, textOf(node), node.location);
    return code === undefined ? undefined : { type: 'term', list: definition.list, code };
  }
  if (definition.type === 'records' || node.kind !== 'scalar') return refuse(asked, node, 'value');
  const { plausible: _, ...unbounded } = { plausible: undefined, ...definition };
  const read = readScalar(node.text, unbounded as FieldDefinition);
  return isRefusal(read) ? refuse(asked, node, 'value') : read;
};

type Form = (asked: Asked, node: MapNode) => Operand | undefined;

/** The words that begin a figure that is reckoned from others, with the keys each has. */
const FORMS: Readonly<Record<string, { readonly keys: readonly string[]; readonly read: Form }>> = {
  fact: { keys: ['fact', 'times'], read: (asked, node) => readOther(asked, node) },
  each: { keys: ['each', 'of'], read: (asked, node) => readEach(asked, node) },
  share: { keys: ['share', 'of'], read: (asked, node) => readShare(asked, node) },
  sum: { keys: ['sum'], read: (asked, node) => readParts(asked, node, 'sum') },
  difference: { keys: ['difference'], read: (asked, node) => readParts(asked, node, 'difference') },
  by: { keys: ['by', 'bands'], read: (asked, node) => readBands(asked, node) },
};

const readOperand = (asked: Asked, node: SourceNode): Operand | undefined => {
  const form = node.kind === 'map' ? Object.entries(FORMS).find(([word]) => get(node, word) !== undefined) : undefined;
  if (node.kind === 'map' && form !== undefined)
    return refuseOthers(asked.reading, node, form[1].keys) && form[1].read(asked, node);
  const value = readFigure(asked, node);
  const also = value?.type === 'term' ? asked.reading.counting?.get(value.list)?.[value.code] : undefined;
  return value && { kind: 'value', value, ...(also && { also }) };
};

/** A fact that figures are taken from, and whether it is a field of the record at hand. */
const named = ({ reading: { records } }: Asked, { id }: FactDefinition) => {
  const isField = records?.fields.some(field => field.id === id) ?? false;
  return { kind: 'fact', fact: id, ...(isField && { item: true as const }) } as const;
};

const at = (node: MapNode, key: string): SourceNode => get(node, key) ?? node;

/** `{ fact: …, times: … }`: the figure of another fact, so many times. */
const readOther: Form = (asked, node) => {
  const other = namedOther(asked, at(node, 'fact'), isComparable);
  const factor = get(node, 'times');
  if (other === undefined) return undefined;
  if (factor === undefined) return { ...named(asked, other), times: '1' };
  const multiple = factor.kind === 'scalar' && typeof factor.value === 'number' && factor.value > 0;
  return multiple && NUMBERS.includes(asked.found.definition.type)
    ? { ...named(asked, other), times: canonical(factor.text) }
    : refuse(asked, factor, 'multiple');
};

/** `{ each: 6 m², of: … }`: so much for each that another fact counts. */
const readEach: Form = (asked, node) => {
  const value = readFigure(asked, at(node, 'each'));
  const other = namedOther(asked, at(node, 'of'), isCounted);
  if (value === undefined || other === undefined) return undefined;
  if (value.type === 'quantity') return { ...named(asked, other), times: value.amount, unit: value.unit };
  return value.type === 'count' && compareDecimals(value.amount, '0') > 0
    ? { ...named(asked, other), times: value.amount }
    : refuse(asked, at(node, 'each'), 'multiple');
};

/** `{ share: 80%, of: … }`: a part of another fact. */
const readShare: Form = (asked, node) => {
  const share = at(node, 'share');
  const { id, label } = asked.found.definition;
  const read = readScalar(textOf(share), { id, label, aliases: [], type: 'percent' });
  const other = namedOther(asked, at(node, 'of'), isComparable);
  if (other === undefined) return undefined;
  const isShare = !isRefusal(read) && read.type === 'percent' && compareDecimals(read.amount, '0') > 0;
  return isShare && NUMBERS.includes(asked.found.definition.type)
    ? { ...named(asked, other), times: hundredth(read.amount), share: true }
    : refuse(asked, share, 'multiple');
};

/** `{ sum: [ …, … ] }`, `{ difference: [ …, … ] }`: figures and facts together, or what the first leaves of the rest. */
const readParts = (asked: Asked, node: MapNode, word: 'sum' | 'difference'): Operand | undefined => {
  const list = at(node, word);
  if (list.kind !== 'list' || list.items.length < 2 || !NUMBERS.includes(asked.found.definition.type))
    return refuse(asked, list, 'terms');
  const read = list.items.map(item => readOperand(asked, item));
  const parts = read.flatMap((part, index) => {
    if (part === undefined) return [];
    return word === 'sum' || index === 0 ? [part] : [lessened(part)];
  });
  return parts.length === read.length && isNonEmpty(parts) ? { kind: 'sum', of: parts } : undefined;
};

const readAnswer = (asked: Asked, node: SourceNode): boolean | undefined => {
  const read = readScalar(textOf(node), { ...asked.found.definition, type: 'yes_no' } as FieldDefinition);
  return isRefusal(read) || read.type !== 'yes_no' ? refuse(asked, node, 'yes-no') : read.value;
};

const readTerms = (asked: Asked, node: SourceNode): TermSet | undefined => {
  const { reading, found } = asked;
  const list = listIn(found.definition);
  if (node.kind !== 'list' || node.items.length === 0) return refuse(asked, node, 'terms');
  const codes = node.items.flatMap(item => namedTerm(reading, list, textOf(item), item.location) ?? []);
  if (codes.length < node.items.length || !isNonEmpty(codes)) return undefined;
  const counted = Object.entries(reading.counting?.get(list) ?? {}).filter(([code]) => codes.includes(code));
  return { list, codes, ...(counted.length > 0 && { also: Object.fromEntries(counted) }) };
};

/** How many of so many a check wants, at its key `at_least`. */
export const readHowMany = (reading: ExpressionReading, node: MapNode, most: number): number | undefined => {
  const wanted = get(node, 'at_least');
  const n = wanted?.kind === 'scalar' && typeof wanted.value === 'number' ? wanted.value : 0;
  return Number.isInteger(n) && n >= 1 && n <= most
    ? n
    : misshapen(reading, wanted ?? node, 'at_least', { from: 1, to: most });
};

export const operandReading = (
  asked: Asked,
  { numbers, figures }: Pick<OperandReading, 'numbers' | 'figures'>,
): OperandReading => ({
  op: asked.op,
  node: asked.node,
  problems: asked.reading.problems,
  figure: node => readOperand(asked, node),
  terms: node => readTerms(asked, node),
  answer: node => readAnswer(asked, node),
  numbers,
  figures,
  ...(asked.reading.calendar && { calendar: asked.reading.calendar }),
  other: node => namedOther({ ...asked, reading: outside(asked.reading) }, node, isComparable),
  howMany: (node, most) => readHowMany(asked.reading, node, most),
  hasOnly: (node, keys) => refuseOthers(asked.reading, node, keys),
  refuse: (node, wanted) => refuse(asked, node, wanted),
  misshapen: (node, path, wanted) => misshapen(asked.reading, node, path, wanted),
});
