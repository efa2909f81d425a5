import type { Lang } from '../../model/base/text.ts';
import type { Truth } from '../../model/finding/finding.ts';
import type {
  CentreHistory,
  Range,
  Repeat,
  RoundResult,
  RoundsAsked,
  RoundsHistory,
  Year,
  YearResult,
} from '../../model/scoring/history.ts';
import { isRank, type RankRule } from '../../model/scoring/rank.ts';
import { list } from '../facts/values.ts';
import { say } from '../reader.ts';
import { betweenText } from './comparisons.ts';
import { edgeText, effectText, restText } from './gates.ts';
import { rankText } from './rank.ts';

/** `63`, or `63—67` while it is open. */
export const rangeText = ({ low, high }: Range): string => (low === high ? low : `${low}—${high}`);

type Named = Pick<RoundsHistory, 'grades'> & Partial<Pick<RoundsHistory, 'vetoes'>>;

/** A grade by its name; several where it is not settled. */
export const gradesText = (ids: readonly string[], { grades }: Named, lang: Lang): string =>
  ids.map(id => grades.find(grade => grade.id === id)?.label[lang] ?? id).join(say(lang, '或', ' or '));

export const roundText = (round: RoundResult | undefined, history: Named, lang: Lang): string => {
  if (round === undefined) return say(lang, '没有结果', 'no result');
  const score = round.score === undefined ? say(lang, '没有得分', 'no score') : rangeText(round.score);
  const grades = gradesText(round.grades, history, lang);
  return grades === '' ? score : say(lang, `${score}（${grades}）`, `${score} (${grades})`);
};

/** The grade of all rounds together; several where it is not settled. */
export const yearGradeText = ({ grades: ids, missing }: YearResult, { rule }: RoundsHistory, lang: Lang): string => {
  const grades = gradesText(ids, { grades: rule.year?.grades ?? [] }, lang);
  return missing === 0 || ids.length < 2
    ? grades
    : say(lang, `${grades}（缺 ${missing} 轮得分）`, `${grades} (no score in ${missing} of the rounds)`);
};

export const yearPlaceText = ({ place }: YearResult): string => (place === undefined ? '' : betweenText(place.places));

/** Vetoes over the rounds that hold or may, and whether an award is barred. */
export const yearVetoesText = ({ vetoes, award }: YearResult, { rule }: RoundsHistory, lang: Lang): string => {
  const told = vetoes.map(({ id, truth }) => {
    const title = rule.year?.vetoes.find(veto => veto.id === id)?.title[lang] ?? id;
    return truth === 'met' ? title : say(lang, `${title}（未定）`, `${title} (open)`);
  });
  const barred = award === 'barred' ? [say(lang, '取消评优资格', 'no award')] : [];
  return list([...told, ...barred], lang);
};

const askedText = (asked: RankRule | RoundsAsked, { grades, vetoes }: Named, lang: Lang): string => {
  if (isRank(asked)) return rankText(asked)[lang];
  const { kind, of, rounds } = asked;
  const name =
    kind === 'graded' ? gradesText([of], { grades }, lang) : (vetoes?.find(({ id }) => id === of)?.title[lang] ?? of);
  return say(lang, `有 ${rounds} 轮${name}`, `${name} in ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`);
};

/** What the rounds together are graded by: `优秀：360 分以上、排名前 20%`. */
const yearTexts = (history: RoundsHistory, { grades, vetoes }: Year, lang: Lang): readonly string[] => [
  ...grades.map(({ label, low, requires }, index) => {
    const score = low === undefined ? [] : [edgeText(low, lang)];
    const asked = requires.flatMap(gate =>
      gate.kind === 'check' ? [gate.title?.[lang] ?? askedText(gate.if, history, lang)] : [],
    );
    const all = list([...score, ...asked], lang);
    return `${label[lang]}${say(lang, '：', ': ')}${all === '' ? restText(grades, index, lang) : all}`;
  }),
  ...vetoes.map(
    ({ title, if: asked, effect }) =>
      `${title[lang]}${say(lang, '（', ' (')}${askedText(asked, history, lang)}${say(lang, '）：', '): ')}${effectText(effect, grades, lang)}`,
  ),
];

const repeatText = ({ title, rounds, open }: Repeat, lang: Lang): string =>
  open
    ? say(lang, `${title.zh}（连续 ${rounds} 轮，更早的未定）`, `${title.en} (${rounds} running, before that open)`)
    : say(lang, `${title.zh}（连续 ${rounds} 轮）`, `${title.en} (${rounds} running)`);

/** Rows in which points were lost again. */
export const repeatsText = ({ repeats }: Pick<CentreHistory, 'repeats'>, lang: Lang): string =>
  list(repeats, lang, repeat => repeatText(repeat, lang));

const BAD: Readonly<Record<Truth, (lang: Lang) => string>> = {
  met: lang => say(lang, '是', 'yes'),
  unmet: lang => say(lang, '否', 'no'),
  unknown: lang => say(lang, '未定', 'open'),
};

export const badText = (truth: Truth, lang: Lang): string => BAD[truth](lang);

/** `连续 2 轮差：约谈主要负责人`. */
export const badRule = ({ rule: { badRunning: bad }, grades }: RoundsHistory, lang: Lang): string =>
  bad === undefined
    ? ''
    : {
        zh: `连续 ${bad.rounds} 轮${gradesText(bad.grades, { grades }, lang)}：${bad.consequence.zh}`,
        en: `${bad.rounds} rounds running ${gradesText(bad.grades, { grades }, lang)}: ${bad.consequence.en}`,
      }[lang];

export const togetherText = ({ rule }: Pick<RoundsHistory, 'rule'>, lang: Lang): string =>
  rule.together === 'average' ? say(lang, '各轮平均', 'Average') : say(lang, '各轮合计', 'Sum');

/** What the scheme says of several rounds, sentence by sentence. */
export const ruleTexts = (history: RoundsHistory, lang: Lang): readonly string[] => {
  const { repeat, badRunning: bad, together, year } = history.rule;
  return [
    ...(repeat
      ? [
          {
            zh: `上一轮失过分的项目又失分，按 ${repeat.factor} 倍计`,
            en: `points lost in a row that lost points the round before count ${repeat.factor} times`,
          }[lang],
        ]
      : []),
    ...(bad ? [badRule(history, lang)] : []),
    ...(together ? [togetherText(history, lang)] : []),
    ...(year ? yearTexts(history, year, lang) : []),
  ];
};
