import type { Bilingual, Lang } from '../../../model/base/text.ts';
import type { Gate } from '../../../model/finding/gate.ts';
import { pick } from '../../../words/reader.ts';

export const TITLE = { zh: '便民服务中心对标审核汇总表', en: 'Audits against the county standards: summary' } as const;

/** The sheets, with what each is for. */
export const SHEETS = {
  cover: { name: { zh: '汇总', en: 'Summary' }, about: { zh: '', en: '' } },
  ranking: {
    name: { zh: '排名', en: 'Ranking' },
    about: {
      zh: '每个中心一行：名次、得分、等次、离上一等次的差距、各类条目数；可以筛选和排序，上方的平均和合计随筛选变化。',
      en: 'A row a centre: rank, score, grade, gap to the next grade, counts. Filter and sort; mean and totals follow the filter.',
    },
  },
  matrix: {
    name: { zh: '逐条矩阵', en: 'Matrix' },
    about: {
      zh: '中心 × 条款，每格一个符号和一种颜色；在标题行可以筛选某一条不符合的中心。',
      en: 'Centres by clauses, a sign and a colour a cell. Filter a column for the centres that fail a clause.',
    },
  },
  rules: {
    name: { zh: '失分条款', en: 'Clauses' },
    about: {
      zh: '每条要求有多少中心不符合、占多大比例、是哪些中心，最多的在前。',
      en: 'How many centres fail each clause, what share, and which; the most failed first.',
    },
  },
  sections: {
    name: { zh: '分项', en: 'Sections' },
    about: {
      zh: '各中心在标准各章节的得分率，以及平均数和四分位数。',
      en: 'The share of points of each centre in each section of the standard, with means and quartiles.',
    },
  },
  near: {
    name: { zh: '差一点', en: 'Near misses' },
    about: {
      zh: '离上一等次不远的中心，和差一点就达到的要求，差得最少的在前。',
      en: 'Centres close to the next grade, and limits missed by little; the closest first.',
    },
  },
  missing: {
    name: { zh: '缺什么', en: 'Missing facts' },
    about: {
      zh: '最常漏报、又影响判定的填报项。',
      en: 'What is most often left out and something hangs on.',
    },
  },
  gaps: {
    name: { zh: '各中心缺项', en: 'Missing by centre' },
    about: { zh: '每个中心还要补报什么，可以照此催报。', en: 'What each centre has still to declare.' },
  },
  absent: {
    name: { zh: '未报与拒收', en: 'Not counted' },
    about: {
      zh: '谁没有报送、谁不在名册上，哪些申报被拒收或被替代，问题在哪里。',
      en: 'Who did not submit, who is not on the roster, what was rejected or superseded, and why.',
    },
  },
} as const satisfies Record<string, { readonly name: Bilingual; readonly about: Bilingual }>;

export type SheetKind = keyof typeof SHEETS;

const GATES: Readonly<Record<Gate['failOn'], Bilingual>> = {
  must: {
    zh: '“应当”要求有不符合的为不通过，有未定的为待定',
    en: 'a failed "must" fails, an undecided one leaves it undecided',
  },
  should: {
    zh: '“应当”或“原则上”要求有不符合的为不通过，有未定的为待定',
    en: 'a failed "must" or "should" fails, an undecided one leaves it undecided',
  },
  unknown: {
    zh: '“应当”要求有不符合或未定的为不通过',
    en: 'a "must" that fails or is undecided fails',
  },
  none: { zh: '不按条款设门槛', en: 'no clause stands in the way' },
};

/** What it took to pass. */
export const gateText = ({ failOn, minScore }: Gate, lang: Lang): string =>
  GATES[failOn][lang] +
  (minScore === undefined ? '' : pick({ lang }, `；得分不低于 ${minScore}`, `; the score is at least ${minScore}`));

export const NO_FIGURE = '—';

/** What a sheet holds, less the rows above a list. */
export const MOST_ROWS = 1_048_500;
