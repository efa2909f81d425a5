import * as z from 'zod';
import { type Loaded, loaded, type Problem, reasonsOf } from '../../../model/base/problem.ts';
import { nearest, type SourceNode } from '../../../model/base/source.ts';
import { append, isNonEmpty } from '../../../model/base/text.ts';
import { carriedBy, type Ledger } from '../../../model/standard/ledger.ts';
import { type Pack, type Rule, withDrafts } from '../../../model/standard/pack.ts';
import type { Signature, Signed } from '../../../model/standard/signature.ts';
import { sha256 } from '../../files/files.ts';
import { namesakes } from '../../namesakes.ts';
import { isoDate, readShape } from '../../shape.ts';
import { fingerprint, readLedger } from './ledger.ts';

const signaturesSchema = z.strictObject({
  signatures: z.array(
    z.strictObject({
      rule: z.string().min(1),
      by: z.string().min(1),
      on: isoDate,
      digest: fingerprint,
    }),
  ),
});

/** `signatures.yaml`: who signed which rule, when, and as it then read. */
export const readSignatures = (root: SourceNode): Loaded<readonly Signature[]> => {
  const problems: Problem[] = [];
  const raw = readShape(signaturesSchema, root, problems);
  const read = (raw?.signatures ?? []).map((one, index) => ({
    ...one,
    location: nearest(root, ['signatures', index, 'rule']).location,
  }));
  append(problems, namesakes(read.map(({ rule, location }) => ({ id: rule, location }))));
  return loaded(problems, () => read);
};

/** What is said of a rule besides what it asks: where it stands, which reading was settled, and where it was taken from. */
const BESIDES = new Set(['location', 'origin', 'settled', 'section', 'draft']);

/** The same for the same content, whatever the order of its keys. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key, one]) => !BESIDES.has(key) && one !== undefined);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, canonical(one)]));
};

/** What is signed: all that a rule asks and says, and the sentences that it carries. */
export const digestOf = (rule: Rule, ledger: Ledger | undefined): string => {
  const sentences = ledger === undefined ? [] : carriedBy(rule.id, ledger).map(({ text }) => text);
  return sha256(JSON.stringify([canonical(rule), sentences])).slice(0, 16);
};

/** Each rule of a pack, drafts too, with its signature, if it has one that still holds. */
export const signedRules = (
  pack: Pack,
  ledger: Ledger | undefined,
  signatures: readonly Signature[],
): ReadonlyMap<string, Signed> => {
  const known = new Map(signatures.map(one => [one.rule, one]));
  return new Map(
    withDrafts(pack).rules.map((rule): [string, Signed] => {
      const [digest, signature] = [digestOf(rule, ledger), known.get(rule.id)];
      if (signature === undefined) return [rule.id, { state: 'unsigned', digest }];
      return [rule.id, { state: signature.digest === digest ? 'valid' : 'void', digest, signature }];
    }),
  );
};

/** A pack that knows which of its rules nobody signed as they now read; `nodes` are its ledger and its signatures. */
export const withUnsigned = (pack: Pack, nodes: readonly (SourceNode | undefined)[]): Loaded<Pack> => {
  const [ledgerNode, signaturesNode] = nodes;
  const ledger = ledgerNode && readLedger(ledgerNode);
  const signatures = signaturesNode && readSignatures(signaturesNode);
  const problems = reasonsOf([ledger, signatures]);
  const signed = signedRules(pack, ledger?.ok ? ledger.value : undefined, signatures?.ok ? signatures.value : []);
  const unsigned = pack.rules.map(({ id }) => id).filter(id => signed.get(id)?.state !== 'valid');
  const { unsigned: _, ...rest } = pack;
  return loaded(problems, () => (isNonEmpty(unsigned) ? { ...rest, unsigned } : rest));
};
