import type { Change } from '../../authoring/prove/vary.ts';
import type { Lang } from '../../model/base/text.ts';
import { factIdOf } from '../../model/finding/finding.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { factLabel, termLabel, valueFor } from '../../words/facts/values.ts';

/** 工作台[2]的高度 is said with its number: `工作台高度 #2`. */
export const placeText = (path: string, vocabulary: Vocabulary, lang: Lang): string => {
  const number = /\[(\d+)\]/u.exec(path)?.[1];
  return `${factLabel(vocabulary, factIdOf(path), lang)}${number === undefined ? '' : ` #${number}`}`;
};

export const changeText = (change: Change, vocabulary: Vocabulary, lang: Lang): string => {
  if (change.kind === 'none') return lang === 'zh' ? '不变' : 'unchanged';
  const place = placeText(change.fact, vocabulary, lang);
  switch (change.kind) {
    case 'undeclared':
      return lang === 'zh' ? `不填“${place}”` : `${place} undeclared`;
    case 'not-applicable':
      return lang === 'zh' ? `“${place}”填“不适用”` : `${place} not applicable`;
    case 'did-not-occur':
      return lang === 'zh' ? `“${place}”填“未发生”` : `${place} did not occur`;
    case 'value': {
      const value = valueFor(change.value, vocabulary.fact.get(factIdOf(change.fact)), { vocabulary, lang });
      return lang === 'zh' ? `“${place}”改为 ${value}` : `${place} becomes ${value}`;
    }
    case 'without':
    case 'with': {
      const term = termLabel(vocabulary, change.list, change.code, lang);
      if (lang === 'zh') return change.kind === 'with' ? `“${place}”加上“${term}”` : `“${place}”去掉“${term}”`;
      return `${place} ${change.kind} ${term}`;
    }
    case 'exchanged': {
      const [term, by] = [change.code, change.by].map(code => termLabel(vocabulary, change.list, code, lang));
      return lang === 'zh' ? `“${place}”中的“${term}”换成“${by}”` : `${place}: ${by} in place of ${term}`;
    }
    case 'record-removed':
      return lang === 'zh' ? `“${place}”去掉第 ${change.number} 条` : `${place}: entry ${change.number} removed`;
    case 'record-doubled':
      return lang === 'zh' ? `“${place}”第 ${change.number} 条重复一次` : `${place}: entry ${change.number} twice`;
    case 'record-blank':
      return lang === 'zh' ? `“${place}”加一条空白` : `${place}: a blank entry more`;
    case 'emptied':
      return lang === 'zh' ? `“${place}”填“无”` : `${place} declared empty`;
  }
};
