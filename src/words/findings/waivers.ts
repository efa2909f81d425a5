import { both, type Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Waived } from '../../model/scoring/score.ts';
import type { Waiver } from '../../model/standard/waiver.ts';
import { list } from '../facts/values.ts';
import { scoreText } from '../scoring/score.ts';

const one = ({ items, reason, requestedBy, approvedBy, validThrough, evidence }: Waiver, lang: Lang): string => {
  const only = items.length === 0 ? '' : both(`（仅${list(items, lang)}）`, ` (only ${list(items, lang)})`)[lang];
  return both(
    `${reason}${only}；申请：${requestedBy}；批准：${approvedBy}；至 ${validThrough} 止；依据：${list(evidence, lang)}`,
    `${reason}${only}; asked for by ${requestedBy}; granted by ${approvedBy}; through ${validThrough}; evidence: ${list(evidence, lang)}`,
  )[lang];
};

/** Why a finding is let off, who granted it, and until when. */
export const waivedText = ({ waivers, pointsStay }: Waived, lang: Lang): string =>
  [
    ...waivers.map(waiver => one(waiver, lang)),
    ...(pointsStay
      ? [both('评分表的得分不因豁免而变，失的分照失', 'the scorecard gives no points back for it')[lang]]
      : []),
  ].join(both('。', '. ')[lang]);

/** How many findings are waived, and what the score would be if none were; empty where none is. */
export const waiversText = (audit: Audit, lang: Lang): string => {
  const { unwaived, findings, score, ...rest } = audit;
  if (unwaived === undefined) return '';
  const { scorecard } = audit;
  const amount = findings.filter(({ waived }) => waived !== undefined).length;
  if (scorecard !== undefined)
    return both(
      `${amount} 条已豁免；评分表的得分不因豁免而变`,
      `${amount} waived; the scorecard gives the same points`,
    )[lang];
  const unlet = findings.map(scored => (scored.waived ? { ...scored, points: scored.waived.points } : scored));
  const without = scoreText({ ...rest, findings: unlet, ...(unwaived.score && { score: unwaived.score }) }, lang);
  return both(
    `${amount} 条已豁免，不计入得分；不计豁免得分 ${without}`,
    `${amount} waived and left out of the score; without waivers ${without}`,
  )[lang];
};
