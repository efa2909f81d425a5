import type { Fact, RecordItem, ScalarValue } from '../model/base/value.ts';
import type { Profile } from '../model/profile/profile.ts';
import type { FieldDefinition, Vocabulary } from '../model/standard/vocabulary.ts';
import { scalarWritten, termWritten } from '../words/facts/written.ts';

/** What goes into a cell: a number only where nothing is lost by it. */
export type Filling = string | number;

const EXACT_DIGITS = 15;

const scalarFilling = (value: ScalarValue, definition: FieldDefinition, vocabulary: Vocabulary): Filling => {
  const unit = 'unit' in definition ? definition.unit : undefined;
  const isBare = value.type === 'count' || (value.type === 'quantity' && value.unit === unit);
  return isBare && value.amount.replace(/[-.]/gu, '').length <= EXACT_DIGITS
    ? Number(value.amount)
    : scalarWritten(value, definition, vocabulary);
};

/** How a form says that there is no value: 不适用, 未发生. Undefined for what is blank, or has a value. */
export const stateText = (fact: Fact | undefined): string | undefined => {
  if (fact?.state === 'not-applicable') return fact.reason === undefined ? '不适用' : `不适用：${fact.reason}`;
  return fact?.state === 'did-not-occur' ? '未发生' : undefined;
};

/** What a fact was declared as, as a clerk would write it into the form; undefined where nothing was. */
export const fillingOf = (
  facts: Profile['facts'] | undefined,
  definition: FieldDefinition,
  vocabulary: Vocabulary,
): Filling | undefined => {
  const fact = facts?.get(definition.id);
  if (fact?.state !== 'declared') return stateText(fact);
  const { value } = fact;
  if (value.type === 'records') return undefined;
  if (value.type !== 'terms') return scalarFilling(value, definition, vocabulary);
  const list = 'list' in definition ? definition.list : value.list;
  return value.terms.length === 0
    ? '无'
    : value.terms.map(({ code }) => termWritten(list, code, vocabulary)).join('、');
};

/** The records that a profile declares of a list; undefined where it says nothing of it. */
export const recordsIn = (
  profile: Pick<Profile, 'facts'> | undefined,
  id: string,
): readonly RecordItem[] | undefined => {
  const fact = profile?.facts.get(id);
  return fact?.state === 'declared' && fact.value.type === 'records' ? fact.value.items : undefined;
};
