import type { Audit } from '../../model/audit.ts';
import type { ItemResult, TableResult } from '../../model/points.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { pick } from '../words/reader.ts';
import { accountText, totalText } from '../words/table-points.ts';
import { field, heading, type Page } from './page.ts';

const isOpen = ({ low, high }: ItemResult): boolean => low.points !== high.points;

const scoreOf = (item: ItemResult, page: Page): string => {
  const reach = isOpen(item) ? pick(page, `（可达 ${item.high.points}）`, ` (up to ${item.high.points})`) : '';
  return `${item.low.points}${reach} / ${item.max}`;
};

const row = (item: ItemResult, page: Page, vocabulary: Vocabulary): readonly string[] => {
  const account = accountText(item, 'low', page.lang, vocabulary);
  const best = isOpen(item) ? accountText(item, 'high', page.lang, vocabulary) : [];
  return [
    '',
    ...field(page, scoreOf(item, page), `${item.clause.join(' / ')}  ${item.title[page.lang]}`, { indent: 2 }),
    ...account.flatMap(line => field(page, '', line, { indent: 4 })),
    ...(best.join() === account.join()
      ? []
      : best.flatMap((line, index) =>
          field(page, index === 0 ? pick(page, '最好', 'At best') : '', line, { indent: 4 }),
        )),
  ];
};

const vetoes = ({ vetoes: all }: TableResult, page: Page): readonly string[] =>
  all
    .filter(({ truth }) => truth !== 'unmet')
    .flatMap(({ veto, truth }) => {
      const state = truth === 'met' ? pick(page, '成立', 'holds') : pick(page, '尚未排除', 'not ruled out');
      return field(page, pick(page, '否决', 'Veto'), `${veto.title[page.lang]}${pick(page, '：', ': ')}${state}`, {
        indent: 2,
      });
    });

/** A scoring table row by row, each sum spelt out so that it can be worked out again by hand. */
export const ledger = (audit: Audit, page: Page): readonly string[] => {
  const result = audit.table?.result;
  if (result === undefined) return [];
  const { low, high } = result;
  return [
    ...heading(page, pick(page, '■ 评分表逐项得分', '■ Scoring table, row by row')),
    ...result.items.flatMap(item => row(item, page, audit.pack.vocabulary)),
    '',
    ...field(page, pick(page, '得分', 'Score'), totalText(low, page.lang), { indent: 2 }),
    ...(low.points === high.points
      ? []
      : field(page, pick(page, '可达', 'Up to'), totalText(high, page.lang), { indent: 2 })),
    ...vetoes(result, page),
  ];
};
