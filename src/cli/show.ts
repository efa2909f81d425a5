import type { Lang } from '../model/base/text.ts';
import { TOLD_AND_DATA, type Told, type ToldFormat } from '../report/told/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { openOutput, writeReportFile } from './outputs/report-file.ts';
import { errLine, type Terminal } from './terminal.ts';

/** A report asked for: its format, and its file unless it goes to standard output. */
export interface Request<F extends string> {
  readonly format: F;
  readonly file?: string;
}

type Formats = Readonly<Record<string, { readonly endings: readonly string[] }>>;

/** Other names that formats go by. */
const ALIASES: Readonly<Record<string, string>> = { md: 'markdown', table: 'terminal' };

/** `json`, `json=result.json` or `result.json`; undefined when no format can be told from it. */
export const readRequest = <S extends Formats>(text: string, formats: S): Request<keyof S & string> | undefined => {
  const isFormat = (name: string): name is keyof S & string => Object.hasOwn(formats, name);
  const [name = '', ...rest] = text.split('=');
  const file = rest.join('=');
  const format = ALIASES[name] ?? name;
  if (isFormat(format)) return file === '' ? { format } : { format, file };
  const found = Object.keys(formats)
    .filter(isFormat)
    .find(known => formats[known]?.endings.some(ending => text.toLowerCase().endsWith(ending)));
  return found === undefined ? undefined : { format: found, file: text };
};

const UNCLEAR = {
  zh: (formats: string, text: string) => `看不出报告格式，请写成 格式=文件（${formats}），例如 csv=变化.csv：${text}`,
  en: (formats: string, text: string) =>
    `no format can be told from this; write FORMAT=FILE (${formats}), such as csv=changes.csv: ${text}`,
} as const;

/** What is asked for; undefined, with a word to the user, where a format cannot be told. */
export const readRequests = <S extends Formats>(
  asked: readonly string[],
  formats: S,
  lang: Lang,
  terminal: Terminal,
): readonly Request<keyof S & string>[] | undefined => {
  const requests = asked.map(text => readRequest(text, formats));
  const unclear = asked.filter((_, index) => requests[index] === undefined);
  for (const text of unclear) errLine(terminal, UNCLEAR[lang](Object.keys(formats).join(' '), text));
  return unclear.length > 0 ? undefined : requests.filter(request => request !== undefined);
};

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
