import type { Lang } from '../../model/base/text.ts';
import type { CentreHistory, Range, RoundsHistory } from '../../model/scoring/history.ts';
import { badRule, badText, gradesText, rangeText, repeatsText, togetherText } from '../../words/scoring/history.ts';

export type Cell = string | number;

/** A line a centre: its particulars, each round, and what they come to. */
interface Column {
  readonly name: string;
  readonly width: number;
  readonly of: (centre: CentreHistory) => Cell;
}

/** A number where it is settled, so that a spreadsheet can reckon on. */
const figure = (range: Range | undefined): Cell =>
  range === undefined ? '' : range.low === range.high ? Number(range.low) : rangeText(range);

const optional = (wanted: unknown, ...columns: readonly Column[]): readonly Column[] =>
  wanted === undefined ? [] : columns;

const columnsOf = (history: RoundsHistory, lang: Lang): readonly Column[] => {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { rounds, rule } = history;
  const each = rounds.flatMap(({ name }, index): readonly Column[] => [
    { name: say(`${name} 得分`, `${name} score`), width: 14, of: centre => figure(centre.rounds[index]?.score) },
    {
      name: say(`${name} 等次`, `${name} grade`),
      width: 14,
      of: centre => gradesText(centre.rounds[index]?.grades ?? [], history, lang),
    },
  ]);
  return [
    { name: say('中心', 'Centre'), width: 26, of: ({ center }) => center.name },
    { name: say('县区', 'County'), width: 12, of: ({ center }) => center.county ?? '' },
    { name: say('乡镇', 'Township'), width: 12, of: ({ center }) => center.township ?? '' },
    ...each,
    ...optional(rule.together, {
      name: togetherText(history, lang),
      width: 12,
      of: centre => figure(centre.together),
    }),
    { name: say('重复失分项数', 'Rows lost again'), width: 12, of: ({ repeats }) => repeats.length },
    { name: say('重复失分项', 'Which'), width: 40, of: centre => repeatsText(centre, lang) },
    ...optional(
      rule.repeat,
      { name: say('重复加扣', 'Taken for repeating'), width: 12, of: centre => figure(centre.extra) },
      { name: say('加扣后得分', 'Score after that'), width: 14, of: centre => figure(centre.after) },
    ),
    ...optional(rule.badRunning, {
      name: badRule(history, lang),
      width: 34,
      of: ({ badRunning }) => (badRunning === undefined ? '' : badText(badRunning, lang)),
    }),
  ];
};

export const tableOf = (history: RoundsHistory, lang: Lang) => {
  const columns = columnsOf(history, lang);
  return {
    head: columns.map(({ name }) => name),
    widths: columns.map(({ width }) => width),
    rows: history.centres.map(centre => columns.map(({ of }) => of(centre))),
  };
};
