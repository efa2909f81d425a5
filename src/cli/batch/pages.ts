import { judge } from '../../audit/gate.ts';
import type { BatchState } from '../../batch/files/state.ts';
import { pagePath } from '../../batch/pages/page-name.ts';
import {
  type Each,
  type MakePage,
  openPageWriter,
  type PageSubject,
  type PageWriter,
} from '../../batch/pages/pages.ts';
import type { Lang } from '../../model/base/text.ts';
import type { Tool } from '../../model/base/tool.ts';
import type { Audit } from '../../model/finding/audit.ts';
import type { Gate } from '../../model/finding/gate.ts';
import type { CenterRow } from '../../model/result/summary.ts';
import { formatOfFile, REPORTS, type ReportOptions } from '../../report/index.ts';
import { withDigest } from '../outputs/report-file.ts';
import { type EachFormat, endingOf, returnedOf } from './each.ts';

export const eachOf = (formats: readonly EachFormat[] | undefined, lang: Lang): Each | undefined =>
  formats && { lang, endings: formats.map(endingOf), returned: returnedOf(formats).map(endingOf) };

async function* auditsOf(subject: PageSubject): AsyncGenerator<Audit> {
  if ('audit' in subject) yield subject.audit;
}

/** A page is the report that `audit` gives of a centre, or of a profile that it rejects. */
export const pageMaker =
  (lang: Lang, gate: Gate, tool: Tool, told: Partial<Pick<ReportOptions, 'all' | 'part'>> = {}): MakePage =>
  async (subject, ending) => {
    const format = formatOfFile(ending) ?? 'html';
    const { default: report } = await REPORTS[format].load();
    const rejected = 'audit' in subject ? [] : [subject];
    const submitted = format === 'annotated' ? (await import('../audit/submitted.ts')).submittedWorkbook : undefined;
    const options = {
      lang,
      columns: 80,
      color: false,
      all: false,
      tool,
      rejected,
      ...told,
      ...(submitted && { submitted }),
    };
    const parts: Uint8Array[] = [];
    for await (const part of report(auditsOf(subject), { ...options, gate: found => judge(found, gate) }))
      parts.push(typeof part === 'string' ? Buffer.from(part) : part);
    return withDigest(Buffer.concat(parts), format);
  };

export interface PageOrders {
  readonly folder: string;
  readonly each: Each;
}

export const openPages = ({ folder, each }: PageOrders, gate: Gate, tool: Tool): PageWriter =>
  openPageWriter(folder, each, pageMaker(each.lang, gate, tool));

const PAGE = endingOf('html');

/** What a summary links to: a centre's page, or else the first of the reports that it has. */
export const pageLink =
  ({ each, shard }: Pick<BatchState, 'each' | 'shard'>) =>
  (row: CenterRow): string | undefined => {
    const ending = each?.endings.find(known => known === PAGE) ?? each?.endings[0];
    return each === undefined || ending === undefined || shard !== undefined
      ? undefined
      : pagePath(row, each.lang, ending);
  };
