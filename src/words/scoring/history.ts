import type { Lang } from '../../model/base/text.ts';
import type { Truth } from '../../model/finding/finding.ts';
import type { CentreHistory, Range, Repeat, RoundResult, RoundsHistory } from '../../model/scoring/history.ts';
import { list } from '../facts/values.ts';

const pick = (lang: Lang, zh: string, en: string): string => (lang === 'zh' ? zh : en);

/** `63`, or `63—67` while it is open. */
export const rangeText = ({ low, high }: Range): string => (low === high ? low : `${low}—${high}`);

type Named = Pick<RoundsHistory, 'grades'>;

/** A grade by its name; several where it is not settled. */
export const gradesText = (ids: readonly string[], { grades }: Named, lang: Lang): string =>
  ids.map(id => grades.find(grade => grade.id === id)?.label[lang] ?? id).join(pick(lang, '或', ' or '));

export const roundText = (round: RoundResult | undefined, history: Named, lang: Lang): string => {
  if (round === undefined) return pick(lang, '没有结果', 'no result');
  const score = round.score === undefined ? pick(lang, '没有得分', 'no score') : rangeText(round.score);
  const grades = gradesText(round.grades, history, lang);
  return grades === '' ? score : pick(lang, `${score}（${grades}）`, `${score} (${grades})`);
};

const repeatText = ({ title, rounds, open }: Repeat, lang: Lang): string =>
  open
    ? pick(lang, `${title.zh}（连续 ${rounds} 轮，更早的未定）`, `${title.en} (${rounds} running, before that open)`)
    : pick(lang, `${title.zh}（连续 ${rounds} 轮）`, `${title.en} (${rounds} running)`);

/** Rows in which points were lost again. */
export const repeatsText = ({ repeats }: Pick<CentreHistory, 'repeats'>, lang: Lang): string =>
  list(
    repeats.map(repeat => repeatText(repeat, lang)),
    lang,
  );

const BAD: Readonly<Record<Truth, (lang: Lang) => string>> = {
  met: lang => pick(lang, '是', 'yes'),
  unmet: lang => pick(lang, '否', 'no'),
  unknown: lang => pick(lang, '未定', 'open'),
};

export const badText = (truth: Truth, lang: Lang): string => BAD[truth](lang);

/** `连续 2 轮差：约谈主要负责人`. */
export const badRule = ({ rule: { badRunning: bad }, grades }: RoundsHistory, lang: Lang): string =>
  bad === undefined
    ? ''
    : pick(
        lang,
        `连续 ${bad.rounds} 轮${gradesText(bad.grades, { grades }, lang)}：${bad.consequence.zh}`,
        `${bad.rounds} rounds running ${gradesText(bad.grades, { grades }, lang)}: ${bad.consequence.en}`,
      );

export const togetherText = ({ rule }: Pick<RoundsHistory, 'rule'>, lang: Lang): string =>
  rule.together === 'average' ? pick(lang, '各轮平均', 'Average') : pick(lang, '各轮合计', 'Sum');

/** What the scheme says of several rounds, sentence by sentence. */
export const ruleTexts = (history: RoundsHistory, lang: Lang): readonly string[] => {
  const { repeat, badRunning: bad, together } = history.rule;
  return [
    ...(repeat
      ? [
          pick(
            lang,
            `上一轮失过分的项目又失分，按 ${repeat.factor} 倍计`,
            `points lost in a row that lost points the round before count ${repeat.factor} times`,
          ),
        ]
      : []),
    ...(bad ? [badRule(history, lang)] : []),
    ...(together ? [togetherText(history, lang)] : []),
  ];
};
