import type { Lang } from '../../model/base/text.ts';
import type { Audit, ReadOtherwise } from '../../model/finding/audit.ts';
import type { Rule, SettledReading } from '../../model/standard/pack.ts';
import { dateText } from '../facts/values.ts';
import { clauseText, OBLIGATION_NAMES, OUTCOME_NAMES } from '../names.ts';
import { pick } from '../reader.ts';

/** `第七条(四) 规章制度牌规格：采用读法 one-size-a-hall（县政务服务局 2026年3月1日定）`. */
export const settledText = (rule: Rule, { reading, named, by, on }: SettledReading, lang: Lang): string => {
  const as = named === undefined ? reading : `${reading} = ${named}`;
  return pick(
    { lang },
    `${clauseText(rule)} ${rule.title.zh}：采用读法 ${as}（${by} ${dateText(on, 'zh')}定）`,
    `${clauseText(rule)} ${rule.title.en}: read as ${as} (settled by ${by} on ${on})`,
  );
};

const range = ({ low, high }: { readonly low: string; readonly high: string }, lang: Lang): string =>
  low === high ? low : pick({ lang }, `${low}（可达 ${high}）`, `${low} (up to ${high})`);

/** What the score would be, where it would be another. */
const scoreChange = (score: ReadOtherwise['score'], now: Audit['score'], lang: Lang): string => {
  if (score === undefined || (score.low === now?.low && score.high === now.high))
    return pick({ lang }, '，得分不变', '; the score stays');
  const was = now === undefined ? pick({ lang }, '无', 'none') : range(now, lang);
  return pick(
    { lang },
    `，得分由 ${was} 变为 ${range(score, lang)}`,
    `; the score ${was} becomes ${range(score, lang)}`,
  );
};

/** Quotation marks within others are single ones. */
const within = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’');

/** One line on what another reading of a rule would decide otherwise, and how many points hang on it. */
export const readingChange = (
  { rule, reading: { says }, obligation, outcome, score }: ReadOtherwise,
  audit: Pick<Audit, 'findings' | 'score'>,
  lang: Lang,
): string => {
  const finding = audit.findings.find(found => found.finding.rule.id === rule.id)?.finding;
  const now =
    finding === undefined
      ? pick({ lang }, '对本级不要求', 'not asked of this level')
      : OUTCOME_NAMES[finding.outcome][lang];
  const other = OUTCOME_NAMES[outcome][lang];
  const binding =
    obligation === rule.obligation
      ? ''
      : pick(
          { lang },
          `，约束为“${OBLIGATION_NAMES[obligation].zh}”`,
          `, binding as "${OBLIGATION_NAMES[obligation].en}"`,
        );
  return pick(
    { lang },
    `${clauseText(rule)} ${rule.title.zh}：现按“${now}”；若读作“${within(says.zh)}”，则为“${other}”${binding}${scoreChange(score, audit.score, lang)}`,
    `${clauseText(rule)} ${rule.title.en}: ${now}; read as "${says.en}" it would be ${other}${binding}${scoreChange(score, audit.score, lang)}`,
  );
};
