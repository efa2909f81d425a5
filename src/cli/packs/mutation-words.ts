import type { Mutation } from '../../authoring/prove/mutate.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { ScalarValue } from '../../model/base/value.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { expressionText } from '../../words/checks/expressions.ts';
import { factLabel, termLabel, valueFor } from '../../words/facts/values.ts';
import { type EachKind, told } from '../../words/reader.ts';

interface Speaker {
  readonly vocabulary: Vocabulary;
  readonly lang: Lang;
}

const amount = (value: ScalarValue, speaker: Speaker): string => valueFor(value, undefined, speaker);

const label = (fact: string, { vocabulary, lang }: Speaker): string => factLabel(vocabulary, fact, lang);

const EXEMPT = {
  'not-applicable': both('不适用', 'not applicable'),
  'did-not-occur': both('未发生', 'did not occur'),
} as const;

const SENTENCES: EachKind<Mutation, [Speaker], Bilingual> = {
  limit: (m, s) => ({
    zh: `“${label(m.fact, s)}”的 ${amount(m.from, s)} 换成 ${amount(m.to, s)}`,
    en: `${label(m.fact, s)}: ${amount(m.from, s)} becomes ${amount(m.to, s)}`,
  }),
  times: (m, s) =>
    both(`“${label(m.fact, s)}”的倍数 ${m.from} 换成 ${m.to}`, `${label(m.fact, s)}: times ${m.from} becomes ${m.to}`),
  operator: (m, s) =>
    both(`“${label(m.fact, s)}”的 ${m.from} 换成 ${m.to}`, `${label(m.fact, s)}: ${m.from} becomes ${m.to}`),
  'term-dropped': (m, s) => {
    const term = termLabel(s.vocabulary, m.list, m.code, s.lang);
    return both(`“${label(m.fact, s)}”少列“${term}”`, `${label(m.fact, s)}: "${term}" left out of the list`);
  },
  'counting-dropped': (m, s) => {
    const [term, other] = [m.code, m.other].map(code => termLabel(s.vocabulary, m.list, code, s.lang));
    return both(
      `“${label(m.fact, s)}”的“${other}”不再算“${term}”`,
      `${label(m.fact, s)}: "${other}" no longer counts as "${term}"`,
    );
  },
  'value-dropped': (m, s) =>
    both(`“${label(m.fact, s)}”少列 ${amount(m.value, s)}`, `${label(m.fact, s)}: ${amount(m.value, s)} left out`),
  'alternative-dropped': (m, s) =>
    both(`“${label(m.fact, s)}”的样式少列“${m.text}”`, `${label(m.fact, s)}: "${m.text}" left out of the pattern`),
  'terms-number': (m, s) =>
    both(`“${label(m.fact, s)}”的项数 ${m.from} 换成 ${m.to}`, `${label(m.fact, s)}: ${m.from} terms become ${m.to}`),
  'answer-turned': (m, s) => both(`“${label(m.fact, s)}”是与否对调`, `${label(m.fact, s)}: yes and no turned round`),
  'test-dropped': (m, s) => both(`“${label(m.fact, s)}”不再有要求`, `${label(m.fact, s)}: any value will do`),
  'condition-dropped': () => both('去掉适用条件（when）', 'the condition (when) left out'),
  'not-dropped': () => both('去掉 not', '"not" left out'),
  'filter-dropped': (m, s) => both(`“${label(m.records, s)}”去掉 where`, `${label(m.records, s)}: "where" left out`),
  'all-any': m => both(`${m.from} 换成 ${m.to}`, `${m.from} becomes ${m.to}`),
  'part-dropped': (m, s) => {
    const part = expressionText(m.part, { ...s, most: 3 });
    return both(`去掉其中一项：${part}`, `one part left out: ${part}`);
  },
  number: m => both(`at_least ${m.from} 换成 ${m.to}`, `at_least ${m.from} becomes ${m.to}`),
  quantifier: (m, s) =>
    both(`“${label(m.records, s)}”的 ${m.from} 换成 ${m.to}`, `${label(m.records, s)}: ${m.from} becomes ${m.to}`),
  'when-empty': (m, s) => ({
    zh: `“${label(m.records, s)}”的 when_empty ${m.from} 换成 ${m.to}`,
    en: `${label(m.records, s)}: when_empty ${m.from} becomes ${m.to}`,
  }),
  'alike-dropped': (m, s) => both(`“${label(m.field, s)}”去掉 alike`, `${label(m.field, s)}: "alike" left out`),
  exemption: m => both(`不再认可“${EXEMPT[m.what].zh}”`, `"${EXEMPT[m.what].en}" no longer accepted`),
  due: m => both(`期限 ${m.from} 换成 ${m.to}`, `due ${m.from} becomes ${m.to}`),
};

export const mutationText = (mutation: Mutation, vocabulary: Vocabulary, lang: Lang): string =>
  told(SENTENCES, 'kind', mutation, { vocabulary, lang })[lang];
