import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Account,
  PartsAccount,
  PointsLine,
  ScorecardAccount,
  SectionAccount,
  Work,
} from '../../src/model/scoring/points.ts';
import { runs } from '../support/hunt.ts';
import { resultOf, scorecardOf } from '../support/scorecard.ts';
import { declared, filling, table } from './drawn.ts';
import { ROW_VOCABULARY } from './rows.ts';

const sum = (amounts: readonly string[]): Big => amounts.reduce((total, amount) => total.plus(amount), new Big(0));

interface Rounding {
  readonly places: number;
  readonly rounding: 'down' | 'half_up';
}

const round = (amount: Big, { places, rounding }: Rounding): string =>
  amount.round(places, rounding === 'down' ? 0 : 1).toFixed();

/** A decimal, or a fraction taken to more places than any rounding looks at. */
const figureOf = (text: string): Big => {
  const [n = '0', d = '1'] = text.split('/');
  return new Big(n).div(d);
};

/** `figure × points ÷ of`, divided last, as a careful clerk does. */
const portion = (figure: string, points: string, of: string): Big => {
  const [n = '0', d = '1'] = figure.split('/');
  return new Big(n).times(points).div(new Big(d).times(of));
};

/** How much so many cost, counted one by one as on an abacus. */
const abacus = (units: number, { points, then }: Extract<Work, { kind: 'each' }>): Big => {
  const all = then.filter(({ after, applies }) => applies === 'all' && units > after).at(-1);
  if (all !== undefined) return new Big(all.points).times(units);
  return Array.from({ length: units }, (_, index) => {
    const price =
      then.filter(({ after, applies }) => applies === 'further' && index + 1 > after).at(-1)?.points ?? points;
    return new Big(price);
  }).reduce((total, price) => total.plus(price), new Big(0));
};

/** What a line comes to, from what it says and nothing else. */
const again = (work: Work, rules: Rounding): string | undefined => {
  switch (work.kind) {
    case 'each': {
      if (work.figure === null || work.units === null) return undefined;
      const units = figureOf(work.units);
      const exactly = figureOf(work.figure).div(work.per);
      if (work.steps === 'full') expect(units.toFixed()).toBe(exactly.round(0, 0).toFixed());
      if (work.steps === 'started') expect(units.toFixed()).toBe(exactly.round(0, 3).toFixed());
      if (units.eq(units.round(0, 0))) return round(abacus(units.toNumber(), work), rules);
      return work.then.length > 0 ? undefined : round(units.times(work.points), rules);
    }
    case 'tiers':
      return work.band.points;
    case 'share':
      return work.figure === null ? undefined : round(portion(work.figure, work.points, '100'), rules);
    case 'entered':
      return work.figure ?? undefined;
    case 'group':
      return sum(work.of.map(({ amount }) => amount)).toFixed();
    case 'best_of':
      return work.of.map(({ amount }) => amount).reduce((a, b) => (new Big(a).gte(b) ? a : b));
    case 'form':
      return round(new Big(work.account.sum).times(work.points).div(work.total), rules);
    case 'excused':
    case 'not_asked':
    case 'set_aside':
      return '0';
    default:
      return undefined;
  }
};

const checkLine = (line: PointsLine, rules: Rounding): void => {
  const raw = again(line.work, rules);
  if (raw !== undefined && line.raw !== null) expect(new Big(line.raw).eq(raw)).toBe(true);
  if (line.raw === null) return;
  const held = line.cap === undefined ? line.raw : line.cap;
  expect(line.amount).toBe(held);
  if (line.cap !== undefined) expect(new Big(line.raw).gt(line.cap)).toBe(true);
};

const held = (total: Big, bound: Account['bound']): Big => (bound === undefined ? total : new Big(bound.at));

const checkAccount = (account: Account, rules: Rounding): void => {
  if (account.excluded || account.treated !== undefined) return;
  for (const line of account.lines) checkLine(line, rules);
  const total = account.lines.reduce(
    (left, line) => (line.kind === 'deduct' ? left.minus(line.amount) : left.plus(line.amount)),
    new Big(account.start),
  );
  expect(total.toFixed()).toBe(account.sum);
  expect(account.points).toBe(account.zeroed ? '0' : held(total, account.bound).toFixed());
};

const checkSection = (section: SectionAccount, rules: Rounding): void => {
  for (const { account } of section.items) checkAccount(account, rules);
  const total = sum(section.items.map(({ account }) => account.points));
  expect(total.toFixed()).toBe(section.sum);
  expect(held(total, section.bound).toFixed()).toBe(section.points);
  expect(sum(section.items.map(({ max }) => max)).toFixed()).toBe(section.max);
};

const checkParts = (parts: PartsAccount, total: string, rules: Rounding): void => {
  for (const section of parts.sections) checkSection(section, rules);
  const inside = sum(parts.sections.filter(({ outside }) => !outside).map(({ points }) => points));
  expect(inside.toFixed()).toBe(parts.inside);
  if (parts.scaled !== undefined) expect(parts.scaled).toBe(round(inside.times(total).div(parts.max), rules));
  const outside = sum(parts.sections.filter(section => section.outside).map(({ points }) => points));
  expect(outside.plus(parts.scaled ?? inside).toFixed()).toBe(parts.sum);
};

const checkScorecard = (account: ScorecardAccount, total: string, rules: Rounding): void => {
  checkParts(account, total, rules);
  const points = held(new Big(account.sum), account.bound).toFixed();
  expect(account.points).toBe(account.vetoed === undefined ? points : '0');
};

describe('the ledger of points', () => {
  it('adds up again to the total, from the lines alone, at both ends', () => {
    fc.assert(
      fc.property(table, fc.array(declared, { minLength: 3, maxLength: 3 }), (text, profiles) => {
        const drawn = scorecardOf(text, ROW_VOCABULARY);
        for (const profile of profiles) {
          const result = resultOf(drawn, ROW_VOCABULARY, filling(profile));
          checkScorecard(result.low, drawn.total, drawn);
          checkScorecard(result.high, drawn.total, drawn);
        }
      }),
      { numRuns: runs(15) },
    );
  }, 3_600_000);
});
