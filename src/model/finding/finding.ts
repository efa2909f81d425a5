import { distinct } from '../base/group.ts';
import type { Location } from '../base/location.ts';
import { isNonEmpty, type NonEmpty } from '../base/text.ts';
import type { Rule } from '../standard/pack.ts';
import type { Gap, Ground, Shortfall, Turning } from './verdict.ts';

export type * from './verdict.ts';

/** Whether anything may still be said of a fact: nobody declared it, or nobody can read what was. */
export const isUnsaid = ({ reason }: Pick<Gap, 'reason'>): boolean =>
  reason === 'undeclared' || reason === 'unreadable';

export type NotApplicableReason =
  | { readonly kind: 'condition'; readonly grounds: NonEmpty<Ground> }
  | { readonly kind: 'not-in-force' | 'not-yet-due'; readonly date: string; readonly asOf: string }
  | { readonly kind: 'declared' | 'did-not-occur'; readonly gaps: NonEmpty<Gap> }
  /** As the county reads the text, it asks nothing of a centre. */
  | { readonly kind: 'no-duty' };

/** One rule against one profile; `fingerprint` as a kept result has it. */
export type Finding = { readonly rule: Rule; readonly fingerprint?: string } & (
  | { readonly outcome: 'pass'; readonly grounds: NonEmpty<Ground> }
  | { readonly outcome: 'fail'; readonly grounds: NonEmpty<Ground>; readonly shortfalls: readonly Shortfall[] }
  | (Turning & { readonly outcome: 'unknown'; readonly gaps: NonEmpty<Gap>; readonly grounds: readonly Ground[] })
  | { readonly outcome: 'not-applicable'; readonly reason: NotApplicableReason }
);

export type Outcome = Finding['outcome'];

export const OUTCOMES = ['pass', 'fail', 'unknown', 'not-applicable'] as const satisfies readonly Outcome[];

export const groundsOf = (finding: Finding): readonly Ground[] => {
  if (finding.outcome !== 'not-applicable') return finding.grounds;
  return 'grounds' in finding.reason ? finding.reason.grounds : [];
};

/** Every fact that could still decide what is open, each once. */
export const missingIn = ({ gaps, besides = [] }: Turning & { readonly gaps: NonEmpty<Gap> }): NonEmpty<Gap> => {
  if (besides.length === 0) return gaps;
  const missing = distinct([...gaps, ...besides], ({ fact }) => fact);
  return isNonEmpty(missing) ? missing : gaps;
};

/** The facts that it still waits for, or that are why it does not apply. */
export const gapsOf = (finding: Finding): readonly Gap[] => {
  if (finding.outcome === 'unknown') return missingIn(finding);
  return finding.outcome === 'not-applicable' && 'gaps' in finding.reason ? finding.reason.gaps : [];
};

/** Where to look first: at what falls short, else at what is missing, else at what decided. */
export const firstPlace = (finding: Finding, root: Location): Location => {
  const [shortfall] = finding.outcome === 'fail' ? finding.shortfalls : [];
  return (shortfall ?? gapsOf(finding)[0] ?? groundsOf(finding)[0])?.location ?? root;
};

type About = Pick<Ground, 'fact' | 'item'>;

/** Of what fact something is said, and of which record. */
export const aboutOf = ({ fact, item }: About): About => (item === undefined ? { fact } : { fact, item });

/** The id in the vocabulary of a path: `counters[2].height` → `counters.height`. */
export const factIdOf = (path: string): string => (path.includes('[') ? path.replaceAll(/\[\d+\]/g, '') : path);

/** The facts that gaps are of, each once. */
export const factsOfGaps = (gaps: readonly Pick<Gap, 'fact'>[]): readonly string[] => [
  ...new Set(gaps.map(({ fact }) => factIdOf(fact))),
];
