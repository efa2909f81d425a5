import * as z from 'zod';
import type { Location } from '../../model/base/location.ts';
import { type Problem, problem } from '../../model/base/problem.ts';
import { get, itemsOf, nearest, type SourceNode, withClauses } from '../../model/base/source.ts';
import { append, isNonEmpty, type NonEmpty } from '../../model/base/text.ts';
import { LEVELS, type Level } from '../../model/profile/profile.ts';
import type { Expression } from '../../model/standard/expression.ts';
import { OBLIGATIONS, type Obligation, type Period, type Rule } from '../../model/standard/pack.ts';
import { unknownNames } from '../profile/names.ts';
import { bilingual, flag, isoDate, kebabId, misshapen, readShape } from '../shape.ts';
import { readPart } from './checks/expression.ts';
import type { ExpressionReading } from './reading.ts';
import { bindingSchema, readingSchema, readReadings } from './readings.ts';

const PERIOD = { from: isoDate.exactOptional(), until: isoDate.exactOptional() };

export const periodSchema = z.strictObject(PERIOD);

const ruleSchema = z.strictObject({
  id: kebabId,
  clause: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  section: z.string(),
  obligation: bindingSchema,
  title: bilingual,
  /** Facts and terms that just this rule asks, in the form of the vocabulary. */
  ask: z.unknown().exactOptional(),
  terms: z.unknown().exactOptional(),
  when: z.unknown().exactOptional(),
  require: z.unknown(),
  ...PERIOD,
  due: isoDate.exactOptional(),
  verify: bilingual.exactOptional(),
  remedy: bilingual,
  note: bilingual.exactOptional(),
  accepts_not_applicable: flag,
  accepts_not_occurred: flag,
  draft: flag,
  readings: z.array(readingSchema).min(1).exactOptional(),
});

const boundLevels = z.array(z.enum(LEVELS)).min(1);

/** A file of rules: the levels it binds, and the rules in order. */
export const rulesSchema = z.strictObject({ levels: boundLevels, rules: z.array(ruleSchema).min(1) });

/** The file around its rules, each of which is read for itself so that one mistake hides none of another rule. */
const rulesFile = z.strictObject({ levels: boundLevels, rules: z.array(z.unknown()).min(1) });

type RawRule = z.infer<typeof ruleSchema>;

/** With the levels and sections that the head of the pack has, unless that is refused itself. */
export interface RulesReading extends ExpressionReading {
  readonly known?: Readonly<Record<'level' | 'section', readonly string[]>>;
}

const toPeriod = ({ from, until }: Period): Period => ({
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
});

export const checkPeriod = (problems: Problem[], node: SourceNode, { from = '', until = '' }: Period): void => {
  if (from > until && until !== '')
    problems.push(problem('empty-range', nearest(node, ['until']).location, { low: from, high: until }));
};

export const readRules = (root: SourceNode, reading: RulesReading): readonly Rule[] => {
  const file = readShape(rulesFile, root, reading.problems);
  const levels = file?.levels ?? [];
  for (const [index, name] of levels.entries()) checkName(reading, 'level', name, nearest(root, ['levels', index]));
  return itemsOf(get(root, 'rules')).flatMap(node => readRule(reading, levels, node) ?? []);
};

/** A level or a section that the head of the pack has to have. */
const checkName = (reading: RulesReading, kind: 'level' | 'section', name: string, node: SourceNode): void => {
  const known = reading.known?.[kind] ?? [name];
  append(reading.problems, unknownNames(kind, [name], known, node.location));
};

const readRule = (reading: RulesReading, levels: readonly Level[], written: SourceNode): Rule | undefined => {
  const node = withClauses(written);
  const before = reading.problems.length;
  const raw = readShape(ruleSchema, node, reading.problems);
  if (node.kind !== 'map') return undefined;
  const when = readPart(reading, node, 'when');
  const require = readPart(reading, node, 'require');
  if (raw !== undefined) {
    checkName(reading, 'section', raw.section, nearest(node, ['section']));
    checkPeriod(reading.problems, node, raw);
    for (const [index, { levels: bound = [] }] of (raw.readings ?? []).entries())
      for (const name of bound) checkName(reading, 'level', name, nearest(node, ['readings', index, 'levels']));
  }
  const obligation = raw && dutyOf(raw);
  if (raw !== undefined && obligation === undefined)
    misshapen(reading, nearest(node, ['obligation']), 'obligation', { words: OBLIGATIONS });
  const isWhole = require !== undefined && (when !== undefined || get(node, 'when') === undefined);
  if (raw !== undefined && obligation !== undefined && isWhole && isNonEmpty(levels)) {
    const asked = toRule({ ...raw, obligation }, levels, when, require, node.location);
    const rule = raw.obligation === 'none' ? { ...asked, noDuty: true as const } : asked;
    const readings = readReadings(reading, node, raw.readings ?? [], rule);
    return isNonEmpty(readings) ? { ...rule, readings } : rule;
  }
  if (isNonEmpty(levels) && reading.problems.length === before) throw new Error('a rule is refused without a word');
  return undefined;
};

/** How far a rule binds, or would in the first of its readings that asks anything. */
const dutyOf = ({ obligation, readings = [] }: RawRule): Obligation | undefined =>
  [obligation, ...readings.map(reading => reading.obligation)].find(one => one !== undefined && one !== 'none') as
    | Obligation
    | undefined;

const toRule = (
  raw: RawRule & { readonly obligation: Obligation },
  levels: NonEmpty<Level>,
  when: Expression | undefined,
  require: Expression,
  location: Location,
): Rule => {
  const [clause = '', ...clauses] = [raw.clause].flat();
  return {
    id: raw.id,
    clause: [clause, ...clauses],
    section: raw.section,
    levels,
    obligation: raw.obligation,
    title: raw.title,
    ...(when && { when }),
    require,
    period: toPeriod(raw),
    ...(raw.due !== undefined && { due: raw.due }),
    ...(raw.verify && { verify: raw.verify }),
    remedy: raw.remedy,
    ...(raw.note && { note: raw.note }),
    acceptsNotApplicable: raw.accepts_not_applicable,
    acceptsNotOccurred: raw.accepts_not_occurred,
    ...(raw.draft && { draft: true as const }),
    location,
  };
};
