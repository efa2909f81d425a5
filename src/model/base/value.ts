import type { Decimal } from './exact.ts';
import type { Location } from './location.ts';
import type { UnitCode } from './unit.ts';

export type { Decimal };

export interface QuantityValue {
  readonly type: 'quantity';
  readonly amount: Decimal;
  readonly unit: UnitCode;
}

/** Two sides in one unit. Which of them comes first says nothing. */
export interface SizeValue {
  readonly type: 'size';
  readonly sides: readonly [Decimal, Decimal];
  readonly unit: UnitCode;
}

export interface CountValue {
  readonly type: 'count';
  readonly amount: Decimal;
}

/** `amount` 98.5 means 98.5 %. */
export interface PercentValue {
  readonly type: 'percent';
  readonly amount: Decimal;
}

export interface YesNoValue {
  readonly type: 'yes_no';
  readonly value: boolean;
}

/** `value` is `YYYY-MM-DD`. */
export interface DateValue {
  readonly type: 'date';
  readonly value: string;
}

/** A time of day: `value` is `HH:MM`. */
export interface TimeValue {
  readonly type: 'time';
  readonly value: string;
}

/** When a place is open: `value` is as `hours.ts` writes it. */
export interface HoursValue {
  readonly type: 'hours';
  readonly value: string;
}

export interface TextValue {
  readonly type: 'text';
  readonly value: string;
}

/** A term of a list by its code; a term of the centre's own is `other:` and the text as written. */
export interface TermValue {
  readonly type: 'term';
  readonly list: string;
  readonly code: string;
}

export type ScalarValue =
  | QuantityValue
  | SizeValue
  | CountValue
  | PercentValue
  | YesNoValue
  | DateValue
  | TimeValue
  | HoursValue
  | TextValue
  | TermValue;

export interface LocatedTerm {
  readonly code: string;
  readonly location: Location;
}

export interface TermsValue {
  readonly type: 'terms';
  readonly list: string;
  readonly terms: readonly LocatedTerm[];
}

/** `key` names the record to a reader: the value of its key field, or its number in the list. */
export interface RecordItem {
  readonly key: string;
  readonly location: Location;
  readonly facts: ReadonlyMap<string, Fact>;
}

export interface RecordsValue {
  readonly type: 'records';
  readonly items: readonly RecordItem[];
}

export type Value = ScalarValue | TermsValue | RecordsValue;

export type ValueType = Value['type'];

/**
 * What a profile says of one fact. A fact with no entry at all is undeclared too; one that is unreadable was answered, and
 * nobody knows with what.
 */
export type Fact =
  | { readonly state: 'declared'; readonly value: Value; readonly location: Location }
  | { readonly state: 'undeclared' | 'did-not-occur' | 'unreadable'; readonly location: Location }
  | { readonly state: 'not-applicable'; readonly reason?: string; readonly location: Location };

export const OTHER_TERM = 'other:';

export const isOtherTerm = (code: string): boolean => code.startsWith(OTHER_TERM);
