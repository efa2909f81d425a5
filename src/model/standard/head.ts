import type { Bilingual, NonEmpty } from '../base/text.ts';
import type { Level } from '../profile/profile.ts';

/** Dates are `YYYY-MM-DD`, both ends included. */
export interface Period {
  readonly from?: string;
  readonly until?: string;
}

export const PACK_STATUSES = ['in-force', 'draft', 'superseded'] as const;

export type PackStatus = (typeof PACK_STATUSES)[number];

/** The standard's own particulars; what its text does not give is absent. */
export interface StandardDocument {
  readonly title: string;
  readonly number?: string;
  readonly issuer: Bilingual;
  readonly issued?: string;
}

/** Which document is encoded, whom it binds, and when. */
export interface StandardHead {
  readonly version: string;
  readonly document: StandardDocument;
  readonly status: PackStatus;
  readonly period: Period;
  readonly counties: NonEmpty<string>;
  readonly levels: Readonly<Partial<Record<Level, Bilingual>>>;
}
