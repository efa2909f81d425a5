import { isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import {
  type Gap,
  type Ground,
  isUnsaid,
  type Shortfall,
  type Turning,
  type Verdict,
} from '../../model/finding/finding.ts';
import { about, gapOf, type KnownCodes } from './scope.ts';

type Met = Extract<Verdict, { truth: 'met' }>;
type Unmet = Extract<Verdict, { truth: 'unmet' }>;
export type Unknown = Extract<Verdict, { truth: 'unknown' }>;

export const met = (...grounds: [Ground, ...Ground[]]): Met => ({ truth: 'met', grounds });

export const unmet = (grounds: NonEmpty<Ground>, ...shortfalls: Shortfall[]): Unmet => ({
  truth: 'unmet',
  grounds,
  shortfalls,
});

/** `more` is what matters too once the gaps are closed, as far as nobody has said anything of either. */
export const unknown = (gaps: NonEmpty<Gap>, grounds: readonly Ground[] = [], more: readonly Gap[] = []): Unknown => ({
  truth: 'unknown',
  gaps: distinct(gaps),
  grounds,
  ...(more.length > 0 && gaps.some(isUnsaid) && turnedBy(more)),
});

const turnedBy = (gaps: readonly Gap[]): Turning => {
  const unsaid = gaps.filter(isUnsaid);
  return isNonEmpty(unsaid) ? { besides: distinct(unsaid) } : {};
};

/** All that may still turn a verdict, open or not. */
export const turnsOf = (verdict: Verdict): readonly Gap[] => [
  ...(verdict.truth === 'unknown' ? verdict.gaps : []),
  ...(verdict.besides ?? []),
];

export const besides = <V extends Verdict>(verdict: V, more: readonly Gap[]): V =>
  more.length === 0 ? verdict : { ...verdict, ...turnedBy([...(verdict.besides ?? []), ...more]) };

/** Verdict on `n` of some parts; what may turn a part may turn it, where it is not decided all the same. */
export const turning = <V extends Verdict>(n: number, parts: readonly Verdict[], verdict: V): V => {
  if (parts.every(part => part.besides === undefined)) return verdict;
  const sure = (truth: Verdict['truth']): number =>
    parts.filter(part => part.truth === truth && part.besides === undefined).length;
  const decided = sure('met') >= n || parts.length - sure('unmet') < n;
  return decided ? verdict : besides(verdict, parts.flatMap(turnsOf));
};

const distinct = (gaps: NonEmpty<Gap>): NonEmpty<Gap> => {
  const [first, ...rest] = [...new Map(gaps.map(gap => [gap.fact, gap])).values()];
  return first === undefined ? gaps : [first, ...rest];
};

/** What several parts say of one fact, such as the kind of a window that is asked about twice, is told once. */
const groundsIn = (parts: readonly Verdict[]): readonly Ground[] => {
  const grounds = parts.flatMap(part => part.grounds);
  if (grounds.length < 2) return grounds;
  const seen = new Set<string>();
  return grounds.filter(({ fact }) => !seen.has(fact) && seen.add(fact));
};

const having = <T extends Verdict['truth']>(truth: T, parts: readonly Verdict[]): Extract<Verdict, { truth: T }>[] =>
  parts.filter((part): part is Extract<Verdict, { truth: T }> => part.truth === truth);

const groundsOf = (parts: NonEmpty<Verdict>): NonEmpty<Ground> => {
  const grounds = groundsIn(parts);
  if (!isNonEmpty(grounds)) throw new Error('a decided verdict without grounds');
  return grounds;
};

const decidedUnmet = (parts: NonEmpty<Unmet>): Unmet =>
  unmet(groundsOf(parts), ...parts.flatMap(part => part.shortfalls));

const stillOpen = (parts: NonEmpty<Unknown>): Unknown => {
  const gaps = parts.flatMap(part => part.gaps);
  if (!isNonEmpty(gaps)) throw new Error('an unknown verdict without gaps');
  return unknown(gaps, groundsIn(parts));
};

const requireNonEmpty = <T>(items: readonly T[]): NonEmpty<T> => {
  if (!isNonEmpty(items)) throw new Error('nothing to combine');
  return items;
};

/** Unmet if any part is; else unknown if any part is; else met. Cites the parts that decided it. */
export const all = (parts: NonEmpty<Verdict>): Verdict => turning(parts.length, parts, allOf(parts));

const allOf = (parts: NonEmpty<Verdict>): Verdict => {
  const failed = having('unmet', parts);
  const open = having('unknown', parts);
  if (isNonEmpty(failed)) return decidedUnmet(failed);
  return isNonEmpty(open) ? stillOpen(open) : { truth: 'met', grounds: groundsOf(parts) };
};

export const any = (parts: NonEmpty<Verdict>): Verdict => atLeast(1, parts);

/** Met if `n` parts are; unmet if fewer than `n` still can be; else unknown. */
export const atLeast = (n: number, parts: NonEmpty<Verdict>): Verdict => turning(n, parts, severalOf(n, parts));

const severalOf = (n: number, parts: NonEmpty<Verdict>): Verdict => {
  const held = having('met', parts);
  const open = having('unknown', parts);
  if (held.length >= n) return { truth: 'met', grounds: groundsOf(n === 0 ? parts : requireNonEmpty(held)) };
  return held.length + open.length >= n && isNonEmpty(open)
    ? stillOpen(open)
    : decidedUnmet(requireNonEmpty(having('unmet', parts)));
};

export const not = (part: Verdict): Verdict => {
  if (part.truth === 'unknown') return part;
  const [{ fact, location }] = part.grounds;
  const opposite: Verdict =
    part.truth === 'unmet'
      ? { truth: 'met', grounds: part.grounds }
      : unmet(part.grounds, { kind: 'excluded', fact, location });
  return besides(opposite, part.besides ?? []);
};

/** Unknown for want of the open entries, if there are any. */
export const openGaps = (list: KnownCodes): Verdict | undefined => {
  const gaps = list.open.flatMap(entry => gapOf(entry));
  return isNonEmpty(gaps) ? unknown(gaps, [list.ground]) : undefined;
};

/** Terms that are missing, or that should not be there. */
export const lacking = (
  { ground, at }: KnownCodes,
  list: string,
  kind: 'missing' | 'unexpected',
  codes: readonly string[],
): Verdict => unmet([ground], ...(isNonEmpty(codes) ? [{ kind, list, codes, ...about(at) } as const] : []));

/** What several possible verdicts have in common; unknown, for the gaps, when they differ. */
export const agreed = (verdicts: readonly Verdict[], gaps: readonly Gap[]): Verdict => {
  const [first] = verdicts;
  if (first === undefined) throw new Error('no verdict to agree on');
  const isOne = verdicts.every(({ truth }) => truth === first.truth);
  if (isOne && first.truth === 'unknown') return unknown(first.gaps, first.grounds, [...turnsOf(first), ...gaps]);
  return isOne || !isNonEmpty(gaps) ? first : unknown(gaps, first.grounds, verdicts.flatMap(turnsOf));
};
