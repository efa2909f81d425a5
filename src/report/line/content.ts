import type { Finding, Gap, Ground, NotApplicableReason, Shortfall } from '../../model/finding.ts';
import type { ScoredFinding } from '../../model/score.ts';
import type { Value } from '../../model/value.ts';

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

/** Of one rule, a fact always has one type; the key need not name it. */
const groundKeys = (grounds: readonly Ground[]): string => {
  let key = '';
  for (const { fact, item = '', value } of grounds)
    key += `${fact}\n${item}\n${value === null ? '-' : '+'}${valueKey(value)}\n`;
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
      return `p\n${groundKeys(finding.grounds)}`;
    case 'fail':
      return `f\n${groundKeys(finding.grounds)}\t${shortfallKeys(finding.shortfalls)}`;
    case 'unknown':
      return `u\n${groundKeys(finding.grounds)}\t${gapKeys(finding.gaps)}`;
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
