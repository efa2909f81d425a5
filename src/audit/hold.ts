import { type Otherwise, otherwise } from '../evaluate/readings.ts';
import { evaluateRule } from '../evaluate/rule.ts';
import type { ScorecardContext } from '../evaluate/scorecard/scorecard.ts';
import { type Problem, problem } from '../model/base/problem.ts';
import type { NonEmpty } from '../model/base/text.ts';
import type { Audit, Counts, ReadOtherwise } from '../model/finding/audit.ts';
import { type Finding, OUTCOMES } from '../model/finding/finding.ts';
import type { Applied, Entered, Inspection } from '../model/profile/inspection.ts';
import type { Profile } from '../model/profile/profile.ts';
import type { Scorecard } from '../model/scoring/scorecard.ts';
import { type Pack, rulesFor } from '../model/standard/pack.ts';
import type { Waiver } from '../model/standard/waiver.ts';
import type { SettleRound } from '../score/peers/settle.ts';
import { exchanged, reachOf, scoreFindings, scoreOf, scoreSections, totalOf } from '../score/score.ts';

export interface AuditInput
  extends Pick<Audit, 'profile' | 'level' | 'pack' | 'scheme' | 'asOf' | 'warnings' | 'provisional'> {
  /** Records of inspections, each laid over the ones before it. */
  readonly inspections?: readonly Inspection[];
  /** What centres were let off; those of this one are applied. */
  readonly waivers?: readonly Waiver[];
  /** What the other centres of the round settle of what is compared with them. */
  readonly round?: SettleRound;
}

export interface Weigh {
  /** What the answers of a scorecard come to, and the score that is theirs. */
  readonly answers: (
    asked: Scorecard,
    context: ScorecardContext,
    round: SettleRound | undefined,
  ) => Required<Pick<Audit, 'scorecard'>> & Pick<Audit, 'score'>;
  /** Whether findings have a part in it: a scorecard gives points for facts, and its rows may count rules. */
  readonly asksFindings: (asked: Scorecard) => boolean;
}

/** With what weighs a scorecard and what lets a centre off, where there is either: most have none, and it is much to load. */
export interface WeighedInput extends AuditInput {
  readonly weigh?: Weigh;
  readonly waive?: (audit: Audit, waivers: readonly Waiver[]) => Audit;
}

const weighed = ({ scheme: { scorecard }, weigh, round }: WeighedInput, context: ScorecardContext) => {
  if (scorecard === undefined) return undefined;
  if (weigh === undefined) throw new Error('a scorecard needs what weighs it');
  return weigh.answers(scorecard, context, round);
};

const count = (findings: readonly Finding[]): Counts => {
  const tally = Object.fromEntries(OUTCOMES.map(outcome => [outcome, 0])) as Record<Finding['outcome'], number>;
  for (const finding of findings) tally[finding.outcome] += 1;
  return tally;
};

/** A profile as it stands after some of the records. */
export interface Laid {
  readonly profile: Profile;
  readonly entries: ReadonlyMap<string, Entered>;
  readonly applied: readonly Applied[];
}

const openness = ({ root }: Profile, provisional: NonEmpty<Problem>): Problem =>
  problem('provisional', root, { count: provisional.length });

/** Whether a score is what its findings are worth and nothing else. */
const isPlain = ({ scheme, waivers = [] }: AuditInput): boolean =>
  scheme.scorecard === undefined && waivers.length === 0;

/** Between what and what the score would lie with other findings in the place of those that gave `score`. */
const reachWith = (input: WeighedInput, laid: Laid, results: readonly Finding[], score: Audit['score']) => {
  const { scheme, weigh } = input;
  if (isPlain(input)) {
    const points = totalOf(scoreFindings(results, scheme));
    return ({ now, finding }: Otherwise) => reachOf(exchanged(points, now, finding, scheme), scheme);
  }
  if (scheme.scorecard !== undefined && weigh?.asksFindings(scheme.scorecard) === false) return () => score;
  return ({ now, finding }: Otherwise) =>
    auditOf(input, laid, now ? results.map(one => (one === now ? finding : one)) : [...results, finding]).score;
};

/** What other readings would decide otherwise, each by itself. */
const readOtherwise = (
  input: WeighedInput,
  laid: Laid,
  results: readonly Finding[],
  now: Audit['score'],
): readonly ReadOtherwise[] => {
  const { pack, level, asOf } = input;
  const others = otherwise(pack, level, results, { profile: laid.profile, asOf });
  const reach = others.length === 0 ? undefined : reachWith(input, laid, results, now);
  return others.map(other => {
    const { rule, reading, finding } = other;
    const told = { rule, reading, obligation: finding.rule.obligation, outcome: finding.outcome };
    const score = reach?.(other);
    return score === undefined ? told : { ...told, score: { low: score.low, high: score.high } };
  });
};

export const evaluate = ({ pack, level, asOf }: AuditInput, { profile }: Laid): readonly Finding[] =>
  rulesFor(pack, level).map(rule => evaluateRule(rule, { profile, asOf }));

/** Holds a profile as it stands after some of the records. */
export const holdLaid = (input: WeighedInput, laid: Laid): Audit => {
  const results = evaluate(input, laid);
  const held = auditOf(input, laid, results);
  const others = readOtherwise(input, laid, results, held.score);
  return { ...held, ...(others.length > 0 && { otherwise: others }) };
};

const unsignedIn = ({ unsigned, rules }: Pack): readonly Problem[] => {
  const [first] = rules;
  if (unsigned === undefined || first === undefined) return [];
  return [problem('rules-unsigned', first.location, { rules: unsigned, of: rules.length })];
};

/** What findings come to. */
export const auditOf = (input: WeighedInput, { profile, entries }: Laid, results: readonly Finding[]): Audit => {
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
  const { waivers = [], waive } = input;
  if (waivers.length === 0) return result;
  if (waive === undefined) throw new Error('waivers need what applies them');
  return waive(result, waivers);
};

const DECLARED = { entries: new Map(), applied: [] } as const;

/** A profile as its centre declares it. */
export const declared = ({ profile }: AuditInput): Laid => ({ profile, ...DECLARED });

/** Holds a profile against every rule of a pack for its level, in the pack's order, then scores it. */
export const holdDeclared = (input: WeighedInput): Audit => holdLaid(input, declared(input));
