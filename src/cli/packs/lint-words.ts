import type { LintCode, LintFinding, LintFindingOf, TextPart } from '../../authoring/lint/lint.ts';
import type { Overlap } from '../../authoring/lint/overlaps.ts';
import { plainFacts } from '../../authoring/prove/plain.ts';
import type { Facts } from '../../language/second/world.ts';
import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { factLabel, list, termLabel } from '../../words/facts/values.ts';
import { clauseText } from '../../words/names.ts';
import { told } from '../../words/reader.ts';
import { mutationText } from './mutation-words.ts';
import { flow } from './test-words.ts';

const PARTS: Readonly<Record<TextPart, Bilingual>> = {
  title: both('标题', 'title'),
  remedy: both('整改建议', 'remedy'),
};

const LANGS: Readonly<Record<Lang, Bilingual>> = { zh: both('中文', 'Chinese'), en: both('英文', 'English') };

const shared = (overlap: Overlap, vocabulary: Vocabulary): Bilingual => {
  if (overlap.kind === 'whole') return both('全部要求', 'everything they ask');
  const [zh, en] = (['zh', 'en'] as const).map(lang => {
    const name = factLabel(vocabulary, overlap.fact, lang);
    if (overlap.kind === 'test') return name;
    return `${name} (${list(overlap.codes, lang, code => termLabel(vocabulary, overlap.list, code, lang))})`;
  });
  return both(zh ?? '', en ?? '');
};

/** A ready profile, on one line. */
const profileText = (facts: Facts, vocabulary: Vocabulary): string => flow(plainFacts(facts, vocabulary, 'id'));

const SENTENCES: { readonly [C in LintCode]: (finding: LintFindingOf<C>, vocabulary: Vocabulary) => Bilingual } = {
  conflict: (f, vocabulary) => ({
    zh: `“${f.rule.id}”（${clauseText(f.rule)}）与“${f.other.id}”（${clauseText(f.other)}）不能同时符合；如 ${profileText(f.facts, vocabulary)} 符合后者就不符合前者`,
    en: `"${f.rule.id}" (${clauseText(f.rule)}) and "${f.other.id}" (${clauseText(f.other)}) cannot both pass; ${profileText(f.facts, vocabulary)} passes the latter and fails the former`,
  }),
  follows: (f, vocabulary) => ({
    zh: `“${f.rule.id}”（${clauseText(f.rule)}）不起作用：符合“${f.other.id}”（${clauseText(f.other)}）就一定符合它，如 ${profileText(f.facts, vocabulary)}`,
    en: `"${f.rule.id}" (${clauseText(f.rule)}) asks nothing more: whatever passes "${f.other.id}" (${clauseText(f.other)}) passes it, such as ${profileText(f.facts, vocabulary)}`,
  }),
  'override-idle': f => ({
    zh: `“${f.rule.id}”的改动 ${f.key} 与所套用的标准相同，等于没有改，请删去`,
    en: `the change of "${f.rule.id}" says of ${f.key} what the pack extended says: delete it`,
  }),
  'clause-form': f => ({
    zh: `“${f.rule.id}”的条号“${f.clause}”写法不对，应如 三(一)2、第七条(三)1`,
    en: `"${f.rule.id}": clause "${f.clause}" is not in the form of 三(一)2 or 第七条(三)1`,
  }),
  'section-unused': f => both(`章节“${f.section.id}”没有任何规则`, `no rule belongs to section "${f.section.id}"`),
  'section-elsewhere': f => ({
    zh: `“${f.rule.id}”引用 ${clauseText(f.rule)}，都不在章节“${f.section.id}”（${f.section.clause}）内`,
    en: `"${f.rule.id}" cites ${clauseText(f.rule)}, none of it within section "${f.section.id}" (${f.section.clause})`,
  }),
  'level-unused': f => both(`级别 ${f.level} 没有任何规则`, `no rule binds level ${f.level}`),
  'dates-empty': f =>
    both(`“${f.rule.id}”的起止日期和期限之间没有一天有效`, `"${f.rule.id}": its dates leave no day on which it binds`),
  'condition-never': f => ({
    zh: `“${f.rule.id}”的适用条件无法成立，永远不适用`,
    en: `"${f.rule.id}": its condition can never hold, so that it never applies`,
  }),
  'condition-always': f => ({
    zh: `“${f.rule.id}”的适用条件总是成立，等于没有条件`,
    en: `"${f.rule.id}": its condition always holds, and may be left out`,
  }),
  'never-passes': f => both(`“${f.rule.id}”无论怎样申报都不会符合`, `"${f.rule.id}" can never pass`),
  'never-fails': f => both(`“${f.rule.id}”无论怎样申报都不会不符合`, `"${f.rule.id}" can never fail`),
  'reading-alike': f => ({
    zh: `“${f.reading}”这种读法与本条处处结论相同`,
    en: `"${f.reading}" comes to what its rule comes to, whatever is declared`,
  }),
  'idle-part': (f, vocabulary) => ({
    zh: `“${f.rule.id}”有一处不起作用：${mutationText(f.mutation, vocabulary, 'zh')}，结果不变`,
    en: `"${f.rule.id}" has a part that changes nothing: ${mutationText(f.mutation, vocabulary, 'en')}`,
  }),
  overlap: (f, vocabulary) => ({
    zh: `“${f.rule.id}”与“${f.other.id}”（${clauseText(f.other)}）重复：${shared(f.overlap, vocabulary).zh}；同一要求出现两次的，应是一条规则、两个条号`,
    en: `"${f.rule.id}" repeats "${f.other.id}" (${clauseText(f.other)}): ${shared(f.overlap, vocabulary).en}; one duty stated twice is one rule with two clauses`,
  }),
  'figure-differs': f => ({
    zh: `“${f.rule.id}”的${PARTS[f.part].zh}（${LANGS[f.lang].zh}）写了 ${f.figure}，规则的要求中没有这个数`,
    en: `"${f.rule.id}": its ${PARTS[f.part].en} (${LANGS[f.lang].en}) says ${f.figure}, a figure that its check does not hold`,
  }),
  'language-missing': f => ({
    zh: `“${f.subject}”的${LANGS[f.lang].zh}文字不是${LANGS[f.lang].zh}：${f.text}`,
    en: `"${f.subject}": its ${LANGS[f.lang].en} text is not ${LANGS[f.lang].en}: ${f.text}`,
  }),
  unverifiable: f => ({
    zh: `“${f.rule.id}”和它用到的填报项都没有写怎样核验（verify）`,
    en: `"${f.rule.id}": neither it nor its facts say how it is verified (verify)`,
  }),
};

export const lintText = (finding: LintFinding, vocabulary: Vocabulary, lang: Lang): string =>
  told(SENTENCES, 'code', finding, vocabulary)[lang];
