import { quotesFor, quotesOf, sourceFor } from '../../authoring/trace/quotes.ts';
import { type Loaded, loaded, type Problem, toldOf } from '../../model/base/problem.ts';
import { append } from '../../model/base/text.ts';
import type { Quote } from '../../model/standard/ledger.ts';
import { type Base, cited, isCited, type Pack, type Rule } from '../../model/standard/pack.ts';
import { loadTexts, type TextFile } from '../../read/document/open.ts';
import { findLedger } from '../../read/pack/authored.ts';
import { type PackFolder, packFolder } from '../../read/pack/find-rules.ts';
import type { Quotes } from '../../report/index.ts';

type Words = (rule: Rule) => readonly Quote[];

const NONE: Words = () => [];

const wordsIn = async (folder: PackFolder, texts: readonly TextFile[]): Promise<Loaded<Words>> => {
  const ledger = await findLedger(folder);
  if (!ledger?.ok) return ledger ?? loaded([], () => NONE);
  const source = sourceFor(ledger.value, texts);
  const quotes = source && quotesOf(ledger.value, source);
  return { ...ledger, value: quotes === undefined ? NONE : ({ id }) => quotesFor(id, ledger.value, quotes) };
};

/** Words of the document of the pack that is extended, behind rules that cite it. */
const citedWords =
  (title: string, words: Words): Words =>
  rule =>
    rule.clause.some(isCited) ? words(rule).map(quote => ({ ...quote, clause: cited(title, quote.clause) })) : [];

/** The words of a pack's own document and of those of the packs that it extends. */
export const wordsOf = async (
  folder: PackFolder,
  base: Base | undefined,
  texts: readonly TextFile[],
): Promise<Loaded<Words>> => {
  const own = await wordsIn(folder, texts);
  if (base === undefined || !own.ok) return own;
  const under = await wordsOf(base, base.base, texts);
  if (!under.ok) return under;
  const taken = citedWords(base.called, under.value);
  return { ...own, value: rule => [...own.value(rule), ...taken(rule)] };
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
  for (const { id, base } of packs) {
    if (words.has(id)) continue;
    const read = await wordsOf(packFolder(id, standards), base, texts.value);
    append(problems, toldOf(read));
    if (read.ok) words.set(id, read.value);
  }
  return loaded(problems, () => (rule, pack) => words.get(pack.id)?.(rule) ?? []);
};
