import { type Bilingual, both } from '../model/base/text.ts';

/** Names of the sheets of a report; the reader of profiles leaves these sheets alone, but for the last. */
export const SHEETS = {
  summary: { zh: '审核总表', en: 'Summary' },
  rejected: { zh: '未能审核', en: 'Not audited' },
  findings: { zh: '审核发现', en: 'Findings' },
  points: { zh: '得分', en: 'Points' },
  table: { zh: '评分明细', en: 'Ledger' },
  basis: { zh: '标准与版本', en: 'Basis' },
  ask: { zh: '待补报', en: 'To ask' },
} as const satisfies Record<string, Bilingual>;

/** The sheets of the workbook of a batch, with what each is for. */
export const SUMMARY_SHEETS = {
  cover: { name: both('汇总', 'Summary'), about: both('', '') },
  ranking: {
    name: both('排名', 'Ranking'),
    about: both(
      '每个中心一行：名次、得分、等次、离上一等次的差距、各类条目数；可以筛选和排序，上方的平均和合计随筛选变化。',
      'A row a centre: rank, score, grade, gap to the next grade, counts. Filter and sort; mean and totals follow the filter.',
    ),
  },
  matrix: {
    name: both('逐条矩阵', 'Matrix'),
    about: both(
      '中心 × 条款，每格一个符号和一种颜色；在标题行可以筛选某一条不符合的中心。',
      'Centres by clauses, a sign and a colour a cell. Filter a column for the centres that fail a clause.',
    ),
  },
  card: {
    name: both('评分汇总', 'Scorecard'),
    about: both(
      '中心 × 评分项：每项得分、合计（随改动变化）、申报时与核查后的分数、名次；黄色是未定的，按最低计。',
      'Centres by rows of the scorecard: points, live sums, as declared and as inspected, rank; yellow is open, at its least.',
    ),
  },
  rules: {
    name: both('失分条款', 'Clauses'),
    about: both(
      '每条要求有多少中心不符合、占多大比例、是哪些中心，最多的在前。',
      'How many centres fail each clause, what share, and which; the most failed first.',
    ),
  },
  sections: {
    name: both('分项', 'Sections'),
    about: both(
      '各中心在标准各章节的得分率，以及平均数和四分位数。',
      'The share of points of each centre in each section of the standard, with means and quartiles.',
    ),
  },
  near: {
    name: both('差一点', 'Near misses'),
    about: both(
      '离上一等次不远的中心，和差一点就达到的要求，差得最少的在前。',
      'Centres close to the next grade, and limits missed by little; the closest first.',
    ),
  },
  missing: {
    name: both('缺什么', 'Missing facts'),
    about: both('最常漏报、又影响判定的填报项。', 'What is most often left out and something hangs on.'),
  },
  gaps: {
    name: both('各中心缺项', 'Missing by centre'),
    about: both('每个中心还要补报什么，可以照此催报。', 'What each centre has still to declare.'),
  },
  absent: {
    name: both('未报与拒收', 'Not counted'),
    about: both(
      '谁没有报送、谁的报送读不出、谁不在名册上，哪些申报被拒收或被替代，问题在哪里。',
      'Who did not submit, whose submission cannot be read, who is not on the roster, what was rejected or superseded, and why.',
    ),
  },
} as const satisfies Record<string, { readonly name: Bilingual; readonly about: Bilingual }>;

export type SheetKind = keyof typeof SUMMARY_SHEETS;

interface SheetWords {
  readonly name: Bilingual;
  readonly about: Bilingual;
}

/** What sheets are for where a scorecard alone asks. */
const OF_CARD: Partial<Readonly<Record<SheetKind, Bilingual>>> = {
  ranking: both(
    '每个中心一行：名次、得分、等次、离上一等次的差距、否决情形；可以筛选和排序，上方的平均随筛选变化。',
    'A row a centre: rank, score, grade, gap to the next grade, vetoes. Filter and sort; the mean follows the filter.',
  ),
  sections: both(
    '各中心在评分表各部分的得分率，以及平均数和四分位数。',
    'The share of points of each centre in each part of the scorecard, with means and quartiles.',
  ),
  near: both('离上一等次不远的中心，差得最少的在前。', 'Centres close to the next grade; the closest first.'),
  missing: both('最常漏报、还没有评的内容。', 'What is most often left out, or not yet judged.'),
};

/** `ruled` where rules ask beside the scorecard. */
export const sheetWords = (kind: SheetKind, ruled: boolean): SheetWords => ({
  name: SUMMARY_SHEETS[kind].name,
  about: (ruled ? undefined : OF_CARD[kind]) ?? SUMMARY_SHEETS[kind].about,
});
