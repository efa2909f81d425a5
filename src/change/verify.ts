import type { Tool } from '../model/base/tool.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { Difference, Unchecked, Verification } from '../model/result/compared.ts';
import type { Kept } from '../model/result/kept.ts';
import { footingChanges } from './center.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const nameOf = (item: unknown): string | undefined => {
  const { rule, id } = isObject(item) ? item : {};
  return [rule, id].find(name => typeof name === 'string');
};

/** Items of a list go by their rule or id where each has one of its own, else by their number from 1. */
const membersOf = (value: object): ReadonlyMap<string, unknown> => {
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const names = value.map(nameOf);
  const isNamed = names.every(name => name !== undefined) && new Set(names).size === names.length;
  return new Map(value.map((item, index) => [(isNamed && names[index]) || String(index + 1), item]));
};

const firstDifference = (kept: unknown, anew: unknown, path: readonly string[] = []): Difference | undefined => {
  if (!isObject(kept) || !isObject(anew) || Array.isArray(kept) !== Array.isArray(anew))
    return kept === anew ? undefined : { path, kept, anew };
  const [was, is] = [membersOf(kept), membersOf(anew)];
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const found = firstDifference(was.get(name), is.get(name), [...path, name]);
    if (found !== undefined) return found;
  }
  const orders = [was, is].map(members => [...members.keys()]);
  const isOrdered = !Array.isArray(kept) || orders[0]?.join('\n') === orders[1]?.join('\n');
  return isOrdered ? undefined : { path, kept: orders[0], anew: orders[1] };
};

type Json = Readonly<Record<string, unknown>>;

const without = (json: Json, ...names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)));

/** Less the digest, which is told by itself. */
const apart = (one: unknown): Json => without((one ?? {}) as Json, 'sha256');

/** What results rest on is told before, and what a finding says goes before what it comes to. */
const inOrder = ({ tool: _, pack, scheme, ...json }: Json): Json => {
  const { findings, scorecard, otherwise, sections, counts, score, profile, ...rest } = json;
  return {
    findings,
    scorecard,
    otherwise,
    sections,
    counts,
    score,
    profile: apart(profile),
    ...rest,
    pack: apart(pack),
    scheme: apart(scheme),
  };
};

const LEFT_OUT: Readonly<Record<Unchecked, (json: Json) => Json>> = {
  earlier: ({ earlier: _, findings, problems, ...json }) => ({
    ...json,
    problems: ((problems ?? []) as readonly Json[]).filter(({ code }) => !String(code).startsWith('earlier-')),
    findings: ((findings ?? []) as readonly Json[]).map(({ change: __, ...finding }) => finding),
  }),
  peers: json => ({
    ...without(json, 'scorecard', 'score', 'sections', 'scoreWithoutWaivers'),
    otherwise: ((json.otherwise ?? []) as readonly Json[]).map(reading => without(reading, 'score')),
  }),
};

export interface Verifying {
  readonly kept: Kept;
  /** The result as it stands in its file. */
  readonly json: unknown;
  /** The same computed anew, and as it would be written. */
  readonly audit: Audit;
  readonly anew: unknown;
  readonly tool: Tool;
  readonly sha256: string;
  readonly unchecked: readonly Unchecked[];
}

export const verify = ({ kept, json, audit, anew, tool, sha256, unchecked }: Verifying): Verification => {
  const footing = footingChanges(kept, { ...kept, audit, tool });
  const isAmended = footing.some(({ kind }) => kind === 'pack' || kind === 'scheme');
  const told = (one: unknown): Json => {
    const { pack, scheme, texts, ...rest } = unchecked.reduce(
      (left, what) => LEFT_OUT[what](left),
      inOrder(one as Json),
    );
    return isAmended ? rest : { ...rest, pack, scheme, texts };
  };
  const difference = firstDifference(told(json), told(anew));
  const was = kept.audit.profile.sha256;
  return {
    ...(was !== sha256 && { profile: { kept: was, anew: sha256 } }),
    footing,
    ...(difference && { difference }),
    unchecked,
  };
};
