import { carriedBy, type Ledger, type Quote } from '../../model/standard/ledger.ts';
import type { TextFile } from '../../read/document/open.ts';
import { boundSentences, fingerprintOf, type Sentence, splitSentences } from './sentences.ts';

const quoteOf = ({ text, line }: Sentence, clause: string): Quote => ({
  clause,
  text: text.trim().replaceAll(/\s*\n\s*/gu, ''),
  line,
});

/** The words of every sentence of a ledger that the user's copy holds, by fingerprint. */
export const quotesOf = (ledger: Ledger, source: TextFile): ReadonlyMap<string, Quote> => {
  const { sentences } = boundSentences(source.text, ledger.source);
  const texts = new Map(sentences.map(sentence => [sentence.fingerprint, sentence]));
  return new Map(
    ledger.entries.flatMap(({ text, clause }) => {
      const sentence = texts.get(text);
      return sentence === undefined || fingerprintOf(sentence.text) !== text
        ? []
        : [[text, quoteOf(sentence, clause)] as const];
    }),
  );
};

/** The words that stand behind one rule. */
export const quotesFor = (rule: string, ledger: Ledger, quotes: ReadonlyMap<string, Quote>): readonly Quote[] =>
  carriedBy(rule, ledger).flatMap(entry => quotes.get(entry.text) ?? []);

/**
 * The copy, of those given, that a ledger was made from: the one that holds most of its sentences. Headings tell nothing
 * (二、工作目标 stands in every county's); where nothing else is entered yet, the one copy given is it.
 */
export const sourceFor = (ledger: Ledger | undefined, sources: readonly TextFile[]): TextFile | undefined => {
  const telling = (ledger?.entries ?? []).filter(({ reason }) => reason !== 'heading');
  if (telling.length === 0) return sources.length === 1 ? sources[0] : undefined;
  const wanted = new Set(telling.map(entry => entry.text));
  const ranked = sources
    .map(source => ({
      source,
      held: splitSentences(source.text).filter(({ fingerprint }) => wanted.has(fingerprint)).length,
    }))
    .filter(({ held }) => held > 0)
    .sort((a, b) => b.held - a.held);
  return ranked[0]?.source;
};
