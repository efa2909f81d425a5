import type { Bilingual } from '../../model/base/text.ts';

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
