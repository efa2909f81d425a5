import type { Audit } from '../../src/model/finding/audit.ts';
import { REPORTS, type ReportName, type ReportOptions } from '../../src/report/index.ts';
import { PLAIN } from './sample.ts';

async function* each(audits: readonly Audit[]): AsyncGenerator<Audit> {
  yield* audits;
}

/** What a format makes of audits, as one text. */
export const reported = async (
  name: ReportName,
  audits: readonly Audit[],
  options: Partial<ReportOptions> = {},
): Promise<string> => {
  const { default: report } = await REPORTS[name].load();
  let text = '';
  for await (const part of report(each(audits), { ...PLAIN, ...options }))
    text += typeof part === 'string' ? part : Buffer.from(part).toString();
  return text;
};
