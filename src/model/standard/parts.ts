import type { Rule } from './pack.ts';

/** The parts of a rule as they are written, by key. */
const PARTS = {
  clause: rule => rule.clause,
  section: rule => rule.section,
  levels: rule => rule.levels,
  obligation: rule => (rule.noDuty ? 'none' : rule.obligation),
  title: rule => rule.title,
  when: rule => rule.when,
  require: rule => rule.require,
  from: rule => rule.period.from,
  until: rule => rule.period.until,
  due: rule => rule.due,
  verify: rule => rule.verify,
  remedy: rule => rule.remedy,
  note: rule => rule.note,
  accepts_not_applicable: rule => rule.acceptsNotApplicable,
  accepts_not_occurred: rule => rule.acceptsNotOccurred,
  readings: rule => rule.readings,
} as const satisfies Readonly<Record<string, (rule: Rule) => unknown>>;

export type RulePart = keyof typeof PARTS;

export const PARTS_OF_RULES = Object.keys(PARTS) as readonly RulePart[];

export const partOf = (rule: Rule, part: RulePart): unknown => PARTS[part](rule);
