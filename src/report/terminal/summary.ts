import type { Audit } from '../../model/finding/audit.ts';
import type { Outcome } from '../../model/finding/finding.ts';
import { OUTCOMES } from '../../model/finding/finding.ts';
import { dateText } from '../../words/facts/values.ts';
import { waiversText } from '../../words/findings/waivers.ts';
import { centerName, levelName, OUTCOME_NAMES, packText, statusText } from '../../words/names.ts';
import { pick } from '../../words/reader.ts';
import { gradeText, type Standing, schemeText, scoreText, standingOf, verdictText } from '../../words/scoring/score.ts';
import { wrap } from '../text/layout.ts';
import { field, type Page } from './page.ts';

const OUTCOME_OF: Readonly<Record<Standing, Outcome>> = { met: 'pass', 'not-met': 'fail', open: 'unknown' };

/** Facts that decide a grade, named at the head; the entries below name them all. */
const DECIDING = 5;

const countsText = ({ counts, findings }: Audit, page: Page): string => {
  const parts = OUTCOMES.map(outcome => `${OUTCOME_NAMES[outcome][page.lang]} ${counts[outcome]}`);
  return `${parts.join(pick(page, '，', ', '))}${pick(page, `，共 ${findings.length} 条`, `, ${findings.length} in all`)}`;
};

const whereText = ({ profile: { center }, level, pack }: Audit, page: Page): string =>
  [center.county, center.township === center.name ? undefined : center.township, levelName(level, page.lang, pack)]
    .filter(part => part !== undefined)
    .join(' · ');

/** Who was held against what, and what came of it: the verdict first. */
export const summary = (audit: Audit, page: Page): readonly string[] => {
  const { pack, profile, asOf, scheme } = audit;
  const brush = page.paint.outcome[OUTCOME_OF[standingOf(audit)]];
  const line = (zh: string, en: string, text: string, words?: readonly string[]): readonly string[] =>
    field(page, pick(page, zh, en), text, { indent: 0, ...(words && { words }) });
  const status = statusText(pack.status, page.lang);
  return [
    ...wrap(centerName(audit), page.columns).map(name => page.paint.strong(name)),
    '',
    ...field(page, pick(page, '结论', 'Verdict'), verdictText(audit, page.lang), {
      indent: 0,
      brush: text => page.paint.strong(brush(text)),
    }),
    ...line(
      '得分',
      'Score',
      `${scoreText(audit, page.lang)}${pick(page, `，满分 ${scheme.total}`, ` of ${scheme.total}`)}`,
    ),
    ...line('等次', 'Grade', gradeText(audit, page.lang, DECIDING)),
    ...line('计分', 'Points', schemeText(scheme, page.lang)),
    ...line('条目', 'Rules', countsText(audit, page)),
    ...(audit.unwaived === undefined ? [] : line('豁免', 'Waived', waiversText(audit, page.lang))),
    '',
    ...line('对象', 'Centre', whereText(audit, page)),
    ...line('标准', 'Pack', `${packText(pack, page.lang)}${status && pick(page, `（${status}）`, ` (${status})`)}`),
    ...line(
      '日期',
      'As of',
      pick(page, `按 ${dateText(asOf, 'zh')}有效的要求审核`, `the requirements in force on ${asOf}`),
    ),
    ...line('申报', 'Profile', '', [profile.path]),
  ];
};
