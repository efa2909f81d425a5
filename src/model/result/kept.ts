import type { Location } from '../base/location.ts';
import type { Bilingual } from '../base/text.ts';
import type { Decimal, Value } from '../base/value.ts';
import type { GapReason, Outcome } from '../finding/finding.ts';
import type { Level } from '../profile/profile.ts';
import type { Points } from '../scoring/score.ts';
import type { Obligation } from '../standard/pack.ts';

/** A fact as a kept result tells it: `null` where a rule asked whether there is anything, and nothing is. */
export interface KeptGround {
  readonly fact: string;
  readonly item?: string | undefined;
  readonly value: Value | null;
  readonly location: Location;
}

export interface KeptGap {
  readonly fact: string;
  readonly item?: string | undefined;
  readonly reason: GapReason;
  readonly location: Location;
}

export interface KeptMatter {
  readonly fact: string;
  readonly item?: string | undefined;
  readonly term?: string | undefined;
  readonly extent?: { readonly by: Decimal; readonly limit: string } | undefined;
}

export interface KeptFinding {
  readonly rule: string;
  readonly clause: readonly string[];
  readonly obligation: Obligation;
  readonly section: string;
  readonly title: Bilingual;
  readonly outcome: Outcome;
  /** Why it does not apply, and the date that says so. */
  readonly reason?: { readonly kind: string; readonly date?: string | undefined } | undefined;
  readonly expected: Bilingual;
  readonly actual: Bilingual;
  readonly shortfall?: Bilingual | undefined;
  readonly missing: readonly KeptGap[];
  readonly grounds: readonly KeptGround[];
  readonly location: Location;
  readonly points: Points;
  readonly matters?: readonly KeptMatter[] | undefined;
  readonly waived: boolean;
}

/** A row of a scorecard, as far as it was filled in. */
export interface KeptRow extends Points {
  readonly id: string;
  readonly title: Bilingual;
}

export interface KeptGrade {
  readonly id: string;
  readonly label?: Bilingual | undefined;
}

export interface KeptScore {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly max: Decimal;
  /** The sums of which low and high are shares. */
  readonly points?: Points | undefined;
  readonly grades: readonly KeptGrade[];
}

export interface KeptCenter {
  readonly name?: string | undefined;
  readonly level: Level;
  readonly county?: string | undefined;
  readonly township?: string | undefined;
}

/** Something that a result rests on, to the byte. */
export interface Digested {
  readonly id: string;
  readonly version?: string | undefined;
  readonly sha256: string;
}

/** What a result rests on besides what the centre declares. */
export interface Footing {
  readonly asOf: string;
  readonly pack: Digested;
  readonly scheme: Digested;
  readonly tool: string;
}

/** A published result as it was kept; `at` is where in its file it stands. */
export interface KeptResult extends Footing {
  readonly at: Location;
  readonly center: KeptCenter;
  readonly profile: { readonly path: string; readonly sha256: string };
  readonly score?: KeptScore | undefined;
  readonly findings: readonly KeptFinding[];
  /** Where the scheme is a scorecard: its rows, and what they come to. */
  readonly scorecard?: { readonly points: Points; readonly rows: readonly KeptRow[] } | undefined;
}

/** An input that gave no result. */
export interface KeptRejection {
  readonly file: string;
  readonly center: string;
  readonly message: Bilingual;
}

/** What the record of a batch says of it as a whole. */
export interface KeptRun {
  readonly counts: { readonly documents: number; readonly audited: number; readonly rejected: number };
  readonly roster?: { readonly expected: number; readonly missing: number; readonly unlisted: number } | undefined;
}

/** What a centre goes by: its name, else its township, else its file. */
export const keptName = ({ center, profile }: Pick<KeptResult, 'center' | 'profile'>): string =>
  center.name ?? center.township ?? profile.path;
