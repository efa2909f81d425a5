import type { Lang } from '../../model/base/text.ts';
import type { Audit } from '../../model/finding/audit.ts';
import { STDIN } from '../../read/files/open.ts';
import { REPORTS, type ReportName, type ReportOptions } from '../../report/index.ts';
import { type Part, strays } from '../../tell/audit/part.ts';
import { errLine, type Terminal } from '../terminal.ts';

/** A report asked for: its format, and its file unless it goes to standard output. */
export interface Request<F extends string = ReportName> {
  readonly format: F;
  readonly file?: string;
}

type Formats = Readonly<Record<string, { readonly endings: readonly string[] }>>;

/** Other names that formats go by. */
const ALIASES: Readonly<Record<string, string>> = { md: 'markdown', table: 'terminal' };

/** What stands before and after the first `=` of a request; without one it is all said, and `-` is no file. */
export const splitRequest = (text: string): { readonly said: string; readonly file?: string } => {
  const [, said = text, file] = /^([a-z-]+)=(.*)$/su.exec(text) ?? [];
  return file === undefined ? { said } : { said, file: file === STDIN ? '' : file };
};

/** `json`, `json=result.json`, `md=report.md` or `result.json`; undefined when no format can be told from it. */
export const readRequest = <S extends Formats>(text: string, formats: S): Request<keyof S & string> | undefined => {
  const isFormat = (name: string): name is keyof S & string => Object.hasOwn(formats, name);
  const { said, file } = splitRequest(text);
  const name = ALIASES[said] ?? said;
  if (isFormat(name)) return file ? { format: name, file } : { format: name };
  const ending = file === undefined ? text.toLowerCase() : `.${said}`;
  const format = Object.keys(formats)
    .filter(isFormat)
    .find(known => formats[known]?.endings.some(one => ending.endsWith(one)));
  return format && { format, file: file ?? text };
};

/** How it is said that no format can be told. */
type Unclear = Readonly<Record<Lang, (text: string) => string>>;

/** What is asked for; undefined, with a word to the user, where a format cannot be told. */
export const readRequests = <S extends Formats>(
  asked: readonly string[],
  formats: S,
  { lang, terminal, unclear }: { readonly lang: Lang; readonly terminal: Terminal; readonly unclear: Unclear },
): readonly Request<keyof S & string>[] | undefined => {
  const requests = asked.map(text => readRequest(text, formats));
  const untold = asked.filter((_, index) => requests[index] === undefined);
  for (const text of untold) errLine(terminal, unclear[lang](text));
  return untold.length > 0 ? undefined : requests.filter(request => request !== undefined);
};

const UNCLEAR: Unclear = {
  zh: text => `看不出报告格式，请写成 格式=文件，例如 json=结果.json：${text}`,
  en: text => `no format can be told from this; write FORMAT=FILE, such as json=result.json: ${text}`,
};

interface Asked {
  readonly lang: Lang;
  readonly output?: readonly string[];
  readonly quiet?: boolean;
}

export const readOutputs = ({ output, quiet, lang }: Asked, terminal: Terminal): readonly Request[] | undefined =>
  readRequests(output ?? (quiet ? [] : ['terminal']), REPORTS, { lang, terminal, unclear: UNCLEAR });

const NOTHING_SUCH = {
  zh: '所审的标准和评分表里没有这样的规则、条款或章节：',
  en: 'the standard and its scorecard have no such rule, clause or section: ',
} as const;

/** Whether a part is asked for that no audit has; the user is told which. */
export const isStray = (part: Part | undefined, audits: Iterable<Audit>, lang: Lang, terminal: Terminal): boolean => {
  const [first, ...rest] = part === undefined ? [] : strays(part, audits);
  if (first === undefined) return false;
  errLine(terminal, `${NOTHING_SUCH[lang]}${[first, ...rest].join(lang === 'zh' ? '、' : ', ')}`);
  return true;
};

async function* each(audits: Iterable<Audit>, seen: () => void = () => {}): AsyncGenerator<Audit> {
  for (const audit of audits) {
    seen();
    yield audit;
  }
}

const NO_WORKBOOK = {
  zh: () => '没有生成批注表：-o annotated 只用于一个打得开的 .xlsx 申报表（或一个汇总表）',
  en: () => 'no annotated workbook: -o annotated is for one .xlsx profile or table that can be opened',
} as const;

const NO_RESULT = {
  zh: (file: string) => `没有结果可写，没有生成 ${file}`,
  en: (file: string) => `there is no result to write: no ${file} was made`,
} as const;

/** Makes a report and puts it where it was asked for; a file is written whole or not at all. */
export const writeReport = async (
  { format, file }: Request,
  audits: Iterable<Audit>,
  options: ReportOptions,
  terminal: Terminal,
): Promise<void> => {
  const { default: make } = await REPORTS[format].load();
  const submitted = format === 'annotated' ? (await import('../audit/submitted.ts')).submittedWorkbook : undefined;
  const settings = {
    ...options,
    ...(file !== undefined && { color: false, alone: true }),
    ...(submitted && { submitted }),
  };
  if (file === undefined && format === 'terminal') {
    for await (const part of make(each(audits), settings)) terminal.out(part);
    return;
  }
  const { openOutput, writeReportFile } = await import('./report-file.ts');
  const parts: Uint8Array[] = [];
  let isOfSome = false;
  const seen = (): void => {
    isOfSome = true;
  };
  const shown = openOutput(terminal.out, format);
  for await (const part of make(each(audits, seen), settings)) {
    if (file === undefined) shown.write(part);
    else parts.push(typeof part === 'string' ? Buffer.from(part) : part);
  }
  if (file === undefined) return shown.keep();
  const report = Buffer.concat(parts);
  // Annotations of a centre that has nothing to be told are a report without a line.
  if (report.length > 0 || (isOfSome && submitted === undefined)) return writeReportFile(file, format, report);
  errLine(terminal, (submitted === undefined ? NO_RESULT : NO_WORKBOOK)[options.lang](file));
};
