import Big from 'big.js';
import type { Audit } from '../model/audit.ts';
import type { Gate, GateVerdict } from '../model/gate.ts';
import type { Obligation } from '../model/pack.ts';
import type { ScoredFinding } from '../model/score.ts';
import type { Bilingual } from '../model/text.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** What the gate says of an audit, and why, in words. */
export interface GateResult {
  readonly code: ExitCode;
  readonly reason: Bilingual;
}

const GATING: Readonly<Record<Gate['failOn'], readonly Obligation[]>> = {
  must: ['must'],
  should: ['must', 'should'],
  unknown: ['must'],
  none: [],
};

const result = (code: ExitCode, zh: string, en: string): GateResult => ({ code, reason: { zh, en } });

/** A waived finding does not gate, nor one that an earlier result is known to have had; what cannot be compared does. */
const isGated = ({ finding, waived, change }: ScoredFinding, { failOn }: Gate): boolean =>
  GATING[failOn].includes(finding.rule.obligation) && waived === undefined && change !== 'unchanged';

const byRules = (audit: Audit, gate: Gate): GateResult | undefined => {
  const { failOn } = gate;
  const gated = audit.findings.filter(scored => isGated(scored, gate)).map(({ finding }) => finding);
  const failed = gated.filter(({ outcome }) => outcome === 'fail').length;
  const open = gated.filter(({ outcome }) => outcome === 'unknown').length;
  if (failed > 0) return result(EXIT.failed, `${failed} 条要求不符合`, `${failed} requirement(s) failed`);
  if (open === 0) return undefined;
  return failOn === 'unknown'
    ? result(EXIT.failed, `${open} 条要求无法判定`, `${open} requirement(s) unknown`)
    : result(
        EXIT.undecided,
        `${open} 条要求因未申报而无法判定`,
        `${open} requirement(s) cannot be decided for want of facts`,
      );
};

/** Held against an earlier result, a score that has not sunk does not gate. */
const hasNotSunk = ({ score, earlier }: Audit): boolean =>
  earlier?.low !== undefined && score !== undefined && new Big(score.low).gte(earlier.low);

const byScore = (audit: Audit, { minScore }: Gate): GateResult | undefined => {
  if (minScore === undefined || hasNotSunk(audit)) return undefined;
  const { score } = audit;
  if (score === undefined)
    return result(
      EXIT.undecided,
      '没有可计分的条目，不能与最低分比较',
      'nothing counted, so there is no score to compare',
    );
  if (new Big(score.low).gte(minScore)) return undefined;
  return new Big(score.high).lt(minScore)
    ? result(
        EXIT.failed,
        `得分最高可达 ${score.high}，低于 ${minScore}`,
        `the score can reach ${score.high} at most, below ${minScore}`,
      )
    : result(
        EXIT.undecided,
        `得分在 ${score.low}～${score.high} 之间，是否达到 ${minScore} 尚未确定`,
        `the score lies between ${score.low} and ${score.high}: whether it reaches ${minScore} is open`,
      );
};

const PASSED = result(EXIT.passed, '达到要求', 'the gate is passed');

/** Failed beats undecided, undecided beats passed; the reason is that of the worst. */
export const judge = (audit: Audit, gate: Gate): GateResult => {
  const results = [byRules(audit, gate), byScore(audit, gate)].filter(found => found !== undefined);
  return (
    results.find(({ code }) => code === EXIT.failed) ?? results.find(({ code }) => code === EXIT.undecided) ?? PASSED
  );
};

const VERDICTS = { [EXIT.passed]: 'passed', [EXIT.undecided]: 'undecided' } as const;

const isBlocking = (scored: ScoredFinding, gate: Gate): boolean =>
  isGated(scored, gate) &&
  (scored.finding.outcome === 'fail' || (gate.failOn === 'unknown' && scored.finding.outcome === 'unknown'));

/** The same for a report, which knows no exit codes. */
export const gateVerdict = (audit: Audit, gate: Gate): GateVerdict => {
  const { code, reason } = judge(audit, gate);
  const blocking = audit.findings.filter(scored => isBlocking(scored, gate)).map(({ finding }) => finding.rule.id);
  return { verdict: code === EXIT.passed || code === EXIT.undecided ? VERDICTS[code] : 'failed', reason, blocking };
};
