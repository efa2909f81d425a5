import { compareDecimals } from '../../model/base/exact.ts';
import { both, type Lang } from '../../model/base/text.ts';
import type { Audit, ReadOtherwise } from '../../model/finding/audit.ts';
import type { Finding } from '../../model/finding/finding.ts';
import type { Rule, SettledReading } from '../../model/standard/pack.ts';
import { dateText } from '../facts/values.ts';
import { clauseText, OBLIGATION_NAMES, OUTCOME_NAMES } from '../names.ts';

/** `采用读法 one-size-a-hall（县政务服务局 2026年3月1日定）`. */
const settledText = ({ reading, named, by, on }: SettledReading, lang: Lang): string => {
  const as = named === undefined ? reading : `${reading} = ${named}`;
  return both(`采用读法 ${as}（${by} ${dateText(on, 'zh')}定）`, `read as ${as} (settled by ${by} on ${on})`)[lang];
};

export const reachText = ({ low, high }: { readonly low: string; readonly high: string }, lang: Lang): string =>
  low === high ? low : both(`${low}（可达 ${high}）`, `${low} (up to ${high})`)[lang];

/** What the score would be, where it would be another. */
const scoreChange = (score: ReadOtherwise['score'], now: Audit['score'], lang: Lang): string => {
  if (score === undefined || (score.low === now?.low && score.high === now.high))
    return both('，得分不变', '; the score stays')[lang];
  const was = now === undefined ? both('无', 'none')[lang] : reachText(now, lang);
  const gap = was.endsWith('）') ? '' : ' ';
  return both(
    `，得分由 ${was}${gap}变为 ${reachText(score, lang)}`,
    `; the score ${was} becomes ${reachText(score, lang)}`,
  )[lang];
};

/** Quotation marks within others are single ones. */
const within = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’');

/** What another reading of a rule would decide otherwise, and how many points hang on it. */
const readingChange = (
  { rule, reading: { says }, obligation, outcome, score }: ReadOtherwise,
  audit: Pick<Audit, 'score'>,
  lang: Lang,
): string => {
  const other = OUTCOME_NAMES[outcome][lang];
  const binding =
    obligation === rule.obligation
      ? ''
      : both(`，约束为“${OBLIGATION_NAMES[obligation].zh}”`, `, binding as "${OBLIGATION_NAMES[obligation].en}"`)[lang];
  return both(
    `若读作“${within(says.zh)}”，则为“${other}”${binding}${scoreChange(score, audit.score, lang)}`,
    `read as "${says.en}" it would be ${other}${binding}${scoreChange(score, audit.score, lang)}`,
  )[lang];
};

const heading = (rule: Rule, lang: Lang): string => `${clauseText(rule)} ${rule.title[lang]}${both('：', ': ')[lang]}`;

/** How the county reads a rule, and what its other readings would decide otherwise. */
export const readingText = (
  { rule }: Pick<Finding, 'rule'>,
  audit: Pick<Audit, 'score' | 'otherwise'>,
  lang: Lang,
): string => {
  const others = audit.otherwise?.filter(other => other.rule.id === rule.id) ?? [];
  const told = [
    ...(rule.settled ? [settledText(rule.settled, lang)] : []),
    ...others.map(other => readingChange(other, audit, lang)),
  ];
  return told.join(both('；', '; ')[lang]);
};

/** Rules whose reading the county settled, and those that another reading would ask of this level. */
export const readingLines = (
  { pack, findings, otherwise = [], score }: Pick<Audit, 'pack' | 'findings' | 'otherwise' | 'score'>,
  lang: Lang,
): readonly string[] => {
  const asked = new Set(findings.map(({ finding }) => finding.rule.id));
  const settled = pack.rules.flatMap(rule =>
    rule.settled ? [heading(rule, lang) + settledText(rule.settled, lang)] : [],
  );
  const unasked = otherwise
    .filter(({ rule }) => !asked.has(rule.id))
    .map(other => heading(other.rule, lang) + readingChange(other, { ...(score && { score }) }, lang));
  return [...settled, ...unasked];
};

/** How many findings hang on how the text is read, and between what scores, in one line. */
export const readingsText = ({ pack, otherwise = [], score }: Audit, lang: Lang): string => {
  const settled = pack.rules.filter(rule => rule.settled).length;
  const others = new Set(otherwise.map(({ rule }) => rule.id)).size;
  const scores = [score, ...otherwise.map(other => other.score)].flatMap(one => (one ? [one] : []));
  const between = (key: 'low' | 'high'): string => {
    const sorted = scores.map(one => one[key]).sort(compareDecimals);
    const [least = '', most = ''] = [sorted[0], sorted.at(-1)];
    return least === most ? least : both(`${least}～${most}`, `${least} to ${most}`)[lang];
  };
  const hangs =
    scores.length === 0
      ? ''
      : both(
          `，单看一条，得分在 ${between('low')}，可达 ${between('high')}`,
          `; taken one by one the score is ${between('low')}, up to ${between('high')}`,
        )[lang];
  return [
    ...(settled > 0 ? [both(`县里已定 ${settled} 条`, `${settled} settled by the county`)[lang]] : []),
    ...(others > 0
      ? [
          both(
            `${others} 条换一种读法会判得不同${hangs}`,
            `${others} would come out otherwise if read otherwise${hangs}`,
          )[lang],
        ]
      : []),
  ].join(both('；', '; ')[lang]);
};
