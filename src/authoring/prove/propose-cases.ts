import type { Facts } from '../../language/second/world.ts';
import { distinct } from '../../model/base/group.ts';
import type { Outcome } from '../../model/finding/finding.ts';
import type { Pack, Rule } from '../../model/standard/pack.ts';
import { bindingDay, boundRule, identityOf } from '../facts.ts';
import { generateCases } from './generate.ts';
import { type Plain, plainFacts } from './plain.ts';
import type { Proof } from './proof.ts';

/** A case that a rule has not and needs, as it would be written. */
export interface ProposedCase {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly profile: Plain;
}

const proposed = (pack: Pack, rule: Rule, outcome: Outcome, facts: Facts, asOf: string): ProposedCase => {
  const known = identityOf(pack, rule.levels[0]);
  const own = new Map([...facts].filter(([id]) => !known.has(id)));
  const { period, due } = boundRule(pack, rule);
  const day = asOf === bindingDay(period, due) ? {} : { as_of: asOf };
  return { rule: rule.id, outcome, profile: { ...day, ...plainFacts(own, pack.vocabulary, 'id') } };
};

/** The simplest generated case of each outcome that a rule is short of. */
export const casesForMissing = (pack: Pack, { missing }: Pick<Proof, 'missing'>): readonly ProposedCase[] =>
  missing.flatMap(({ rule, outcomes }) => {
    const made = generateCases(pack, rule).toSorted((a, b) => a.facts.size - b.facts.size);
    return outcomes.flatMap(outcome => {
      const found = made.find(({ expected }) => expected === outcome);
      return found === undefined ? [] : [proposed(pack, rule, outcome, found.facts, found.asOf)];
    });
  });

/** For each change to a rule that no case notices, one that does. */
export const casesForSurvivors = (pack: Pack, { survivors }: Pick<Proof, 'survivors'>): readonly ProposedCase[] => {
  const cases = survivors.map(({ rule, facts, asOf, expected }) => proposed(pack, rule, expected, facts, asOf));
  return distinct(cases, one => JSON.stringify(one));
};

const endOf = (lines: readonly string[], from: number, isOutside: (line: string) => boolean): number => {
  const next = lines.findIndex((line, at) => at > from && line.trim() !== '' && isOutside(line));
  let end = next < 0 ? lines.length : next;
  while (end > from + 1 && (lines[end - 1] ?? '').trim() === '') end--;
  return end;
};

/** `cases.yaml` with one case more, in its place; every other line as it was. */
const withCase = (
  lines: readonly string[],
  { rule, outcome, profile }: ProposedCase,
  flow: (plain: Plain) => string,
): readonly string[] => {
  const text = flow(profile);
  const start = lines.findIndex(line => line.startsWith(`${rule}:`));
  if (start < 0) return [...lines, `${rule}:`, `  ${outcome}: [${text}]`];
  const end = endOf(lines, start, line => /^\S/u.test(line));
  const at = lines.findIndex((line, index) => index > start && index < end && line.startsWith(`  ${outcome}:`));
  const here = lines[at] ?? '';
  if (at < 0) return lines.toSpliced(end, 0, `  ${outcome}: [${text}]`);
  if (/\]\s*$/u.test(here)) return lines.with(at, here.replace(/\]\s*$/u, `, ${text}]`));
  const below = endOf(lines, at, line => /^ {0,2}\S/u.test(line));
  return lines.toSpliced(below, 0, `    - ${text}`);
};

/** `cases.yaml` with the cases put in where they belong. */
export const withCases = (text: string, cases: readonly ProposedCase[], flow: (plain: Plain) => string): string => {
  const lines = text.trimEnd() === '' ? [] : text.trimEnd().split('\n');
  return `${cases.reduce<readonly string[]>((written, one) => withCase(written, one, flow), lines).join('\n')}\n`;
};
