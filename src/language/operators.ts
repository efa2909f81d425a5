import type { Test } from '../model/standard/expression.ts';
import type { Operator } from './operator.ts';
import { atLeast, atMost, between, by, lessThan, moreThan, since } from './operators/bounds.ts';
import { countOf } from './operators/count.ts';
import { covers } from './operators/covers.ts';
import { daysFrom, workdaysFrom } from './operators/elapsed.ts';
import { equals, oneOf } from './operators/exact.ts';
import { closes, daily, openDays, opens, weekly } from './operators/hours.ts';
import { declared, occurred, stated } from './operators/presence.ts';
import { include, includeAll, includeAny, includeNone, only } from './operators/sets.ts';
import { contains, matches } from './operators/texts.ts';

const isNamed = (name: string): boolean => Object.hasOwn(OPERATORS, name);

export const operatorOf = ({ op }: Test): Operator => {
  const found = OPERATORS[op];
  if (found === undefined) throw new Error(`no operator ${op}`);
  return found;
};

export const operatorNamed = (name: string): Operator | undefined => (isNamed(name) ? OPERATORS[name] : undefined);

/** Every operator of the language, by the word that a rule is written with. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  at_least: atLeast,
  at_most: atMost,
  more_than: moreThan,
  less_than: lessThan,
  by,
  since,
  between,
  equals,
  one_of: oneOf,
  include_all: includeAll,
  include_any: includeAny,
  include_none: includeNone,
  only,
  include,
  count: countOf(operatorOf),
  days: daysFrom(operatorOf),
  workdays: workdaysFrom(operatorOf),
  daily: daily(operatorOf),
  weekly: weekly(operatorOf),
  open_days: openDays(operatorOf),
  opens: opens(operatorOf),
  closes: closes(operatorOf),
  matches,
  contains,
  covers,
  stated,
  declared,
  occurred,
};
