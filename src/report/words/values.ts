import type { Lang } from '../../model/text.ts';
import { UNITS } from '../../model/unit.ts';
import { isOtherTerm, OTHER_TERM, type Value } from '../../model/value.ts';
import type { FactDefinition, Vocabulary } from '../../model/vocabulary.ts';

const YES_NO = { zh: ['是', '否'], en: ['yes', 'no'] } as const;

const SEPARATOR = { zh: '、', en: ', ' } as const;

export const list = (items: readonly string[], lang: Lang): string => items.join(SEPARATOR[lang]);

export const termLabel = (vocabulary: Vocabulary, listId: string, code: string, lang: Lang): string => {
  if (isOtherTerm(code)) return code.slice(OTHER_TERM.length);
  return vocabulary.term.get(listId)?.get(code)?.label[lang] ?? code;
};

export const factLabel = (vocabulary: Vocabulary, id: string, lang: Lang): string =>
  vocabulary.fact.get(id)?.label[lang] ?? id;

const withUnit = (amount: string, label: string): string => `${amount} ${label}`.trim();

/** A value as a reader of the report writes it: `200 ㎡`, `8 个`, `是`, `老花镜、签字笔`. */
export const valueText = (
  value: Value,
  definition: FactDefinition | undefined,
  vocabulary: Vocabulary,
  lang: Lang,
): string => {
  switch (value.type) {
    case 'quantity':
      return withUnit(value.amount, UNITS[value.unit].label[lang]);
    case 'size':
      return withUnit(value.sides.join(' × '), UNITS[value.unit].label[lang]);
    case 'count':
      return withUnit(value.amount, counterOf(definition, lang));
    case 'percent':
      return `${value.amount}%`;
    case 'yes_no':
      return YES_NO[lang][value.value ? 0 : 1];
    case 'date':
    case 'text':
      return value.value;
    case 'term':
      return termLabel(vocabulary, value.list, value.code, lang);
    case 'terms': {
      const listId = value.list || (definition !== undefined && 'list' in definition ? definition.list : '');
      const labels = value.terms.map(term => termLabel(vocabulary, listId, term.code, lang));
      return labels.length === 0 ? NOTHING[lang] : list(labels, lang);
    }
    case 'records':
      return withUnit(String(value.items.length), counterOf(definition, lang));
  }
};

export const NOTHING = { zh: '无', en: 'none' } as const;

export const counterOf = (definition: FactDefinition | undefined, lang: Lang): string => {
  if (definition?.type === 'count') return definition.counter[lang];
  if (definition?.type === 'records') return lang === 'zh' ? `个${definition.item.zh}` : `× ${definition.item.en}`;
  return lang === 'zh' ? '个' : '';
};
