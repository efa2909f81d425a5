import { both, type Lang } from '../model/base/text.ts';
import type { CentreHistory, Range, RoundsHistory } from '../model/scoring/history.ts';
import { LABELS } from '../words/names.ts';
import { pick } from '../words/reader.ts';
import {
  badRule,
  badText,
  gradesText,
  rangeText,
  repeatsText,
  roundText,
  ruleTexts,
  togetherText,
  yearGradeText,
  yearPlaceText,
  yearVetoesText,
} from '../words/scoring/history.ts';
import type { Block, Document, Field } from './block.ts';
import { chapter, fieldOf, fields, heading } from './blocks.ts';
import { column, type List, type ListColumn, leftOut, type Value } from './list.ts';

/** A figure where it is settled, else how far it goes. */
const rangeValue = (range: Range | undefined): Value => range && rangeText(range);

const optional = (
  wanted: unknown,
  ...columns: readonly ListColumn<CentreHistory>[]
): readonly ListColumn<CentreHistory>[] => (wanted === undefined ? [] : columns);

const roundColumns = (history: RoundsHistory, lang: Lang): readonly ListColumn<CentreHistory>[] =>
  history.rounds.flatMap(({ name }, index) => [
    column.figure(`score-${index}`, both(`${name} 得分`, `${name} score`), 14, ({ rounds }) =>
      rangeValue(rounds[index]?.score),
    ),
    column.short(`grade-${index}`, both(`${name} 等次`, `${name} grade`), 14, ({ rounds }) =>
      gradesText(rounds[index]?.grades ?? [], history, lang),
    ),
  ]);

const TITLE = both('各轮结果', 'Results over several rounds');

const who: readonly ListColumn<CentreHistory>[] = [
  column.name('name', both('名称', 'Name'), 26, ({ center }) => center.name),
  column.short('county', both('县区', 'County'), 12, ({ center }) => center.county),
  column.text('township', both('乡镇', 'Township'), 12, ({ center }) => center.township),
];

/** What all rounds come to. */
const togetherColumns = (history: RoundsHistory, lang: Lang): readonly ListColumn<CentreHistory>[] => [
  ...optional(
    history.rule.together,
    column.figure('together', both(togetherText(history, 'zh'), togetherText(history, 'en')), 12, centre =>
      rangeValue(centre.together),
    ),
  ),
  ...optional(
    history.rule.year,
    column.short(
      'year',
      both('合计等次', 'Grade of all'),
      14,
      ({ year }) => year && yearGradeText(year, history, lang),
    ),
    column.figure('place', both('合计名次', 'Place of all'), 10, ({ year }) => year && yearPlaceText(year)),
    column.text(
      'vetoed',
      both('合计否决', 'Vetoes of all'),
      24,
      ({ year }) => year && yearVetoesText(year, history, lang),
    ),
  ),
];

/** Rows lost again, and what follows of that. */
const repeatColumns = (history: RoundsHistory, lang: Lang): readonly ListColumn<CentreHistory>[] => [
  column.figure('repeats', both('重复失分项数', 'Rows lost again'), 12, ({ repeats }) => repeats.length),
  column.text('which', both('重复失分项', 'Which'), 40, centre => repeatsText(centre, lang)),
  ...optional(
    history.rule.repeat,
    column.figure('extra', both('重复加扣', 'Taken for repeating'), 12, ({ extra }) => rangeValue(extra)),
    column.figure('after', both('加扣后得分', 'Score after that'), 14, ({ after }) => rangeValue(after)),
  ),
  ...optional(
    history.rule.badRunning,
    column.text(
      'bad',
      both(badRule(history, 'zh'), badRule(history, 'en')),
      34,
      ({ badRunning }) => badRunning && badText(badRunning, lang),
    ),
  ),
];

/** A centre a row: each round, and what they come to. */
export const roundsList = (history: RoundsHistory, lang: Lang): List<CentreHistory> => ({
  title: TITLE[lang],
  note: '',
  columns: [...who, ...roundColumns(history, lang), ...togetherColumns(history, lang), ...repeatColumns(history, lang)],
  frozen: 'name',
  items: history.centres,
});

/** What the results of the rounds rest on. */
export const basisFields = (history: RoundsHistory, lang: Lang): readonly Field[] => {
  const { rounds, scheme } = history;
  return [
    ...fieldOf(both('各轮', 'Rounds')[lang], rounds.map(({ name, asOf }) => `${name} (${asOf})`).join(' → ')),
    ...fieldOf(LABELS.scheme[lang], `${scheme.title[lang]} (${scheme.id})`),
    ...fieldOf(both('规则', 'Rules')[lang], ...ruleTexts(history, lang)),
  ];
};

const badRunningText = ({ badRunning }: CentreHistory, history: RoundsHistory, lang: Lang): string | undefined => {
  if (badRunning === undefined || badRunning === 'unmet') return undefined;
  const rule = badRule(history, lang);
  return badRunning === 'met' ? rule : both(`未定：${rule}`, `open: ${rule}`)[lang];
};

const takenText = ({ extra, after }: CentreHistory, lang: Lang): string | undefined =>
  extra === undefined || after === undefined || extra.high === '0'
    ? undefined
    : both(
        `${rangeText(extra)} 分，加扣后 ${rangeText(after)} 分`,
        `${rangeText(extra)}, which leaves ${rangeText(after)}`,
      )[lang];

const centreBlocks = (centre: CentreHistory, history: RoundsHistory, lang: Lang): readonly Block[] => {
  const { center, rounds, together, year } = centre;
  const place = [center.county, center.township].filter(part => part !== undefined).join(' ');
  return [
    heading(1, place === '' ? center.name : both(`${center.name}（${place}）`, `${center.name} (${place})`)[lang]),
    fields([
      ...fieldOf(LABELS.score[lang], rounds.map(round => roundText(round, history, lang)).join(' → ')),
      ...fieldOf(togetherText(history, lang), together && rangeText(together)),
      ...fieldOf(both('合计等次', 'Grade of all')[lang], year && yearGradeText(year, history, lang)),
      ...fieldOf(both('合计名次', 'Place of all')[lang], year && yearPlaceText(year)),
      ...fieldOf(both('合计否决', 'Vetoes of all')[lang], year && yearVetoesText(year, history, lang)),
      ...fieldOf(both('重复失分', 'Lost again')[lang], repeatsText(centre, lang)),
      ...fieldOf(both('加扣', 'Taken')[lang], takenText(centre, lang)),
      ...fieldOf(both('后果', 'Then')[lang], badRunningText(centre, history, lang)),
    ]),
  ];
};

/** So many centres are told unless all are asked for. */
const MOST = 60;

/** Centres over several rounds, one after the other. */
export const tellRounds = (history: RoundsHistory, all: boolean, lang: Lang): Document => {
  const shown = all ? history.centres : history.centres.slice(0, MOST);
  const file = both('-o csv=文件 或 --all', '-o csv=FILE or --all')[lang];
  return {
    lang,
    title: TITLE[lang],
    head: [fields(basisFields(history, lang))],
    chapters: [
      chapter(
        'centres',
        pick({ lang, of: history }, '各中心', 'Centres'),
        ...shown.flatMap(centre => centreBlocks(centre, history, lang)),
        ...leftOut(history.centres.length - shown.length, file, lang),
      ),
    ],
  };
};
