import type { Location } from '../base/location.ts';
import type { NonEmpty } from '../base/text.ts';

/** A requirement that someone let one centre off for a while. Both days are included, by the clock of `TIME_ZONE`. */
export interface Waiver {
  readonly rule: string;
  /** By its name; by its township or its file where it declares none. */
  readonly center: string;
  readonly county?: string;
  readonly pack?: string;
  /** The records or terms let off; without any, whatever the rule finds. */
  readonly items: readonly string[];
  readonly reason: string;
  readonly requestedBy: string;
  readonly approvedBy: string;
  readonly validFrom: string;
  readonly validThrough: string;
  readonly evidence: NonEmpty<string>;
  readonly location: Location;
}

/** A waiver that is about to end is spoken of so many days before. */
export const SOON_DAYS = 30;

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '');

export const sameName = (a: string, b: string): boolean => plain(a) === plain(b);

export const isValidOn = ({ validFrom, validThrough }: Waiver, date: string): boolean =>
  validFrom <= date && date <= validThrough;

export const isSelfApproved = ({ requestedBy, approvedBy }: Waiver): boolean => sameName(requestedBy, approvedBy);
