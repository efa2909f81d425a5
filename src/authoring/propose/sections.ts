import type { Section } from '../../model/standard/pack.ts';
import { PREAMBLE } from '../trace/clause.ts';
import type { Proposal } from './facts.ts';

const MARK =
  /^\s*(?:第.{1,5}[编章节条]|第.{1,4}部分|[一二三四五六七八九十]{1,3}\s*[、.．]|[(（].{1,3}[)）]|\d+(?:\.\d+)*[.．、]?)\s*/u;

const MOST = 24;

/** The parts of a document by the headings that open its outermost clauses. */
export const sectionsOf = (proposals: readonly Proposal[]): readonly Section[] => {
  const headings = proposals.filter(({ sentence, reason }) => reason === 'heading' && sentence.clause !== PREAMBLE);
  const chapters = headings.filter(({ sentence }) => /[编章]$|部分$/u.test(sentence.clause));
  const depth = Math.min(...headings.map(({ sentence }) => sentence.clause.length));
  const tops =
    chapters.length > 0
      ? chapters
      : headings.filter(({ sentence }) => sentence.clause.length <= depth + 1 && !/[(.]/u.test(sentence.clause));
  const first = new Map(tops.map(({ sentence }) => [sentence.clause, sentence] as const).reverse());
  return [...first.values()]
    .toReversed()
    .slice(0, MOST)
    .map(({ clause, text }, at) => {
      const title = text
        .replace(MARK, '')
        .replaceAll(/\s/gu, '')
        .replace(/[。:：]$/u, '');
      return { id: `part-${at + 1}`, clause, title: { zh: title === '' ? clause : title, en: `Part ${at + 1}` } };
    });
};
