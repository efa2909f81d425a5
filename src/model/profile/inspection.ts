import type { Location } from '../base/location.ts';
import type { Decimal, Fact } from '../base/value.ts';

/** 自评, 核查, 终审: each laid over the ones before it. */
export const STAGES = ['self', 'inspection', 'final'] as const;

export type Stage = (typeof STAGES)[number];

/** Why something stands as it does, by whose word, and from what level they came. */
export interface Attribution {
  readonly reason: string;
  readonly person: string;
  readonly level: string;
  readonly location: Location;
}

/** A fact as it was found, against what the centre declared. `record` and `field` where it is a field of one record. */
export interface FactChange extends Attribution {
  readonly fact: string;
  readonly record?: { readonly number: number; readonly key: string };
  readonly found: Fact;
}

/** What an inspector filled in: how many times, how many points, or which option. */
export interface Entered extends Attribution {
  readonly entry: string;
  readonly value: Decimal;
  readonly option?: string;
  readonly bureau?: string;
}

/** What a record of an inspection is, who kept it and when. */
export interface RecordHead {
  readonly path: string;
  readonly sha256: string;
  readonly stage: Stage;
  readonly date?: string;
  readonly person?: string;
  readonly level?: string;
}

/** A record of its own, laid over a profile. */
export interface Inspection extends RecordHead {
  readonly center?: string;
  readonly scheme?: string;
  readonly changes: readonly FactChange[];
  readonly entries: readonly Entered[];
}

/** A change as it was laid over what stood there before. */
export type Applied = { readonly stage: Stage } & (
  | { readonly kind: 'fact'; readonly change: FactChange; readonly before: Fact | undefined }
  | { readonly kind: 'entry'; readonly change: Entered; readonly before: Entered | undefined }
);

export const headOf = ({ path, sha256, stage, date, person, level }: Inspection): RecordHead => ({
  path,
  sha256,
  stage,
  ...(date !== undefined && { date }),
  ...(person !== undefined && { person }),
  ...(level !== undefined && { level }),
});
