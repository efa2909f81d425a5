import { foldSummary } from '../../src/batch/summary/frame.ts';
import { frameOf, rowOf } from '../../src/batch/summary/row.ts';
import type { BatchCounts, CenterRow, Frame, Summary } from '../../src/model/result/summary.ts';
import { frameId } from '../../src/model/standard/pack.ts';
import { summaryHtml } from '../../src/report/html/summary/summary.ts';
import type { SummarySubject } from '../../src/tell/summary/document.ts';
import { PLAIN, sampleAudit } from './sample.ts';

/** The summary of these results. */
export const summarize = (
  rows: Iterable<CenterRow>,
  frames: readonly Frame[],
  asOf: string,
  counts: BatchCounts,
): Summary => {
  const fold = foldSummary(frames);
  for (const row of rows) fold.add(row);
  return fold.summary(asOf, counts);
};

/** A profile for the sample standard; no two numbers below 24 give the same in every respect. */
const profile = (number: number): string =>
  [
    `hall.area: ${150 + (number % 12) * 9}`,
    ...(number % 3 === 0 ? [] : ['hall.notices: 是']),
    `hall.bank: ${number % 4 === 0 ? '是' : '否'}`,
    `counters: [{ name: 甲台, height: ${70 + (number % 8) * 4} cm }]`,
    ...(number % 5 === 0 ? [] : [`windows: [信访窗口, 社保窗口${number % 2 === 0 ? ', 农机窗口' : ''}]`]),
  ].join('\n');

const gateOf = (number: number): CenterRow['gate'] =>
  number % 7 === 0 ? 'undecided' : number % 3 === 0 ? 'passed' : 'failed';

/** Rows of so many made-up centres, all held against the sample standard. */
export const sampleRows = (count: number, nameOf = (number: number) => `样例${number}乡便民服务中心`) => {
  const made = Array.from({ length: Math.min(count, 24) }, (_, number) => sampleAudit(profile(number)));
  const [first] = made;
  if (first === undefined) throw new Error('a batch without a centre');
  const frame: Frame = frameOf(first.pack, first.level, first.scheme);
  const kinds = made.map((audit, number) => rowOf(audit, frame, gateOf(number)));
  const rows = Array.from({ length: count }, (_, number): CenterRow => {
    const row = kinds[number % kinds.length] as CenterRow;
    return { ...row, center: { name: nameOf(number), county: '样例县', township: `样例${number}乡` } };
  });
  return { frame, rows, id: frameId(first.pack, first.level) };
};

export const sampleSummary = (count: number, nameOf?: (number: number) => string): Summary => {
  const { rows, frame } = sampleRows(count, nameOf);
  return summarize(rows, [frame], '2024-05-01', { documents: count, audited: count, rejected: 0, superseded: 0 });
};

export const summaryPage = (summary: Summary, options: Partial<SummarySubject> = {}): string =>
  summaryHtml({ summary, lang: 'zh', tool: PLAIN.tool, ...options });
