import { quotesFor, quotesOf, sourceFor } from '../../authoring/trace/quotes.ts';
import type { SourceText } from '../../authoring/trace/trace.ts';
import { type Loaded, loaded, type Problem } from '../../model/base/problem.ts';
import type { Quote } from '../../model/standard/ledger.ts';
import type { Pack } from '../../model/standard/pack.ts';
import { loadTexts } from '../../read/document/open.ts';
import { hasLedger, loadLedger, packFolder } from '../../read/pack/authored.ts';
import type { Quotes } from '../../report/index.ts';

type Words = (rule: string) => readonly Quote[];

const wordsOf = async (
  id: string,
  texts: readonly SourceText[],
  standards: string | undefined,
): Promise<Loaded<Words>> => {
  const none: Words = () => [];
  const folder = packFolder(id, standards);
  if (!hasLedger(folder)) return { ok: true, value: none, warnings: [] };
  const ledger = await loadLedger(folder);
  if (!ledger.ok) return ledger;
  const source = sourceFor(ledger.value, texts);
  const quotes = source && quotesOf(ledger.value, source);
  return { ...ledger, value: quotes === undefined ? none : rule => quotesFor(rule, ledger.value, quotes) };
};

/** The documents' own words behind each rule, from the user's copies, each sentence verified by its fingerprint. */
export const openQuotes = async (
  packs: readonly Pack[],
  source: string,
  standards: string | undefined,
): Promise<Loaded<Quotes>> => {
  const texts = await loadTexts(source);
  if (!texts.ok) return texts;
  const problems: Problem[] = [];
  const words = new Map<string, Words>();
  for (const id of new Set(packs.map(pack => pack.id))) {
    const read = await wordsOf(id, texts.value, standards);
    problems.push(...(read.ok ? read.warnings : read.problems));
    if (read.ok) words.set(id, read.value);
  }
  return loaded(problems, () => (rule, pack) => words.get(pack.id)?.(rule.id) ?? []);
};
