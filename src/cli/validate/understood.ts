import { placeInFile } from '../../model/base/location.ts';
import type { Bilingual, Lang } from '../../model/base/text.ts';
import type { Fact } from '../../model/base/value.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import type { PassedOver } from '../../read/layouts/grid.ts';
import type { Understood } from '../../read/profile/mapping.ts';
import { factLabel, valueFor } from '../../words/facts/values.ts';

const STATES = {
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'did-not-occur': { zh: '未发生', en: 'did not occur' },
  undeclared: { zh: '未申报', en: 'not declared' },
  unreadable: { zh: '未读懂', en: 'not understood' },
} as const;

const readText = (id: string, read: Fact, vocabulary: Vocabulary, lang: Lang): string =>
  read.state === 'declared'
    ? valueFor(read.value, vocabulary.fact.get(id), { vocabulary, lang })
    : STATES[read.state][lang];

const oneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/gu, '⏎');

const squeezed = (text: string): string => text.replaceAll(/\s/gu, '');

const REASONS: Readonly<Record<PassedOver['why'], Bilingual>> = {
  title: { zh: '标题', en: 'a title' },
  note: { zh: '备注', en: 'a note' },
  total: { zh: '合计行', en: 'a row of sums' },
  signature: { zh: '签字栏', en: 'a signature' },
  explained: { zh: '说明栏', en: 'explains' },
  'repeated-head': { zh: '重复的表头', en: 'a repeated heading' },
  'form-tool': { zh: '表单工具加的栏', en: 'added by a form tool' },
};

/** `表!A9  合计  414（合计行，不读取）`. */
export const passedLine = ({ location, text, why }: PassedOver, lang: Lang): string =>
  `${placeInFile(location)}  ${oneLine(text)}${lang === 'zh' ? `（${REASONS[why].zh}，不读取）` : ` (${REASONS[why].en}; not read)`}`;

/** `基本情况!C13  大厅面积（㎡） → 办事大厅使用面积：184 → 184 ㎡`. */
export const understoodLine = (understood: Understood, vocabulary: Vocabulary, lang: Lang): string => {
  const { heading, location, written, taken, fact } = understood;
  const name = fact === undefined ? STATES.unreadable[lang] : factLabel(vocabulary, fact.id, lang);
  const value = fact === undefined ? '' : readText(fact.id, fact.read, vocabulary, lang);
  const steps = [written, taken, value].map(oneLine);
  const shown = steps.filter(
    (step, index) => step !== '' && (index === 0 || squeezed(step) !== squeezed(steps[index - 1] ?? '')),
  );
  return `${placeInFile(location)}  ${oneLine(heading)} → ${name}${lang === 'zh' ? '：' : ': '}${shown.join(' → ')}`;
};
