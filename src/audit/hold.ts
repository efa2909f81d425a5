import { factBefore, overlay } from '../evaluate/overlay.ts';
import { type Otherwise, otherwise } from '../evaluate/readings.ts';
import { evaluateRule } from '../evaluate/rule.ts';
import type { ScorecardContext } from '../evaluate/scorecard/scorecard.ts';
import { type Problem, problem } from '../model/base/problem.ts';
import type { NonEmpty } from '../model/base/text.ts';
import type { Audit, Counts, ReadOtherwise, StageScore } from '../model/finding/audit.ts';
import { type Finding, OUTCOMES } from '../model/finding/finding.ts';
import {
  type Applied,
  type Entered,
  headOf,
  type Inspection,
  STAGES,
  type Stage,
} from '../model/profile/inspection.ts';
import type { Level, Profile } from '../model/profile/profile.ts';
import type { Scheme } from '../model/scoring/score.ts';
import type { Scorecard } from '../model/scoring/scorecard.ts';
import { type Pack, rulesFor } from '../model/standard/pack.ts';
import type { Waiver } from '../model/standard/waiver.ts';
import type { SettleRound } from '../score/peers/settle.ts';
import { exchanged, reachOf, scoreFindings, scoreOf, scoreSections, totalOf } from '../score/score.ts';
import { applyWaivers } from '../score/waive.ts';
import { enteredProblems } from './entered.ts';

export interface AuditInput {
  readonly profile: Profile;
  readonly level: Level;
  readonly pack: Pack;
  readonly scheme: Scheme;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly warnings: readonly Problem[];
  /** What of the profile could not be read, where it is audited in spite of that. */
  readonly provisional?: NonEmpty<Problem>;
  /** Records of inspections, each laid over the ones before it. */
  readonly inspections?: readonly Inspection[];
  /** What centres were let off; those of this one are applied. */
  readonly waivers?: readonly Waiver[];
  /** What the other centres of the round settle of what is compared with them. */
  readonly round?: SettleRound;
}

/** What the answers of a scorecard come to, and the score that is theirs. */
export type Weigh = (
  asked: Scorecard,
  context: ScorecardContext,
  round: SettleRound | undefined,
) => Required<Pick<Audit, 'scorecard'>> & Pick<Audit, 'score'>;

/** With what weighs a scorecard, where the scheme has one: most have none, and it is much to load. */
export interface WeighedInput extends AuditInput {
  readonly weigh?: Weigh;
}

const weighed = ({ scheme: { scorecard }, weigh, round }: WeighedInput, context: ScorecardContext) => {
  if (scorecard === undefined) return undefined;
  if (weigh === undefined) throw new Error('a scorecard needs what weighs it');
  return weigh(scorecard, context, round);
};

const count = (findings: readonly Finding[]): Counts => {
  const tally = Object.fromEntries(OUTCOMES.map(outcome => [outcome, 0])) as Record<Finding['outcome'], number>;
  for (const finding of findings) tally[finding.outcome] += 1;
  return tally;
};

/** A profile as it stands after some of the records. */
interface Laid {
  readonly profile: Profile;
  readonly entries: ReadonlyMap<string, Entered>;
  readonly applied: readonly Applied[];
}

const layRecord = (laid: Laid, { stage, changes, entries }: Inspection): Laid => ({
  profile: overlay(laid.profile, changes),
  entries: new Map([...laid.entries, ...entries.map(entry => [entry.entry, entry] as const)]),
  applied: [
    ...laid.applied,
    ...changes.map(change => ({ stage, kind: 'fact' as const, change, before: factBefore(laid.profile, change) })),
    ...entries.map(change => ({ stage, kind: 'entry' as const, change, before: laid.entries.get(change.entry) })),
  ],
});

const openness = ({ root }: Profile, provisional: NonEmpty<Problem>): Problem =>
  problem('provisional', root, { count: provisional.length });

/** Whether a score is what its findings are worth and nothing else. */
const isPlain = ({ scheme, waivers = [] }: AuditInput): boolean =>
  scheme.scorecard === undefined && waivers.length === 0;

/** Between what and what the score would lie with other findings in the place of those that are given. */
const reachWith = (input: WeighedInput, laid: Laid, results: readonly Finding[]) => {
  if (isPlain(input)) {
    const points = totalOf(scoreFindings(results, input.scheme));
    return ({ now, finding }: Otherwise) => reachOf(exchanged(points, now, finding, input.scheme), input.scheme);
  }
  return ({ now, finding }: Otherwise) =>
    auditOf(input, laid, now ? results.map(one => (one === now ? finding : one)) : [...results, finding]).score;
};

/** What other readings would decide otherwise, each by itself. */
const readOtherwise = (input: WeighedInput, laid: Laid, results: readonly Finding[]): readonly ReadOtherwise[] => {
  const { pack, level, asOf } = input;
  const others = otherwise(pack, level, results, { profile: laid.profile, asOf });
  const reach = others.length === 0 ? undefined : reachWith(input, laid, results);
  return others.map(other => {
    const { rule, reading, finding } = other;
    const told = { rule, reading, obligation: finding.rule.obligation, outcome: finding.outcome };
    const score = reach?.(other);
    return score === undefined ? told : { ...told, score: { low: score.low, high: score.high } };
  });
};

const evaluate = ({ pack, level, asOf }: AuditInput, { profile }: Laid): readonly Finding[] =>
  rulesFor(pack, level).map(rule => evaluateRule(rule, { profile, asOf }));

const auditLaid = (input: WeighedInput, laid: Laid): Audit => {
  const results = evaluate(input, laid);
  const others = readOtherwise(input, laid, results);
  return { ...auditOf(input, laid, results), ...(others.length > 0 && { otherwise: others }) };
};

const unsignedIn = ({ unsigned, rules }: Pack): readonly Problem[] => {
  const [first] = unsigned === undefined ? [] : rules;
  return first === undefined || unsigned === undefined
    ? []
    : [problem('rules-unsigned', first.location, { rules: unsigned, of: rules.length })];
};

/** What findings come to. */
const auditOf = (input: WeighedInput, { profile, entries }: Laid, results: readonly Finding[]): Audit => {
  const { level, pack, scheme, asOf, provisional } = input;
  const findings = scoreFindings(results, scheme);
  const context = { profile, asOf, findings: results, entries: [...entries.values()] };
  const { scorecard, score } = weighed(input, context) ?? { score: scoreOf(findings, scheme) };
  const sections = scoreSections(findings, pack.sections);
  const result: Audit = {
    profile,
    level,
    pack,
    scheme,
    asOf,
    warnings: [
      ...(provisional === undefined ? [] : [openness(profile, provisional), ...provisional]),
      ...input.warnings,
      ...unsignedIn(pack),
    ],
    ...(provisional && { provisional }),
    findings,
    counts: count(results),
    sections,
    ...(score && { score }),
    ...(scorecard && { scorecard }),
  };
  return applyWaivers(result, input.waivers ?? []);
};

const stageScore = (stage: Stage, { score, scorecard }: Audit): StageScore => ({
  stage,
  ...(score && { score: { low: score.low, high: score.high, grades: score.grade.candidates.map(({ id }) => id) } }),
  ...(scorecard && {
    rows: scorecard.result.items.map(({ item, low, high }) => ({ item, low: low.points, high: high.points })),
  }),
});

/** Holds a profile against every rule of a pack for its level, in the pack's order, then scores it. */
export const holdProfile = (input: WeighedInput): Audit => {
  const records = input.inspections ?? [];
  const declared: Laid = { profile: input.profile, entries: new Map(), applied: [] };
  if (records.length === 0) return auditLaid(input, declared);
  const stages: StageScore[] = [];
  let laid = declared;
  const { round: _, ...alone } = input;
  const last = STAGES.findLast(stage => records.some(record => record.stage === stage)) ?? 'self';
  for (const stage of STAGES) {
    const own = records.filter(record => record.stage === stage);
    if (own.length === 0 && stage !== 'self') continue;
    laid = own.reduce(layRecord, laid);
    if (stage !== last) stages.push(stageScore(stage, auditOf(alone, laid, evaluate(alone, laid))));
  }
  const result = auditLaid(input, laid);
  const { scorecard, warnings } = result;
  const entered = scorecard ? enteredProblems(scorecard, records, [...laid.entries.values()]) : [];
  return {
    ...result,
    warnings: [...warnings, ...entered],
    stages: [...stages, stageScore(last, result)],
    records: records.map(headOf),
    applied: laid.applied,
  };
};
