import { type Bilingual, both, type Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { countedRows } from '../../model/scoring/counted-rows.ts';
import type { Account, ItemResult } from '../../model/scoring/points.ts';
import { scorecardSections } from '../../model/scoring/sections-of-rows.ts';
import { pick } from '../reader.ts';
import { accountText, totalText } from './points-of-rows.ts';

/** One line of a points ledger. An amount is empty where the row is not in the scorecard. */
export interface LedgerLine {
  readonly kind: 'row' | 'subtotal' | 'total';
  readonly id: string;
  readonly clause: string;
  readonly section: string;
  readonly title: string;
  readonly work: string;
  readonly low: string;
  readonly high: string;
  readonly max: string;
}

export const LEDGER_KINDS: Readonly<Record<LedgerLine['kind'], Bilingual>> = {
  row: both('评分项', 'row'),
  subtotal: both('小计', 'subtotal'),
  total: both('总分', 'score'),
};

const STOP = both('；', '; ');

/** How a range comes about: at the least, and where that differs, at the best. */
const workText = (low: string, high: string, lang: Lang, isOpen = low !== high): string => {
  if (!isOpen || low === high) return low;
  const most = high === '' ? pick({ lang }, '不失分', 'nothing lost') : high;
  const best = pick({ lang }, `最好：${most}`, `at best: ${most}`);
  return low === '' ? best : `${pick({ lang }, `最差：${low}`, `at worst: ${low}`)}${STOP[lang]}${best}`;
};

const pointsOf = ({ excluded, points }: Account): string => (excluded ? '' : points);

const rowLine = (row: ItemResult, section: string, { pack }: Audit, lang: Lang): LedgerLine => {
  const work = (end: 'low' | 'high'): string => accountText(row, end, lang, pack.vocabulary).join(STOP[lang]);
  const bureau = row.bureau === undefined ? '' : pick({ lang }, `（${row.bureau}）`, ` (${row.bureau})`);
  return {
    kind: 'row',
    id: row.item,
    clause: row.clause.join(' / '),
    section,
    title: `${row.title[lang]}${bureau}`,
    work: workText(work('low'), work('high'), lang, row.low.points !== row.high.points),
    low: pointsOf(row.low),
    high: pointsOf(row.high),
    max: row.max,
  };
};

/** The rows of a scorecard section by section, their subtotals and the score; nothing without such a scorecard. */
export const ledgerOf = (audit: Audit, lang: Lang): readonly LedgerLine[] => {
  if (audit.scorecard === undefined) return [];
  const { result } = audit.scorecard;
  const rows = countedRows(result);
  const sections = scorecardSections(audit.scorecard).flatMap(
    ({ id, title, low, high, max }): readonly LedgerLine[] => {
      const own = rows.filter(({ section }) => section === id).map(row => rowLine(row, title[lang], audit, lang));
      const subtotal = { id, clause: '', section: title[lang], title: title[lang], work: '', low, high, max };
      return [...own, { kind: 'subtotal', ...subtotal }];
    },
  );
  const work = workText(totalText(result.low, lang), totalText(result.high, lang), lang);
  const title = audit.scheme.title[lang];
  const points = { low: result.low.points, high: result.high.points, max: result.total };
  return [...sections, { kind: 'total', id: audit.scheme.id, clause: '', section: '', title, work, ...points }];
};

/** `一（1） 大厅面积 4 / 5：16㎡ ÷ …`. */
export const ledgerText = ({ kind, clause, title, work, low, high, max }: LedgerLine, lang: Lang): string => {
  const name = kind === 'row' ? `${clause} ${title}` : `${title} ${LEDGER_KINDS[kind][lang]}`;
  const reach = low === high ? '' : pick({ lang }, `（可达 ${high || '—'}）`, ` (up to ${high || '—'})`);
  return `${name} ${low || '—'}${reach} / ${max}${work === '' ? '' : pick({ lang }, `：${work}`, `: ${work}`)}`;
};
