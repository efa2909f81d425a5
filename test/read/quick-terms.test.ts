import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, namesOf } from '../../src/read/profile/names.ts';
import { plainTerms, splitTerms } from '../../src/read/profile/term-list.ts';
import { commonDictionary } from '../support/workbooks.ts';

const { vocabulary } = await commonDictionary();
const names = namesOf(vocabulary);

const NAMES = vocabulary.lists.map(list => ({
  known: (text: string) => names.terms(list.id).has(fold(text)),
  written: list.terms.flatMap(({ label, aliases }) => [label.zh, label.en, ...aliases]),
}));

const LOOSE = [
  '等',
  '等等',
  '无',
  '暂',
  '一',
  'A',
  '其他：甲',
  '1',
  ' ',
  '（',
  '和',
  '3',
  '（一）',
  '甲（含乙',
  '《》',
];

const list = fc.constantFrom(...NAMES.filter(({ written }) => written.length > 0)).chain(({ known, written }) =>
  fc
    .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...written) }, fc.constantFrom(...LOOSE)), {
      minLength: 1,
    })
    .map(parts => ({ known, text: parts.join('、') })),
);

describe('a plain list of terms', () => {
  it('is read the quick way as it is the long way', () => {
    fc.assert(
      fc.property(list, ({ known, text }) => {
        const quick = plainTerms(text, known);
        if (quick !== undefined) expect(quick).toEqual(splitTerms(text, known));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['无、没有、暂无、未设', '一、二、三、四五六', 'A、大厅、窗口、柜台', '大厅、窗口、柜台等'])(
    '%s is none where nothing is known',
    text => {
      expect(plainTerms(text, () => false)).toBeUndefined();
    },
  );

  it('goes by names that are their own folded form', () => {
    for (const { id } of vocabulary.lists) for (const name of names.terms(id).keys()) expect(fold(name)).toBe(name);
  });
});
