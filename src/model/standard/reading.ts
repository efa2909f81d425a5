import { type Bilingual, both, isNonEmpty } from '../base/text.ts';
import { AS_STATED, type Asked, type Pack, type Reading, type Rule, type SettledReading } from './pack.ts';

/** The readings that a county settled, by rule. */
export type Readings = Readonly<Record<string, SettledReading>>;

const STATED = both('标准包原来的读法', 'as the pack reads it');

/** What is asked, and in this order: a digest is taken of it. */
export const askedBy = ({ levels, obligation, when, require, acceptsNotOccurred }: Asked): Asked => ({
  levels,
  obligation,
  ...(when && { when }),
  require,
  acceptsNotOccurred,
});

/** What is said of a rule beside its check fits the reading that it was written for: another says for itself how it reads. */
const noteOf = ({ says, because }: Reading): Bilingual =>
  both(says.zh + (because ? `：${because.zh}` : ''), says.en + (because ? `: ${because.en}` : ''));

/** What to do where another reading checks something else: as written, and as the county reads it. */
const remedyOf = ({ require, remedy }: Rule, { asked, says }: Reading): Bilingual =>
  asked === undefined || asked.require === require
    ? remedy
    : both(
        `${remedy.zh.replace(/。$/u, '')}（县里定的读法：${says.zh}）`,
        `${remedy.en} (The county reads: ${says.en})`,
      );

/** A rule as it stands in one of its other readings. */
export const readAs = (rule: Rule, { asked }: Reading): Rule => {
  if (asked === undefined) return { ...rule, noDuty: true };
  const { when: _, noDuty: __, ...rest } = rule;
  return { ...rest, ...asked };
};

/** The other readings of a rule that check something else than it, each as the rule that it would be. */
export const readings = (rule: Rule): readonly Rule[] =>
  (rule.readings ?? []).flatMap(reading => {
    const { asked } = reading;
    const isOther = asked !== undefined && (asked.require !== rule.require || asked.when !== rule.when);
    return isOther ? [{ ...readAs(rule, reading), id: `${rule.id} = ${reading.id}` }] : [];
  });

/** A rule as it would stand if what it checks were a duty: what its cases, its mutants and lint look at. */
export const asDuty = ({ noDuty: _, ...rule }: Rule): Rule => rule;

export const readingOf = ({ readings }: Rule, id: string): Reading | undefined =>
  readings?.find(reading => reading.id === id);

/** A rule in the reading that a county decided on, with the one it had among the others. */
const settle = (rule: Rule, settled: SettledReading): Rule => {
  const chosen = readingOf(rule, settled.reading);
  if (chosen === undefined || chosen.names !== undefined) return { ...rule, settled };
  const stated: Reading = { id: AS_STATED, says: STATED, ...(!rule.noDuty && { asked: askedBy(rule) }) };
  const readings = [stated, ...(rule.readings ?? []).filter(other => other !== chosen)];
  const told = { note: noteOf(chosen), remedy: remedyOf(rule, chosen) };
  return { ...readAs(rule, chosen), ...told, settled, ...(isNonEmpty(readings) && { readings }) };
};

/** A pack in the readings that a county decided on. */
export const settlePack = (stated: Pack, readings: Readings): Pack => {
  const inForce = (rule: Rule): Rule => {
    const one = readings[rule.id];
    return one === undefined ? rule : settle(rule, one);
  };
  return { ...stated, rules: stated.rules.map(inForce), stated };
};

export const settledOf = ({ rules, stated }: Pack): Readings =>
  stated === undefined ? {} : Object.fromEntries(rules.flatMap(({ id, settled }) => (settled ? [[id, settled]] : [])));
