import { compareDecimals } from '../model/base/exact.ts';
import type { Bilingual } from '../model/base/text.ts';
import type { Audit } from '../model/finding/audit.ts';
import type { Gate, GateVerdict } from '../model/finding/gate.ts';
import { cardVerdict } from '../model/scoring/bar.ts';
import type { ScoredFinding } from '../model/scoring/score.ts';
import type { Obligation } from '../model/standard/pack.ts';
import { cardReason, NOTHING_ASKED } from '../words/scoring/card.ts';

type Answer = Pick<GateVerdict, 'verdict' | 'reason'>;

const GATING: Readonly<Record<Gate['failOn'], readonly Obligation[]>> = {
  must: ['must'],
  should: ['must', 'should'],
  unknown: ['must'],
  none: [],
};

const answer = (verdict: GateVerdict['verdict'], zh: string, en: string): Answer => ({ verdict, reason: { zh, en } });

/** A waived finding does not gate, nor one that an earlier result is known to have had; what cannot be compared does. */
const isGated = ({ finding, waived, change }: ScoredFinding, { failOn }: Gate): boolean =>
  GATING[failOn].includes(finding.rule.obligation) && waived === undefined && change !== 'unchanged';

const since = ({ earlier }: Audit): Bilingual =>
  earlier === undefined ? { zh: '', en: '' } : { zh: '（上次没有的）', en: ' since the earlier result' };

const byRules = (audit: Audit, gate: Gate): Answer | undefined => {
  const gated = audit.findings.filter(scored => isGated(scored, gate)).map(({ finding }) => finding);
  const failed = gated.filter(({ outcome }) => outcome === 'fail').length;
  const open = gated.filter(({ outcome }) => outcome === 'unknown').length;
  const { zh, en } = since(audit);
  if (failed > 0) return answer('failed', `${failed} 条要求不符合${zh}`, `${failed} requirement(s) failed${en}`);
  if (open === 0) return undefined;
  return gate.failOn === 'unknown'
    ? answer('failed', `${open} 条要求无法判定${zh}`, `${open} requirement(s) unknown${en}`)
    : answer(
        'undecided',
        `${open} 条要求因未申报而无法判定${zh}`,
        `${open} requirement(s) cannot be decided for want of facts${en}`,
      );
};

/** Held against an earlier result, a score that has not sunk does not gate. */
const hasNotSunk = ({ score, earlier }: Audit): boolean =>
  earlier?.low !== undefined && score !== undefined && compareDecimals(score.low, earlier.low) >= 0;

/** What a scorecard asks by itself. */
const byCard = (audit: Audit, { failOn }: Gate): Answer | undefined => {
  const said = failOn === 'none' ? undefined : cardVerdict(audit);
  if (said?.truth === undefined || said.truth === 'met') return undefined;
  const verdict = said.truth === 'unmet' || failOn === 'unknown' ? 'failed' : 'undecided';
  return answer(verdict, cardReason(said, audit, 'zh'), cardReason(said, audit, 'en'));
};

const byScore = (audit: Audit, { minScore }: Gate): Answer | undefined => {
  if (minScore === undefined || hasNotSunk(audit)) return undefined;
  const { score } = audit;
  if (score === undefined)
    return answer(
      'undecided',
      '没有可计分的条目，不能与最低分比较',
      'nothing counted, so there is no score to compare',
    );
  if (compareDecimals(score.low, String(minScore)) >= 0) return undefined;
  return compareDecimals(score.high, String(minScore)) < 0
    ? answer(
        'failed',
        `得分最高可达 ${score.high}，低于 ${minScore}`,
        `the score can reach ${score.high} at most, below ${minScore}`,
      )
    : answer(
        'undecided',
        `得分在 ${score.low}～${score.high} 之间，是否达到 ${minScore} 尚未确定`,
        `the score lies between ${score.low} and ${score.high}: whether it reaches ${minScore} is open`,
      );
};

/** What could not be read may decide otherwise. */
const byReading = ({ provisional }: Audit, { failOn }: Gate): Answer | undefined =>
  provisional === undefined || failOn === 'none'
    ? undefined
    : answer(
        'undecided',
        `有 ${provisional.length} 处填报读不懂，只是暂定`,
        `${provisional.length} ${provisional.length === 1 ? 'place' : 'places'} could not be read: provisional`,
      );

const PASSED = answer('passed', '达到要求', 'the gate is passed');

/** Where a scorecard asks nothing of its score, that is what is said. */
const passed = (audit: Audit, { minScore }: Gate): Answer => {
  const said = cardVerdict(audit);
  if (said === undefined || said.bar !== undefined || minScore !== undefined) return PASSED;
  return { verdict: 'passed', reason: NOTHING_ASKED };
};

const isBlocking = (scored: ScoredFinding, gate: Gate): boolean =>
  isGated(scored, gate) &&
  (scored.finding.outcome === 'fail' || (gate.failOn === 'unknown' && scored.finding.outcome === 'unknown'));

/** Failed beats undecided, undecided beats passed; the reason is that of the worst. */
export const judge = (audit: Audit, gate: Gate): GateVerdict => {
  const answers = [byRules(audit, gate), byCard(audit, gate), byScore(audit, gate), byReading(audit, gate)].filter(
    given => given !== undefined,
  );
  const worst =
    answers.find(({ verdict }) => verdict === 'failed') ?? answers.find(({ verdict }) => verdict === 'undecided');
  const blocking = audit.findings.filter(scored => isBlocking(scored, gate)).map(({ finding }) => finding.rule.id);
  return { ...(worst ?? passed(audit, gate)), blocking };
};
