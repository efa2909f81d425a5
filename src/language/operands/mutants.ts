import type { Test } from '../../model/standard/expression.ts';
import type { AlteredTest } from '../operator.ts';

/** The same test of other operators. */
export const twins = <T extends Test>(test: T, others: readonly string[]): readonly AlteredTest<T>[] =>
  others.map(to => ({ mutation: { kind: 'operator', from: test.op, to }, test: { ...test, op: to } }));

/** A test that any declared value meets, in place of one that asks for certain values. */
export const DROPPED: readonly AlteredTest[] = [
  { mutation: { kind: 'test-dropped' }, test: { op: 'occurred', wanted: true } },
];
