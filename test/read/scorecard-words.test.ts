import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/read/pack/library.ts';
import { withScorecardWords, withWords } from '../../src/read/scorecard/words.ts';
import { problemLine } from '../../src/words/problems/problems.ts';
import { ROW_VOCABULARY } from '../score/rows.ts';
import { packOf, profileOf, vocabularyOf } from '../support/inline.ts';
import { scorecardHead, scorecardOf } from '../support/scorecard.ts';

const BASE = vocabularyOf(`theme: hall
label: { zh: 大厅, en: Hall }
facts:
  hall.tidy: { label: { zh: 整洁, en: Tidy }, type: yes_no }
`);

const scorecard = (rules: string) =>
  scorecardOf(
    `${scorecardHead(5)}vocabulary:
  - theme: month
    label: { zh: 月度, en: Month }
    facts: { month.meetings: { label: { zh: 例会次数, en: Meetings }, type: count, counter: { zh: 次, en: meetings } } }
sections:
  - { id: s, title: { zh: 分项, en: Section }, points: 5, items: [
      { id: row, clause: 一, title: { zh: 例会, en: Meetings }, points: 5, deduct: [
        { each: { fact: 例会次数, short_of: 4 }, points: 1 }, { each: { failed_rules: ${rules} }, points: 1 } ] } ] }
grades: [{ id: A, label: { zh: 好, en: Good }, at_least: 4 }, { id: B, label: { zh: 差, en: Poor } }]
`,
    BASE,
  );

const PACK = packOf(
  `levels: [township]
rules:
  - { id: tidy-hall, clause: 一, section: all, obligation: must, title: { zh: 整洁, en: Tidy }, require: { hall.tidy: yes }, remedy: { zh: 打扫, en: Tidy up } }
`,
  BASE,
);

const LIBRARY: Library = {
  vocabulary: async () => ({ ok: true, value: BASE, warnings: [] }),
  summaries: async () => [],
  pack: async () => ({ ok: true, value: PACK, warnings: [] }),
  scheme: () => Promise.reject(new Error('no scheme is asked for')),
  packIds: () => [],
  schemeIds: () => [],
};

describe('the words of a scorecard', () => {
  it('let a profile declare its facts', () => {
    const words = withWords(BASE, { scorecard: scorecard('[tidy-hall]') });
    expect(profileOf('例会次数: 3', words).facts.has('month.meetings')).toBe(true);
    expect(withWords(ROW_VOCABULARY, {})).toBe(ROW_VOCABULARY);
  });

  it('reach the packs of a library, each made once', async () => {
    const library = withScorecardWords(LIBRARY, { scorecard: scorecard('[tidy-hall]') });
    const [first, second] = [await library.pack('sample'), await library.pack('sample')];
    expect(first.ok && first.value.vocabulary.fact.has('month.meetings')).toBe(true);
    expect(first.ok && second.ok && first.value === second.value).toBe(true);
    const words = await library.vocabulary();
    expect(words.ok && words.value.fact.has('month.meetings')).toBe(true);
    expect(withScorecardWords(LIBRARY, {})).toBe(LIBRARY);
  });

  it.each([
    ['[tidy-hal]', 'tidy-hall'],
    ['{ section: al, obligation: must }', 'al'],
  ])('refuse a pack without the rules that the table names: %s', async (rules, said) => {
    const read = await withScorecardWords(LIBRARY, { scorecard: scorecard(rules) }).pack('sample');
    expect(read.ok ? '' : problemLine(read.problems[0], 'zh')).toContain(said);
  });
});
