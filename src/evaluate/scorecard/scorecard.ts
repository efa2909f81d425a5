import { judge } from '../../language/judge.ts';
import { append, each, isNonEmpty } from '../../model/base/text.ts';
import type { Fact } from '../../model/base/value.ts';
import { type Finding, type Gap, missingIn, type Verdict } from '../../model/finding/finding.ts';
import type { Entered } from '../../model/profile/inspection.ts';
import { type Profile, placeOf } from '../../model/profile/profile.ts';
import { isRank, type RankRule } from '../../model/scoring/rank.ts';
import type {
  Amount,
  ClassScorecard,
  Evidence,
  FoundAmount,
  FoundItem,
  FoundScorecard,
  FoundSection,
  FoundStep,
  GateOf,
  Item,
  Scorecard,
  ScorecardSection,
  Step,
} from '../../model/scoring/scorecard.ts';
import type { Expression } from '../../model/standard/expression.ts';
import type { ScorecardScope } from './answers.ts';
import { measure } from './measure.ts';
import { findRecords } from './records.ts';

/** More ways than this to answer the open questions of one row are not gone through. */
const MOST = 256;

const isOpen = (fact: Fact | undefined): boolean =>
  fact === undefined || fact.state === 'undeclared' || fact.state === 'unreadable';

/** Everything that a fact may turn out as; a state that is left open is settled later by one of its values. */
const answersOf = (
  { fact, values }: NonNullable<Item['shared']>[number],
  profile: Profile,
  { states }: Evidence,
): readonly Fact[] => {
  const location = placeOf(profile, fact);
  return [
    ...values.map((value): Fact => ({ state: 'declared', value, location })),
    ...(states.not_applicable === 'open' ? [] : [{ state: 'not-applicable', location } as const]),
    ...(states.did_not_occur === 'open' ? [] : [{ state: 'did-not-occur', location } as const]),
  ];
};

/** The profile under every way in which the open facts that a row asks several times may be answered; none where none is. */
const profilesFor = ({ shared = [], evidence }: Item, profile: Profile): readonly Profile[] => {
  const open = shared.filter(({ fact }) => isOpen(profile.facts.get(fact)));
  if (open.length === 0) return [];
  const ways = open.reduce<readonly (readonly (readonly [string, Fact])[])[]>(
    (found, one) => {
      const answers = answersOf(one, profile, evidence);
      return found.length * answers.length > MOST
        ? found
        : found.flatMap(way => answers.map(answer => [...way, [one.fact, answer] as const]));
    },
    [[]],
  );
  return ways.map(way => ({ ...profile, facts: new Map([...profile.facts, ...way]) }));
};

export interface ScorecardContext {
  readonly profile: Profile;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly findings: readonly Finding[];
  readonly entries: readonly Entered[];
}

/** An amount with its questions answered. */
const findAmount = (amount: Amount, scope: ScorecardScope): FoundAmount => {
  switch (amount.kind) {
    case 'base':
      return amount;
    case 'once':
      return { ...amount, if: judge(amount.if, scope) };
    case 'each':
    case 'tiers':
    case 'share':
    case 'relative':
    case 'entered':
      return { ...amount, measure: measure(amount.measure, scope) };
    case 'options':
      return { ...amount, options: each(amount.options, option => ({ ...option, if: judge(option.if, scope) })) };
    case 'best_of':
    case 'group':
      return { ...amount, of: each(amount.of, step => findStep(step, scope)) };
    case 'records':
      return { kind: 'records', records: findRecords(amount.records, scope, findAmount) };
    case 'form':
      return { ...amount, sections: each(amount.sections, section => findSection(section, scope)) };
  }
};

const findStep = ({ onlyIf, excusedIf, amount, ...step }: Step, scope: ScorecardScope): FoundStep => ({
  ...step,
  amount: findAmount(amount, scope),
  ...(onlyIf && { onlyIf: judge(onlyIf, scope) }),
  ...(excusedIf && { excusedIf: judge(excusedIf, scope) }),
});

const findItem = (item: Item, outer: ScorecardScope): FoundItem => {
  const found = findRow(item, outer);
  const cases = profilesFor(item, outer.profile).map(profile => findRow(item, { ...outer, profile }));
  return isNonEmpty(cases) ? { ...found, cases } : found;
};

const findRow = ({ when, zeroIf, steps, cases: _, ...item }: Item, outer: ScorecardScope): FoundItem => {
  const scope = { ...outer, evidence: item.evidence };
  return {
    ...item,
    steps: each(steps, step => findStep(step, scope)),
    ...(when && { when: judge(when, scope) }),
    ...(zeroIf && { zeroIf: judge(zeroIf, scope) }),
  };
};

const findSection = (section: ScorecardSection, scope: ScorecardScope): FoundSection => ({
  ...section,
  items: each(section.items, item => findItem(item, scope)),
});

/** A place among other centres is no question to this one. */
const found = (asked: Expression | RankRule, scope: ScorecardScope): Verdict | RankRule =>
  isRank(asked) ? asked : judge(asked, scope);

const findGate = (gate: GateOf<Expression>, scope: ScorecardScope): GateOf<Verdict> =>
  gate.kind === 'check' ? { ...gate, if: found(gate.if, scope) } : gate;

interface Classes {
  readonly forms: readonly ClassScorecard<ScorecardSection>[];
  readonly gaps: readonly Gap[];
}

/** The classes that the centre may belong to: those before the first that surely holds, less those that surely do not. */
const classesOf = ({ classes, forms }: Scorecard, scope: ScorecardScope): Classes => {
  const gaps: Gap[] = [];
  const possible: ClassScorecard<ScorecardSection>[] = [];
  for (const [index, form] of forms.entries()) {
    const condition = classes[index]?.if;
    const verdict = condition && judge(condition, scope);
    if (verdict?.truth === 'unmet') continue;
    possible.push(form);
    if (verdict?.truth !== 'unknown') break;
    append(gaps, missingIn(verdict));
  }
  return { forms: possible, gaps };
};

/** Puts every question of a scorecard to a profile, the pack's findings and what inspectors filled in. */
export const findScorecard = (
  scorecard: Scorecard,
  { profile, asOf, findings, entries }: ScorecardContext,
): FoundScorecard => {
  const scope: ScorecardScope = {
    profile,
    findings,
    entries: new Map(entries.map(entry => [entry.entry, entry])),
    evidence: {
      undeclared: 'open',
      states: { did_not_occur: 'open', not_applicable: 'open', nothing_to_measure: 'open' },
    },
    ...(scorecard.calendar && { calendar: scorecard.calendar }),
  };
  const { forms, gaps } = classesOf(scorecard, scope);
  if (!isNonEmpty(forms)) throw new Error('the last class of a scorecard has no condition');
  const { total, places, rounding, floor, cap, notChecked, countedOnce } = scorecard;
  return {
    ...{ total, places, rounding, floor, cap, notChecked, countedOnce },
    closed: scorecard.evidenceUntil !== undefined && asOf > scorecard.evidenceUntil,
    forms: each(forms, form => ({ ...form, sections: each(form.sections, section => findSection(section, scope)) })),
    classGaps: forms.length > 1 ? gaps : [],
    vetoes: scorecard.vetoes.map(veto => ({ ...veto, if: found(veto.if, scope) })),
    grades: scorecard.grades.map(grade => ({
      ...grade,
      requires: grade.requires.map(gate => findGate(gate, scope)),
    })),
  };
};
