import { both, type Lang } from '../../../model/base/text.ts';
import type { Gate } from '../../../model/finding/gate.ts';
import type { RankedCenter, Summary } from '../../../model/result/summary.ts';
import type { Write } from '../../../sheets/write/zip.ts';
import type { SummarySubject } from '../../../tell/summary/document.ts';
import { isRuled, partsOf as partsIn, type Part as Told } from '../../../tell/summary/part.ts';
import { type SheetKind, SUMMARY_SHEETS } from '../../../words/sheets.ts';
import { frameTitle, LEVEL_SHORT } from '../../../words/summary.ts';

/** All centres of one standard and level, as sheets of their own. */
export interface Part extends Told {
  /** The name of a sheet of this part. */
  readonly tab: (kind: SheetKind) => string;
  /** As the ranking lists them: by rank, or in the order of the input where they are too many to hold. */
  readonly listed: () => Iterable<RankedCenter>;
  /** How many the ranking lists. */
  readonly rows: number;
}

/** Every centre of a frame anew, where the summary does not hold them. */
export type CentersOf = (frame: string) => Iterable<RankedCenter>;

/** More formulas than this that each look at every row take too long to reckon. */
const MOST_LIVE = 5_000;

/** Whether the ranking is a live one. */
export const isLive = ({ rows }: Part): boolean => rows > 0 && rows <= MOST_LIVE;

/** What a sheet holds, less the rows above a list. */
const MOST_ROWS = 1_048_500;

/** Each standard has these sheets to itself; the others hold all standards. */
const OF_PART: readonly SheetKind[] = ['ranking', 'card', 'matrix', 'sections'];

/** A matrix of more centres is too much to look at, and too much for an office PC. */
export const MOST_DRAWN = 5_000;

/** Whether a part has something to show on a sheet of its own: rows of a scorecard, or rules. */
export const hasSheet = ({ summary: { frame }, centers }: Told, kind: SheetKind): boolean => {
  if (kind === 'card') return frame.card !== undefined && centers.length > 0 && centers.length <= MOST_DRAWN;
  return kind !== 'matrix' || frame.rules.length > 0;
};

/** Whether a list of all parts has anything to be of. */
export const hasList = (parts: readonly Told[], kind: SheetKind): boolean => {
  if (kind === 'rules') return isRuled(parts);
  return kind !== 'near' || isRuled(parts) || parts.some(({ summary: { frame } }) => frame.grades.length > 0);
};

export const isOfPart = (kind: SheetKind): boolean => OF_PART.includes(kind);

const LONGEST_NAME = 31;

/** What tells the sheets of one frame from those of another, short enough for every name. */
const suffixesOf = ({ frames }: Summary, lang: Lang): readonly string[] => {
  const room = LONGEST_NAME - Math.max(...OF_PART.map(kind => SUMMARY_SHEETS[kind].name[lang].length)) - 1;
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

/** The title of a sheet that a part has to itself. */
export const partTitle = ({ summary: { frame }, lang }: Told, title: string): string =>
  both(`${title}　${frameTitle(frame, lang)}`, `${title}: ${frameTitle(frame, lang)}`)[lang];

export const partsOf = (summary: Summary, lang: Lang, centersOf?: CentersOf): readonly Part[] => {
  const several = summary.frames.length > 1;
  const suffixes = suffixesOf(summary, lang);
  return partsIn(summary, lang).map((part, index): Part => {
    const { frame, count } = part.summary;
    const isHeld = part.centers.length === count;
    const rows = isHeld || centersOf !== undefined ? Math.min(count, MOST_ROWS) : 0;
    return {
      ...part,
      tab: kind => SUMMARY_SHEETS[kind].name[lang] + (several ? (suffixes[index] ?? '') : ''),
      listed: () => first(isHeld ? part.centers : (centersOf?.(frame.id) ?? []), rows),
      rows,
    };
  });
};

export interface SummaryBookOptions extends Pick<SummarySubject, 'lang' | 'tool' | 'rejected'> {
  readonly gate: Gate;
  readonly centersOf?: CentersOf;
  /** Takes the workbook piece by piece. */
  readonly write: Write;
}
