import { isNonEmpty } from '../../model/base/text.ts';
import type { TermsValue } from '../../model/base/value.ts';
import type { Ground, Shortfall, Verdict } from '../../model/finding/finding.ts';
import { gapOf, groundOf, type Resolved } from './scope.ts';
import { unknown, unmet } from './verdict.ts';

/** A list as far as it is known: the codes it holds, and the entries that may still turn out to be any code. */
export interface KnownCodes {
  readonly at: Resolved;
  readonly ground: Ground;
  readonly codes: ReadonlySet<string>;
  readonly open: readonly Resolved[];
  /** How many more codes the open entries can add at most. */
  readonly room: number;
}

export const codesOf = (value: TermsValue, at: Resolved): KnownCodes => ({
  at,
  ground: groundOf(at, value),
  codes: new Set(value.terms.map(term => term.code)),
  open: [],
  room: 0,
});

/** Unknown for want of the open entries, if there are any. */
export const openGaps = (list: KnownCodes): Verdict | undefined => {
  const gaps = list.open.flatMap(entry => gapOf(entry));
  return isNonEmpty(gaps) ? unknown(gaps, [list.ground]) : undefined;
};

export const about = ({ path, itemKey, location }: Resolved): Pick<Shortfall, 'fact' | 'item' | 'location'> => ({
  fact: path,
  ...(itemKey !== undefined && { item: itemKey }),
  location,
});

/** Terms that are missing, or that should not be there. */
export const lacking = (
  { ground, at }: KnownCodes,
  list: string,
  kind: 'missing' | 'unexpected',
  codes: readonly string[],
): Verdict => unmet([ground], ...(isNonEmpty(codes) ? [{ kind, list, codes, ...about(at) } as const] : []));

/** What several possible verdicts have in common; unknown, for want of `open`, when they differ. */
export const agreed = (verdicts: readonly Verdict[], open: readonly Resolved[]): Verdict => {
  const [first] = verdicts;
  if (first === undefined) throw new Error('no verdict to agree on');
  const gaps = open.flatMap(entry => gapOf(entry));
  return verdicts.every(verdict => verdict.truth === first.truth) || !isNonEmpty(gaps)
    ? first
    : unknown(gaps, first.grounds);
};
