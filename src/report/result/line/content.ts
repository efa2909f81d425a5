import type { Value } from '../../../model/base/value.ts';
import type { Finding, Gap, Ground, NotApplicableReason, Shortfall } from '../../../model/finding/finding.ts';
import type { ScoredFinding } from '../../../model/scoring/score.ts';
import { isTermsTest, type TermsTest } from '../../../model/standard/expression.ts';
import type { Rule } from '../../../model/standard/pack.ts';
import { heldKey, testsIn } from '../../../words/checks/set-tests.ts';

const valueKey = (value: Value | null): string => {
  if (value === null) return '';
  switch (value.type) {
    case 'quantity':
      return value.amount + value.unit;
    case 'size':
      return `${value.sides.join('×')}${value.unit}`;
    case 'count':
    case 'percent':
      return value.amount;
    case 'term':
      return value.code;
    case 'terms':
      return value.terms.map(({ code }) => code).join('\t');
    case 'records':
      return value.items.map(({ key }) => key).join('\t');
    default:
      return String(value.value);
  }
};

const listTests = new WeakMap<Rule, Map<string, TermsTest | undefined>>();

/** What a rule asks of a list, if that is one thing: then no more of the list is spoken of than what is asked. */
const onlyTestOf = (rule: Rule, fact: string): TermsTest | undefined => {
  const known = listTests.get(rule) ?? new Map<string, TermsTest | undefined>();
  listTests.set(rule, known);
  if (known.has(fact)) return known.get(fact);
  const [test, ...others] = testsIn(rule.require, fact);
  const only = test !== undefined && others.length === 0 && isTermsTest(test) ? test : undefined;
  known.set(fact, only);
  return only;
};

const listKey = (rule: Rule, { fact, value }: Ground): string | undefined => {
  const test = value?.type === 'terms' ? onlyTestOf(rule, fact) : undefined;
  return value?.type === 'terms' && test !== undefined ? heldKey(value, test) : undefined;
};

/** Whether the codes of a list go into what is said as they stand, apart from the words about them. */
export const isListApart = (rule: Rule, ground: Ground): boolean => listKey(rule, ground) !== undefined;

/** Of one rule, a fact always has one type; the key need not name it. */
const groundKeys = (grounds: readonly Ground[], rule?: Rule): string => {
  let key = '';
  for (const ground of grounds) {
    const { fact, item = '', value } = ground;
    const held = rule && listKey(rule, ground);
    key += `${fact}\n${item}\n${held ?? (value === null ? '-' : `+${valueKey(value)}`)}\n`;
  }
  return key;
};

const gapKeys = (gaps: readonly Gap[]): string => {
  let key = '';
  for (const { fact, item = '', reason } of gaps) key += `${fact}\n${item}\n${reason}\n`;
  return key;
};

const shortfallKey = (shortfall: Shortfall): string => {
  switch (shortfall.kind) {
    case 'below':
    case 'above':
      return `${valueKey(shortfall.limit)}\n${valueKey(shortfall.by)}`;
    case 'missing':
    case 'unexpected':
      return shortfall.codes.join('\t');
    case 'differs':
      return shortfall.accepted.map(valueKey).join('\t');
    case 'unlike':
      return shortfall.field;
    case 'late':
    case 'early':
      return `${shortfall.limit}\n${shortfall.days}`;
    case 'pattern':
      return shortfall.pattern;
    default:
      return '';
  }
};

const shortfallKeys = (shortfalls: readonly Shortfall[]): string => {
  let key = '';
  for (const shortfall of shortfalls)
    key += `${shortfall.kind}\n${shortfall.fact}\n${shortfall.item ?? ''}\n${shortfallKey(shortfall)}\n`;
  return key;
};

const reasonKey = (reason: NotApplicableReason): string => {
  if ('date' in reason) return `${reason.kind}\n${reason.date}\n${reason.asOf}`;
  return 'gaps' in reason ? `${reason.kind}\n${gapKeys(reason.gaps)}` : `${reason.kind}\n${groundKeys(reason.grounds)}`;
};

const findingKey = (finding: Finding): string => {
  switch (finding.outcome) {
    case 'pass':
      return `p\n${groundKeys(finding.grounds, finding.rule)}`;
    case 'fail':
      return `f\n${groundKeys(finding.grounds, finding.rule)}\t${shortfallKeys(finding.shortfalls)}`;
    case 'unknown':
      return `u\n${groundKeys(finding.grounds, finding.rule)}\t${gapKeys(finding.gaps)}`;
    case 'not-applicable':
      return `n\n${reasonKey(finding.reason)}`;
  }
};

/**
 * All that a finding of a given rule says but for places: equal for two centres only if the same is to be said of
 * both. Undefined where a finding says things of its own, such as who waived it.
 */
export const contentKey = ({ finding, points, waived, change }: ScoredFinding): string | undefined =>
  waived === undefined && change === undefined
    ? `${points.low} ${points.high} ${points.max}\n${findingKey(finding)}`
    : undefined;
