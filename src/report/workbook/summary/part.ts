import type { Lang } from '../../../model/base/text.ts';
import type { FrameSummary, RankedCenter, Summary } from '../../../model/result/summary.ts';
import { pick } from '../../../words/reader.ts';
import { frameTitle, LEVEL_SHORT } from '../../../words/summary.ts';
import { placesOf } from '../../html/figures.ts';
import { MOST_ROWS, SHEETS, type SheetKind } from './words.ts';

/** All centres of one standard and level, as sheets of their own. */
export interface Part {
  readonly summary: FrameSummary;
  readonly lang: Lang;
  readonly several: boolean;
  /** The name of a sheet of this part. */
  readonly tab: (kind: SheetKind) => string;
  /** By rank; empty where there are too many to hold. */
  readonly centers: readonly RankedCenter[];
  /** As the ranking lists them: by rank, or in the order of the input where they are too many to hold. */
  readonly listed: () => Iterable<RankedCenter>;
  /** How many the ranking lists. */
  readonly rows: number;
  /** Decimals of the scores. */
  readonly places: number;
}

/** Every centre of a frame anew, where the summary does not hold them. */
export type CentersOf = (frame: string) => Iterable<RankedCenter>;

/** More formulas than this that each look at every row take too long to reckon. */
export const MOST_LIVE = 5_000;

/** Each standard has these sheets to itself; the others hold all standards. */
const OF_PART: readonly SheetKind[] = ['ranking', 'matrix', 'sections'];

export const isOfPart = (kind: SheetKind): boolean => OF_PART.includes(kind);

const LONGEST_NAME = 31;

const byRank = (a: RankedCenter, b: RankedCenter): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);

/** What tells the sheets of one frame from those of another, short enough for every name. */
const suffixesOf = ({ frames }: Summary, lang: Lang): readonly string[] => {
  const room = LONGEST_NAME - Math.max(...OF_PART.map(kind => SHEETS[kind].name[lang].length)) - 1;
  const taken = new Set<string>();
  return frames.map(({ frame }, index) => {
    const plain = `${frame.pack.id} ${LEVEL_SHORT[frame.level][lang]}`.replaceAll(/[[\]:*?/\\']/gu, '-');
    const number = ` ${index + 1}`;
    const free = plain.length <= room && !taken.has(plain.toLowerCase());
    const suffix = free ? plain : plain.slice(0, room - number.length) + number;
    taken.add(suffix.toLowerCase());
    return ` ${suffix}`;
  });
};

function* first<T>(items: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const item of items) {
    if (left-- <= 0) return;
    yield item;
  }
}

const spreadPlaces = ({ score }: FrameSummary): number =>
  score === undefined ? 0 : placesOf([score.low, score.high].flatMap(({ least, most }) => [least, most]));

/** The title of a sheet that a part has to itself. */
export const partTitle = ({ summary: { frame }, lang }: Part, zh: string, en: string): string =>
  pick({ lang }, `${zh}　${frameTitle(frame, lang)}`, `${en}: ${frameTitle(frame, lang)}`);

export const partsOf = (summary: Summary, lang: Lang, centersOf?: CentersOf): readonly Part[] => {
  const several = summary.frames.length > 1;
  const suffixes = suffixesOf(summary, lang);
  return summary.frames.map((frame, index): Part => {
    const centers = [...frame.centers].sort(byRank);
    const isHeld = centers.length === frame.count;
    const rows = isHeld || centersOf !== undefined ? Math.min(frame.count, MOST_ROWS) : 0;
    return {
      summary: frame,
      lang,
      several,
      tab: kind => SHEETS[kind].name[lang] + (several ? (suffixes[index] ?? '') : ''),
      centers: isHeld ? centers : [],
      listed: () => first(isHeld ? centers : (centersOf?.(frame.frame.id) ?? []), rows),
      rows,
      places: isHeld
        ? placesOf(centers.flatMap(({ row: { score } }) => (score ? [score.low, score.high] : [])))
        : spreadPlaces(frame),
    };
  });
};
