import { compareExact, decimalOf, type Exact, exact, minus, plus } from '../../../model/base/exact.ts';
import { both, type Lang } from '../../../model/base/text.ts';
import type { ScalarValue } from '../../../model/base/value.ts';
import { factIdOf } from '../../../model/finding/finding.ts';
import { nameOf } from '../../../model/profile/profile.ts';
import type { NearMiss, RankedCenter } from '../../../model/result/summary.ts';
import type { BookWriter } from '../../../sheets/write/book.ts';
import { clauseText } from '../../../words/names.ts';
import { pick } from '../../../words/reader.ts';
import { byText, frameTitle, limitText } from '../../../words/summary.ts';
import { closeness, figureOf } from '../../html/summary/near.ts';
import { type Column, putListing } from './listing.ts';
import { LOOK } from './looks.ts';
import type { Part } from './part.ts';
import { SHEETS } from './words.ts';

/** So many are listed, the closest of each kind. */
const MOST = 20_000;

/** Something that a centre nearly has, in words. */
interface Near {
  readonly part: Part;
  readonly center: RankedCenter;
  readonly kind: string;
  readonly clause: string;
  readonly wanted: string;
  readonly fact: string;
  readonly limit: string;
  readonly actual: string;
  readonly gap: string;
}

/** What is to be put into words, the closest first. */
interface Found {
  readonly part: Part;
  readonly center: RankedCenter;
  readonly miss?: NearMiss;
  readonly closeness: Exact;
}

/** The closest first; otherwise as they came. */
const closest = (found: readonly Found[]): readonly Found[] =>
  found.toSorted((a, b) => compareExact(a.closeness, b.closeness)).slice(0, MOST);

const actualOf = ({ by, limit, side }: NearMiss): ScalarValue => {
  if (!('amount' in limit)) return limit;
  const amount = (side === 'below' ? minus : plus)(figureOf(limit), figureOf(by));
  return { ...limit, amount: decimalOf(amount) };
};

/** `柜台高度（第 2 项）`. */
const factText = ({ fact }: NearMiss, { summary, lang }: Part): string => {
  const label = summary.frame.facts.find(({ id }) => id === factIdOf(fact))?.label[lang] ?? fact;
  const number = /\[(\d+)\]/u.exec(fact)?.[1];
  return number === undefined ? label : pick({ lang }, `${label}（第 ${number} 项）`, `${label} (no. ${number})`);
};

const missText = ({ part, center }: Found, miss: NearMiss): Near => {
  const { lang, summary } = part;
  const rule = summary.frame.rules[miss.rule];
  return {
    part,
    center,
    kind: pick(part, '要求', 'requirement'),
    clause: rule === undefined ? '' : clauseText(rule),
    wanted: rule?.title[lang] ?? '',
    fact: factText(miss, part),
    limit: limitText(miss.limit, lang),
    actual: limitText(actualOf(miss), lang),
    gap: byText(miss.by, lang),
  };
};

const gradeText = ({ part, center }: Found): Near => {
  const { grades } = part.summary.frame;
  const next = grades.find(({ id }) => id === center.nextGrade?.grade);
  return {
    part,
    center,
    kind: pick(part, '等次', 'grade'),
    clause: '',
    wanted: `${next?.id ?? ''} ${next?.label[part.lang] ?? ''}`.trim(),
    fact: pick(part, '得分', 'score'),
    limit: next?.atLeast ?? '',
    actual: center.row.score?.low ?? '',
    gap: center.nextGrade?.gap ?? '',
  };
};

const nearIn = (part: Part): readonly Near[] => {
  const grades = part.centers.flatMap((center): readonly Found[] =>
    center.nextGrade === undefined ? [] : [{ part, center, closeness: exact(center.nextGrade.gap) }],
  );
  const misses = part.centers.flatMap(center =>
    center.row.near.map((miss): Found => ({ part, center, miss, closeness: closeness(miss) })),
  );
  return [
    ...closest(grades).map(gradeText),
    ...closest(misses).flatMap(found => (found.miss ? missText(found, found.miss) : [])),
  ];
};

const columnsOf = (lang: Lang, several: boolean): readonly Column<Near>[] => {
  const text = (zh: string, en: string, width: number, value: (near: Near) => string): Column<Near> => ({
    head: both(zh, en),
    width,
    look: width < 16 ? LOOK.centre : LOOK.text,
    fits: true,
    value,
  });
  return [
    ...(several ? [text('标准', 'Standard', 24, ({ part }) => frameTitle(part.summary.frame, lang))] : []),
    text('类别', 'Kind', 8, ({ kind }) => kind),
    text('县区', 'County', 9, ({ center }) => center.row.center.county ?? ''),
    text('中心', 'Centre', 26, ({ center: { row } }) => nameOf(row.center, row.location.file)),
    text('条款', 'Clause', 14, ({ clause }) => clause),
    text('等次或要求', 'Grade or requirement', 26, ({ wanted }) => wanted),
    text('内容', 'Of', 24, ({ fact }) => fact),
    text('要求的限值', 'Limit', 14, ({ limit }) => limit),
    text('实际', 'Actual', 14, ({ actual }) => actual),
    text('还差', 'Off by', 15, ({ gap }) => gap),
  ];
};

const unheld = (parts: readonly Part[], lang: Lang): string =>
  parts.some(({ centers, summary }) => centers.length < summary.count)
    ? pick(
        { lang },
        '中心太多的标准不在这里逐个列出，见 results.jsonl。',
        ' Standards with too many centres are left to results.jsonl.',
      )
    : '';

/** Who is nearly there: the next grade, or a limit missed by little. */
export const addNear = (book: BookWriter, parts: readonly Part[], lang: Lang): void => {
  const items = parts.flatMap(nearIn);
  putListing(book, {
    sheet: { name: SHEETS.near.name[lang] },
    lang,
    title: pick({ lang }, '差一点达到', 'Near misses'),
    note:
      pick(
        { lang },
        `“等次”：离上一等次不到总分的 5%；“要求”：与限值相差不到一成。差得最少的在前，各列 ${MOST} 项为限。`,
        `Grades: less than 5% of the total away from the next. Requirements: within a tenth of the limit. The closest first, at most ${MOST} of each.`,
      ) + unheld(parts, lang),
    columns: columnsOf(lang, parts.length > 1),
    frozen: parts.length > 1 ? 4 : 3,
    count: items.length,
    items,
  });
};
