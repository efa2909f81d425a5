import type { Audit } from '../model/finding/audit.ts';
import { type Finding, factIdOf, type Gap, type Ground, gapsOf, groundsOf } from '../model/finding/finding.ts';
import type { Cause, FactState } from '../model/result/compared.ts';
import { sameValue } from './values.ts';

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
    index.set(key, { fact: told.fact, ...(told.item !== undefined && { item: told.item }), state: stateOf(told) });
  }
};

export const factsOfFinding = (finding: Finding): FactIndex => {
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
    return [
      { kind: 'fact', fact: told.fact, ...(told.item !== undefined && { item: told.item }), from: before, to: after },
    ];
  });
};
