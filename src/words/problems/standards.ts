import { placeInFile } from '../../model/base/location.ts';
import type { ProblemOf } from '../../model/base/problem.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import { levelName } from '../names.ts';
import { didYouMean, join, type SentencesOf } from './phrases.ts';
import { shapeText } from './wanted.ts';

const NAMES: Readonly<Record<ProblemOf<'unknown-name'>['kind'], Bilingual>> = {
  fact: both('填报项', 'fact'),
  list: both('清单', 'list'),
  section: both('章节', 'section'),
  term: both('用语', 'term'),
  rule: both('条款规则', 'rule'),
  unit: both('单位', 'unit'),
  scheme: both('计分方案', 'score scheme'),
  grade: both('等次', 'grade'),
  item: both('评分项', 'row'),
  class: both('类别', 'class of place'),
  entry: both('填报栏', 'entry'),
};

const SCHEME: Readonly<Record<ProblemOf<'bad-scheme'>['detail'], Bilingual>> = {
  'grades-order': both('等次须从高到低排列', 'grades must fall from the highest'),
  'grades-gap': both('最低一等须从 0 分起', 'the lowest grade must begin at 0'),
  'no-points': both('没有任何分值', 'no points at all'),
};

/** What is wrong with a pack or a scheme, or with the choice of one. */
/** A key that nobody meant as one. */
const QUOTES = both(
  '；若是花括号里一句话的后半句，请给带逗号、冒号的整句加引号',
  '; where it belongs to a text in braces, put the whole text in quotes',
);

export const STANDARD_SENTENCES: SentencesOf<
  | 'center-undeclared'
  | 'no-pack'
  | 'ambiguous-pack'
  | 'unknown-pack'
  | 'level-not-covered'
  | 'shape'
  | 'unknown-key'
  | 'unknown-name'
  | 'duplicate-id'
  | 'ambiguous-name'
  | 'operator-type'
  | 'operand-type'
  | 'empty-range'
  | 'when-empty-missing'
  | 'bad-pattern'
  | 'bad-scheme'
> = {
  'center-undeclared': p =>
    both(
      `没有填报${p.missing.map(fact => (fact === 'center.county' ? '“县区”' : '“级别”')).join('和')}，无法确定适用的标准；请补填，或用 --pack 指定标准`,
      `the ${p.missing.map(fact => (fact === 'center.county' ? 'county (县区)' : 'level (级别)')).join(' and ')} is not declared, so no standard can be chosen: add it, or name one with --pack`,
    ),
  'no-pack': p =>
    join(
      both(
        `没有适用于“${p.county}”（${levelName(p.level, 'zh')}，${p.asOf}）的标准`,
        `no pack in force for "${p.county}" (${levelName(p.level, 'en')}) on ${p.asOf}`,
      ),
      p.from === undefined
        ? didYouMean(p.near)
        : both(`；该地的标准自 ${p.from} 起施行`, `; its standard is in force from ${p.from}`),
      both(`；可用 --pack 指定：${p.available.join('、')}`, `; name one with --pack: ${p.available.join(', ')}`),
    ),
  'ambiguous-pack': p =>
    both(
      `有多个标准同时适用：${p.packs.join('、')}；请用 --pack 指定`,
      `several packs apply: ${p.packs.join(', ')}; name one with --pack`,
    ),
  'unknown-pack': p => join(both(`没有名为“${p.id}”的标准`, `no pack "${p.id}"`), didYouMean(p.suggestions)),
  'level-not-covered': p =>
    both(
      `标准“${p.pack}”不管${levelName(p.level, 'zh')}`,
      `pack "${p.pack}" does not bind this kind of place (${levelName(p.level, 'en')})`,
    ),
  shape: shapeText,
  'unknown-key': p =>
    join(
      both(`不认识的关键字“${p.key}”`, `unknown key "${p.key}"`),
      p.suggestions.length === 0 && /\p{Script=Han}/u.test(p.key) ? QUOTES : didYouMean(p.suggestions),
    ),
  'unknown-name': p =>
    join(
      both(`没有这个${NAMES[p.kind].zh}：“${p.name}”`, `no such ${NAMES[p.kind].en}: "${p.name}"`),
      didYouMean(p.suggestions),
    ),
  'duplicate-id': p =>
    both(
      `编号“${p.id}”重复，前面已在 ${placeInFile(p.first)}`,
      `id "${p.id}" stands twice, first at ${placeInFile(p.first)}`,
    ),
  'ambiguous-name': p =>
    both(`“${p.name}”同时是 ${p.owners.join('、')} 的名称`, `"${p.name}" names several things: ${p.owners.join(', ')}`),
  'operator-type': p =>
    both(
      `“${p.operator}”不能用于 ${p.fact}（${p.type}）；可用：${p.accepted.join(' ')}`,
      `"${p.operator}" cannot be asked of ${p.fact} (${p.type}); possible: ${p.accepted.join(' ')}`,
    ),
  'operand-type': p =>
    both(
      `“${p.operator}”后的“${p.found}”与 ${p.fact} 不符；应为：${p.expected}`,
      `operand "${p.found}" of "${p.operator}" does not fit ${p.fact}; expected: ${p.expected}`,
    ),
  'empty-range': p => both(`范围 ${p.low}～${p.high} 是空的`, `the range ${p.low}–${p.high} is empty`),
  'when-empty-missing': p =>
    both(
      `对“${p.records}”逐个检查时，须写明清单为空时怎样（when_empty: met | unmet | unknown）`,
      `"every: ${p.records}" must say what holds when the list is empty (when_empty: met | unmet | unknown)`,
    ),
  'bad-pattern': p => both(`样式“${p.pattern}”有误（${p.detail}）`, `bad pattern "${p.pattern}" (${p.detail})`),
  'bad-scheme': p => SCHEME[p.detail],
};
