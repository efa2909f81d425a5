import { formatLocation, placeInFile } from '../../model/base/location.ts';
import type { ProblemOf } from '../../model/base/problem.ts';
import { type Bilingual, both } from '../../model/base/text.ts';
import type { FactDefinition } from '../../model/standard/vocabulary.ts';
import { levelName } from '../names.ts';
import { accepted, kindOf } from './accepted.ts';
import { ownWord } from './own-words.ts';
import { didYouMean, join, meantOrAccepted, type Sentences } from './phrases.ts';
import { shapeText } from './wanted.ts';

const NAMES: Readonly<Record<ProblemOf<'unknown-name'>['kind'], Bilingual>> = {
  fact: both('填报项', 'fact'),
  list: both('清单', 'list'),
  section: both('章节', 'section'),
  term: both('用语', 'term'),
  rule: both('条款规则', 'rule'),
  reading: both('读法', 'reading'),
  unit: both('单位', 'unit'),
  scheme: both('计分方案', 'score scheme'),
  grade: both('等次', 'grade'),
  veto: both('否决', 'veto'),
  bureau: both('责任部门', 'bureau'),
  item: both('评分项', 'row'),
  class: both('类别', 'class of place'),
  level: both('级别', 'level'),
};

const SCHEME: Readonly<Record<ProblemOf<'bad-scheme'>['detail'], Bilingual>> = {
  'grades-order': both('等次须从高到低排列', 'grades must fall from the highest'),
  'grades-gap': both('最低一等须从 0 分起，写 at_least: 0', 'the lowest grade must begin at 0: at_least: 0'),
  'no-points': both(
    'points 和 rules 里没有一个大于 0 的分值，打不出分',
    'no score without one amount of points above 0, in points or rules',
  ),
};

/** A key that nobody meant as one. */
const QUOTES = both(
  '；若是花括号里一句话的后半句，请给带逗号、冒号的整句加引号',
  '; where it belongs to a text in braces, put the whole text in quotes',
);

/** What was wanted after an operator, other than a value of the fact. */
const OPERANDS: Readonly<Record<Exclude<ProblemOf<'operand-type'>['wanted'], 'value'>, Bilingual>> = {
  'yes-no': both('“是”或“否”', 'yes or no'),
  range: both('[最小, 最大]，两个数', 'two figures, [lowest, highest]'),
  terms: both('方括号里的若干项，如 [甲, 乙]', 'a list in brackets, [ …, … ]'),
  multiple: both('一个大于 0 的数，只用于数和百分数', 'a number above 0, for figures only'),
};

/** A fact as rules name it, with its label and what it holds. */
const factName = (fact: FactDefinition): Bilingual => {
  const kind = kindOf(fact);
  return both(`${fact.id}（${fact.label.zh}，${kind.zh}）`, `${fact.id} (${fact.label.en}: ${kind.en})`);
};

type Incomparable = ProblemOf<'incomparable'>['reason'];

/** Why one fact cannot be held against another. */
const INCOMPARABLE: Readonly<Record<Incomparable, (fact: Bilingual, other: Bilingual) => Bilingual>> = {
  counted: (_, other) => ({
    zh: `${other.zh}数不出个数；“每个多少”须按个数或清单来算`,
    en: `${other.en} cannot be counted: so much for each goes by a count or a list`,
  }),
  banded: (_, other) => ({
    zh: `不能按 ${other.zh}分档；分档须按数、清单中的一项，或清单有几条`,
    en: `bands cannot go by ${other.en}: they go by a figure, one term, or how many a list has`,
  }),
  many: (fact, other) => ({
    zh: `${fact.zh}不能和 ${other.zh}比：后者是清单里的一栏，每条各有一个值；请换中心的一项，或逐条检查`,
    en: `${fact.en} cannot be held against ${other.en}, which has a value in each record of its list: take a fact of the centre, or go through the list`,
  }),
  kind: (fact, other) => ({
    zh: `${fact.zh}不能和 ${other.zh}比；要比的两项须同类，单位或清单相同`,
    en: `${fact.en} cannot be held against ${other.en}: both must be of one kind, measure and list`,
  }),
};

const CALENDAR = '{ covers: 2026-01-01..2026-12-31, holidays: [2026-10-01..2026-10-07], workdays: [2026-10-10] }';

/** What tells which standard binds a centre, and the option that says it for one that does not. */
const CHOOSES = {
  'center.county': { zh: '“县区”', en: 'county (县区)', option: '--pack' },
  'center.level': { zh: '“级别”', en: 'level (级别)', option: '--level' },
} as const;

/** What is wrong with a pack or a scheme, or with the choice of one. */
export const STANDARD_SENTENCES = {
  'center-undeclared': ({ missing }) => {
    const all = (mark: string, key: 'zh' | 'en' | 'option'): string =>
      missing.map(fact => CHOOSES[fact][key]).join(mark);
    return {
      zh: `没有填报${all('和', 'zh')}，无法确定适用的标准；请补填，或在审核时用 ${all(' 和 ', 'option')} 指定`,
      en: `not declared: ${all(', ', 'en')}; without it no standard can be chosen: add it, or audit it with ${all(' and ', 'option')}`,
    };
  },
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
  'ambiguous-pack': p => ({
    zh: `有多个标准同时适用：${p.packs.join('、')}；请用 --pack 指定一个，已停用的请在它的 pack.yaml 写明 in_force.until`,
    en: `several packs apply: ${p.packs.join(', ')}; name one with --pack, and give in_force.until to one that has ended`,
  }),
  'unknown-pack': p => join(both(`没有名为“${p.id}”的标准`, `no pack "${p.id}"`), meantOrAccepted(p)),
  'no-packs': () => ({
    zh: '这个文件夹里没有标准；每个标准一个子文件夹，里面有 pack.yaml，或一个写明 standard: 的评分表',
    en: 'no pack in this folder: each has a folder of its own with a pack.yaml, or is a scorecard with standard:',
  }),
  'level-not-covered': p => ({
    zh: `标准“${p.pack}”不管${levelName(p.level, 'zh')}；请核对级别，或另选标准`,
    en: `pack "${p.pack}" does not bind this kind of place (${levelName(p.level, 'en')}): check the level, or choose another`,
  }),
  'not-in-force': p =>
    join(
      both(`标准“${p.pack}”在 ${p.asOf} `, `pack "${p.pack}" `),
      p.from !== undefined && p.asOf < p.from
        ? both(`还没有施行（自 ${p.from} 起）`, `is not in force on ${p.asOf} (it is from ${p.from})`)
        : both(`已不再施行（到 ${p.until} 为止）`, `is no longer in force on ${p.asOf} (it was until ${p.until})`),
      both('，仍按它审核；请核对日期和标准', ': held against it all the same; check the day and the pack'),
    ),
  shape: shapeText,
  'unknown-key': p =>
    join(
      both(`不认识的关键字“${p.key}”`, `unknown key "${p.key}"`),
      p.suggestions.length === 0 && /\p{Script=Han}/u.test(p.key) && 'line' in p.location ? QUOTES : meantOrAccepted(p),
    ),
  'unknown-name': p =>
    join(
      both(`没有这个${NAMES[p.kind].zh}：“${p.name}”`, `no such ${NAMES[p.kind].en}: "${p.name}"`),
      meantOrAccepted(p),
      ownWord(p),
    ),
  'duplicate-id': p => {
    const { first } = p;
    if (first === undefined)
      return both(
        `编号“${p.id}”工具自带的词汇里已有；请换一个`,
        `id "${p.id}" is in the common vocabulary: choose another`,
      );
    const at = 'file' in first && first.file === p.location.file ? placeInFile(first) : formatLocation(first);
    return both(
      `编号“${p.id}”重复，前面已在 ${at}；请换一个`,
      `id "${p.id}" stands twice, first at ${at}: choose another`,
    );
  },
  'ambiguous-name': p => ({
    zh: `“${p.name}”同时是 ${p.owners.join('、')} 的名称，分不清指哪一个；请改掉一处`,
    en: `"${p.name}" names several things, ${p.owners.join(' and ')}: change one of them`,
  }),
  'operator-type': p => {
    const { zh, en } = factName(p.fact);
    return p.accepted.length === 0
      ? both(
          `${zh}是清单里的一栏，每条各有一个值；请用 every、some 或 count 逐条检查`,
          `${en} is a field of a list and has a value in each record: ask with every, some or count`,
        )
      : both(
          `“${p.operator}”不能用于 ${zh}；可用：${p.accepted.join(' ')}`,
          `"${p.operator}" cannot be asked of ${en}; possible: ${p.accepted.join(' ')}`,
        );
  },
  'operand-type': p => {
    const name = factName(p.fact);
    const wanted = p.wanted === 'value' ? accepted(p.fact) : OPERANDS[p.wanted];
    return both(
      `${name.zh}的“${p.operator}”后面写的是“${p.found}”；应为${wanted.zh}`,
      `"${p.operator}" of ${name.en} is followed by "${p.found}"; accepted: ${wanted.en}`,
    );
  },
  incomparable: p => INCOMPARABLE[p.reason](factName(p.fact), factName(p.other)),
  'rules-unsigned': p => ({
    zh: `规则包 ${p.of} 条规则里有 ${p.rules.length} 条没有签字，或签字后有改动：${p.rules.slice(0, 5).join('、')}${p.rules.length > 5 ? ' 等' : ''}`,
    en: `${p.rules.length} of the ${p.of} rules of the pack are not signed, or changed since: ${p.rules.slice(0, 5).join(', ')}${p.rules.length > 5 ? ' …' : ''}`,
  }),
  'idle-reading': p => ({
    zh: `读法“${p.reading}”与本条原来的读法要求相同：请写出不同的 require、when 或 obligation，或者去掉`,
    en: `the reading "${p.reading}" asks the same as its rule: give it another require, when or obligation, or leave it out`,
  }),
  'reading-names': ({ reading, wanted }) =>
    wanted === undefined
      ? both(
          `读法“${reading}”没有要由县里定的数：请去掉 named`,
          `the reading "${reading}" leaves nothing to be named: leave named out`,
        )
      : both(
          `读法“${reading}”要由县里定一个数（${wanted.zh}）：请写 named，如 named: 3个工作日`,
          `the reading "${reading}" leaves something to the county (${wanted.en}): write named, as in named: 3 workdays`,
        ),
  'empty-range': p => ({
    zh: `范围 ${p.low}～${p.high} 是空的：后一个比前一个小，请核对`,
    en: `the range ${p.low}–${p.high} is empty, its end is below its beginning: check both`,
  }),
  'when-empty-missing': p => {
    const asked = both(
      `对“${p.records}”逐个检查时，须写明清单为空时怎样（when_empty: met | unmet | unknown）`,
      `"every: ${p.records}" must say what holds when the list is empty (when_empty: met | unmet | unknown)`,
    );
    return p.found === undefined ? asked : join(asked, both(`，写的是“${p.found}”`, `, found "${p.found}"`));
  },
  'no-calendar': ({ places }) => {
    const where = places.map(formatLocation);
    return both(
      `缺少日历：${where.join('、')} 按工作日计，哪些天上班要由日历说明。请在 pack.yaml 里顶格加一行，例如：calendar: ${CALENDAR}；covers 是日历管到的年份，holidays 是放假的日子，workdays 是调休上班的周末，照国务院办公厅当年的放假通知填`,
      `no calendar: ${where.join(', ')} count${where.length === 1 ? 's' : ''} working days, and a calendar has to say which days are worked. Add a line to pack.yaml, not indented, such as: calendar: ${CALENDAR}; covers is the years it holds for, holidays the days that are free, workdays the weekends worked in exchange, as the State Council's notice for the year has them`,
    );
  },
  'bad-pattern': p =>
    p.detail === 'empty'
      ? both(
          '样式是空的；请写要求的字样，* 代表一个以上的字，# 代表一个编号',
          'the pattern is empty: write the wording, with * for some characters and # for a number',
        )
      : both(
          `样式“${p.pattern}”的括号不成对或一层套一层，或以反斜杠结尾；(甲|乙) 是任选其一，\\( 是括号本身`,
          `pattern "${p.pattern}" has brackets that do not close or stand in each other, or ends in a backslash; (a|b) is either, \\( a bracket itself`,
        ),
  'bad-scheme': p => SCHEME[p.detail],
} satisfies Sentences;
