import type { Fact } from '../../src/model/base/value.ts';

/** What was read of a fact, as a fixture writes it. */
export const said = (fact: Fact | undefined): string => {
  if (fact?.state !== 'declared') return fact?.state ?? 'undeclared';
  const { value } = fact;
  switch (value.type) {
    case 'quantity':
      return `${value.amount} ${value.unit}`;
    case 'count':
      return value.amount;
    case 'percent':
      return `${value.amount}%`;
    case 'yes_no':
      return value.value ? '是' : '否';
    case 'terms':
      return value.terms.map(({ code }) => code).join('、');
    case 'term':
      return value.code;
    case 'date':
    case 'text':
      return value.value;
    case 'records':
      return value.items
        .map(({ facts }) => [...facts].map(([id, field]) => `${id.split('.').at(-1)} ${said(field)}`).join(' '))
        .join('；');
    default:
      throw new Error(`no sentence reads a ${value.type}`);
  }
};
