import type { Mismatch } from '../../authoring/test-pack.ts';
import type { Finding, Outcome } from '../../model/finding.ts';
import type { Bilingual, Lang } from '../../model/text.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { factLabel, list, valueText } from '../../report/words/values.ts';

export const OUTCOME_WORDS: Readonly<Record<Outcome, Bilingual>> = {
  pass: { zh: '符合', en: 'pass' },
  fail: { zh: '不符合', en: 'fail' },
  unknown: { zh: '未申报', en: 'unknown' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
};

/** What a finding rests on, in a few words. */
const why = (finding: Finding, vocabulary: Vocabulary, lang: Lang): string => {
  const { gaps, grounds } = restsOn(finding);
  const known = grounds.map(({ fact, value }) => {
    const shown =
      value === null ? '—' : valueText(value, vocabulary.fact.get(fact.replaceAll(/\[\d+\]/gu, '')), vocabulary, lang);
    return `${label(fact, vocabulary, lang)} = ${shown}`;
  });
  const missing = gaps.map(({ fact }) => `${label(fact, vocabulary, lang)} ?`);
  return list([...known, ...missing].slice(0, 6), lang);
};

const label = (path: string, vocabulary: Vocabulary, lang: Lang): string => {
  const number = /\[(\d+)\]/u.exec(path)?.[1];
  return `${factLabel(vocabulary, path.replaceAll(/\[\d+\]/gu, ''), lang)}${number === undefined ? '' : ` #${number}`}`;
};

const restsOn = (finding: Finding) => {
  if (finding.outcome !== 'not-applicable')
    return { gaps: 'gaps' in finding ? finding.gaps : [], grounds: finding.grounds };
  const { reason } = finding;
  return { gaps: 'gaps' in reason ? reason.gaps : [], grounds: 'grounds' in reason ? reason.grounds : [] };
};

export const mismatchText = ({ case: given, finding }: Mismatch, vocabulary: Vocabulary, lang: Lang): string => {
  const [wanted, got] = [OUTCOME_WORDS[given.expected][lang], OUTCOME_WORDS[finding.outcome][lang]];
  const grounds = why(finding, vocabulary, lang);
  return lang === 'zh'
    ? `${given.rule}：应为“${wanted}”，结果是“${got}”（${grounds}）`
    : `${given.rule}: expected ${wanted}, got ${got} (${grounds})`;
};
