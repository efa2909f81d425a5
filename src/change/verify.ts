import type { Tool } from '../model/base/tool.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { Kept } from '../model/result/kept.ts';
import type { Unchecked, Verification } from '../model/result/verification.ts';
import { footingChanges } from './center.ts';
import { firstDifference } from './difference.ts';

type Json = Readonly<Record<string, unknown>>;

/** Less the digest, which is told by itself. */
const apart = (one: unknown): Json => {
  const { sha256: _, ...rest } = (one ?? {}) as Json;
  return rest;
};

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
  earlier: ({ earlier: _, findings, ...json }) => ({
    ...json,
    findings: ((findings ?? []) as readonly Json[]).map(({ change: __, ...finding }) => finding),
  }),
  peers: ({ scorecard: _, score: __, sections: ___, scoreWithoutWaivers: ____, ...json }) => json,
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
