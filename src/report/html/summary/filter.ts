import type { Lang } from '../../../model/base/text.ts';
import type { Part } from '../../../tell/summary/part.ts';
import { calledAll } from '../../../words/called.ts';
import { clauseText } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { frameTitle } from '../../../words/summary.ts';
import { type Choice, choice, filterForm } from '../filter.ts';
import type { Markup } from '../markup.ts';

type Parts = readonly { readonly part: Part }[];

const distinct = (values: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(values.filter(value => value !== undefined)),
];

const gradesIn = (parts: Parts): readonly Choice[] =>
  distinct(
    parts.flatMap(
      ({
        part: {
          summary: { grades },
        },
      }) => grades.map(({ grades: ids }) => ids.join('/')),
    ),
  )
    .toSorted()
    .map(value => [value, value]);

const countiesIn = (parts: Parts): readonly Choice[] =>
  distinct(parts.flatMap(({ part: { centers } }) => centers.map(({ row }) => row.center.county)))
    .toSorted()
    .map(value => [value, value]);

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
  const all = pick({ lang }, '全部', 'All');
  const frames = parts.map(({ part: { summary, key } }): Choice => [key, frameTitle(summary.frame, lang)]);
  const gates: readonly Choice[] = [
    ['passed', pick({ lang }, '通过', 'passed')],
    ['failed', pick({ lang }, '不通过', 'failed')],
    ['undecided', pick({ lang }, '待定', 'undecided')],
  ];
  return filterForm(
    {
      title: pick({ lang, of }, '筛选中心', 'Filter the centres'),
      search: pick({ lang }, '查找', 'Search'),
      hint: pick({ lang, of }, '中心名称', 'name of a centre'),
      said: pick(
        { lang },
        '显示 {n} 个，共列出 {all} 个；打印时不受筛选影响',
        '{n} of {all} listed; printing is not affected',
      ),
    },
    [
      choice('frame', pick({ lang }, '标准', 'Standard'), all, frames),
      choice('county', pick({ lang }, '县区', 'County'), all, countiesIn(parts)),
      choice('grade', pick({ lang }, '等次', 'Grade'), all, gradesIn(parts)),
      choice('gate', pick({ lang }, '门槛', 'Gate'), all, gates),
      choice('fails', pick({ lang }, '不符合', 'Fails'), pick({ lang }, '不限', 'Any'), failedIn(parts)),
    ],
    lang,
  );
};
