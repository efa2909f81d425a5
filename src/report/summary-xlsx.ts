export { REJECTED_LISTED } from './workbook/summary/absent.ts';
export { type SummaryBookOptions, writeSummaryBook as summaryXlsx } from './workbook/summary/book.ts';
export type { CentersOf } from './workbook/summary/part.ts';
