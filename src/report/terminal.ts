import type { Tool } from '../model/base/tool.ts';
import type { Audit } from '../model/finding/audit.ts';
import { pick } from '../words/reader.ts';
import type { Report, ReportOptions } from './index.ts';
import { failures } from './terminal/failures.ts';
import { ledger } from './terminal/ledger.ts';
import { field, type Page, pageOf } from './terminal/page.ts';
import { points } from './terminal/points.ts';
import { encouraged, rest } from './terminal/rest.ts';
import { stages } from './terminal/stages.ts';
import { summary } from './terminal/summary.ts';
import { unknowns } from './terminal/unknowns.ts';

/** What the result rests on, to the byte. */
const digests = ({ profile, pack, scheme }: Audit, tool: Tool, page: Page): readonly string[] => {
  const line = (label: string, name: string, sha256: string): readonly string[] =>
    field(page, label, '', { indent: 0, words: [`sha256:${sha256}`, name], brush: page.paint.faint });
  return [
    '',
    ...line(pick(page, '申报', 'Profile'), profile.path, profile.sha256),
    ...line(pick(page, '标准', 'Pack'), `${pack.id} ${pack.version}`, pack.sha256),
    ...line(pick(page, '计分', 'Scheme'), scheme.id, scheme.sha256),
    ...field(page, pick(page, '工具', 'Tool'), `${tool.name} ${tool.version}`, { indent: 0, brush: page.paint.faint }),
  ];
};

const one = async (audit: Audit, page: Page, { tool }: ReportOptions): Promise<string> => {
  const lines = [
    ...summary(audit, page),
    ...failures(audit, page),
    ...unknowns(audit, page),
    ...encouraged(audit, page),
    ...rest(audit, page),
    ...(audit.scorecard === undefined ? points(audit, page) : ledger(audit, page)),
    ...stages(audit, page),
    ...digests(audit, tool, page),
  ];
  return `${lines.join('\n')}\n`;
};

/** For a person at a terminal: what to know first, first. */
const terminal: Report = async function* (audits, options) {
  const page = await pageOf(options);
  let first = true;
  for await (const audit of audits) {
    if (!first) yield `\n${'='.repeat(page.columns)}\n\n`;
    first = false;
    yield one(audit, page, options);
  }
};

export default terminal;
