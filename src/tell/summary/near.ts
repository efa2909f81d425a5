import { compareExact, decimalOf, type Exact, exact, minus, over, plus, ZERO } from '../../model/base/exact.ts';
import { aligned, placesOf } from '../../model/base/figures.ts';
import { both, type Lang } from '../../model/base/text.ts';
import type { ScalarValue } from '../../model/base/value.ts';
import { factIdOf } from '../../model/finding/finding.ts';
import type { NearMiss, RankedCenter } from '../../model/result/summary.ts';
import { clauseText, LABELS } from '../../words/names.ts';
import { pick, voiced } from '../../words/reader.ts';
import { byText, limitText } from '../../words/summary.ts';
import type { Chapter } from '../block.ts';
import { chapter } from '../blocks.ts';
import { chosen, column, headed, type List, type ListColumn, leftOut, tableOf } from '../list.ts';
import { countyColumn, nameColumn, nameSpan, type Part, standardColumn, unheld, voiceOf } from './part.ts';

/** Something that a centre nearly has, in words. */
interface Near {
  readonly part: Part;
  readonly center: RankedCenter;
  readonly kind: 'grade' | 'requirement';
  readonly clause: string;
  readonly wanted: string;
  readonly fact: string;
  readonly limit: string;
  readonly actual: string;
  readonly gap: string;
}

interface Missed {
  readonly center: RankedCenter;
  readonly miss: NearMiss;
}

const figureOf = (value: ScalarValue): Exact => ('amount' in value ? exact(value.amount) : ZERO);

/** How much is missing, against what is asked. */
const closeness = ({ by, limit }: NearMiss): Exact => {
  const whole = figureOf(limit);
  return compareExact(whole, ZERO) === 0 ? ZERO : over(figureOf(by), whole);
};

const actualOf = ({ by, limit, side }: NearMiss): ScalarValue => {
  if (!('amount' in limit)) return limit;
  const amount = (side === 'below' ? minus : plus)(figureOf(limit), figureOf(by));
  return { ...limit, amount: decimalOf(amount) };
};

/** `柜台高度（2号台）`: of a record by its name, or by its number where it has none. */
const factText = ({ fact, item }: NearMiss, { summary, lang }: Part): string => {
  const label = summary.frame.facts.find(({ id }) => id === factIdOf(fact))?.label[lang] ?? fact;
  const number = /\[(\d+)\]/u.exec(fact)?.[1];
  if (number === undefined) return label;
  const named = item === undefined || item === number ? both(`第 ${number} 项`, `no. ${number}`)[lang] : item;
  return both(`${label}（${named}）`, `${label} (${named})`)[lang];
};

const toMiss =
  (part: Part) =>
  ({ center, miss }: Missed): Near => {
    const { lang, summary } = part;
    const rule = summary.frame.rules[miss.rule];
    return {
      part,
      center,
      kind: 'requirement',
      clause: rule === undefined ? '' : clauseText(rule),
      wanted: rule?.title[lang] ?? '',
      fact: factText(miss, part),
      limit: limitText(miss.limit, lang),
      actual: limitText(actualOf(miss), lang),
      gap: byText(miss.by, lang),
    };
  };

const toGrade =
  (part: Part, places: number) =>
  (center: RankedCenter): Near => {
    const { grades } = part.summary.frame;
    const next = grades.find(({ id }) => id === center.nextGrade?.grade);
    const [limit = '', actual = '', gap = ''] = aligned(
      [next?.atLeast ?? '', center.row.score?.low ?? '', center.nextGrade?.gap ?? ''],
      places,
    );
    return {
      part,
      center,
      kind: 'grade',
      clause: '',
      wanted: `${next?.id ?? ''} ${next?.label[part.lang] ?? ''}`.trim(),
      fact: pick(part, '得分', 'score'),
      ...{ limit, actual, gap },
    };
  };

/** So many are told of each kind. */
const MOST_NEAR = 20_000;

const nearGrades = (part: Part): readonly Near[] => {
  const near = part.centers
    .filter(({ nextGrade }) => nextGrade !== undefined)
    .toSorted((a, b) => compareExact(exact(a.nextGrade?.gap ?? '0'), exact(b.nextGrade?.gap ?? '0')));
  const places = Math.max(part.places, placesOf(near.map(({ nextGrade }) => nextGrade?.gap ?? '0')));
  return near.slice(0, MOST_NEAR).map(toGrade(part, places));
};

const nearLimits = (part: Part): readonly Near[] =>
  part.centers
    .flatMap(center => center.row.near.map((miss): Missed => ({ center, miss })))
    .toSorted((a, b) => compareExact(closeness(a.miss), closeness(b.miss)))
    .slice(0, MOST_NEAR)
    .map(toMiss(part));

const KINDS = { grade: both('等次', 'grade'), requirement: both('要求', 'requirement') } as const;

/** A grade or a requirement a row. */
const nearColumns = (lang: Lang, several: boolean): readonly ListColumn<Near>[] => [
  ...standardColumn<Near>(several),
  column.short('kind', both('类别', 'Kind'), 8, ({ kind }) => KINDS[kind][lang]),
  countyColumn(({ center }) => center),
  nameColumn(
    ({ center }) => center,
    ({ center, part }) => [nameSpan(center, part)],
  ),
  column.clause('clause', LABELS.clause, 14, ({ clause }) => clause),
  column.text('wanted', both('等次或要求', 'Grade or requirement'), 26, ({ wanted }) => wanted),
  column.text('fact', both('内容', 'Of'), 24, ({ fact }) => fact),
  column.short('limit', both('要求的限值', 'Limit'), 14, ({ limit }) => limit),
  column.short('actual', both('实际', 'Actual'), 14, ({ actual }) => actual),
  column.short('gap', both('还差', 'Off by'), 15, ({ gap }) => gap),
];

/** Who is nearly there: the next grade, or a limit missed by little. */
export const nearList = (parts: readonly Part[], lang: Lang, voice = voiceOf(parts, lang)): List<Near> => ({
  title: pick(voice, '差一点达到', 'Near misses'),
  note:
    voiced(voice, {
      zh: `“等次”：离上一等次不到总分的 5%；“要求”：与限值相差不到一成。差得最少的在前，各列 ${MOST_NEAR} 项为限。`,
      en: `Grades: less than 5% of the total away from the next. Requirements: within a tenth of the limit. The closest first, at most ${MOST_NEAR} of each.`,
    }) + unheld(parts, lang),
  columns: headed(nearColumns(lang, parts.length > 1), voice.of),
  frozen: 'name',
  items: parts.flatMap(part => [...nearGrades(part), ...nearLimits(part)]),
});

/** So many are listed on a page of each kind. */
const SHOWN = 40;

const ON_PAGE = {
  grade: ['name', 'wanted', 'limit', 'actual', 'gap'],
  requirement: ['name', 'clause', 'fact', 'limit', 'actual', 'gap'],
} as const;

const captionOf = (kind: Near['kind'], count: number, part: Part): string =>
  kind === 'grade'
    ? pick(part, `离上一等次不远的中心（${count} 个）`, `Close to the next grade (${count})`)
    : pick(part, `差一点就达到的要求（${count} 项）`, `Requirements missed by little (${count})`);

/** The same on a page, a table for each kind. */
export const nearMisses = (part: Part): Chapter | undefined => {
  const { title, columns, items } = nearList([part], part.lang);
  const blocks = (['grade', 'requirement'] as const).flatMap(kind => {
    const near = items.filter(item => item.kind === kind);
    const caption = captionOf(kind, near.length, part);
    const table = tableOf(
      { name: 'near', caption },
      chosen(columns, ...ON_PAGE[kind]),
      near.slice(0, SHOWN),
      part.lang,
    );
    return near.length === 0 ? [] : [table, ...leftOut(near.length - SHOWN, 'summary.xlsx', part.lang)];
  });
  return blocks.length === 0 ? undefined : chapter('near', title, ...blocks);
};
