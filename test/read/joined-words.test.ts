import { describe, expect, it } from 'vitest';
import type { FactDefinition, TermList, VocabularyData } from '../../src/model/standard/vocabulary.ts';
import { extendVocabulary, joinVocabularies } from '../../src/read/pack/join-vocabularies.ts';
import { vocabularyOf } from '../support/inline.ts';

const BASE = vocabularyOf(
  `
theme: hall
label: { zh: 办事大厅, en: Hall }
facts:
  hall.lift: { label: { zh: 有电梯, en: Lift }, type: yes_no }
  hall.tidy: { label: { zh: 环境整洁, en: Tidy }, type: yes_no }
`,
  'list: kinds\nlabel: { zh: 类型, en: Kinds }\nterms: { a: { zh: 甲, en: A }, b: { zh: 乙, en: B } }\n',
);

const fact = (id: string, zh: string): FactDefinition => {
  const known = BASE.fact.get(id);
  return known?.label.zh === zh
    ? known
    : ({ id, label: { zh, en: zh }, aliases: [], type: 'yes_no' } as FactDefinition);
};

const list = (terms: Readonly<Record<string, string>>, zh = '类型'): TermList => ({
  id: 'kinds',
  label: { zh, en: zh },
  open: false,
  terms: Object.entries(terms).map(([code, label]) =>
    BASE.term.get('kinds')?.get(`${code}`)?.label.zh === label
      ? (BASE.term.get('kinds')?.get(code) ?? { code, label: { zh: label, en: label }, aliases: [] })
      : { code, label: { zh: label, en: label }, aliases: [] },
  ),
});

const own = (more: Partial<VocabularyData>): VocabularyData => ({ themes: [], facts: [], lists: [], ...more });

const LIFT = fact('hall.lift', '有电梯');
const SUBJECT = { zh: '窗口', en: 'window' };

/** What something has of its own, and what the vocabulary is then; nothing where it has all of that already. */
const EXTENDED: readonly (
  | readonly [name: string, own: VocabularyData, facts: string, terms: string]
  | readonly [name: string, own: VocabularyData]
)[] = [
  ['nothing', own({})],
  ['a fact that is there', own({ facts: [LIFT] })],
  ['terms that are there', own({ lists: [list({ a: '甲' })] })],
  ['another fact', own({ facts: [fact('hall.bank', '有银行')] }), '有电梯 环境整洁 有银行', '甲 乙'],
  [
    'a fact that is there and another',
    own({ facts: [LIFT, fact('hall.bank', '有银行')] }),
    '有电梯 环境整洁 有银行',
    '甲 乙',
  ],
  ['another name for a fact', own({ facts: [fact('hall.lift', '有升降机')] }), '有升降机 环境整洁', '甲 乙'],
  ['another term', own({ lists: [list({ c: '丙' })] }), '有电梯 环境整洁', '甲 乙 丙'],
  ['a term that is there and another', own({ lists: [list({ b: '乙', c: '丙' })] }), '有电梯 环境整洁', '甲 乙 丙'],
  ['another name for a term', own({ lists: [list({ a: '甲类' })] }), '有电梯 环境整洁', '甲类 乙'],
  [
    'facts that are there and another term',
    own({ facts: [LIFT], lists: [list({ c: '丙' })] }),
    '有电梯 环境整洁',
    '甲 乙 丙',
  ],
  ['a subject', own({ subject: SUBJECT }), '有电梯 环境整洁', '甲 乙'],
];

describe('a vocabulary with words of something else', () => {
  it.each(EXTENDED.map(([name, ...one]) => [name, one] as const))('that has %s', (_, [more, facts, terms]) => {
    const joined = extendVocabulary(BASE, more);
    if (facts === undefined) expect(joined).toBe(BASE);
    else {
      expect(joined.facts.map(({ label }) => label.zh).join(' ')).toBe(facts);
      expect(
        joined.list
          .get('kinds')
          ?.terms.map(({ label }) => label.zh)
          .join(' '),
      ).toBe(terms);
      for (const known of joined.facts) expect(joined.fact.get(known.id)).toBe(known);
      expect(joined.subject).toEqual(more.subject);
    }
  });

  it('is not extended twice by one subject', () => {
    const once = extendVocabulary(BASE, own({ subject: SUBJECT }));
    expect(extendVocabulary(once, own({ subject: SUBJECT }))).toBe(once);
    expect(extendVocabulary(once, own({}))).toBe(once);
    expect(extendVocabulary(once, own({ subject: { zh: '人员', en: 'person' } })).subject?.zh).toBe('人员');
  });
});

it('the last subject of several holds, and the last label of a list', () => {
  const joined = joinVocabularies([
    own({ subject: SUBJECT, lists: [list({ a: '甲' })] }),
    own({ subject: { zh: '人员', en: 'person' }, lists: [list({ b: '乙' }, '种类')] }),
    own({}),
  ]);
  expect(joined.subject?.zh).toBe('人员');
  expect(joined.lists.map(({ label, terms }) => [label.zh, terms.length])).toEqual([['种类', 2]]);
});
