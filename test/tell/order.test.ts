import { expect, it } from 'vitest';
import { type CenterLine, GROUPS, type Group, type RuleTurn } from '../../src/model/result/compared.ts';
import { biggestFirst, changesIn, mostOften, movedBy } from '../../src/tell/change/subject.ts';

const countsOf = (more: Partial<Record<Group, number>>): Readonly<Record<Group, number>> =>
  ({ ...Object.fromEntries(GROUPS.map(group => [group, 0])), ...more }) as Record<Group, number>;

const line = (name: string, from?: string, to?: string, more: object = {}): CenterLine =>
  ({
    ...{ name, bars: [], counts: countsOf({}) },
    score: { ...(from && { from: { low: from } }), ...(to && { to: { low: to } }) },
    ...more,
  }) as unknown as CenterLine;

const namesOf = (lines: readonly CenterLine[]): string => lines.map(({ name }) => name).join('');

it.each<[string, readonly CenterLine[], string]>([
  ['up or down by more', [line('a', '5', '6'), line('b', '9', '2'), line('c', '1', '4')], 'bca'],
  ['as far, in their order', [line('a', '5', '6'), line('b', '6', '5'), line('c', '0.5', '1.5')], 'abc'],
  [
    'as far, with more rules changed',
    [line('a', '5', '6', { counts: countsOf({ better: 1 }) }), line('b', '6', '5', { counts: countsOf({ worse: 2 }) })],
    'ba',
  ],
  [
    'not comparable, new or gone, after those that moved',
    [line('a', '0', '9', { bars: ['pack'] }), line('b', '3'), line('c', undefined, '3'), line('d', '1', '1.5')],
    'dabc',
  ],
])('centres stand by how far they moved: %s', (_, lines, order) => {
  expect(namesOf(biggestFirst(lines))).toBe(order);
});

it.each([
  [line('a', '5', '6'), { from: '5', to: '6' }],
  [line('a', '5', '6', { bars: ['scheme'] }), undefined],
  [line('a', '5'), undefined],
  [line('a', undefined, '6'), undefined],
])('%# a score moved only where both can be held against each other', (one, moved) => {
  expect(movedBy(one)).toEqual(moved);
});

it('changes of all groups are added up', () => {
  expect(changesIn(countsOf({ better: 2, worse: 3 }))).toBe(5);
  expect(changesIn(countsOf(Object.fromEntries(GROUPS.map(group => [group, 1]))))).toBe(GROUPS.length);
});

const turn = (rule: string, better: number, worse = 0): RuleTurn =>
  ({ rule, counts: countsOf({ better, worse }) }) as unknown as RuleTurn;

it.each([
  [9, 'bca'],
  [2, 'bc'],
])('of rules that changed one way the %i that did so most often are told', (most, order) => {
  const rules = [turn('a', 1, 9), turn('b', 5), turn('n', 0, 7), turn('c', 3)];
  const told = mostOften(rules, 'better', most);
  expect(told.map(({ rule }) => rule).join('')).toBe(order);
});
