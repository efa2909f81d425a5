import type { Audit } from '../model/audit.ts';
import { formatOfFile, isReportName, REPORTS, type ReportName, type ReportOptions } from '../report/index.ts';
import { writeWhole } from './output.ts';
import type { Terminal } from './terminal.ts';

/** A report asked for: its format, and its file unless it goes to standard output. */
export interface OutputRequest {
  readonly format: ReportName;
  readonly file?: string;
}

/** `json`, `json=result.json` or `result.json`; undefined when no format can be told from it. */
export const readOutput = (text: string): OutputRequest | undefined => {
  const [name = '', ...rest] = text.split('=');
  const file = rest.join('=');
  if (isReportName(name)) return file === '' ? { format: name } : { format: name, file };
  const format = formatOfFile(text);
  return format && { format, file: text };
};

async function* each(audits: readonly Audit[]): AsyncGenerator<Audit> {
  yield* audits;
}

/** Makes a report and puts it where it was asked for; a file is written whole or not at all. */
export const writeReport = async (
  { format, file }: OutputRequest,
  audits: readonly Audit[],
  options: ReportOptions,
  terminal: Terminal,
): Promise<void> => {
  const { default: report } = await REPORTS[format].load();
  const parts: Uint8Array[] = [];
  for await (const part of report(each(audits), file === undefined ? options : { ...options, color: false })) {
    if (file === undefined) terminal.out(part);
    else parts.push(typeof part === 'string' ? Buffer.from(part) : part);
  }
  if (file !== undefined) writeWhole(file, Buffer.concat(parts));
};
