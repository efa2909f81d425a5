import { type Bilingual, both, type Lang } from '../model/base/text.ts';
import type { ScalarValue } from '../model/base/value.ts';
import type { GateVerdict } from '../model/finding/gate.ts';
import type { Level } from '../model/profile/profile.ts';
import type { Frame } from '../model/result/summary.ts';
import { indexVocabulary } from '../model/standard/vocabulary.ts';
import { valueFor } from './facts/values.ts';
import { levelName } from './names.ts';

/** A kind of place where its whole name is too long. */
export const LEVEL_SHORT: Readonly<Record<Level, Bilingual>> = {
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村', en: 'village' },
  sub_center: { zh: '分中心', en: 'sub-centre' },
};

export const GATE_NAMES: Readonly<Record<GateVerdict['verdict'], Bilingual>> = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '不通过', en: 'failed' },
  undecided: { zh: '待定', en: 'undecided' },
};

export const SPREAD_NAMES = {
  zh: ['平均', '最低', '下四分位', '中位', '上四分位', '最高'],
  en: ['Mean', 'Lowest', 'Lower quartile', 'Median', 'Upper quartile', 'Highest'],
} as const;

/** All centres held against one standard at one level. */
export const frameTitle = ({ pack, level, subject }: Frame, lang: Lang): string => {
  const kind = subject === undefined ? levelName(level, lang) : LEVEL_SHORT[level][lang];
  return lang === 'zh' ? `${pack.title.zh}　${kind}` : `${pack.title.en}: ${kind}`;
};

const NO_VOCABULARY = indexVocabulary({ themes: [], facts: [], lists: [] });

/** What was asked for, in a near miss. */
export const limitText = (value: ScalarValue, lang: Lang): string =>
  value.type === 'count' ? value.amount : valueFor(value, undefined, { vocabulary: NO_VOCABULARY, lang });

export const byText = (value: ScalarValue, lang: Lang): string =>
  value.type === 'percent'
    ? both(`${value.amount} 个百分点`, `${value.amount} percentage points`)[lang]
    : limitText(value, lang);
