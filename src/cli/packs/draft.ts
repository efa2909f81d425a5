import type { draftLedger } from '../../authoring/trace/trace.ts';
import type { Ledger, LedgerEntry } from '../../model/standard/ledger.ts';

type Draft = ReturnType<typeof draftLedger>;

/** Quoted where YAML would take it for a number. */
const plain = (fingerprint: string): string => (/^\d+(?:e\d+)?$/u.test(fingerprint) ? `"${fingerprint}"` : fingerprint);

const head = (earlier: Ledger | undefined): string => {
  const bounds = Object.entries(earlier?.source ?? {}).map(([bound, text]) => `${bound}: ${plain(text)}`);
  return `${bounds.length > 0 ? `source: { ${bounds.join(', ')} }\n` : ''}sentences:\n`;
};

const decided = (entry: LedgerEntry | undefined): string => {
  const rules =
    entry?.reason !== undefined && entry.rules.length === 0 ? '' : `    rules: [${entry?.rules.join(', ') ?? ''}]\n`;
  const reason = entry?.reason === undefined ? '' : `    reason: ${entry.reason}\n`;
  return rules + reason + (entry?.note === undefined ? '' : `    note: ${JSON.stringify(entry.note)}\n`);
};

/** `clauses.yaml` to begin with, without a word of the document. */
export const draftText = (draft: Draft, earlier: Ledger | undefined): string =>
  head(earlier) +
  draft
    .map(
      ({ sentence, entry }) =>
        `  - clause: ${sentence.clause}\n    text: ${plain(sentence.fingerprint)}\n${decided(entry)}`,
    )
    .join('');

/** The sentences behind a draft, a line each: clause, fingerprint, words. */
export const draftList = (draft: Draft): string =>
  draft
    .map(
      ({ sentence }) =>
        `${sentence.clause}\t${sentence.fingerprint}\t${sentence.text.trim().replaceAll(/\s+/gu, ' ')}\n`,
    )
    .join('');
