import { factIdOf } from '../model/finding/finding.ts';
import type { Cause, FactState } from '../model/result/compared.ts';
import type { KeptFinding, KeptGap, KeptGround, KeptResult } from '../model/result/kept.ts';
import { sameValue } from './values.ts';

interface Told {
  readonly fact: string;
  readonly item?: string;
  readonly state: Extract<FactState, { readonly location: unknown }>;
}

/** What a result tells of each fact: by path, and by name within a list, whose order says nothing. */
export type FactIndex = ReadonlyMap<string, Told>;

const keyOf = ({ fact, item }: Pick<KeptGround, 'fact' | 'item'>): string =>
  item === undefined ? fact : `${factIdOf(fact)}#${item}`;

const stateOf = (told: KeptGround | KeptGap): Told['state'] => {
  const { location } = told;
  if ('reason' in told) return { state: told.reason, location };
  return told.value === null ? { state: 'none', location } : { state: 'declared', value: told.value, location };
};

const addTo = (index: Map<string, Told>, { grounds, missing }: KeptFinding): void => {
  for (const told of [...grounds, ...missing]) {
    const key = keyOf(told);
    if (index.has(key)) continue;
    index.set(key, { fact: told.fact, ...(told.item !== undefined && { item: told.item }), state: stateOf(told) });
  }
};

export const factsOfFinding = (finding: KeptFinding): FactIndex => {
  const index = new Map<string, Told>();
  addTo(index, finding);
  return index;
};

/** Every fact that a result tells of anywhere. */
export const factsOfResult = ({ findings }: KeptResult): FactIndex => {
  const index = new Map<string, Told>();
  for (const finding of findings) addTo(index, finding);
  return index;
};

export interface FactSide {
  readonly finding: KeptFinding;
  readonly everywhere: () => FactIndex;
}

const same = (a: FactState, b: FactState): boolean =>
  a.state === 'declared' && b.state === 'declared' ? sameValue(a.value, b.value) : a.state === b.state;

type FactCause = Extract<Cause, { readonly kind: 'fact' }>;

/** A rule that did not apply on the ground of one fact, and does now, or the reverse: that fact must have changed. */
const turnsOnOne = (finding: KeptFinding, other: KeptFinding): boolean =>
  finding.outcome === 'not-applicable' &&
  finding.reason?.kind === 'condition' &&
  other.outcome !== 'not-applicable' &&
  finding.expected.zh === other.expected.zh &&
  factsOfFinding(finding).size === 1;

const silent = (finding: KeptFinding, other: KeptFinding): FactState => ({
  state: turnsOnOne(other, finding) ? 'otherwise' : 'untold',
});

/** Facts that a finding rests on and that are not what they were, as far as the results tell: they name only what decided. */
export const factCauses = (from: FactSide, to: FactSide): readonly FactCause[] => {
  const [older, newer] = [factsOfFinding(from.finding), factsOfFinding(to.finding)];
  const [unknownBefore, unknownAfter] = [silent(from.finding, to.finding), silent(to.finding, from.finding)];
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
