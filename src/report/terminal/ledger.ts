import type { Audit } from '../../model/finding/audit.ts';
import { countedRows } from '../../model/scoring/counted-rows.ts';
import type { Account, ItemResult, ScorecardResult } from '../../model/scoring/points.ts';
import { scorecardSections, type TitledSection } from '../../model/scoring/sections-of-rows.ts';
import type { Vocabulary } from '../../model/standard/vocabulary.ts';
import { waiversText } from '../../words/findings/waivers.ts';
import { pick } from '../../words/reader.ts';
import { waitingIn, waitingText } from '../../words/scoring/comparisons.ts';
import { accountText, boundText, totalText } from '../../words/scoring/points-of-rows.ts';
import { minus } from '../../words/scoring/work.ts';
import { field, heading, type Page } from './page.ts';

const isOpen = ({ low, high }: ItemResult): boolean => low.points !== high.points || low.excluded !== high.excluded;

const pointsOf = ({ excluded, points }: Account): string => (excluded ? '—' : minus(points));

const scoreOf = (item: ItemResult, page: Page): string => {
  const reach = isOpen(item) ? pick(page, `（可达 ${pointsOf(item.high)}）`, ` (up to ${pointsOf(item.high)})`) : '';
  return `${pointsOf(item.low)}${reach} / ${item.max}`;
};

const lines = (page: Page, label: string, texts: readonly string[]): readonly string[] =>
  texts.flatMap((text, index) => field(page, index === 0 ? label : '', text, { indent: 4 }));

const row = (item: ItemResult, page: Page, vocabulary: Vocabulary): readonly string[] => {
  const account = accountText(item, 'low', page.lang, vocabulary);
  const best = isOpen(item) ? accountText(item, 'high', page.lang, vocabulary) : [];
  return [
    '',
    ...field(page, scoreOf(item, page), `${item.clause.join(' / ')}  ${item.title[page.lang]}`, { indent: 2 }),
    ...lines(page, isOpen(item) ? pick(page, '最差', 'At worst') : '', account),
    ...lines(page, pick(page, '最好', 'At best'), best.join() === account.join() ? [] : best),
  ];
};

/** A section with its subtotal, then its rows. */
const part = (section: TitledSection, rows: readonly ItemResult[], audit: Audit, page: Page): readonly string[] => {
  const { id, title, low, high, max } = section;
  const reach = low === high ? '' : pick(page, `（可达 ${minus(high)}）`, ` (up to ${minus(high)})`);
  const bound = audit.scorecard?.result.low.sections.find(each => each.section === id)?.bound;
  const held = bound === undefined ? '' : pick(page, `，${boundText(bound, 'zh')}`, `, ${boundText(bound, 'en')}`);
  return [
    '',
    page.paint.strong(`${title[page.lang]}  ${minus(low)}${reach} / ${max}${held}`),
    ...rows.filter(item => item.section === id).flatMap(item => row(item, page, audit.pack.vocabulary)),
  ];
};

const vetoes = ({ vetoes: all }: ScorecardResult, page: Page): readonly string[] =>
  all
    .filter(({ truth }) => truth !== 'unmet')
    .flatMap(({ veto, truth }) => {
      const state = truth === 'met' ? pick(page, '成立', 'holds') : pick(page, '尚未排除', 'not ruled out');
      return field(page, pick(page, '否决', 'Veto'), `${veto.title[page.lang]}${pick(page, '：', ': ')}${state}`, {
        indent: 2,
      });
    });

const waiting = (result: ScorecardResult, page: Page): readonly string[] => {
  const rows = waitingIn(result);
  return rows === 0 ? [] : field(page, pick(page, '待比较', 'Compared'), waitingText(rows)[page.lang], { indent: 2 });
};

/** A scorecard row by row, each sum spelt out so that it can be worked out again by hand. */
export const ledger = (audit: Audit, page: Page): readonly string[] => {
  if (audit.scorecard === undefined) return [];
  const { result } = audit.scorecard;
  const { low, high } = result;
  const rows = countedRows(result);
  return [
    ...heading(page, pick(page, '■ 评分表逐项得分', '■ Scorecard, row by row')),
    ...scorecardSections(audit.scorecard).flatMap(section => part(section, rows, audit, page)),
    '',
    ...field(page, pick(page, '得分', 'Score'), totalText(low, page.lang), { indent: 2 }),
    ...(low.points === high.points
      ? []
      : field(page, pick(page, '可达', 'Up to'), totalText(high, page.lang), { indent: 2 })),
    ...vetoes(result, page),
    ...(audit.unwaived === undefined
      ? []
      : field(page, pick(page, '豁免', 'Waived'), waiversText(audit, page.lang), { indent: 2 })),
    ...waiting(result, page),
  ];
};
