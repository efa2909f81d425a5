import { placesOf } from '../../model/base/figures.ts';
import { both, type Lang } from '../../model/base/text.ts';
import { type Center, nameOf } from '../../model/profile/profile.ts';
import type { CenterRow, FrameSummary, RankedCenter, Summary } from '../../model/result/summary.ts';
import { LABELS } from '../../words/names.ts';
import { type Called, calledAll, type Voice, voiced } from '../../words/reader.ts';
import { frameTitle } from '../../words/summary.ts';
import type { Cell, Span } from '../block.ts';
import type { Filter } from '../drawing.ts';
import { column, IN_BOOK, type ListColumn, NO_FIGURE } from '../list.ts';

/** All centres of one standard and level. */
export interface Part {
  readonly summary: FrameSummary;
  readonly lang: Lang;
  readonly of: Called;
  /** Its own among the parts of a summary: `f1`. */
  readonly key: string;
  /** By rank; empty where there are too many to hold. */
  readonly centers: readonly RankedCenter[];
  /** Decimals of the scores. */
  readonly places: number;
  /** How many counties the centres come from. */
  readonly counties: number;
  /** The page of a centre, as a path from the folder of the summary. */
  readonly pageOf: (row: CenterRow) => string | undefined;
}

const byRank = (a: RankedCenter, b: RankedCenter): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);

const scorePlaces = ({ score, centers }: FrameSummary): number =>
  centers.length > 0
    ? placesOf(centers.flatMap(({ row }) => (row.score ? [row.score.low, row.score.high] : [])))
    : placesOf(score === undefined ? [] : [score.low, score.high].flatMap(({ least, most }) => [least, most]));

export const partsOf = ({ frames }: Summary, lang: Lang, pageOf: Part['pageOf'] = () => undefined): readonly Part[] =>
  frames.map((summary, index) => ({
    summary,
    lang,
    of: summary.frame,
    key: `f${index + 1}`,
    centers: summary.centers.toSorted(byRank),
    places: scorePlaces(summary),
    counties: new Set(summary.centers.map(({ row }) => row.center.county)).size,
    pageOf,
  }));

/** Where a centre is, as far as its name does not say so. */
export const whereOf = ({ name, township, county }: Center, counties = 2): string => {
  const known = name ?? township ?? '';
  const parts = [counties > 1 ? county : undefined, township];
  return parts.filter(part => part !== undefined && !known.includes(part)).join(' ');
};

export const nameSpan = ({ row }: RankedCenter, { pageOf }: Part): Span => {
  const href = pageOf(row);
  return { text: nameOf(row.center, row.location.file), ...(href !== undefined && { href }) };
};

/** What the filter of a page knows of a centre. */
export const filterOf = ({ row }: RankedCenter, { key }: Part): Filter => ({
  frame: key,
  grade: row.score?.grades.join('/') ?? '',
  gate: row.gate,
  county: row.center.county ?? '',
  o: row.outcomes,
});

export interface Selection {
  readonly top: readonly RankedCenter[];
  readonly bottom: readonly RankedCenter[];
  /** How many there are between them and beyond. */
  readonly left: number;
}

/** All centres by rank, or where there are too many the best and the worst. */
export const select = ({ summary: { count }, centers }: Part, most: number): Selection => {
  if (centers.length <= most) return { top: centers, bottom: [], left: count - centers.length };
  const half = Math.floor(most / 2);
  return {
    top: centers.slice(0, most - half),
    bottom: centers.slice(centers.length - half),
    left: count - most,
  };
};

/** How lists of all the parts are told. */
export const voiceOf = (parts: readonly Part[], lang: Lang): Required<Voice> => ({
  lang,
  of: calledAll(parts.map(({ of }) => of)),
});

/** Whether some standard has rules, and is no scorecard alone. */
export const isRuled = (parts: readonly Part[]): boolean =>
  parts.length === 0 || parts.some(({ summary: { frame } }) => frame.rules.length > 0);

/** What is said where a standard has too many centres to be listed. */
export const unheld = (parts: readonly Part[], lang: Lang): string =>
  parts.some(({ centers, summary }) => centers.length < summary.count)
    ? voiced(voiceOf(parts, lang), {
        zh: '中心太多的标准不在这里逐个列出，见 results.jsonl。',
        en: ' Standards with too many centres are left to results.jsonl.',
      })
    : '';

export const standardColumn = <T extends { readonly part: Part }>(several: boolean): readonly ListColumn<T>[] =>
  several
    ? [column.text('standard', LABELS.pack, 24, ({ part }) => frameTitle(part.summary.frame, part.lang), IN_BOOK)]
    : [];

type CenterOf<T> = (item: T) => RankedCenter;

export const rankColumn = <T>(centerOf: CenterOf<T>): ListColumn<T> =>
  column.short('rank', both('名次', 'Rank'), 6, item => centerOf(item).rank ?? NO_FIGURE);

export const countyColumn = <T>(centerOf: CenterOf<T>): ListColumn<T> =>
  column.short('county', both('县区', 'County'), 9, item => centerOf(item).row.center.county, IN_BOOK);

export const townshipColumn = <T>(centerOf: CenterOf<T>): ListColumn<T> =>
  column.text('township', both('乡镇（街道）', 'Township'), 12, item => centerOf(item).row.center.township, IN_BOOK);

/** The name of a centre, which a page links to its report. */
/** `cell` where the list stands on a page. */
export const nameColumn = <T>(centerOf: CenterOf<T>, cell?: (item: T) => Cell): ListColumn<T> =>
  column.name('name', LABELS.center, 26, item => nameOf(centerOf(item).row.center, centerOf(item).row.location.file), {
    ...(cell && { cell }),
  });
