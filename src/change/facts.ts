import { compareExact, type Exact, exact } from '../model/base/exact.ts';
import { inFirstUnit, unitNamed } from '../model/base/unit.ts';
import type { Value } from '../model/base/value.ts';
import type { Audit } from '../model/finding/audit.ts';
import { aboutOf, type Finding, factIdOf, type Gap, type Ground, gapsOf, groundsOf } from '../model/finding/finding.ts';
import type { Cause, FactState } from '../model/result/compared.ts';

/** What is the same for every way of writing a value. */
const measuresOf = (value: Value): readonly Exact[] | undefined => {
  if (value.type === 'quantity') return [inFirstUnit(value.amount, value.unit)];
  return value.type === 'size' ? value.sides.map(side => inFirstUnit(side, value.unit)).sort(compareExact) : undefined;
};

const namesOf = (value: Value): readonly string[] | undefined => {
  if (value.type === 'terms') return value.terms.map(({ code }) => code).sort();
  return value.type === 'records' ? value.items.map(({ key }) => key).sort() : undefined;
};

const plainOf = (value: Value): unknown => {
  if ('amount' in value) return value.amount;
  if ('code' in value) return value.code;
  return 'value' in value ? value.value : undefined;
};

const dimensionOf = (value: Value): string => ('unit' in value ? unitNamed(value.unit).dimension : '');

/** Whether two values say the same: 0.8 m is 80 cm, and the order of a list says nothing. */
const sameValue = (a: Value, b: Value): boolean => {
  if (a.type !== b.type || dimensionOf(a) !== dimensionOf(b)) return false;
  const [left, right] = [measuresOf(a), measuresOf(b)];
  if (left !== undefined && right !== undefined)
    return left.every((side, index) => compareExact(side, right[index] ?? exact(0)) === 0);
  const [names, others] = [namesOf(a), namesOf(b)];
  return names === undefined ? plainOf(a) === plainOf(b) : JSON.stringify(names) === JSON.stringify(others);
};

interface Told {
  readonly fact: string;
  readonly item?: string;
  readonly state: Extract<FactState, { readonly location: unknown }>;
}

/** What a result tells of each fact: by path, and by name within a list, whose order says nothing. */
export type FactIndex = ReadonlyMap<string, Told>;

const keyOf = ({ fact, item }: Pick<Ground, 'fact' | 'item'>): string =>
  item === undefined ? fact : `${factIdOf(fact)}#${item}`;

const stateOf = (told: Ground | Gap): Told['state'] => {
  const { location } = told;
  if ('reason' in told) return { state: told.reason, location };
  return told.value === null ? { state: 'none', location } : { state: 'declared', value: told.value, location };
};

const addTo = (index: Map<string, Told>, finding: Finding): void => {
  for (const told of [...groundsOf(finding), ...gapsOf(finding)]) {
    const key = keyOf(told);
    if (index.has(key)) continue;
    index.set(key, { ...aboutOf(told), state: stateOf(told) });
  }
};

const factsOfFinding = (finding: Finding): FactIndex => {
  const index = new Map<string, Told>();
  addTo(index, finding);
  return index;
};

/** Every fact that a result tells of anywhere. */
export const factsOfResult = ({ findings }: Audit): FactIndex => {
  const index = new Map<string, Told>();
  for (const { finding } of findings) addTo(index, finding);
  return index;
};

export interface FactSide {
  readonly finding: Finding;
  readonly everywhere: () => FactIndex;
}

const same = (a: FactState, b: FactState): boolean =>
  a.state === 'declared' && b.state === 'declared' ? sameValue(a.value, b.value) : a.state === b.state;

type FactCause = Extract<Cause, { readonly kind: 'fact' }>;

/** A rule that did not apply on the ground of one fact, and does now, or the reverse: that fact must have changed. */
const turnsOnOne = (finding: Finding, other: Finding, asksSame: boolean): boolean =>
  asksSame &&
  finding.outcome === 'not-applicable' &&
  finding.reason.kind === 'condition' &&
  other.outcome !== 'not-applicable' &&
  factsOfFinding(finding).size === 1;

const silent = (finding: Finding, other: Finding, asksSame: boolean): FactState => ({
  state: turnsOnOne(other, finding, asksSame) ? 'otherwise' : 'untold',
});

/** Facts that a finding rests on and that are not what they were, as far as the results tell: they name only what decided. */
export const factCauses = (from: FactSide, to: FactSide, asksSame: boolean): readonly FactCause[] => {
  const [older, newer] = [factsOfFinding(from.finding), factsOfFinding(to.finding)];
  const unknownBefore = silent(from.finding, to.finding, asksSame);
  const unknownAfter = silent(to.finding, from.finding, asksSame);
  return [...new Set([...newer.keys(), ...older.keys()])].flatMap((key): readonly FactCause[] => {
    const [was, is] = [older.get(key) ?? from.everywhere().get(key), newer.get(key) ?? to.everywhere().get(key)];
    const told = is ?? was;
    const [before, after] = [was?.state ?? unknownBefore, is?.state ?? unknownAfter];
    if (told === undefined || same(before, after)) return [];
    return [{ kind: 'fact', ...aboutOf(told), from: before, to: after }];
  });
};
