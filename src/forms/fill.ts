import { hoursWritten } from '../model/base/times/hours.ts';
import { type UnitCode, unitNamed } from '../model/base/unit.ts';
import {
  type Fact,
  isOtherTerm,
  OTHER_TERM,
  type RecordItem,
  type ScalarValue,
  type TermsValue,
} from '../model/base/value.ts';
import type { Profile } from '../model/profile/profile.ts';
import type { FieldDefinition, Vocabulary } from '../model/standard/vocabulary.ts';

/** What goes into a cell: a number only where nothing is lost by it. */
export type Filling = string | number;

const EXACT_DIGITS = 15;

const exact = (amount: string): boolean => amount.replace(/[-.]/gu, '').length <= EXACT_DIGITS;

export const termText = (vocabulary: Vocabulary, list: string, code: string): string =>
  isOtherTerm(code)
    ? `其他：${code.slice(OTHER_TERM.length)}`
    : (vocabulary.term.get(list)?.get(code)?.label.zh ?? code);

const unitText = (unit: UnitCode): string => unitNamed(unit).spellings[0] ?? unit;

const scalarText = (value: ScalarValue, definition: FieldDefinition, vocabulary: Vocabulary): Filling => {
  switch (value.type) {
    case 'quantity':
      return 'unit' in definition && value.unit === definition.unit && exact(value.amount)
        ? Number(value.amount)
        : value.amount + unitText(value.unit);
    case 'count':
      return exact(value.amount) ? Number(value.amount) : value.amount;
    case 'size':
      return value.sides.join('×') + unitText(value.unit);
    case 'percent':
      return `${value.amount}%`;
    case 'yes_no':
      return value.value ? '是' : '否';
    case 'date':
    case 'time':
    case 'text':
      return value.value;
    case 'hours':
      return hoursWritten(value.value);
    case 'term':
      return termText(vocabulary, value.list, value.code);
  }
};

export const termsText = (value: TermsValue, list: string, vocabulary: Vocabulary): string =>
  value.terms.length === 0 ? '无' : value.terms.map(({ code }) => termText(vocabulary, list, code)).join('、');

/** How a form says that there is no value: 不适用, 未发生. Undefined for what is blank, or has a value. */
export const stateText = (fact: Fact | undefined): string | undefined => {
  if (fact?.state === 'not-applicable') return fact.reason === undefined ? '不适用' : `不适用：${fact.reason}`;
  return fact?.state === 'did-not-occur' ? '未发生' : undefined;
};

/** What a fact was declared as, as a clerk would write it into the form; undefined where nothing was. */
export const fillingOf = (
  fact: Fact | undefined,
  definition: FieldDefinition,
  vocabulary: Vocabulary,
): Filling | undefined => {
  if (fact?.state !== 'declared') return stateText(fact);
  const { value } = fact;
  if (value.type === 'records') return undefined;
  if (value.type !== 'terms') return scalarText(value, definition, vocabulary);
  return termsText(value, 'list' in definition ? definition.list : value.list, vocabulary);
};

/** The records that a profile declares of a list; undefined where it says nothing of it. */
export const recordsIn = (
  profile: Pick<Profile, 'facts'> | undefined,
  id: string,
): readonly RecordItem[] | undefined => {
  const fact = profile?.facts.get(id);
  return fact?.state === 'declared' && fact.value.type === 'records' ? fact.value.items : undefined;
};
