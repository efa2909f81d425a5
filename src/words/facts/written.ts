import { hoursWritten } from '../../model/base/times/hours.ts';
import { type UnitCode, unitNamed } from '../../model/base/unit.ts';
import { isOtherTerm, OTHER_TERM, type ScalarValue } from '../../model/base/value.ts';
import type { FactDefinition, Vocabulary } from '../../model/standard/vocabulary.ts';

/** A term as a clerk writes it: by its label, or 其他：…. */
export const termWritten = (list: string, code: string, { term }: Vocabulary): string =>
  isOtherTerm(code) ? `其他：${code.slice(OTHER_TERM.length)}` : (term.get(list)?.get(code)?.label.zh ?? code);

const unitWritten = (unit: UnitCode): string =>
  unitNamed(unit).spellings.find(spelling => /\p{Script=Han}/u.test(spelling)) ?? unit;

/** A value as a clerk writes it into a form or a file, to be read as the same value again. */
export const scalarWritten = (
  value: ScalarValue,
  definition: FactDefinition | undefined,
  vocabulary: Vocabulary,
): string => {
  switch (value.type) {
    case 'quantity':
      return value.amount + unitWritten(value.unit);
    case 'size':
      return value.sides.join('×') + unitWritten(value.unit);
    case 'count':
      return value.amount + (definition?.type === 'count' ? definition.counter.zh : '');
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
      return termWritten(value.list, value.code, vocabulary);
  }
};
