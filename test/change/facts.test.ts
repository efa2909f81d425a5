import { describe, expect, it } from 'vitest';
import { factCauses } from '../../src/change/facts.ts';
import { VOCABULARY } from '../language/operators.vocabulary.ts';
import { findingOf } from '../support/inline.ts';

/** Each fact that one rule rests on and that is not what it was. */
const changed = (require: string, was: string, is: string): readonly string[] => {
  const [from, to] = [was, is].map(profile => {
    const finding = findingOf(`require: ${require}`, profile, VOCABULARY);
    return { finding, everywhere: () => new Map() };
  });
  if (from === undefined || to === undefined) return [];
  return factCauses(from, to, true).map(
    cause =>
      `${cause.fact} ${cause.from.state === cause.to.state ? 'differs' : `${cause.from.state} → ${cause.to.state}`}`,
  );
};

const AREA = '{ hall.area: { at_least: 200 m² } }';
const BOARD = '{ hall.board: { equals: 60x80cm } }';
const DESKS = '{ hall.desks: { at_least: 4 } }';
const GRADE = '{ hall.grade: { one_of: [first, second] } }';
const COUNTERS = '{ counters: { declared: yes } }';
const KEPT = '{ hall.amenities: { include_all: [water, pen] } }';

const SAME: readonly (readonly [require: string, was: string, is: string])[] = [
  [AREA, 'hall.area: 184㎡', 'hall.area: 184 平方米'],
  [AREA, 'hall.area: 0.3亩', 'hall.area: 0.30亩'],
  [BOARD, 'hall.board: 60×80cm', 'hall.board: 80×60cm'],
  [BOARD, 'hall.board: 0.6×0.8m', 'hall.board: 60×80cm'],
  [DESKS, 'hall.desks: 4', 'hall.desks: 4个'],
  [GRADE, 'hall.grade: 一类', 'hall.grade: first'],
  [KEPT, 'hall.amenities: 饮水机、签字笔', 'hall.amenities: 签字笔、饮水机'],
  ['{ hall.copies: yes }', 'hall.copies: 是', 'hall.copies: 有'],
  [COUNTERS, 'counters: [{ name: 甲 }, { name: 乙 }]', 'counters: [{ name: 乙 }, { name: 甲 }]'],
  [AREA, 'hall.desks: 1', 'hall.desks: 2'],
];

const OTHER: readonly (readonly [require: string, was: string, is: string, told: string])[] = [
  [AREA, 'hall.area: 184', 'hall.area: 185', 'hall.area differs'],
  [AREA, 'hall.area: 184', 'hall.desks: 1', 'hall.area declared → undeclared'],
  [BOARD, 'hall.board: 60×80cm', 'hall.board: 60×90cm', 'hall.board differs'],
  [BOARD, 'hall.board: 60×80cm', 'hall.board: 50×80cm', 'hall.board differs'],
  [DESKS, 'hall.desks: 4', 'hall.desks: 5', 'hall.desks differs'],
  [GRADE, 'hall.grade: 一类', 'hall.grade: 二类', 'hall.grade differs'],
  [KEPT, 'hall.amenities: 饮水机、签字笔', 'hall.amenities: 饮水机', 'hall.amenities differs'],
  [KEPT, 'hall.amenities: 饮水机', 'hall.amenities: 无', 'hall.amenities differs'],
  ['{ hall.copies: yes }', 'hall.copies: 是', 'hall.copies: 否', 'hall.copies differs'],
  [COUNTERS, 'counters: [{ name: 甲 }]', 'counters: [{ name: 乙 }]', 'counters differs'],
  [COUNTERS, 'counters: [{ name: 甲 }]', 'counters: 不适用', 'counters declared → none'],
];

describe('a fact that two results tell', () => {
  it.each(SAME)('%s: %s is the same as %s', (require, was, is) => {
    expect(changed(require, was, is)).toEqual([]);
  });

  it.each(OTHER)('%s: %s is no more when it is %s', (require, was, is, told) => {
    expect(changed(require, was, is)).toEqual([told]);
  });
});
