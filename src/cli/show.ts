import type { Lang } from '../model/base/text.ts';
import { TOLD_AND_DATA, type Told, type ToldFormat } from '../report/told/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { openOutput, writeReportFile } from './outputs/report-file.ts';
import { type Request, readRequests } from './outputs/reports.ts';
import type { Terminal } from './terminal.ts';

const unclear = (formats: string) =>
  ({
    zh: text => `看不出报告格式，请写成 格式=文件（${formats}），例如 csv=变化.csv：${text}`,
    en: text => `no format can be told from this; write FORMAT=FILE (${formats}), such as csv=changes.csv: ${text}`,
  }) satisfies Parameters<typeof readRequests>[2]['unclear'];

/** What is asked for of a subject that is told in these formats. */
export const readFormats = <S extends Parameters<typeof readRequests>[1]>(
  asked: readonly string[],
  formats: S,
  lang: Lang,
  terminal: Terminal,
) => readRequests(asked, formats, { lang, terminal, unclear: unclear(Object.keys(formats).join(' ')) });

/** Shows a subject in each format that is asked for, which is all that its command was to do. */
export const show = async (
  told: Told,
  requests: readonly Request<keyof typeof TOLD_AND_DATA>[],
  terminal: Terminal,
): Promise<ExitCode> => {
  for (const { format, file } of requests) {
    const { load }: ToldFormat = TOLD_AND_DATA[format];
    const { default: make } = await load();
    const color = file === undefined && terminal.color;
    const content = await make(told, { columns: terminal.columns, color });
    if (content === undefined) continue;
    if (file === undefined) {
      const shown = openOutput(terminal.out, format);
      shown.write(content);
      shown.keep();
    } else writeReportFile(file, format, content);
  }
  return EXIT.passed;
};
