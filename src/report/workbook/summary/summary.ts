export { REJECTED_LISTED } from './absent.ts';
export { type SummaryBookOptions, writeSummaryBook as summaryXlsx } from './book.ts';
export type { CentersOf } from './part.ts';
