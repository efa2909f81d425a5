import * as z from 'zod';
import { type Loaded, loaded, type Problem } from '../../../model/base/problem.ts';
import { asTyped, get, itemsOf, type SourceNode } from '../../../model/base/source.ts';
import { type Ledger, type LedgerEntry, REASONS } from '../../../model/standard/ledger.ts';
import { OBLIGATIONS } from '../../../model/standard/pack.ts';
import { flag, patterned, readShape } from '../../shape.ts';

export const fingerprint = patterned(/^[0-9a-f]{16}$/u, 'fingerprint');

const differs = z.strictObject({
  obligation: z.enum(OBLIGATIONS).exactOptional(),
  figures: z.array(z.string().min(1)).exactOptional(),
  items: z.array(z.string().min(1)).exactOptional(),
  left_out: z.coerce.number<string>().int().positive().exactOptional(),
});

const entrySchema = z.strictObject({
  clause: z.string().min(1),
  text: fingerprint,
  was: fingerprint.exactOptional(),
  rules: z.array(z.string().min(1)).default([]),
  reason: z.enum(REASONS).exactOptional(),
  draft: flag,
  note: z.string().min(1).exactOptional(),
  differs: z.record(z.string(), differs).exactOptional(),
});

const listSchema = z.array(entrySchema).min(1);

/** `clauses.yaml`: the sentences in the document's order, with the bounds of the binding part where it needs them. */
export const ledgerSchema = z.strictObject({
  source: z.strictObject({ first: fingerprint.exactOptional(), last: fingerprint.exactOptional() }).default({}),
  sentences: z.array(entrySchema).default([]),
});

/** Every value of a ledger is a text, even a fingerprint that YAML takes for a number. */
export const readLedger = (written: SourceNode): Loaded<Ledger> => {
  const root = asTyped(written);
  const problems: Problem[] = [];
  const sentences = itemsOf(root.kind === 'list' ? root : get(root, 'sentences'));
  const raw =
    root.kind === 'list'
      ? { source: {}, sentences: readShape(listSchema, root, problems) }
      : readShape(ledgerSchema, root, problems);
  return loaded(problems, () => ({
    source: raw?.source ?? {},
    entries: (raw?.sentences ?? []).map((entry, index) => toEntry(entry, sentences[index] ?? root)),
    location: root.location,
  }));
};

const toEntry = ({ draft, ...raw }: z.infer<typeof entrySchema>, { location }: SourceNode): LedgerEntry => ({
  ...raw,
  ...(draft && { draft }),
  location,
});
