import { formatOfFile, isReportName, REPORTS, type ReportName } from '../../report/index.ts';

/** Formats that tell all of one centre in one file; the rest are for other programs, or for many centres. */
export const EACH_FORMATS = [
  'html',
  'docx',
  'xlsx',
  'markdown',
  'csv',
  'json',
  'site',
  'site-xlsx',
  'annotated',
] as const satisfies readonly ReportName[];

export type EachFormat = (typeof EACH_FORMATS)[number];

/** Formats that tell why a profile was rejected. */
const TELLING: readonly EachFormat[] = ['html', 'docx', 'xlsx', 'markdown'];

/** What goes back to the sender of a rejected profile: the reasons, and the workbook that came with them written into it. */
export const returnedOf = (formats: readonly EachFormat[]): readonly EachFormat[] => [
  ...formats.filter(format => TELLING.includes(format)),
  'annotated',
];

export const endingOf = (format: EachFormat): string => REPORTS[format].endings[0];

/** `html,xlsx`: names of formats, or endings of their files. */
export const readFormats = (text: string) => {
  const names = text.split(/[,，、\s]+/u).filter(name => name !== '');
  const found = names.map(name => (isReportName(name) ? name : formatOfFile(`.${name}`)));
  return {
    formats: EACH_FORMATS.filter(format => found.includes(format)),
    wrong: names.filter((_, index) => !EACH_FORMATS.some(format => format === found[index])),
  };
};
