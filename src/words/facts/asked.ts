import { both, type Lang } from '../../model/base/text.ts';
import { type Entry, entryIn } from '../../model/scoring/measure.ts';
import type { Scheme } from '../../model/scoring/score.ts';
import type { Scorecard } from '../../model/scoring/scorecard.ts';
import { rowOf } from '../../model/scoring/sections-of-rows.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { factLabel } from './values.ts';

/** Whether it is for an inspector to fill in, and no fact of the centre. */
export const isEntry = (fact: string): boolean => entryIn(fact) !== undefined;

/** An entry by its label, else by its row. */
export const entryLabel = (entry: Entry, scorecard: Scorecard, lang: Lang): string =>
  entry.label?.[lang] ?? rowOf(entry, scorecard)?.title[lang] ?? entry.id;

/** What an inspector may fill in: options with their points, what is counted, or points in a range. */
export const entryRange = ({ kind, least, most, step, counter, options }: Entry, lang: Lang): string => {
  const { zh, en } = {
    option: both(
      options.map(({ label, points }) => `${label.zh} ${points}分`).join('、'),
      options.map(({ label, points }) => `${label.en} ${points}`).join(', '),
    ),
    tally: counter ?? both('次', 'times'),
    points: both(
      `${least}～${most ?? '…'}分${step === undefined ? '' : `，每格${step}`}`,
      `${least}–${most ?? '…'} points${step === undefined ? '' : `, in steps of ${step}`}`,
    ),
  }[kind];
  return both(zh, en)[lang];
};

/** A fact by its label; what an inspector has yet to fill in goes by its row. */
export const askedLabel = (
  fact: string,
  vocabulary: Vocabulary,
  { scorecard }: Pick<Scheme, 'scorecard'>,
  lang: Lang,
): string => {
  const id = entryIn(fact);
  if (id === undefined) return factLabel(vocabulary, fact, lang);
  const entry = scorecard?.entries.find(one => one.id === id);
  const name = scorecard === undefined || entry === undefined ? id : entryLabel(entry, scorecard, lang);
  return both(
    `${name}（由${entry?.bureau ?? '检查人'}填写）`,
    `${name} (for ${entry?.bureau ?? 'the inspector'} to fill in)`,
  )[lang];
};
