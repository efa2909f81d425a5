import { writeWhole } from '../../batch/files/whole.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { formatOfFile, isReportName, REPORTS, type ReportName, type ReportOptions } from '../../report/index.ts';
import { errLine, type Terminal } from '../terminal.ts';

/** A report asked for: its format, and its file unless it goes to standard output. */
export interface OutputRequest {
  readonly format: ReportName;
  readonly file?: string;
}

/** `json`, `json=result.json`, `md=report.md` or `result.json`; undefined when no format can be told from it. */
export const readOutput = (text: string): OutputRequest | undefined => {
  const [, name = text, file] = /^([a-z-]+)=(.*)$/su.exec(text) ?? [];
  if (isReportName(name)) return file ? { format: name, file } : { format: name };
  const format = formatOfFile(file === undefined ? text : `.${name}`);
  return format && { format, file: file ?? text };
};

async function* each(audits: readonly Audit[]): AsyncGenerator<Audit> {
  yield* audits;
}

const NO_WORKBOOK = {
  zh: '没有生成批注表：-o annotated 只用于一个打得开的 .xlsx 申报表（或一个汇总表）',
  en: 'no annotated workbook: -o annotated is for one .xlsx profile or table that can be opened',
} as const;

/** Makes a report and puts it where it was asked for; a file is written whole or not at all. */
export const writeReport = async (
  { format, file }: OutputRequest,
  audits: readonly Audit[],
  options: ReportOptions,
  terminal: Terminal,
): Promise<void> => {
  const { default: report } = await REPORTS[format].load();
  const submitted = format === 'annotated' ? (await import('./submitted.ts')).submittedWorkbook : undefined;
  const parts: Uint8Array[] = [];
  const settings = { ...options, ...(file !== undefined && { color: false }), ...(submitted && { submitted }) };
  for await (const part of report(each(audits), settings)) {
    if (file === undefined) terminal.out(part);
    else parts.push(typeof part === 'string' ? Buffer.from(part) : part);
  }
  if (file === undefined) return;
  if (submitted !== undefined && parts.length === 0) errLine(terminal, NO_WORKBOOK[options.lang]);
  else writeWhole(file, Buffer.concat(parts));
};
