import { isNonEmpty } from '../../model/base/text.ts';
import type { Value } from '../../model/base/value.ts';
import type { FigureTest } from '../../model/standard/expression.ts';
import { DROPPED, TEXT } from '../operands/shapes.ts';
import type { Operator } from '../operator.ts';
import { codesIn, OPEN, truth, valueIn } from '../second/world.ts';
import { gapOf, groundOf, resolve } from '../truth/scope.ts';
import { met, unknown, unmet } from '../truth/verdict.ts';

const otherOf = ({ operand }: FigureTest): string => (operand.kind === 'fact' ? operand.fact : '');

const termsIn = (value: Value, path: string) => {
  if (value.type !== 'terms') throw new Error(`${path} is no list of terms`);
  return value;
};

/** `covers: hall.services`: a list that holds every term that another fact holds. */
export const covers: Operator<FigureTest> = {
  types: ['terms'],
  read: ({ op, node, other }) => {
    const found = other(node);
    return found && { op, operand: { kind: 'fact', fact: found.id, times: '1' } };
  },
  schema: () => TEXT,
  judge: (test, given, at, scope) => {
    const value = termsIn(given, at.path);
    const other = resolve({ scope: 'center', id: otherOf(test) }, scope);
    if (other.fact?.state !== 'declared') return unknown(gapOf(other), [groundOf(at, value)]);
    const wanted = termsIn(other.fact.value, other.path);
    const held = new Set(value.terms.map(term => term.code));
    const codes = wanted.terms.map(term => term.code).filter(code => !held.has(code));
    const grounds = [groundOf(at, value), groundOf(other, wanted)] as const;
    const { path: fact, location } = at;
    return isNonEmpty(codes)
      ? unmet(grounds, { kind: 'missing', list: value.list, codes, fact, location })
      : met(...grounds);
  },
  phrase: (test, speech) => {
    const other = speech.fact(otherOf(test));
    return speech.pick(`包括${other}中的每一项`, `everything in ${other}`);
  },
  verb: 'includes',
  remark: () => ({ zh: '所列的是至少要有的，可以更多', en: 'those listed are the least; more may be there' }),
  truth: (test, value, { facts }) => {
    const other = valueIn(facts, otherOf(test));
    const held = codesIn(value);
    return other === undefined ? OPEN : truth(codesIn(other).every(code => held.includes(code)));
  },
  mutants: () => DROPPED,
  /** All that the other fact now holds; nothing to ask where it holds nothing. */
  settled: (test, facts) => {
    const value = valueIn(facts, otherOf(test));
    const codes = codesIn(value);
    return value?.type === 'terms' && isNonEmpty(codes)
      ? { op: 'include_all', terms: { list: value.list, codes } }
      : { op: 'occurred', wanted: true };
  },
  other: () => ({ op: 'stated', wanted: true }),
};
