import { both, type Lang } from '../../../model/base/text.ts';
import { GATES } from '../../../tell/summary/document.ts';
import type { Part } from '../../../tell/summary/part.ts';
import { clauseText } from '../../../words/names.ts';
import { calledAll, pick } from '../../../words/reader.ts';
import { frameTitle, GATE_NAMES } from '../../../words/summary.ts';
import { type Choice, choice, filterForm } from '../filter.ts';
import type { Markup } from '../markup.ts';

type Parts = readonly { readonly part: Part }[];

/** Each value once, under its own name. */
const choicesOf = (values: readonly (string | undefined)[]): readonly Choice[] =>
  [...new Set(values.filter(value => value !== undefined))].toSorted().map(value => [value, value]);

const gradesIn = (parts: Parts): readonly Choice[] =>
  choicesOf(parts.flatMap(({ part }) => part.summary.grades.map(({ grades }) => grades.join('/'))));

const countiesIn = (parts: Parts): readonly Choice[] =>
  choicesOf(parts.flatMap(({ part }) => part.centers.map(({ row }) => row.center.county)));

/** Clauses that some centre fails, the most failed first. */
const failedIn = (parts: Parts): readonly Choice[] =>
  parts.flatMap(({ part: { summary, key, lang } }) =>
    summary.rules.flatMap(({ rule, counts }): readonly Choice[] => {
      const found = summary.frame.rules[rule];
      return found === undefined || counts.fail === 0
        ? []
        : [[`${key}:${rule}`, `${clauseText(found)} ${found.title[lang]} (${counts.fail})`]];
    }),
  );

/** Centres by name, standard, county, grade, gate, or a clause that they fail. */
export const centresFilter = (parts: Parts, lang: Lang): Markup => {
  const of = calledAll(parts.map(({ part }) => part.of));
  const all = both('全部', 'All')[lang];
  const failed = failedIn(parts);
  const frames = parts.map(({ part: { summary, key } }): Choice => [key, frameTitle(summary.frame, lang)]);
  const gates = GATES.map((gate): Choice => [gate, GATE_NAMES[gate][lang]]);
  return filterForm(
    {
      title: pick({ lang, of }, '筛选中心', 'Filter the centres'),
      search: both('查找', 'Search')[lang],
      hint: pick({ lang, of }, '中心名称', 'name of a centre'),
      said: both('显示 {n} 个，共列出 {all} 个；打印时不受筛选影响', '{n} of {all} listed; printing is not affected')[
        lang
      ],
    },
    [
      choice('frame', both('标准', 'Standard')[lang], all, frames),
      choice('county', both('县区', 'County')[lang], all, countiesIn(parts)),
      choice('grade', both('等次', 'Grade')[lang], all, gradesIn(parts)),
      choice('gate', both('门槛', 'Gate')[lang], all, gates),
      ...(failed.length === 0
        ? []
        : [choice('fails', both('不符合', 'Fails')[lang], both('不限', 'Any')[lang], failed)]),
    ],
    lang,
  );
};
