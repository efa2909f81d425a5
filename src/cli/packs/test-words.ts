import type { GeneratedMismatch } from '../../authoring/prove/generate.ts';
import { type Plain, plainFacts } from '../../authoring/prove/plain.ts';
import type { Survivor } from '../../authoring/prove/survivors.ts';
import type { Mismatch, MissingCases } from '../../authoring/prove/test-pack.ts';
import type { Lang } from '../../model/base/text.ts';
import { type Finding, factIdOf, type Ground, gapsOf, groundsOf } from '../../model/finding/finding.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { list, valueFor } from '../../words/facts/values.ts';
import { OUTCOME_NAMES } from '../../words/names.ts';
import { changeText, placeText } from './change-words.ts';
import { mutationText } from './mutation-words.ts';

const MOST_GROUNDS = 6;

const groundText = ({ fact, value }: Ground, vocabulary: Vocabulary, lang: Lang): string =>
  `${placeText(fact, vocabulary, lang)} = ${value === null ? '—' : valueFor(value, vocabulary.fact.get(factIdOf(fact)), { vocabulary, lang })}`;

/** What a finding rests on, in a few words. */
const why = (finding: Finding, vocabulary: Vocabulary, lang: Lang): string => {
  const known = groundsOf(finding).map(ground => groundText(ground, vocabulary, lang));
  const missing = gapsOf(finding).map(({ fact }) => `${placeText(fact, vocabulary, lang)} ?`);
  return list([...known, ...missing].slice(0, MOST_GROUNDS), lang);
};

const verdict = (expected: Finding['outcome'], finding: Finding, vocabulary: Vocabulary, lang: Lang): string => {
  const [wanted, got] = [OUTCOME_NAMES[expected][lang], OUTCOME_NAMES[finding.outcome][lang]];
  const grounds = why(finding, vocabulary, lang);
  const said = lang === 'zh' ? `应为“${wanted}”，结果是“${got}”` : `expected ${wanted}, got ${got}`;
  return grounds === '' ? said : said + { zh: `（${grounds}）`, en: ` (${grounds})` }[lang];
};

export const mismatchText = ({ case: given, finding }: Mismatch, vocabulary: Vocabulary, lang: Lang): string =>
  `${given.rule}${lang === 'zh' ? '：' : ': '}${verdict(given.expected, finding, vocabulary, lang)}`;

export const generatedText = (
  { case: made, finding }: GeneratedMismatch,
  vocabulary: Vocabulary,
  lang: Lang,
): string => {
  const change = changeText(made.change, vocabulary, lang);
  const outcome = verdict(made.expected, finding, vocabulary, lang);
  return lang === 'zh'
    ? `${made.rule.id}：自动生成的示例（${change}）${outcome}`
    : `${made.rule.id}: generated case (${change}) ${outcome}`;
};

export const missingText = ({ rule, outcomes }: MissingCases, lang: Lang): string => {
  const names = list(outcomes, lang, outcome => OUTCOME_NAMES[outcome][lang]);
  return lang === 'zh' ? `${rule.id}：缺少“${names}”的示例` : `${rule.id}: no case for ${names}`;
};

const PLAIN_TEXT = /^[^\s'"{}[\],:#&*!|>%@`-][^'"{}[\],:#]*$/u;

/** Plain data on one line of YAML. */
export const flow = (plain: Plain): string => {
  if (typeof plain === 'string') return PLAIN_TEXT.test(plain) ? plain : JSON.stringify(plain);
  if (Array.isArray(plain)) return `[${plain.map(flow).join(', ')}]`;
  const entries = Object.entries(plain).map(([key, value]) => `${key}: ${flow(value)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
};

/** A mutant that no case notices, and a case that would. */
export const survivorText = (
  { rule, mutant, facts, asOf, expected }: Survivor,
  vocabulary: Vocabulary,
  lang: Lang,
): string => {
  const side = mutant.side === 'when' ? { zh: '适用条件中', en: 'in its condition, ' }[lang] : '';
  const mutation = side + mutationText(mutant.mutation, vocabulary, lang);
  const day = mutant.mutation.kind === 'due' ? { as_of: asOf } : {};
  const suggestion = `${expected}: [${flow({ ...plainFacts(facts, vocabulary, 'id'), ...day })}]`;
  return lang === 'zh'
    ? `${rule.id}：${mutation}，没有示例能发现；可加 ${suggestion}`
    : `${rule.id}: no case notices "${mutation}"; one that would: ${suggestion}`;
};
