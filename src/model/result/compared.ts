import type { Location } from '../base/location.ts';
import type { Bilingual } from '../base/text.ts';
import type { Decimal, Value } from '../base/value.ts';
import type { Outcome } from '../finding/finding.ts';
import type { GapReason } from '../finding/verdict.ts';
import type { Center, Level } from '../profile/profile.ts';
import type { Points } from '../scoring/score.ts';
import type { Obligation } from '../standard/pack.ts';
import type { Digested, KeptRejection, KeptRun, KeptScore } from './kept.ts';

/** How a rule stands to the older result. Only what now passes and did not is better. */
export const GROUPS = ['worse', 'further', 'better', 'closer', 'shifted', 'otherwise', 'appeared', 'vanished'] as const;

export type Group = (typeof GROUPS)[number];

/** How a centre stands to the older result, by its rules and the rows of its table; `accepted`: rejected before. */
export const STANDINGS = [
  'worse',
  'mixed',
  'better',
  'changed',
  'same',
  'new',
  'accepted',
  'gone',
  'incomparable',
] as const;

export type Standing = (typeof STANDINGS)[number];

/**
 * What a result tells of a fact: `untold` where the outcome did not rest on it, `otherwise` where the outcome says that
 * it is not what the other result has, `none` where nothing is there.
 */
export type FactState =
  | { readonly state: 'declared'; readonly value: Value; readonly location: Location }
  | {
      readonly state: GapReason | 'none';
      readonly location: Location;
    }
  | { readonly state: 'untold' | 'otherwise' };

/** Why an outcome changed, as far as the two results tell. */
export type Cause =
  | {
      readonly kind: 'fact';
      readonly fact: string;
      readonly item?: string;
      readonly from: FactState;
      readonly to: FactState;
    }
  | { readonly kind: 'date'; readonly date: string; readonly from: string; readonly to: string }
  | {
      readonly kind: 'rule';
      readonly expected?: Change<Bilingual>;
      readonly obligation?: Change<Obligation>;
      readonly clause?: Change<readonly string[]>;
    }
  | { readonly kind: 'waiver'; readonly granted: boolean }
  /** Nothing that the results tell of the rule differs: what they rest on does. */
  | { readonly kind: 'pack' | 'tool' | 'profile' | 'untold' };

export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/** One side or both: what only one of the two results has is new or gone. */
export interface Sides<T> {
  readonly from?: T;
  readonly to?: T;
}

/** The same told of each side that there is, as far as that can be told. */
export const sidesOf = <A, B>(from: A | undefined, to: A | undefined, tell: (one: A) => B | undefined): Sides<B> => {
  const [was, is] = [from, to].map(one => (one === undefined ? undefined : tell(one)));
  return { ...(was !== undefined && { from: was }), ...(is !== undefined && { to: is }) };
};

export interface RuleChange {
  readonly group: Group;
  readonly rule: string;
  readonly clause: readonly string[];
  readonly obligation: Obligation;
  readonly title: Bilingual;
  readonly outcome: Sides<Outcome>;
  readonly shortfall: Sides<Bilingual>;
  readonly points: Sides<Points>;
  readonly place: Sides<Location>;
  readonly causes: readonly Cause[];
}

export const countGroups = (rules: readonly Pick<RuleChange, 'group'>[]): Record<Group, number> => {
  const counts = {
    ...{ worse: 0, further: 0, better: 0, closer: 0 },
    ...{ shifted: 0, otherwise: 0, appeared: 0, vanished: 0 },
  };
  for (const { group } of rules) counts[group]++;
  return counts;
};

export interface RowChange {
  readonly id: string;
  readonly title: Bilingual;
  readonly points: Sides<Points>;
}

/** What two results rest on, where it differs. */
export type FootingChange =
  | ({ readonly kind: 'pack' | 'scheme' } & Change<Digested>)
  | ({ readonly kind: 'as-of' | 'tool' } & Change<string>);

/** `old + changes + rest = new`, in the points of which the score is a share. */
export interface Reconciliation {
  readonly points: Change<Points>;
  /** Of the points secured, by the rules or rows that changed: what was gained, and what was lost. */
  readonly gained: Decimal;
  readonly lost: Decimal;
  /** What a table's caps, floors and stages take or give besides its rows. */
  readonly rest: Decimal;
}

/** Why two scores cannot be held against each other. */
export type ScoreBar = 'pack' | 'edition' | 'scheme' | 'no-score' | 'unreadable';

/** By what two results were taken to be of one centre that they do not call the same. */
export const MATCHED_BY = ['name', 'place'] as const;

export type MatchedBy = (typeof MATCHED_BY)[number];

/** What the older result calls such a centre. */
export interface Matched extends Center {
  readonly by: MatchedBy;
  readonly name: string;
}

export interface CenterChange {
  readonly standing: Standing;
  readonly name: string;
  readonly center: Center & { readonly level: Level };
  /** Where the two results do not call it the same. */
  readonly matched?: Matched;
  readonly pack: string;
  readonly profile: Sides<string>;
  readonly score: Sides<KeptScore>;
  /** Why the scores cannot be compared; empty where they can. */
  readonly bars: readonly ScoreBar[];
  readonly footing: readonly FootingChange[];
  readonly rules: readonly RuleChange[];
  readonly rows: readonly RowChange[];
  readonly reconciliation?: Reconciliation;
  /** Why there is no newer result, or was no older one, where that batch says so. */
  readonly rejection?: KeptRejection;
}

export interface CenterLine extends Pick<CenterChange, 'standing' | 'name' | 'matched' | 'bars' | 'rejection'> {
  readonly score: Sides<Pick<KeptScore, 'low' | 'high'>>;
  readonly counts: Readonly<Record<Group, number>>;
}

export interface RuleTurn extends Pick<RuleChange, 'rule' | 'clause' | 'title'> {
  readonly pack: string;
  readonly counts: Readonly<Record<Group, number>>;
}

export interface Compared {
  readonly standings: Readonly<Record<Standing, number>>;
  readonly groups: Readonly<Record<Group, number>>;
  /** Centres gone because what they handed in was rejected. */
  readonly rejected: number;
  /** Centres that the two results do not call the same. */
  readonly matched: Readonly<Record<MatchedBy, number>>;
  readonly footing: readonly { readonly change: FootingChange; readonly centers: number }[];
  /** Rules with any change, in the order in which they were met. */
  readonly rules: readonly RuleTurn[];
  /** Every centre that is not what it was, in order. */
  readonly lines: readonly CenterLine[];
  readonly runs: Sides<KeptRun>;
}

/** Where two values differ first, by the names on the way to it; what only one of them has is undefined in the other. */
export interface Difference {
  readonly path: readonly string[];
  readonly kept: unknown;
  readonly anew: unknown;
}

/** What of a result cannot be computed from its profile alone, and is taken as it was kept. */
export type Unchecked = 'earlier' | 'peers';

/** A result beside the same computed anew. */
export interface Verification {
  /** The digests of the profile, where it is not the one that the result was made of. */
  readonly profile?: { readonly kept: string; readonly anew: string };
  /** Pack, scheme and tool, where they are not those of the result. */
  readonly footing: readonly FootingChange[];
  /** The first thing that the results say differently. */
  readonly difference?: Difference;
  readonly unchecked: readonly Unchecked[];
}

/** Another tool alone is no difference, if it comes to the same. */
export const isSame = ({ profile, footing, difference }: Verification): boolean =>
  profile === undefined && difference === undefined && footing.every(({ kind }) => kind === 'tool');
