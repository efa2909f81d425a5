import { operatorOf } from '../../language/operators.ts';
import { atomsOf } from '../../language/walk.ts';
import { canonical, isAbove, type Rounding } from '../../model/base/exact.ts';
import { placesIn } from '../../model/base/figures.ts';
import type { Location } from '../../model/base/location.ts';
import { problem } from '../../model/base/problem.ts';
import { get, type MapNode, oneOrMore, type SourceNode } from '../../model/base/source.ts';
import type { Bilingual, NonEmpty } from '../../model/base/text.ts';
import type { Decimal } from '../../model/base/value.ts';
import type { Entry } from '../../model/scoring/measure.ts';
import type { Evidence, ScorecardSection, Step } from '../../model/scoring/scorecard.ts';
import type { Expression } from '../../model/standard/expression.ts';
import { readExpression } from '../pack/checks/expression.ts';
import { type ExpressionReading, type FoundFact, namedFact, refuseOthers } from '../pack/reading.ts';
import { bilingual, misshapen, readShape } from '../shape.ts';
import { defect } from './defect.ts';

export { defect };

/** What holds for every row that does not say otherwise. */
export interface Defaults {
  readonly floor: Decimal | null | undefined;
  readonly evidence: Evidence;
  readonly classes: readonly string[];
  /** The class of place that the scorecard is being read for. */
  readonly class?: string;
}

/** What is being read of a scorecard: the vocabulary, the row at hand, what inspectors are to enter. */
export interface ScorecardReading extends ExpressionReading {
  readonly places: number;
  readonly rounding: Rounding;
  readonly hasCalendar: boolean;
  readonly defaults: Defaults;
  readonly row: {
    readonly id: string;
    readonly points: Decimal;
    readonly title?: Bilingual;
    readonly bureau?: string;
  };
  readonly entries: Map<string, Entry & { readonly location: Location }>;
  /** How what stands within an amount is read: steps within a step, the sections of another form. */
  readonly within: Within;
}

export interface Within {
  readonly steps: (reading: ScorecardReading, node: SourceNode, kind: Step['kind']) => NonEmpty<Step> | undefined;
  readonly sections: (
    reading: ScorecardReading,
    node: SourceNode | undefined,
    at: Location,
  ) => NonEmpty<ScorecardSection> | undefined;
}

export const textOf = (node: SourceNode | undefined): string => (node?.kind === 'scalar' ? node.text.trim() : '');

const NUMBER = /^[+-]?\d{1,12}(?:\.\d{1,6})?$/u;

/** A bare number at `key`; undefined where there is none, or where it is something else, which is said. */
export const numberAt = (reading: ScorecardReading, node: MapNode, key: string): Decimal | undefined => {
  const found = get(node, key);
  if (found === undefined) return undefined;
  const text = textOf(found).normalize('NFKC');
  return NUMBER.test(text) ? canonical(text) : defect(reading, found.location, 'not-a-figure', { key, found: text });
};

/** Whether a figure may lie between two bounds; that none can is said. */
export const hasRoom = (
  { problems }: Pick<ScorecardReading, 'problems'>,
  { location }: SourceNode,
  low: Decimal | null,
  high: Decimal | null,
): boolean => {
  const isEmpty = low !== null && high !== null && isAbove(low, high);
  if (isEmpty) problems.push(problem('empty-range', location, { low, high }));
  return !isEmpty;
};

/** An amount of points; `all` is as many as the row has. */
export const pointsAt = (reading: ScorecardReading, node: MapNode, key = 'points'): Decimal | undefined => {
  const found = get(node, key);
  if (found === undefined || textOf(found) === '')
    return defect(reading, (found ?? node).location, 'no-amount', { key, row: reading.row.id });
  if (textOf(found) === 'all') return reading.row.points;
  const amount = numberAt(reading, node, key);
  if (amount === undefined) return undefined;
  if (amount.startsWith('-')) return defect(reading, found.location, 'too-small', { key, least: '≥ 0', found: amount });
  return placesIn(amount) > reading.places
    ? defect(reading, found.location, 'too-fine', { amount, places: String(reading.places) })
    : amount;
};

/** One of a few words; the first of them is not assumed when none is written. */
export const wordAt = <W extends string>(
  reading: ScorecardReading,
  node: MapNode,
  key: string,
  words: readonly W[],
): W | undefined => {
  const found = get(node, key);
  const word = words.find(candidate => candidate === textOf(found));
  if (found !== undefined && word === undefined) misshapen(reading, found, key, { words });
  return word;
};

const YES_NO: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  是: true,
  no: false,
  false: false,
  否: false,
};

/** Yes or no at `key`; undefined where nothing stands there, or something else, which is said. */
export const yesNoAt = (reading: ScorecardReading, node: MapNode, key: string): boolean | undefined => {
  const found = get(node, key);
  const answer = YES_NO[textOf(found)];
  return found !== undefined && answer === undefined ? misshapen(reading, found, key, 'yes-no') : answer;
};

export const titleAt = (reading: ScorecardReading, node: MapNode, key = 'title'): Bilingual | undefined => {
  const found = get(node, key);
  return found && readShape(bilingual, found, reading.problems);
};

const asksWhatIsDeclared = (expression: Expression): boolean =>
  atomsOf(expression).some(({ test }) => operatorOf(test).ofDeclaring);

/** A check; one that asks whether a fact is declared would make the score depend on what is not yet known. */
export const readCheck = (reading: ScorecardReading, node: SourceNode): Expression | undefined => {
  const check = readExpression(reading, node);
  return check !== undefined && asksWhatIsDeclared(check)
    ? defect(reading, node.location, 'declared-in-scorecard')
    : check;
};

export const checkAt = (reading: ScorecardReading, node: MapNode, key: string): Expression | undefined => {
  const found = get(node, key);
  return found && readCheck(reading, found);
};

/** Says that a mapping lacks a key, or has it with nothing behind it. */
export const lackingOf = (reading: ScorecardReading, node: MapNode, key: string): undefined => {
  const found = get(node, key);
  if (found === undefined || (found.kind === 'scalar' && textOf(found) === ''))
    reading.problems.push(problem('shape', (found ?? node).location, { path: key, wanted: 'required' }));
};

/** The word that something goes by; what is none, or is missing, is said. */
export const nameAt = (reading: ScorecardReading, node: MapNode, key = 'id'): string | undefined => {
  const found = get(node, key);
  const name = textOf(found);
  if (name !== '') return name;
  return found === undefined || found.kind === 'scalar'
    ? lackingOf(reading, node, key)
    : misshapen(reading, found, key, 'text');
};

/** A mapping with none but these keys. */
export const mapWith = (reading: ScorecardReading, node: SourceNode, keys: readonly string[]): MapNode | undefined => {
  if (node.kind === 'map') return refuseOthers(reading, node, keys) && node;
  return misshapen(reading, node, '', { written: `{ ${keys.join(', ')} }` });
};

/** The items of a list, or the one thing in its place, where there must be something; `path` is what it is called. */
export const someOf = (reading: ScorecardReading, node: SourceNode, path: string): readonly SourceNode[] => {
  const items = oneOrMore(node);
  if (items.length === 0) misshapen(reading, node, path, 'filled-list');
  return items;
};

/** The fact that a node names; undefined when nobody knows it, which is said. */
export const factAt = (reading: ScorecardReading, node: SourceNode): FoundFact | undefined =>
  namedFact(reading, textOf(node), node.location);

/** The same for a check and for its opposite: yes and no of one fact, a check and its `not`. */
export const aboutOf = (check: Expression): string => {
  if (check.kind === 'not') return aboutOf(check.of);
  const [operand] = check.kind === 'test' ? (operatorOf(check.test).accepted?.(check.test) ?? []) : [];
  const isYesNo = check.kind === 'test' && operand?.kind === 'value' && operand.value.type === 'yes_no';
  return JSON.stringify(isYesNo ? check.fact : check);
};
