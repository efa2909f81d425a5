import { isNonEmpty, type NonEmpty } from '../model/base/text.ts';
import type { ScalarValue } from '../model/base/value.ts';
import type { Ground, Shortfall, Verdict } from '../model/finding/finding.ts';
import {
  type BoundOperator,
  codesTaken,
  mostTakenFor,
  type Operand,
  type ScalarTest,
  type SetTest,
  takenFor,
} from '../model/standard/expression.ts';
import { comparable, compare, equal, gapBetween, times } from './compare.ts';
import { gapOf, groundOf, type Resolved, resolve, type Scope } from './scope.ts';
import { met, unknown, unmet } from './verdict.ts';

/** On which side of its limit a value must be: the sign of `value − limit` that holds. */
const BOUNDS: Readonly<
  Record<BoundOperator, { readonly holds: (sign: number) => boolean; readonly side: 'below' | 'above' }>
> = {
  at_least: { holds: sign => sign >= 0, side: 'below' },
  more_than: { holds: sign => sign > 0, side: 'below' },
  since: { holds: sign => sign >= 0, side: 'below' },
  at_most: { holds: sign => sign <= 0, side: 'above' },
  less_than: { holds: sign => sign < 0, side: 'above' },
  by: { holds: sign => sign <= 0, side: 'above' },
};

const about = ({ path, itemKey, location }: Resolved): Pick<Shortfall, 'fact' | 'item' | 'location'> => ({
  fact: path,
  ...(itemKey !== undefined && { item: itemKey }),
  location,
});

/** The figure to hold a value against, or the verdict that it is not known. */
const limitOf = (operand: Operand, scope: Scope): ScalarValue | Verdict => {
  if (operand.kind === 'value') return operand.value;
  const other = resolve({ scope: 'center', id: operand.fact }, scope);
  if (other.fact?.state !== 'declared') return unknown(gapOf(other));
  const { value } = other.fact;
  if (value.type === 'records') return times({ type: 'count', amount: String(value.items.length) }, operand.times);
  if (value.type === 'terms') return times({ type: 'count', amount: String(value.terms.length) }, operand.times);
  return times(value, operand.times);
};

const isVerdict = (found: ScalarValue | Verdict): found is Verdict => 'truth' in found;

const bound = (op: BoundOperator, value: ScalarValue, limit: ScalarValue, at: Resolved): Verdict => {
  const { holds, side } = BOUNDS[op];
  const ground = groundOf(at, value);
  if (holds(compare(value, limit))) return met(ground);
  const by = gapBetween(value, limit);
  if (limit.type !== 'date') return unmet([ground], { kind: side, limit, by, ...about(at) });
  const kind = side === 'above' ? 'late' : 'early';
  return unmet([ground], { kind, limit: limit.value, days: by.type === 'count' ? Number(by.amount) : 0, ...about(at) });
};

const isTakenFor = (value: ScalarValue, operand: Operand): boolean =>
  value.type === 'term' && operand.kind === 'value' && operand.also?.includes(value.code) === true;

const oneOf = (
  value: ScalarValue,
  accepted: NonEmpty<ScalarValue>,
  operands: readonly Operand[],
  at: Resolved,
): Verdict =>
  accepted.some(candidate => equal(value, candidate)) || operands.some(operand => isTakenFor(value, operand))
    ? met(groundOf(at, value))
    : unmet([groundOf(at, value)], { kind: 'differs', accepted, ...about(at) });

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

const TOKEN = /\\(.)|\(((?:[^()\\]|\\.)*)\)|([*#])|([^\\(*#]+)/gu;

const NUMBER = '(?:[0-9]+|[〇零一二三四五六七八九十百]+|[A-Za-z])';

/** Literal text, `*` for one or more characters, `#` for a number, `(a|b)` for either, `\(` for a bracket itself. */
export const patternExpression = (pattern: string): RegExp => {
  const source = [...comparable(pattern).matchAll(TOKEN)].map(([, escaped, choice, blank, text]) => {
    if (choice !== undefined)
      return `(?:${choice
        .split('|')
        .map(either => literally(either.replaceAll(/\\(.)/gu, '$1')))
        .join('|')})`;
    if (blank !== undefined) return blank === '#' ? NUMBER : '.+';
    return literally(escaped ?? text ?? '');
  });
  return new RegExp(`^${source.join('')}$`, 'u');
};

const LONGEST_TEXT = 200;

const matches = (value: ScalarValue, pattern: string, at: Resolved): Verdict => {
  const text = value.type === 'text' ? comparable(value.value) : '';
  return text.length <= LONGEST_TEXT && patternExpression(pattern).test(text)
    ? met(groundOf(at, value))
    : unmet([groundOf(at, value)], { kind: 'pattern', pattern, ...about(at) });
};

/** What the office of a place adds to its name: 石桥街道办事处 is 石桥街道, 柳河村委会 is 柳河村. */
const OFFICE = /(?:人民政府|办事处|居民委员会|居委会|民委员会|委会)$/u;

const contains = (value: ScalarValue, part: ScalarValue, at: Resolved): Verdict => {
  const holds =
    value.type === 'text' &&
    part.type === 'text' &&
    comparable(value.value).includes(comparable(part.value).replace(OFFICE, ''));
  const pattern = part.type === 'text' ? part.value : '';
  return holds ? met(groundOf(at, value)) : unmet([groundOf(at, value)], { kind: 'pattern', pattern, ...about(at) });
};

/** A test of a single declared value. */
export const testScalar = (test: ScalarTest, value: ScalarValue, at: Resolved, scope: Scope): Verdict => {
  switch (test.op) {
    case 'between': {
      const low = limitOf(test.low, scope);
      const high = limitOf(test.high, scope);
      if (isVerdict(low)) return low;
      if (isVerdict(high)) return high;
      const lower = bound('at_least', value, low, at);
      return lower.truth === 'met' ? bound('at_most', value, high, at) : lower;
    }
    case 'equals':
    case 'one_of': {
      const operands = test.op === 'equals' ? [test.operand] : test.operands;
      const limits = operands.map(operand => limitOf(operand, scope));
      const open = limits.find(isVerdict);
      const accepted = limits.filter((limit): limit is ScalarValue => !isVerdict(limit));
      return open ?? (isNonEmpty(accepted) ? oneOf(value, accepted, operands, at) : unknown(gapOf(at)));
    }
    case 'matches':
      return matches(value, test.pattern, at);
    case 'contains': {
      const part = limitOf(test.operand, scope);
      return isVerdict(part) ? part : contains(value, part, at);
    }
    default: {
      const limit = limitOf(test.operand, scope);
      return isVerdict(limit) ? limit : bound(test.op, value, limit, at);
    }
  }
};

/** A list as far as it is known: the codes it holds, and the entries that may still turn out to be any code. */
export interface KnownCodes {
  readonly at: Resolved;
  readonly ground: Ground;
  readonly codes: ReadonlySet<string>;
  readonly open: readonly Resolved[];
  /** How many more codes the open entries can add at most. */
  readonly room: number;
}

const openGaps = (list: KnownCodes): Verdict | undefined => {
  const gaps = list.open.flatMap(entry => gapOf(entry));
  return isNonEmpty(gaps) ? unknown(gaps, [list.ground]) : undefined;
};

const lacking = (list: KnownCodes, test: SetTest, kind: 'missing' | 'unexpected', codes: readonly string[]): Verdict =>
  unmet(
    [list.ground],
    ...(isNonEmpty(codes) ? [{ kind, list: test.terms.list, codes, ...about(list.at) } as const] : []),
  );

/** A test of which terms a list holds. */
export const testCodes = (test: SetTest, list: KnownCodes): Verdict => {
  const isThere = (code: string): boolean => takenFor(test.terms, code).some(taken => list.codes.has(taken));
  const present = test.terms.codes.filter(isThere);
  const absent = test.terms.codes.filter(code => !isThere(code));
  if (test.op === 'include_none')
    return present.length > 0 ? lacking(list, test, 'unexpected', present) : (openGaps(list) ?? met(list.ground));
  if (test.op === 'only') {
    const accepted = new Set(codesTaken(test.terms));
    const others = [...list.codes].filter(code => !accepted.has(code));
    return others.length > 0 ? lacking(list, test, 'unexpected', others) : (openGaps(list) ?? met(list.ground));
  }
  const wanted = {
    include_all: test.terms.codes.length,
    include_any: 1,
    include: 'atLeast' in test ? test.atLeast : 1,
  };
  if (present.length >= wanted[test.op]) return met(list.ground);
  const reachable =
    present.length + Math.min(list.room * mostTakenFor(test.terms, absent), absent.length) >= wanted[test.op];
  return (reachable ? openGaps(list) : undefined) ?? lacking(list, test, 'missing', absent);
};
