import { distance } from 'fastest-levenshtein';
import type { LedgerEntry } from '../../model/standard/ledger.ts';
import { beside } from './difference.ts';
import { type Sentence, solid } from './sentences.ts';

/** A ledger entry and the sentence it stands for; one of the two is absent where the other has no partner. */
export type Pair =
  | { readonly state: 'same' | 'changed' | 'moved'; readonly entry: LedgerEntry; readonly sentence: Sentence }
  | { readonly state: 'missing'; readonly entry: LedgerEntry }
  | { readonly state: 'unaccounted'; readonly sentence: Sentence };

/** A place of a ledger once it is held against the document: an entry, a sentence, or both. */
export interface Place {
  readonly state: Pair['state'];
  readonly entry?: LedgerEntry;
  readonly sentence?: Sentence;
}

/** What stands between two matches, on both sides. */
interface Gap {
  readonly entries: LedgerEntry[];
  readonly sentences: Sentence[];
}

const walk = (entries: readonly LedgerEntry[], sentences: readonly Sentence[]) => {
  const same: Pair[] = [];
  const gaps: Gap[] = [{ entries: [], sentences: [] }];
  const [texts, prints] = [entries.map(({ text }) => text), sentences.map(({ fingerprint }) => fingerprint)];
  for (const [left, right] of beside(texts, prints)) {
    const [entry, sentence] = [entries[left ?? -1], sentences[right ?? -1]];
    if (entry && sentence) {
      same.push({ state: 'same', entry, sentence });
      gaps.push({ entries: [], sentences: [] });
    } else if (entry) gaps.at(-1)?.entries.push(entry);
    else if (sentence) gaps.at(-1)?.sentences.push(sentence);
  }
  return { same, gaps };
};

/** Texts of an earlier copy of the document, by fingerprint. */
export type Former = ReadonlyMap<string, string>;

const MOST_CHANGED = 0.6;

/** How much of a text is new: 0 nothing, 1 all. */
const changeOf = (former: string, text: string): number => {
  const [was, is] = [solid(former), solid(text)];
  return distance(was, is) / Math.max(was.length, is.length, 1);
};

const nearest = (entry: LedgerEntry, sentences: readonly Sentence[], former: Former): Sentence | undefined => {
  const was = former.get(entry.text);
  if (was === undefined) return sentences.find(sentence => sentence.clause === entry.clause);
  const [best] = sentences
    .map(sentence => ({ sentence, change: changeOf(was, sentence.text) }))
    .sort((a, b) => a.change - b.change);
  return best !== undefined && best.change <= MOST_CHANGED ? best.sentence : undefined;
};

const pairGap = (gap: Gap, former: Former): readonly Pair[] => {
  const free = [...gap.sentences];
  const pairs = gap.entries.map((entry): Pair => {
    const sentence = nearest(entry, free, former);
    if (sentence === undefined) return { state: 'missing', entry };
    free.splice(free.indexOf(sentence), 1);
    return { state: 'changed', entry, sentence };
  });
  return [...pairs, ...free.map((sentence): Pair => ({ state: 'unaccounted', sentence }))];
};

/** Takes out of a gap the entries whose sentence stands in another. */
const takeMoved = (gap: Gap, loose: { readonly gap: Gap; readonly sentence: Sentence }[]): readonly Pair[] =>
  [...gap.entries].flatMap((entry): readonly Pair[] => {
    const found = loose.findIndex(({ sentence }) => sentence.fingerprint === entry.text);
    const [partner] = found < 0 ? [] : loose.splice(found, 1);
    if (partner === undefined) return [];
    gap.entries.splice(gap.entries.indexOf(entry), 1);
    partner.gap.sentences.splice(partner.gap.sentences.indexOf(partner.sentence), 1);
    return [{ state: 'moved', entry, sentence: partner.sentence }];
  });

/** Holds a ledger against the sentences of a document, both in order. */
export const align = (
  entries: readonly LedgerEntry[],
  sentences: readonly Sentence[],
  former: Former = new Map(),
): readonly Pair[] => {
  const { same, gaps } = walk(entries, sentences);
  const loose = gaps.flatMap(gap => gap.sentences.map(sentence => ({ gap, sentence })));
  const moved = gaps.map(gap => takeMoved(gap, loose));
  return gaps.flatMap((gap, index) => [
    ...(moved[index] ?? []),
    ...pairGap(gap, former),
    ...same.slice(index, index + 1),
  ]);
};
